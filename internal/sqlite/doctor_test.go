package sqlite_test

import (
	"database/sql"
	"strings"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/sqlite"
)

// well fails if the doctor finds anything wrong, and gives the findings.
func well(t *testing.T, s *sqlite.Store) map[string]desk.Finding {
	t.Helper()
	all, err := s.Doctor(ctx)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]desk.Finding{}
	for _, f := range all {
		by[f.Check] = f
		if !f.OK {
			t.Errorf("doctor: %s: %s", f.Check, f.Message)
		}
	}
	return by
}

func TestTheDoctorTellsAGapOnItsWayFromDamage(t *testing.T) {
	s, _ := sample(t, 3)
	b := &writer{desk: "B", incarnation: "b"}
	var ops []journal.Operation
	for range 6 {
		ops = append(ops, b.op("attendee.set", "one", `{"given_name":"One"}`))
	}
	if _, err := s.Receive(ctx, append(ops[:2:2], ops[4:]...)); err != nil {
		t.Fatal(err)
	}
	if note := well(t, s)["chain"].Message; !strings.Contains(note, "3 to 4 of desk B") {
		t.Errorf("the doctor says %q", note)
	}
	if _, err := s.Receive(ctx, ops); err != nil {
		t.Fatal(err)
	}
	if note := well(t, s)["chain"].Message; strings.Contains(note, "desk B") {
		t.Errorf("the doctor says %q when nothing is missing", note)
	}
	execute(t, s.Path(), "DELETE FROM op WHERE desk = 'A' AND seq = 5")
	all, err := s.Doctor(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if f.Check == "chain" && f.OK {
			t.Error("an operation of this desk's own is missing, and the doctor is content")
		}
	}
}

func TestTheDoctorComparesTheSearchIndexWordByWord(t *testing.T) {
	spoilt := map[string]string{
		"another word":              "UPDATE search SET strict = 'somebody else', loose = '', skeleton = '', extra = '' WHERE rowid = 2",
		"two swapped":               "UPDATE roster SET rowid = -1 WHERE rowid = 2; UPDATE roster SET rowid = 2 WHERE rowid = 3; UPDATE roster SET rowid = 3 WHERE rowid = -1",
		"one missing, one too many": "DELETE FROM search WHERE rowid = 2; INSERT INTO search (rowid, strict, loose, skeleton, extra) VALUES (999, 'x', 'x', 'x', 'x')",
	}
	for name, statement := range spoilt {
		t.Run(name, func(t *testing.T) {
			s, _ := sample(t, 10)
			well(t, s)
			execute(t, s.Path(), statement)
			all, err := s.Doctor(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range all {
				if f.Check == "search" && f.OK {
					t.Error("the doctor is content")
				}
			}
		})
	}
}

func TestTheDoctorFindsOneChangedByte(t *testing.T) {
	for name, change := range map[string]string{
		"chain":      "UPDATE op SET body = replace(body, 'Sevinc', 'Sevina') WHERE kind = 'attendee.set' AND body LIKE '%Sevinc%'",
		"projection": "UPDATE attendee SET doc = replace(doc, 'Sevinc', 'Sevina')",
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := sample(t, demo.People)
			db, err := sql.Open("sqlite", s.Path())
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec(change); err != nil {
				t.Fatal(err)
			}
			findings, err := s.Doctor(ctx)
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, f := range findings {
				found = found || f.Check == name && !f.OK
			}
			if !found {
				t.Errorf("not found: %+v", findings)
			}
		})
	}
}
