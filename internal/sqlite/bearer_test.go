package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// TestAScanIsOneRowWhoeverHasHeardOfTheMerge has two desks scan the same badges with the same nonces, merge and take merges
// back, and hear of each other at any time and in any order. A nonce stays one row of whom the badge was printed for.
func TestAScanIsOneRowWhoeverHasHeardOfTheMerge(t *testing.T) {
	of := demo.ID("cooperation-2025")
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 25))
			one, d := sample(t, 1)
			ids := crowd(t, d, "Anar", "Leyla", "Rustam")
			list, err := d.FindList(ctx, of, "")
			if err != nil {
				t.Fatal(err)
			}
			codes := map[seminar.ID]string{}
			for _, id := range ids {
				f, err := d.Person(ctx, of, id)
				if err != nil {
					t.Fatal(err)
				}
				codes[id] = f.Registration.Code
			}
			other := open(t)
			if err := other.SetSetting(ctx, "desk", "B"); err != nil {
				t.Fatal(err)
			}
			all(t, other, journalOf(t, one))
			desks := []*desk.Desk{d, desk.New(desk.Options{Store: other, Keeper: other})}
			hear := func() {
				ops := [][]journal.Operation{journalOf(t, one), journalOf(t, other)}
				for i := range ops {
					random.Shuffle(len(ops[i]), func(a, b int) { ops[i][a], ops[i][b] = ops[i][b], ops[i][a] })
				}
				all(t, other, ops[0])
				all(t, one, ops[1])
			}
			var merges []desk.Action
			scanned := map[string]seminar.ID{} // by code and nonce
			for range 30 {
				at := desks[random.IntN(2)]
				who, with := ids[random.IntN(3)], ids[random.IntN(3)]
				switch random.IntN(8) {
				case 0:
					if action, err := at.Merge(ctx, of, who, with); err == nil {
						merges = append(merges, action)
					}
				case 1:
					if len(merges) > 0 {
						_, err := at.Undo(ctx, string(merges[random.IntN(len(merges))]), "a test")
						if code := seminar.CodeOf(err); err != nil && code != seminar.CodeNotFound { // this desk may not have heard of it
							t.Fatal(err)
						}
					}
				case 2:
					hear()
				default:
					nonce := fmt.Sprint(random.IntN(3))
					s := desk.Scan{SeminarID: of, ListID: list.ID, Code: codes[who], Nonce: nonce, Force: true, ForceWhy: "a test"}
					if a, err := at.Checkin(ctx, s); err != nil || a.Status != seminar.OK {
						t.Fatalf("%+v, %v", a, err)
					} else if a.Operation != "" {
						scanned[codes[who]+" "+nonce] = who
					}
				}
			}
			hear()
			if err := sqlite.Compare(ctx, one, other); err != nil {
				t.Fatal(unwrap(err))
			}
			well(t, one)
			for _, m := range merges {
				if _, err := desks[0].Undo(ctx, string(m), "a test"); err != nil {
					t.Fatal(err)
				}
			}
			got := map[string]seminar.ID{}
			for _, id := range ids {
				rows, err := one.Checkins(ctx, list.ID, id)
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range rows {
					key := c.RawCode + " " + c.Nonce
					if got[key] != "" {
						t.Errorf("two rows of one nonce and badge, of %s and %s", got[key], c.AttendeeID)
					}
					got[key] = c.AttendeeID
				}
			}
			if len(got) != len(scanned) {
				t.Errorf("%d rows, of %d scans", len(got), len(scanned))
			}
			for key, id := range scanned {
				if got[key] != id {
					t.Errorf("%s is %s's, and was printed for %s", key, got[key], id)
				}
			}
			well(t, one)
			hear()
			if err := sqlite.Compare(ctx, one, other); err != nil {
				t.Fatal(unwrap(err))
			}
		})
	}
}
