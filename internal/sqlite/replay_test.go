package sqlite_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// personal are fields that an erasure may take; whose a row is always stays.
var personal = []string{"given_name", "family_name", "email", "code", "badge_number", "status", "delegation", "name", "nonce", "head"}

// history makes random operations of three desks: sets of a few attendees, registrations, lists, delegations and categories, check-ins with the
// same nonces, undos, undos of undos, and erasures of any of them.
func history(r *rand.Rand, n, people int) []journal.Operation {
	var ops []journal.Operation
	seq := map[string]int64{}
	add := func(kind journal.Kind, subject seminar.ID, body any) {
		d := string('A' + rune(r.IntN(3)))
		seq[d]++
		raw, _ := json.Marshal(body)
		o := journal.Operation{ID: fmt.Sprintf("op-%05d-%s", len(ops), d), Desk: d, Incarnation: "i", Seq: seq[d],
			HLC: int64(r.IntN(n)), Wall: time.Unix(int64(len(ops)), 0), Kind: kind, Subject: subject, Body: raw, BodyHash: journal.HashBody(raw)}
		o.Batch = o.ID
		ops = append(ops, o)
	}
	for range n {
		who := r.IntN(people)
		person, list := seminar.ID(fmt.Sprint("person-", who)), seminar.ID(fmt.Sprint("list-", who%max(1, people/20)))
		switch r.IntN(12) {
		case 0, 1:
			add("attendee.set", person, map[string]any{"given_name": fmt.Sprint("Given", r.IntN(4)), "email": fmt.Sprint(r.IntN(3), "@example.org")})
		case 2:
			add("attendee.set", person, map[string]any{"family_name": fmt.Sprint("Family", r.IntN(4))})
		case 3:
			add("registration.set", seminar.ID(fmt.Sprint("reg-", person, "-", r.IntN(2))), map[string]any{"seminar": fmt.Sprint("seminar-", r.IntN(2)), "attendee": person, "status": []string{"confirmed", "pending"}[r.IntN(2)],
				"code": fmt.Sprint(r.IntN(9)), "badge_number": fmt.Sprint("A-", r.IntN(9)),
				"delegation": fmt.Sprint("delegation-", r.IntN(max(4, people/5))), "category": fmt.Sprint("category-", r.IntN(3))})
		case 4, 5:
			nonce := fmt.Sprint(r.IntN(6))
			add("checkin.add", seminar.ID(fmt.Sprint("checkin-", person, nonce)), map[string]any{"seminar": "seminar-1", "list": list, "attendee": person,
				"type": []string{"entry", "exit"}[r.IntN(2)], "successful": true, "nonce": nonce, "datetime": time.Unix(int64(r.IntN(9)*3600), 0).UTC()})
		case 8:
			other := seminar.ID(fmt.Sprint("person-", who/4*4+r.IntN(4))) // one of four, who may never be written, or the same again
			keep, drop := person, other
			if r.IntN(3) == 0 {
				keep, drop = other, person
			}
			add("merge.set", seminar.MergeID(keep, drop), map[string]any{"keep": keep, "drop": drop, "apart": r.IntN(4) == 0})
		case 9:
			add("badge.add", seminar.ID(fmt.Sprint("badge-", len(ops))), map[string]any{"registration": fmt.Sprint("reg-", person, "-", r.IntN(2)), "code": fmt.Sprint(r.IntN(9))})
		case 6:
			add("list.set", list, map[string]any{"seminar": "seminar-1", "frequency": []string{"once", "daily"}[r.IntN(2)]})
		case 7:
			add("delegation.set", seminar.ID(fmt.Sprint("delegation-", r.IntN(max(4, people/5)))), map[string]any{"seminar": fmt.Sprint("seminar-", 1+r.IntN(8)/7),
				"name": fmt.Sprint("Delegation ", r.IntN(3)), "position": r.IntN(3), "head": person, "removed": r.IntN(9) == 0})
		case 10:
			if r.IntN(max(1, people/10)) > 0 { // each moves a third of the people
				continue
			}
			add("category.set", seminar.ID(fmt.Sprint("category-", r.IntN(3))), map[string]any{"seminar": "seminar-1", "position": r.IntN(4)})
		default:
			switch {
			case len(ops) == 0:
			case r.IntN(6) == 0: // of two, each loses some of its fields
				body := journal.EraseBody{Version: 1, Operations: map[string]journal.Fields{}}
				for range 2 {
					o := ops[r.IntN(len(ops))]
					kept, _ := journal.FieldsOf(o.Body)
					maps.DeleteFunc(kept, func(name string, _ json.RawMessage) bool {
						return slices.Contains(personal, name) && r.IntN(3) == 0
					})
					body.Operations[o.ID] = kept
				}
				add(journal.KindErase, person, body)
			default:
				add(journal.KindUndo, "", journal.UndoBody{Version: 1, Operations: []string{ops[r.IntN(len(ops))].ID}})
			}
		}
	}
	return ops
}

