package desk_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// queueing is a hall of so many places with a waiting list.
func queueing(t *testing.T, capacity int) *hall {
	h := open(t)
	h.alter(func(s *seminar.Seminar) { s.Capacity, s.WaitingList = capacity, true })
	return h
}

func (h *hall) alter(edit func(*seminar.Seminar)) desk.Action {
	h.t.Helper()
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		h.t.Fatal(err)
	}
	edit(&s)
	a, err := h.SaveSeminar(ctx, s)
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

func (h *hall) status(id seminar.ID, want seminar.Status) {
	h.t.Helper()
	f, err := h.Person(ctx, h.of, id)
	if err != nil {
		h.t.Fatal(err)
	}
	if f.Registration.Status != want {
		h.t.Errorf("%s is %s, want %s", f.Attendee.GivenName, f.Registration.Status, want)
	}
}

func (h *hall) do(a desk.Action, err error) desk.Action {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

func TestWhoFindsNoPlaceWaitsAndMovesUp(t *testing.T) {
	h := queueing(t, 1)
	first, second, third := h.register("Leyla").Row, h.register("Anar").Row, h.register("Nigar").Row
	h.status(first.AttendeeID, seminar.Confirmed)
	h.status(second.AttendeeID, seminar.Waitlisted)
	if at, _ := h.WaitingAt(ctx, h.of, third.AttendeeID); at != 2 {
		t.Errorf("the third is %d on the waiting list, want 2", at)
	}
	h.answers(second.Code, seminar.ReasonUnapproved)

	cancelled := h.do(h.Cancel(ctx, h.of, first.AttendeeID))
	h.status(second.AttendeeID, seminar.Confirmed)
	h.status(third.AttendeeID, seminar.Waitlisted)
	if moved, _ := h.Movers(cancelled); len(moved) != 1 || moved[0].AttendeeID != second.AttendeeID {
		t.Errorf("moved up %+v, want Anar", moved)
	}
	told, err := h.MovedUpList(ctx, h.of)
	if err != nil || len(told) != 1 || told[0].Told || told[0].Row.AttendeeID != second.AttendeeID {
		t.Errorf("to tell: %+v %v", told, err)
	}
	h.do(h.SayTold(ctx, h.of, []seminar.ID{second.AttendeeID}))
	if told, _ = h.MovedUpList(ctx, h.of); len(told) != 1 || !told[0].Told {
		t.Errorf("told: %+v", told)
	}

	// The undo of the cancelling drops nobody: there are two on one place, and that is said.
	if _, err := h.Undo(ctx, string(cancelled), ""); err != nil {
		t.Fatal(err)
	}
	h.status(first.AttendeeID, seminar.Confirmed)
	h.status(second.AttendeeID, seminar.Confirmed)
	quotas, err := h.Quotas(ctx, h.of)
	if err != nil || len(quotas) != 1 || quotas[0].Over() != 1 || quotas[0].Waiting != 1 {
		t.Errorf("quotas %+v %v, want one over and one waiting", quotas, err)
	}
	h.do(h.Cancel(ctx, h.of, first.AttendeeID)) // back to one on one place: nobody moves up
	h.status(third.AttendeeID, seminar.Waitlisted)
	h.alter(func(s *seminar.Seminar) { s.Capacity = 2 })
	h.status(third.AttendeeID, seminar.Confirmed)
}

func TestAPlaceBeyondTheQuotaNeedsAReason(t *testing.T) {
	h := queueing(t, 1)
	h.register("Leyla")
	second := h.register("Anar").Row
	confirm := func(r *seminar.Registration) { r.Status = seminar.Confirmed }
	if _, err := h.ChangeAll(ctx, h.of, []seminar.ID{second.AttendeeID}, confirm); seminar.CodeOf(err) != desk.CodeSeminarFull || !desk.NoPlace(err) {
		t.Errorf("a place that there is not: %v", err)
	}
	if _, err := h.GivePlace(ctx, h.of, []seminar.ID{second.AttendeeID}, " "); seminar.CodeOf(err) != seminar.CodeRequired {
		t.Errorf("without a reason: %v", err)
	}
	h.do(h.GivePlace(ctx, h.of, []seminar.ID{second.AttendeeID}, "The minister asked"))
	h.status(second.AttendeeID, seminar.Confirmed)

	guest, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Nigar"},
		Registration: seminar.Registration{SeminarID: h.of, OverWhy: "An interpreter"}})
	if err != nil || guest.Row.Status != seminar.Confirmed {
		t.Errorf("registered beyond the quota: %+v %v", guest.Row.Status, err)
	}
	// Whoever has a place already is changed as before.
	f, _ := h.Person(ctx, h.of, guest.Row.AttendeeID)
	f.Attendee.Organisation = "ADA"
	if _, err := h.Edit(ctx, f); err != nil {
		t.Error(err)
	}
}

