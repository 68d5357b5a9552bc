package desk_test

import (
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/document"
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

func TestTheReportOnDelegationsIsInTheOrderOfProtocol(t *testing.T) {
	h := open(t)
	first, _ := h.delegation(1)
	first.Position = 1
	_, _, err := h.SaveDelegation(ctx, first)
	must(t, err)
	second, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Azerbaijan", Position: 2})
	must(t, err)
	for _, name := range []string{"Aliyev", "Babayev"} {
		_, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Guest", FamilyName: name},
			Registration: seminar.Registration{SeminarID: h.of, DelegationID: second.ID}})
		must(t, err)
	}
	for order, want := range map[seminar.RosterOrder]seminar.ID{"": first.ID, seminar.ByFamilyName: second.ID} {
		s, err := h.ReportOf(ctx, desk.Wanted{Seminar: h.of, Kind: document.KindDelegations, Order: order})
		must(t, err)
		if s.ByDelegation[0].ID != want || s.People[0].Row.DelegationID != want {
			t.Errorf("in order %q the first delegation is %s, the first person of %s", order, s.ByDelegation[0].Key, s.People[0].Delegation)
		}
	}
}
