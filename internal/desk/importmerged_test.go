package desk_test

import (
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

func TestTheRowOfADroppedPersonIsTheKeptOnes(t *testing.T) {
	row := func(a seminar.Attendee, s seminar.Status, foreign string) transfer.Result {
		return transfer.Result{Rows: 1, People: []transfer.Person{{Row: 2, Key: "row", Attendee: a, Status: s, ForeignCode: foreign}}}
	}
	aigul := seminar.Attendee{GivenName: "Айгүл", FamilyName: "Өмүрбекова", Email: "aigul@example.kg", Organisation: "Manas"}
	with := func(change func(*seminar.Attendee)) seminar.Attendee { a := aigul; change(&a); return a }
	for name, c := range map[string]struct {
		row     seminar.Attendee
		status  seminar.Status
		foreign string
		became  desk.Became
		want    seminar.Attendee
	}{
		"the same row":     {aigul, seminar.Pending, "T-1", desk.BecameUnchanged, seminar.Attendee{}},
		"a phone is new":   {with(func(a *seminar.Attendee) { a.Phone = "+996 555 1" }), seminar.Pending, "T-1", desk.BecameChanged, seminar.Attendee{Phone: "+996 555 1"}},
		"another address":  {with(func(a *seminar.Attendee) { a.Email = "a.o@example.kg" }), seminar.Pending, "T-1", desk.BecameChanged, seminar.Attendee{Email: "a.o@example.kg"}},
		"another spelling": {with(func(a *seminar.Attendee) { a.GivenName = "Айгуль" }), seminar.Pending, "T-1", desk.BecameChanged, seminar.Attendee{GivenName: "Айгуль", FamilyName: "Өмүрбекова"}},
		"of the kept one, and one and the same organisation": {seminar.Attendee{GivenName: "Guest", FamilyName: "From Bishkek", Email: "aigul@example.kg", Phone: "1", Organisation: "Academy"},
			"", "", desk.BecameChanged, seminar.Attendee{Phone: "1"}},
		"without the codes": {aigul, "", "", desk.BecameUnchanged, seminar.Attendee{}},
	} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			keep := h.enter(seminar.Attendee{GivenName: "Guest", FamilyName: "From Bishkek", Organisation: "Academy"})
			first, err := h.Import(ctx, h.of, row(aigul, seminar.Pending, "T-1"), desk.ImportOptions{})
			if err != nil || first.Created != 1 {
				t.Fatalf("%+v, %v", first, err)
			}
			drop := h.owner("aigul@example.kg").AttendeeID
			h.merge(keep, drop)
			before := h.person(keep)
			again, err := h.Import(ctx, h.of, row(c.row, c.status, c.foreign), desk.ImportOptions{Update: true})
			if err != nil || again.Created != 0 || again.Became[2] != c.became || h.count(seminar.RosterFilter{}) != 1 {
				t.Fatalf("%+v, %v, %d people", again, err, h.count(seminar.RosterFilter{}))
			}
			now, want := h.person(keep), before
			for to, from := range map[*string]string{&want.Attendee.GivenName: c.want.GivenName, &want.Attendee.FamilyName: c.want.FamilyName,
				&want.Attendee.Email: c.want.Email, &want.Attendee.Phone: c.want.Phone} {
				if from != "" {
					*to = from
				}
			}
			a, b := now.Attendee, want.Attendee
			if a.Name() != b.Name() || a.Email != b.Email || a.Phone != b.Phone || a.Organisation != "Academy" || now.Registration.Status != seminar.Confirmed ||
				now.Registration.Code != before.Registration.Code {
				t.Errorf("%+v\nwant %+v", now, want)
			}
			h.well()
		})
	}
}

func TestAnImportOfSomebodyMergedSinceIsNotTakenBack(t *testing.T) {
	h := open(t)
	keep := h.register("Anar").Row
	done, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	merged := h.merge(keep.AttendeeID, h.owner("one@example.org").AttendeeID)
	undone, err := h.UndoImport(ctx, done.Import)
	if err != nil || undone.Removed != 2 || len(undone.Kept) != 1 || undone.Kept[0].AttendeeID != keep.AttendeeID {
		t.Errorf("%+v, %v", undone, err)
	}
	h.well()
	h.undo(string(merged))
	if undone, err = h.UndoImport(ctx, done.Import); err != nil || undone.Removed != 1 || h.count(seminar.RosterFilter{}) != 1 {
		t.Errorf("after the merge was undone: %+v, %v, %d people", undone, err, h.count(seminar.RosterFilter{}))
	}
	h.well()
}