func TestWhoCannotForceCannotGoBeyondAQuota(t *testing.T) {
	h := queueing(t, 1)
	h.register("Leyla")
	o, _, err := h.SaveOperator(ctx, seminar.Operator{Name: "Chief", Role: seminar.Administrator}, "1234")
	if err != nil {
		t.Fatal(err)
	}
	chief, err := h.SignIn(ctx, o.ID, "1234")
	if err != nil {
		t.Fatal(err)
	}
	steward, _, err := chief.SaveOperator(ctx, seminar.Operator{Name: "Hand", Role: seminar.Steward}, "4321")
	if err != nil {
		t.Fatal(err)
	}
	hand, err := h.SignIn(ctx, steward.ID, "4321")
	if err != nil {
		t.Fatal(err)
	}
	_, err = hand.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Nigar"}, Registration: seminar.Registration{SeminarID: h.of, OverWhy: "please"}})
	if seminar.CodeOf(err) != desk.CodeRight {
		t.Errorf("a steward forced a place: %v", err)
	}
}

// TestMovingUpIsUndoneOnItsOwn: somebody who was moved up can be put back, and is not moved up again by that.
func TestMovingUpIsUndoneOnItsOwn(t *testing.T) {
	h := queueing(t, 1)
	first, second := h.register("Leyla").Row, h.register("Anar").Row
	cancelled := h.do(h.Cancel(ctx, h.of, first.AttendeeID))
	ops, err := h.Operations(ctx, desk.OperationFilter{Subject: second.AttendeeID, Limit: 1})
	if err != nil || len(ops) != 1 || ops[0].Batch == string(cancelled) || ops[0].Operator != "Leyla" {
		t.Fatalf("the moving up is %+v %v", ops, err)
	}
	if _, err := h.Undo(ctx, ops[0].ID, ""); err != nil {
		t.Fatal(err)
	}
	h.status(second.AttendeeID, seminar.Waitlisted)
}

