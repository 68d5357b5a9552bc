package desk_test

import (
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestAllDelegationsAreCountedAtOnce(t *testing.T) {
	h := open(t)
	v, people := h.delegation(3)
	other, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Country: "KZ", Quota: 1})
	must(t, err)
	_, err = h.Cancel(ctx, h.of, people[0])
	must(t, err)
	in := func(list seminar.List, way seminar.CheckinType, who ...seminar.ID) {
		t.Helper()
		_, err := h.CheckinGroup(ctx, desk.Group{SeminarID: h.of, ListID: list.ID, People: who, Type: way})
		must(t, err)
	}
	in(h.list, seminar.Entry, people[1], people[2])
	in(h.list, seminar.Exit, people[1])
	sizes, err := h.DelegationSizes(ctx, h.list)
	if want := (desk.DelegationSize{Registered: 2, Expected: 2, Arrived: 2, Inside: 1}); err != nil || len(sizes) != 1 || sizes[v.ID] != want {
		t.Errorf("counted %+v, %v", sizes, err)
	}
	daily, _, err := h.SaveList(ctx, seminar.List{SeminarID: h.of, Name: "Daily", Frequency: seminar.Daily, ReEntry: true})
	must(t, err)
	in(daily, seminar.Entry, people[1], people[2])
	h.now = h.now.Add(24 * time.Hour)
	in(daily, seminar.Entry, people[2])
	if n, err := h.DelegationSize(ctx, daily, v.ID); err != nil || n != (desk.DelegationSize{Registered: 2, Expected: 2, Arrived: 1, Inside: 1}) {
		t.Errorf("on the second day %+v, %v", n, err)
	}
	if n := (desk.DelegationSize{Registered: 3}).Over(other); n != 2 {
		t.Errorf("%d over the quota", n)
	}
	h.well()
}

func TestMembersMoveBetweenDelegations(t *testing.T) {
	h := open(t)
	v, people := h.delegation(3)
	other, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Country: "KZ"})
	must(t, err)
	action, err := h.MoveTo(ctx, h.of, people[1:], other.ID)
	must(t, err)
	now := func() (sizes map[seminar.ID]desk.DelegationSize, head seminar.ID) {
		t.Helper()
		sizes, err := h.DelegationSizes(ctx, h.list)
		must(t, err)
		all, err := h.Delegations(ctx, h.of)
		must(t, err)
		return sizes, all[slices.IndexFunc(all, func(one seminar.Delegation) bool { return one.ID == v.ID })].HeadID
	}
	if sizes, head := now(); sizes[v.ID].Registered != 1 || sizes[other.ID].Registered != 2 || head != "" {
		t.Errorf("moved to %+v, head %q", sizes, head)
	}
	h.undo(string(action))
	if sizes, head := now(); sizes[v.ID].Registered != 3 || head != v.HeadID {
		t.Errorf("after undo %+v, head %q", sizes, head)
	}
	if _, err := h.MoveTo(ctx, h.of, people, "nowhere"); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("moved nowhere: %v", err)
	}
	h.well()
}

func TestDelegationsStandInTheOrderOfALanguage(t *testing.T) {
	names := map[seminar.ID]string{"1": "Çin", "2": "Cibuti", "3": "Əfqanıstan", "4": "Azərbaycan"}
	var all []seminar.Delegation
	for id := range names {
		all = append(all, seminar.Delegation{ID: id})
	}
	if got := desk.Alphabetical(all, "az", func(v seminar.Delegation) string { return names[v.ID] }); !slices.Equal(got, []seminar.ID{"4", "2", "1", "3"}) {
		t.Errorf("in the order %q", got)
	}
}

func TestADelegationStandsInTheOrderOfProtocol(t *testing.T) {
	h := open(t)
	v, people := h.delegation(3)
	ministers, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Ministers", Position: 1})
	must(t, err)
	_, err = h.ChangeAll(ctx, h.of, people[1:2], func(r *seminar.Registration) { r.CategoryID = ministers.ID })
	must(t, err)
	v.HeadID = people[2]
	rows, err := h.DelegationPeople(ctx, h.list, v)
	must(t, err)
	var got []seminar.ID
	for _, r := range rows {
		got = append(got, r.AttendeeID)
	}
	if want := []seminar.ID{people[2], people[1], people[0]}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
