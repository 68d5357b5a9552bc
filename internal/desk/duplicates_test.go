package desk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

func (h *hall) enter(a seminar.Attendee) seminar.ID {
	h.t.Helper()
	done, err := h.Register(ctx, desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: h.of}})
	if err != nil {
		h.t.Fatal(err)
	}
	return done.Row.AttendeeID
}

// likely asks as a form does while somebody is written into it.
func (h *hall) likely(a seminar.Attendee) []desk.Duplicate {
	h.t.Helper()
	found, err := h.Likely(ctx, desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: h.of}}, h.list.ID, 3)
	if err != nil {
		h.t.Fatal(err)
	}
	return found
}

var ali = seminar.Attendee{GivenName: "Əli", FamilyName: "Əliyev", Organisation: "ADA Universiteti", Country: "AZ", Phone: "+994 50 555 01 01"}

func TestWhoIsBeingWrittenIsFoundAmongThoseHere(t *testing.T) {
	h := open(t)
	id := h.enter(ali)
	for _, other := range []seminar.Attendee{{GivenName: "Vəli", FamilyName: "Əliyev", Organisation: "BDU", Country: "AZ"},
		{GivenName: "Əli", FamilyName: "Həsənov", Organisation: "ADA Universiteti", Country: "AZ"}} {
		h.enter(other)
	}
	for what, typed := range map[string]seminar.Attendee{
		"as it is":     {GivenName: "Əli", FamilyName: "Əliyev"},
		"in Cyrillic":  {GivenName: "Али", FamilyName: "Алиев"},
		"swapped":      {GivenName: "Aliyev", FamilyName: "Ali"},
		"a slip":       {GivenName: "Əli", FamilyName: "Əliyvev", Organisation: "ADA Universiteti"},
		"native alone": {NativeName: "Али Алиев"},
		"by the phone": {GivenName: "Əli", FamilyName: "Əliyev", Email: "other@example.az", Country: "TR", Phone: "0505550101"},
	} {
		found := h.likely(typed)
		if len(found) != 1 || found[0].A.AttendeeID != id {
			t.Errorf("%s: %+v", what, found)
		}
	}
	for what, typed := range map[string]seminar.Attendee{"nothing": {}, "a given name": {GivenName: "Əli"},
		"somebody else": {GivenName: "Nigar", FamilyName: "Əliyeva", Organisation: "ADA Universiteti"}, "himself": {ID: id, GivenName: "Əli", FamilyName: "Əliyev"}} {
		if found := h.likely(typed); len(found) != 0 {
			t.Errorf("%s: %+v", what, found)
		}
	}
}

func TestNamesakesDoNotFloodTheList(t *testing.T) {
	h := open(t)
	for i, country := range []string{"AZ", "UZ", "KZ", "TR", "FR", "MA", "KG", "TJ"} {
		h.enter(seminar.Attendee{GivenName: "Əli", FamilyName: "Əliyev", Organisation: "Organisation " + country, Country: country,
			Email: fmt.Sprintf("ali%d@example.com", i)})
	}
	found, err := h.Duplicates(ctx, h.of, nil)
	if err != nil || len(found) != 0 {
		t.Errorf("%v, %+v", err, found)
	}
	// One of them comes again without an address: he is like one of them, and not like each.
	again := h.enter(seminar.Attendee{GivenName: "Ali", FamilyName: "Aliyev", Organisation: "Organisation AZ", Country: "AZ"})
	found, err = h.Duplicates(ctx, h.of, nil)
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %+v", err, found)
	}
	if pair := []seminar.ID{found[0].A.AttendeeID, found[0].B.AttendeeID}; !slices.Contains(pair, again) || found[0].A.Country != found[0].B.Country ||
		!slices.Contains(found[0].Reasons, names.Respelled) {
		t.Errorf("%+v", found[0])
	}
}

func TestTheSearchForTwinsCanBeCancelled(t *testing.T) {
	h := open(t)
	for i := range 450 {
		h.enter(seminar.Attendee{GivenName: fmt.Sprintf("Name%d", i), FamilyName: "Əliyev"})
	}
	cancelled, cancel := context.WithCancel(ctx)
	var seen []int
	_, err := h.Duplicates(cancelled, h.of, func(done, total int) {
		seen = append(seen, done)
		if total != 450 {
			t.Errorf("of %d", total)
		}
		if done == 200 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || !slices.Equal(seen, []int{0, 200}) {
		t.Errorf("%v after %v", err, seen)
	}
}