func TestPendingIsApprovedOrDeclined(t *testing.T) {
	h := queueing(t, 2)
	h.alter(func(s *seminar.Seminar) { s.Approval = true })
	var ids []seminar.ID
	for _, name := range []string{"Leyla", "Anar", "Nigar", "Orxan"} {
		r := h.register(name).Row
		h.status(r.AttendeeID, seminar.Pending)
		ids = append(ids, r.AttendeeID)
	}
	walked, answer, err := h.WalkIn(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Guest"}, Registration: seminar.Registration{SeminarID: h.of}}, h.list.ID)
	if err != nil || walked.Row.Status != seminar.Confirmed || answer.Status != seminar.OK {
		t.Errorf("a walk-in is %s, %s, %v", walked.Row.Status, answer.Status, err)
	}
	done, err := h.Approve(ctx, h.of, ids[:3])
	if err != nil || done.Confirmed != 1 || done.Waiting != 2 {
		t.Errorf("approved %+v %v, want one confirmed and two waiting", done, err)
	}
	action := h.do(h.Decline(ctx, h.of, ids, "Too late"))
	h.status(ids[0], seminar.Confirmed) // only who is pending is declined
	f, _ := h.Person(ctx, h.of, ids[3])
	if f.Registration.Status != seminar.Cancelled || f.Registration.DeclinedWhy != "Too late" {
		t.Errorf("declined: %+v", f.Registration)
	}
	if _, err := h.Undo(ctx, string(action), ""); err != nil {
		t.Fatal(err)
	}
	h.status(ids[3], seminar.Pending)
}

func TestOnlyACategoryIsApproved(t *testing.T) {
	h := open(t)
	press, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Press", Approval: true})
	if err != nil {
		t.Fatal(err)
	}
	done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Reporter"}, Registration: seminar.Registration{SeminarID: h.of, CategoryID: press.ID}})
	if err != nil || done.Row.Status != seminar.Pending {
		t.Errorf("the press is %s %v", done.Row.Status, err)
	}
	h.status(h.register("Leyla").Row.AttendeeID, seminar.Confirmed)
}

// TestTwoDesksThatGiveTheLastPlace: both stand, that there is one too many is said, and both desks see the same.
func TestTwoDesksThatGiveTheLastPlace(t *testing.T) {
	h := queueing(t, 2)
	first := h.register("Leyla").Row
	other := h.second()
	h.register("Anar")
	other.register("Nigar")
	h.exchange(other)
	for _, d := range []*hall{h, other} {
		quotas, err := d.Quotas(ctx, d.of)
		if err != nil || quotas[0].Taken != 3 || quotas[0].Over() != 1 {
			t.Errorf("%+v %v", quotas, err)
		}
	}
	// Apart again, each gives the place of one who cancels to the same person; the place that is left goes to the next one then.
	waits, last := h.register("Orxan").Row, h.register("Aysel").Row
	h.alter(func(s *seminar.Seminar) { s.Capacity = 3 })
	h.exchange(other)
	rows, err := h.Roster(ctx, seminar.RosterFilter{SeminarID: h.of, Search: "Nigar"})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	h.do(h.Cancel(ctx, h.of, first.AttendeeID))
	other.do(other.Cancel(ctx, h.of, rows[0].AttendeeID))
	h.exchange(other)
	h.status(waits.AttendeeID, seminar.Confirmed)
	h.status(last.AttendeeID, seminar.Waitlisted)
	moved, err := other.MoveUp(ctx)
	if err != nil || len(moved) != 1 || moved[0].AttendeeID != last.AttendeeID {
		t.Errorf("moved up %+v %v", moved, err)
	}
	h.exchange(other)
	h.status(last.AttendeeID, seminar.Confirmed)
	if moved, err := h.MoveUp(ctx); err != nil || len(moved) != 0 {
		t.Errorf("moved up %+v %v", moved, err)
	}
}

// second is another desk of the same seminar.
func (h *hall) second() *hall {
	h.t.Helper()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(h.t.TempDir(), "second.lanyard"), Create: true, Now: func() time.Time { return h.now }})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { store.Close() })
	other := *h
	other.store, other.Desk = store, desk.New(desk.Options{Store: store, Keeper: store, Now: func() time.Time { return h.now }, Operator: "Anar"})
	h.exchange(&other)
	return &other
}

// exchange gives each of two desks the operations of the other.
func (h *hall) exchange(other *hall) {
	h.t.Helper()
	for _, way := range [][2]*hall{{h, other}, {other, h}} {
		ops, err := way[0].Operations(ctx, desk.OperationFilter{})
		if err != nil {
			h.t.Fatal(err)
		}
		slices.Reverse(ops)
		if receipt, err := way[1].store.Receive(ctx, ops); err != nil || len(receipt.Refused) > 0 {
			h.t.Fatal(receipt, err)
		}
	}
}

// slow is a waiting list as somebody would keep it by hand.
type slow struct {
	people   []*slowPerson // by registration
	capacity int
	quota    map[seminar.ID]int
}

type slowPerson struct {
	id, category, delegation seminar.ID
	status                   seminar.Status
	since                    int // the step at which they came onto the list
}

func (s *slow) fits(p *slowPerson) bool {
	room := func(limit int, in func(*slowPerson) bool) bool {
		n := 0
		for _, o := range s.people {
			if o.status == seminar.Confirmed && in(o) {
				n++
			}
		}
		return limit == 0 || n < limit
	}
	return room(s.capacity, func(*slowPerson) bool { return true }) &&
		room(s.quota[p.category], func(o *slowPerson) bool { return o.category == p.category }) &&
		room(s.quota[p.delegation], func(o *slowPerson) bool { return o.delegation == p.delegation })
}

