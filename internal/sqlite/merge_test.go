package sqlite_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// crowd registers people by given name in the sample seminar, and gives their attendee ids.
func crowd(t *testing.T, d *desk.Desk, given ...string) []seminar.ID {
	t.Helper()
	var all []seminar.ID
	for _, g := range given {
		done, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: g, Email: g + "@example.org"},
			Registration: seminar.Registration{SeminarID: demo.ID("cooperation-2025")}})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, done.Row.AttendeeID)
	}
	return all
}

func journalOf(t *testing.T, s *sqlite.Store) []journal.Operation {
	t.Helper()
	ops, err := s.Operations(ctx, desk.OperationFilter{})
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(ops)
	return ops
}

// person gives the ids of who an attendee is, the kept one's first.
func person(t *testing.T, s *sqlite.Store, id seminar.ID) []seminar.ID {
	t.Helper()
	all, err := s.Aliases(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMergesAtTwoDesksAllHold(t *testing.T) {
	of := demo.ID("cooperation-2025")
	for name, c := range map[string]struct {
		here, there [2]int // of the three: kept, dropped
		root        int    // -1: whoever has the smallest id
	}{
		"one into two":        {[2]int{1, 0}, [2]int{2, 0}, -1},
		"two into one":        {[2]int{0, 1}, [2]int{0, 2}, 0},
		"a chain":             {[2]int{1, 0}, [2]int{2, 1}, 2},
		"the same":            {[2]int{0, 1}, [2]int{0, 1}, 0},
		"the other way round": {[2]int{0, 1}, [2]int{1, 0}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			one, d := sample(t, 1)
			ids := crowd(t, d, "Anar", "Leyla", "Rustam")
			other := open(t)
			if err := other.SetSetting(ctx, "desk", "B"); err != nil {
				t.Fatal(err)
			}
			all(t, other, journalOf(t, one))
			b := desk.New(desk.Options{Store: other, Keeper: other})
			for i, at := range []*desk.Desk{d, b} {
				pair := [][2]int{c.here, c.there}[i]
				if _, err := at.Merge(ctx, of, ids[pair[0]], ids[pair[1]]); err != nil {
					t.Fatal(err)
				}
			}
			all(t, other, journalOf(t, one))
			all(t, one, journalOf(t, other))
			if err := sqlite.Compare(ctx, one, other); err != nil {
				t.Fatal(unwrap(err))
			}
			meant := []int{c.here[0], c.here[1], c.there[0], c.there[1]}
			root := person(t, one, ids[meant[0]])[0]
			for _, i := range meant {
				if got := person(t, other, ids[i]); got[0] != root {
					t.Errorf("%d is %v, and not %s", i, got, root)
				}
			}
			want := seminar.ID("")
			if c.root >= 0 {
				want = ids[c.root]
			} else {
				want = min(ids[c.here[0]], ids[c.there[0]])
			}
			if root != want {
				t.Errorf("kept is %s, want %s", root, want)
			}
			rows, err := one.Roster(ctx, seminar.RosterFilter{SeminarID: of, Only: ids})
			if err != nil || len(rows) != 4-len(slices.Compact(slices.Sorted(slices.Values(meant)))) {
				t.Errorf("%+v, %v", rows, err)
			}
			well(t, one)
			well(t, other)
		})
	}
}

func TestAMergeMayComeBeforeThePeopleItNames(t *testing.T) {
	one, d := sample(t, 1)
	ids := crowd(t, d, "Anar", "Leyla")
	if _, err := d.Merge(ctx, demo.ID("cooperation-2025"), ids[0], ids[1]); err != nil {
		t.Fatal(err)
	}
	ops := journalOf(t, one)
	slices.Reverse(ops)
	other := open(t)
	for i := range ops { // one by one, the last first
		all(t, other, ops[i:i+1])
	}
	if err := sqlite.Compare(ctx, one, other); err != nil {
		t.Error(unwrap(err))
	}
	if got := person(t, other, ids[1]); got[0] != ids[0] {
		t.Errorf("%v", got)
	}
}

func TestAFileOfTheVersionBeforeMergesLearnsOfThem(t *testing.T) {
	s, d := sample(t, 5)
	ids := crowd(t, d, "Anar", "Leyla")
	if _, err := d.Merge(ctx, demo.ID("cooperation-2025"), ids[0], ids[1]); err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	s.Close()
	execute(t, path, // as the version before has it, which kept the merge of another desk aside
		"UPDATE op SET aside = 1 WHERE kind = 'merge.set'", `DROP TABLE "merge"`, "DROP TABLE alias",
		"ALTER TABLE roster DROP COLUMN also", "ALTER TABLE roster DROP COLUMN also_words",
		"DROP INDEX roster_protocol", "ALTER TABLE roster DROP COLUMN honorific", "ALTER TABLE roster DROP COLUMN protocol",
		"ALTER TABLE roster DROP COLUMN excused", "DROP TABLE correction", "DROP TABLE operator", `DROP TABLE "template"`, "DROP TABLE piece", "DROP TABLE sheet", "DROP TABLE erased",
		"CREATE TABLE was (code TEXT NOT NULL COLLATE NOCASE, registration TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (code, registration, kind)) WITHOUT ROWID",
		"INSERT INTO was SELECT c.code, r.registration, c.kind FROM code c JOIN roster r ON r.rowid = c.row",
		"INSERT OR IGNORE INTO was SELECT attendee, registration, 'id' FROM roster UNION ALL SELECT registration, registration, 'id' FROM roster",
		"DROP TABLE code", "ALTER TABLE was RENAME TO code", "CREATE INDEX code_registration ON code (registration)",
		"DELETE FROM local WHERE key LIKE 'index%'",
		"DELETE FROM goose_db_version WHERE version_id > 1", "PRAGMA user_version = 1")
	now, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer now.Close()
	if _, err := now.Renew(ctx, "", nil); err != nil {
		t.Fatal(err)
	}
	if got := person(t, now, ids[1]); len(got) != 2 || got[0] != ids[0] {
		t.Errorf("%v", got)
	}
	well(t, now)
	shots, err := now.Snapshots(ctx)
	if err != nil || !slices.ContainsFunc(shots, func(f desk.Snapshot) bool { return strings.Contains(f.Why, "migration") }) {
		t.Errorf("no snapshot was taken before: %+v, %v", shots, err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
