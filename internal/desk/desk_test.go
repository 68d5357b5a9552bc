package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

var ctx = context.Background()

// hall is a desk in a seminar of one morning, on a workspace of its own, with a clock that the test sets.
type hall struct {
	*desk.Desk
	t       *testing.T
	store   *sqlite.Store
	of      seminar.ID
	list    seminar.List
	session seminar.Session
	now     time.Time
}

func open(t *testing.T) *hall {
	t.Helper()
	h := &hall{t: t, now: time.Date(2025, 7, 18, 9, 0, 0, 0, time.FixedZone("+04", 4*3600))}
	clock := func() time.Time { return h.now }
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h.store, h.Desk = store, desk.New(desk.Options{Store: store, Keeper: store, Now: clock, Operator: "Leyla"})
	s, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Cooperation"}, Start: "2025-07-18", End: "2025-07-18",
		Zone: "Asia/Baku", Percent: 50})
	if err != nil {
		t.Fatal(err)
	}
	h.of = s.ID
	h.session, _, err = h.SaveSession(ctx, seminar.Session{SeminarID: h.of, Title: "Panel", Kind: seminar.KindPanel, Counts: true,
		Start: h.now, End: h.now.Add(2 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	if h.list, err = h.FindList(ctx, h.of, ""); err != nil {
		t.Fatal(err)
	}
	return h
}

func (h *hall) register(given string) desk.Registered {
	h.t.Helper()
	done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: given, FamilyName: "Əliyev"}, Registration: seminar.Registration{SeminarID: h.of}})
	if err != nil {
		h.t.Fatal(err)
	}
	return done
}

func (h *hall) scan(code string) desk.ScanAnswer {
	h.t.Helper()
	a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code})
	if err != nil {
		h.t.Fatal(err)
	}
	return a
}

// answers fails unless a scan is answered with a reason; "" is ok.
func (h *hall) answers(code string, want seminar.Reason) desk.ScanAnswer {
	h.t.Helper()
	a := h.scan(code)
	if a.Reason != want || (want == "") != (a.Status == seminar.OK) {
		h.t.Errorf("%s %s (%s), want reason %q", a.Status, a.Reason, a.Explanation, want)
	}
	return a
}

func (h *hall) undo(operation string) {
	h.t.Helper()
	if _, err := h.Undo(ctx, operation, "a test"); err != nil {
		h.t.Fatal(err)
	}
}

func (h *hall) person(id seminar.ID) desk.Form {
	h.t.Helper()
	f, err := h.Person(ctx, h.of, id)
	if err != nil {
		h.t.Fatal(err)
	}
	return f
}