func (s *slow) moveUp() {
	for {
		var best *slowPerson
		for _, p := range s.people {
			if p.status == seminar.Waitlisted && s.fits(p) && (best == nil || p.since < best.since) {
				best = p
			}
		}
		if best == nil {
			return
		}
		best.status = seminar.Confirmed
	}
}

// TestWaitingListsAgainstASlowOne does random things to a seminar with quotas, and compares with the list kept by hand.
func TestWaitingListsAgainstASlowOne(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 6))
			h := queueing(t, 6)
			s := &slow{capacity: 6, quota: map[seminar.ID]int{}}
			var categories, delegations []seminar.ID
			for i := range 2 {
				c, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: fmt.Sprint("Category ", i), Quota: 3 + i})
				if err != nil {
					t.Fatal(err)
				}
				v, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: fmt.Sprint("Delegation ", i), Quota: 3})
				if err != nil {
					t.Fatal(err)
				}
				s.quota[c.ID], s.quota[v.ID] = c.Quota, v.Quota
				categories, delegations = append(categories, c.ID), append(delegations, v.ID)
			}
			for step := range 60 {
				h.now = h.now.Add(time.Second)
				var err error
				switch n := r.IntN(10); {
				case n < 5 || len(s.people) == 0:
					p := &slowPerson{category: categories[r.IntN(2)], delegation: delegations[r.IntN(2)], status: seminar.Waitlisted, since: step}
					if s.fits(p) {
						p.status = seminar.Confirmed
					}
					var done desk.Registered
					done, err = h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: fmt.Sprint("Person ", step)},
						Registration: seminar.Registration{SeminarID: h.of, CategoryID: p.category, DelegationID: p.delegation}})
					p.id = done.Row.AttendeeID
					s.people = append(s.people, p)
				case n < 7:
					p := s.people[r.IntN(len(s.people))]
					p.status = seminar.Cancelled
					_, err = h.Cancel(ctx, h.of, p.id)
				case n < 8: // somebody is put onto the list, again or from a place
					p := s.people[r.IntN(len(s.people))]
					if p.status != seminar.Waitlisted {
						p.status, p.since = seminar.Waitlisted, step
					}
					_, err = h.ChangeAll(ctx, h.of, []seminar.ID{p.id}, func(v *seminar.Registration) { v.Status = seminar.Waitlisted })
				case n < 9:
					p, to := s.people[r.IntN(len(s.people))], categories[r.IntN(2)]
					was := *p
					p.category = to
					if was.status == seminar.Confirmed && was.category != to {
						if !s.fitsIn(p) {
							*p = was
						}
					}
					_, err = h.ChangeAll(ctx, h.of, []seminar.ID{p.id}, func(v *seminar.Registration) { v.CategoryID = to })
					if desk.NoPlace(err) && p.category != to {
						err = nil
					}
				default:
					s.capacity = 3 + r.IntN(8)
					h.alter(func(v *seminar.Seminar) { v.Capacity = s.capacity })
				}
				if err != nil {
					t.Fatal(step, err)
				}
				s.moveUp()
				for _, p := range s.people {
					h.status(p.id, p.status)
				}
				waiting, err := h.WaitingList(ctx, h.of)
				if err != nil {
					t.Fatal(err)
				}
				want := slices.DeleteFunc(slices.Clone(s.people), func(p *slowPerson) bool { return p.status != seminar.Waitlisted })
				slices.SortStableFunc(want, func(a, b *slowPerson) int { return a.since - b.since })
				for i, p := range want {
					if i >= len(waiting) || waiting[i].Row.AttendeeID != p.id || waiting[i].Position != i+1 {
						t.Fatalf("step %d: the waiting list is %+v", step, waiting)
					}
				}
				if t.Failed() {
					t.FailNow()
				}
			}
		})
	}
}

// fitsIn says whether somebody with a place in the seminar has one in the category too.
func (s *slow) fitsIn(p *slowPerson) bool {
	n := 0
	for _, o := range s.people {
		if o != p && o.status == seminar.Confirmed && o.category == p.category {
			n++
		}
	}
	return n < s.quota[p.category]
}