func TestTheTablesAreAFunctionOfTheSetOfOperations(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		ops := history(r, 150, 5)
		inOrder, shuffled := open(t), open(t)
		all(t, inOrder, ops)
		mixed := slices.Clone(ops)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		half := len(mixed) / 2
		for _, some := range [][]journal.Operation{mixed[:half], mixed[half:], mixed} { // the last time all of it again
			all(t, shuffled, some)
		}
		if err := sqlite.Compare(ctx, inOrder, shuffled); err != nil {
			t.Fatalf("seed %d, shuffled: %v", seed, unwrap(err))
		}
		erased := journalOf(t, inOrder) // another desk gets what is left of it
		r.Shuffle(len(erased), func(i, j int) { erased[i], erased[j] = erased[j], erased[i] })
		third := open(t)
		all(t, third, erased)
		if err := sqlite.Compare(ctx, inOrder, third); err != nil {
			t.Fatalf("seed %d, erased before: %v", seed, unwrap(err))
		}
		if err := shuffled.Rebuild(ctx); err != nil {
			t.Fatal(err)
		}
		if err := sqlite.Compare(ctx, inOrder, shuffled); err != nil {
			t.Fatalf("seed %d, rebuilt: %v", seed, unwrap(err))
		}
	}
}

// all has a desk receive operations, every one of which must be applied or be there already.
func all(t *testing.T, s *sqlite.Store, ops []journal.Operation) {
	t.Helper()
	receipt, err := s.Receive(ctx, ops)
	if err != nil || receipt.Aside > 0 || len(receipt.Refused) > 0 {
		t.Fatalf("%d operations received: %+v, %v", len(ops), receipt, err)
	}
}

func TestTenThousandOperationsComeToTheSameAtEveryDesk(t *testing.T) {
	r := rand.New(rand.NewPCG(2025, 7))
	ops := history(r, 10_000, 400)
	first, second := open(t), open(t)
	all(t, first, ops)
	r.Shuffle(len(ops), func(i, j int) { ops[i], ops[j] = ops[j], ops[i] })
	for some := range slices.Chunk(ops, 700) {
		all(t, second, some)
	}
	if err := sqlite.Compare(ctx, first, second); err != nil {
		t.Errorf("in another order: %v", unwrap(err))
	}
	for _, s := range []*sqlite.Store{first, second} {
		if err := s.Rebuild(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if err := sqlite.Compare(ctx, first, second); err != nil {
		t.Errorf("rebuilt: %v", unwrap(err))
	}
}

func unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok && u.Unwrap() != nil {
		return u.Unwrap()
	}
	return err
}

func TestUndoTwiceChangesNothingAndCanBeUndone(t *testing.T) {
	_, d := sample(t, 10)
	seminars, err := d.Seminars(ctx)
	if err != nil {
		t.Fatal(err)
	}
	of := seminars[0].ID
	count := func() int {
		n, err := d.Count(ctx, seminar.RosterFilter{SeminarID: of})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	done, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Əli"}, Registration: seminar.Registration{SeminarID: of}})
	if err != nil {
		t.Fatal(err)
	}
	first, err := d.Undo(ctx, string(done.Action), "")
	if err != nil || count() != 10 {
		t.Fatalf("%d people after undo, %v", count(), err)
	}
	second, err := d.Undo(ctx, string(done.Action), "")
	if err != nil || second.ID != first.ID {
		t.Errorf("undone twice: %s and %s, %v", first.ID, second.ID, err)
	}
	if _, err := d.Undo(ctx, first.ID, ""); err != nil || count() != 11 {
		t.Errorf("%d people after the undo was undone, %v", count(), err)
	}
}