func (h *hall) count(f seminar.RosterFilter) int {
	h.t.Helper()
	f.SeminarID = h.of
	n, err := h.Count(ctx, f)
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

func (h *hall) tally() seminar.Tally {
	h.t.Helper()
	n, err := h.Tally(ctx, h.list)
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

// well has the doctor look the workspace over: what the tables say must be what the journal says.
func (h *hall) well() {
	h.t.Helper()
	all, err := h.Keeper().Doctor(ctx)
	if err != nil {
		h.t.Fatal(err)
	}
	for _, f := range all {
		if !f.OK {
			h.t.Errorf("doctor: %s: %s", f.Check, f.Message)
		}
	}
}

func TestRegisterGivesACodeANumberAndAPlaceInTheList(t *testing.T) {
	h := open(t)
	one, two := h.register("Anar"), h.register("Leyla")
	if one.Row.BadgeNumber != "A-001" || two.Row.BadgeNumber != "A-002" || one.Row.Code == two.Row.Code {
		t.Errorf("%+v\n%+v", one.Row, two.Row)
	}
	s, _ := h.Seminar(ctx, h.of)
	if seminar.CheckCode(s.CodeKey, one.Row.Code) != seminar.CodeGenuine {
		t.Errorf("code %s", one.Row.Code)
	}
	if h.count(seminar.RosterFilter{}) != 2 || h.tally().Expected != 2 {
		t.Errorf("%d people, tally %+v", h.count(seminar.RosterFilter{}), h.tally())
	}
	for search, want := range map[string]int{"aliyev": 2, "алиев": 2, "anar": 1, "A-002": 1, one.Row.Code: 1, "nobody": 0} {
		if n := h.count(seminar.RosterFilter{Search: search}); n != want {
			t.Errorf("searching %q finds %d, want %d", search, n, want)
		}
	}
	_, err := h.Register(ctx, desk.Form{Attendee: h.person(one.Row.AttendeeID).Attendee, Registration: seminar.Registration{SeminarID: h.of}})
	if seminar.CodeOf(err) != "registered_already" {
		t.Errorf("registered twice: %v", err)
	}
	h.well()
}

func TestFormsSayWhatIsWrongFieldByField(t *testing.T) {
	h := open(t)
	before, err := h.Operations(ctx, desk.OperationFilter{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.Register(ctx, desk.Form{Attendee: seminar.Attendee{Email: "nowhere", Country: "Baku", Phone: "call me", BirthDate: "18.7.2025",
		Photo: make([]byte, seminar.MaxPhoto+1)}, Registration: seminar.Registration{SeminarID: h.of, Status: "maybe"}})
	problems, ok := err.(seminar.Problems)
	if !ok {
		t.Fatalf("%T %v", err, err)
	}
	for field, code := range map[string]string{"given_name": "name_required", "email": "email", "country": "country", "phone": "phone",
		"birth_date": "date", "photo": "photo_size", "status": "status"} {
		if e := problems.For(field); e == nil || e.Code != code || e.Message == "" {
			t.Errorf("%s: %+v, want code %s", field, e, code)
		}
	}
	if after, err := h.Operations(ctx, desk.OperationFilter{}); err != nil || len(after) != len(before) {
		t.Errorf("%d operations after %d, %v", len(after), len(before), err)
	}
}

func TestEditWritesOnlyWhatDiffersAndIsUndone(t *testing.T) {
	h := open(t)
	who := h.register("Anar").Row.AttendeeID
	f := h.person(who)
	f.Attendee.Organisation, f.Registration.Status = "ICESCO", seminar.Pending
	done, err := h.Edit(ctx, f)
	if err != nil || done.Row.Organisation != "ICESCO" || done.Row.Status != seminar.Pending {
		t.Fatalf("%+v, %v", done.Row, err)
	}
	ops, err := h.Operations(ctx, desk.OperationFilter{Batch: string(done.Action)})
	if err != nil || len(ops) != 2 || string(ops[1].Body) != `{"organisation":"ICESCO"}` || string(ops[0].Body) != `{"status":"pending"}` {
		t.Errorf("%d operations, %v: %+v", len(ops), err, ops)
	}
	if n := h.count(seminar.RosterFilter{Search: "icesco"}); n != 1 {
		t.Errorf("%d found by the new organisation", n)
	}
	if again, err := h.Edit(ctx, f); err != nil || again.Action != "" {
		t.Errorf("the same again is action %q, %v", again.Action, err)
	}
	h.undo(string(done.Action))
	if f := h.person(who); f.Attendee.Organisation != "" || f.Registration.Status != seminar.Confirmed {
		t.Errorf("after undo: %+v", f)
	}
	if n := h.count(seminar.RosterFilter{Search: "icesco"}); n != 0 {
		t.Error("still found by what was undone")
	}
	h.well()
}

func TestCancelBlockAndTheirUndo(t *testing.T) {
	h := open(t)
	r := h.register("Anar").Row
	for _, c := range []struct {
		do     func() (desk.Action, error)
		reason seminar.Reason
	}{
		{func() (desk.Action, error) { return h.Cancel(ctx, h.of, r.AttendeeID) }, seminar.ReasonCancelled},
		{func() (desk.Action, error) { return h.Block(ctx, h.of, r.AttendeeID, "see Anar") }, seminar.ReasonBlocked},
	} {
		action, err := c.do()
		if err != nil {
			t.Fatal(err)
		}
		h.answers(r.Code, c.reason)
		h.undo(string(action))
		if a := h.scan(r.Code); a.Status != seminar.OK {
			t.Errorf("after undo: %s %s", a.Status, a.Explanation)
		} else {
			h.undo(a.Operation)
		}
	}
	if n := h.tally(); n.Arrived != 0 || n.Inside != 0 || n.Expected != 1 {
		t.Errorf("tally %+v", n)
	}
	if _, err := h.Block(ctx, h.of, r.AttendeeID, "no"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Unblock(ctx, h.of, r.AttendeeID); err != nil {
		t.Fatal(err)
	}
	h.answers(r.Code, "")
	if _, err := h.Cancel(ctx, h.of, "nobody"); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("cancelling nobody: %v", err)
	}
	h.well()
}

func TestAGroupIsChangedAndTakenBackAsOne(t *testing.T) {
	h := open(t)
	var group []seminar.ID
	for i := range 5 {
		group = append(group, h.register(fmt.Sprint("Guest ", i)).Row.AttendeeID)
	}
	action, err := h.ChangeAll(ctx, h.of, group, func(r *seminar.Registration) { r.Status = seminar.Waitlisted })
	if err != nil {
		t.Fatal(err)
	}
	waiting := seminar.RosterFilter{Status: []seminar.Status{seminar.Waitlisted}}
	if n := h.count(waiting); n != 5 {
		t.Fatalf("%d wait", n)
	}
	h.undo(string(action))
	if n := h.count(waiting); n != 0 || h.tally().Expected != 5 {
		t.Errorf("%d wait after undo, tally %+v", n, h.tally())
	}
	if _, err := h.ChangeAll(ctx, h.of, append(group[:2:2], "nobody"), func(r *seminar.Registration) { r.Blocked = true }); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("a group with a stranger: %v", err)
	}
	if f := h.person(group[0]); f.Registration.Blocked {
		t.Error("half of a group was changed")
	}
	h.well()
}
