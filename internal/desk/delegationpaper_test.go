package desk_test

import (
	"testing"

	"lanyard/internal/seminar"
)

func TestASheetIsOfOneDelegationThoughAnotherHasItsName(t *testing.T) {
	h := open(t)
	v, people := h.delegation(3)
	v.HeadID = people[0]
	v, _, err := h.SaveDelegation(ctx, v)
	must(t, err)
	twin, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: v.Name, Quota: 5})
	must(t, err)
	_, err = h.MoveTo(ctx, h.of, people[2:], twin.ID)
	must(t, err)
	for _, c := range []struct {
		of       seminar.Delegation
		expected int
		head     bool
	}{{v, 2, true}, {twin, 1, false}} {
		s, err := h.DelegationReport(ctx, c.of)
		must(t, err)
		if len(s.ByDelegation) != 1 || len(s.People) != c.expected {
			t.Fatalf("%d delegations, %d people, want 1 and %d", len(s.ByDelegation), len(s.People), c.expected)
		}
		g := s.ByDelegation[0]
		if g.Key != v.Name || g.Quota != c.of.Quota || g.Expected != c.expected || (g.Head != "") != c.head || s.People[0].Head != c.head {
			t.Errorf("the sheet has %+v, its first member leads: %t", g, s.People[0].Head)
		}
	}
}

func TestASheetSaysThatTheHeadCancelled(t *testing.T) {
	h := open(t)
	v, people := h.delegation(2)
	_, err := h.Cancel(ctx, h.of, people[1])
	must(t, err)
	s, err := h.DelegationReport(ctx, v)
	must(t, err)
	if g := s.ByDelegation[0]; g.Head == "" || !g.HeadOut {
		t.Errorf("the head is %q, cancelled: %t", g.Head, g.HeadOut)
	}
}
