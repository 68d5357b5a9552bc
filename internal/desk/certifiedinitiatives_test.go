package desk_test

import (
	"slices"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// TestACertificateNamesTheInitiativesOfItsPerson: those that were there when it was issued.
func TestACertificateNamesTheInitiativesOfItsPerson(t *testing.T) {
	h := open(t)
	rows := h.whole("Anar", "Leyla")
	put := func(title string, who seminar.ID) {
		t.Helper()
		err := h.store.Write(ctx, func(tx desk.Tx) error {
			fields, err := journal.Filled(seminar.Initiative{SeminarID: h.of, Title: title, AttendeeID: who})
			if err != nil {
				return err
			}
			_, err = tx.Append(ctx, desk.Stamp{}, journal.Draft{Kind: journal.KindOf(seminar.EntityInitiative, journal.Set), Subject: seminar.ID("initiative-" + title), Body: fields})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put("A library", rows[0].AttendeeID)
	put("A network", rows[0].AttendeeID)
	people, err := h.Eligibility(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	preview, err := h.CertificatePreview(ctx, h.of, people[0])
	if want := people[0].Row.AttendeeID == rows[0].AttendeeID; err != nil || (len(preview.Initiatives) == 2) != want {
		t.Errorf("a preview has %q, %v", preview.Initiatives, err)
	}
	issued := h.issue("")
	put("Too late", rows[0].AttendeeID)
	pages, err := h.CertificatePages(ctx, h.of, issued)
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for i, p := range pages {
		want := []string{"A library", "A network"}
		if people[i].Row.AttendeeID != rows[0].AttendeeID {
			want = nil
		}
		if !slices.Equal(p.Initiatives, want) {
			t.Errorf("%s has put forward %q, want %q", p.Attendee.GivenName, p.Initiatives, want)
		}
	}
	h.well()
}
