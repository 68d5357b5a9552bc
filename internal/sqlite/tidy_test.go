package sqlite_test

import (
	"database/sql"
	"fmt"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestATidyIndexFindsTheSame(t *testing.T) {
	s, d := sample(t, 300)
	of := demo.ID("cooperation-2025")
	for i := range 60 { // each in a transaction of its own: the index grows in parts
		if _, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: fmt.Sprint("Tidy", i), FamilyName: "Əliyev"},
			Registration: seminar.Registration{SeminarID: of}}); err != nil {
			t.Fatal(err)
		}
	}
	segments := func() int {
		t.Helper()
		db, err := sql.Open("sqlite", s.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		n := 0
		if err := db.QueryRow("SELECT count(DISTINCT segid) FROM search_idx").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	search := func() []seminar.RosterRow {
		t.Helper()
		rows, err := s.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: "tidy aliyev"})
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	before, many := search(), segments()
	for range 2 { // the second time there is nothing to do
		if err := s.Tidy(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if n := segments(); n != 1 || many < 2 {
		t.Errorf("%d parts before, %d after", many, n)
	}
	after := search()
	if len(after) != 60 || len(before) != 60 {
		t.Errorf("found %d before, %d after", len(before), len(after))
	}
	well(t, s)
}
