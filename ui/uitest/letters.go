package uitest

import (
	"context"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// Unknown is a letter for private use that no font has, whatever fonts a machine has.
const Unknown = "\U0010FFFD"

// Unprintable gives somebody of a seminar, whose name it returns, a name in a script that no font has.
func Unprintable(t *testing.T, d *desk.Desk, of seminar.ID) string {
	t.Helper()
	ctx := context.Background()
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: "Wei Li", Limit: 1})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d people, %v", len(rows), err)
	}
	f, err := d.Person(ctx, of, rows[0].AttendeeID)
	if err != nil {
		t.Fatal(err)
	}
	f.Attendee.NativeName = Unknown
	if _, err := d.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	return rows[0].Name()
}
