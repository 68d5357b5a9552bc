package desk_test

import (
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// two registers one person twice, as two desks would have written her.
func (h *hall) two() (keep, drop seminar.RosterRow) {
	h.t.Helper()
	enter := func(a seminar.Attendee) seminar.RosterRow {
		done, err := h.Register(ctx, desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: h.of}})
		if err != nil {
			h.t.Fatal(err)
		}
		return done.Row
	}
	return enter(seminar.Attendee{GivenName: "Aygül", FamilyName: "Ömürbekova"}),
		enter(seminar.Attendee{GivenName: "Айгүл", FamilyName: "Өмүрбекова", Email: "aigul@example.kg"})
}

func (h *hall) merge(keep, drop seminar.ID) desk.Action {
	h.t.Helper()
	action, err := h.Merge(ctx, h.of, keep, drop)
	if err != nil {
		h.t.Fatal(err)
	}
	return action
}

func (h *hall) owner(code string) seminar.RosterRow {
	h.t.Helper()
	row, err := h.Owner(ctx, h.of, code)
	if err != nil {
		h.t.Fatal(err)
	}
	return row
}

func TestEveryCodeOfTheDroppedLeadsToTheKept(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	h.answers(drop.Code, "")
	action := h.merge(keep.AttendeeID, drop.AttendeeID)
	for _, code := range []string{keep.Code, drop.Code, keep.BadgeNumber, drop.BadgeNumber, "aigul@example.kg", string(keep.AttendeeID),
		string(drop.AttendeeID), string(keep.RegistrationID), string(drop.RegistrationID)} {
		if got := h.owner(code); got.AttendeeID != keep.AttendeeID || got.RegistrationID != keep.RegistrationID || got.Code != keep.Code {
			t.Errorf("%s leads to %+v", code, got)
		}
	}
	if a := h.answers(drop.Code, seminar.ReasonAlreadyRedeemed); a.Attendee.AttendeeID != keep.AttendeeID || a.First == nil {
		t.Errorf("%+v", a)
	}
	h.answers(keep.Code, seminar.ReasonAlreadyRedeemed)
	for _, search := range []string{"aygül", "Айгүл", "өмүрбекова", "aigul@example.kg", drop.BadgeNumber} {
		rows, err := h.Roster(ctx, seminar.RosterFilter{SeminarID: h.of, ListID: h.list.ID, Search: search})
		if err != nil || len(rows) != 1 || rows[0].AttendeeID != keep.AttendeeID || !rows[0].Presence.Arrived ||
			rows[0].Also != "Айгүл Өмүрбекова" {
			t.Errorf("%s: %+v, %v", search, rows, err)
		}
	}
	if n := h.tally(); n != (seminar.Tally{Expected: 1, Arrived: 1, Inside: 1}) || h.count(seminar.RosterFilter{}) != 1 {
		t.Errorf("%+v", n)
	}
	for _, id := range []seminar.ID{keep.AttendeeID, drop.AttendeeID} {
		rows, err := h.Checkins(ctx, h.list.ID, id)
		if err != nil || len(rows) != 3 || slices.ContainsFunc(rows, func(c seminar.Checkin) bool { return c.AttendeeID != keep.AttendeeID }) {
			t.Errorf("the check-ins of %s: %+v, %v", id, rows, err)
		}
		if f := h.person(id); f.Attendee.ID != keep.AttendeeID || f.Registration.ID != keep.RegistrationID {
			t.Errorf("%s is %+v", id, f)
		}
	}
	h.well()
	h.undo(string(action))
	if got := h.owner(drop.Code); got.AttendeeID != drop.AttendeeID || got.Also != "" || h.person(keep.AttendeeID).Attendee.Email != "" {
		t.Errorf("after undo %+v", got)
	}
	h.answers(drop.Code, seminar.ReasonAlreadyRedeemed)
	h.answers(keep.Code, "")
	if n := h.tally(); n != (seminar.Tally{Expected: 2, Arrived: 2, Inside: 2}) {
		t.Errorf("after undo %+v", n)
	}
	h.well()
}

func TestTheNonceOfTheDroppedIsAnsweredOnce(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	scan := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: drop.Code, Nonce: "n"}
	if _, err := h.Checkin(ctx, scan); err != nil {
		t.Fatal(err)
	}
	h.merge(keep.AttendeeID, drop.AttendeeID)
	if a, err := h.Checkin(ctx, scan); err != nil || !a.Repeat || a.Operation != "" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestTheHoursOfBothAreOnePersons(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	pass := func(code string, way seminar.CheckinType, minutes int) {
		t.Helper()
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Type: way, At: h.session.Start.Add(time.Duration(minutes) * time.Minute)})
		if err != nil || a.Status != seminar.OK {
			t.Fatalf("%+v, %v", a, err)
		}
	}
	pass(keep.Code, seminar.Entry, 0)
	pass(keep.Code, seminar.Exit, 30)
	pass(drop.Code, seminar.Entry, 60)
	pass(drop.Code, seminar.Exit, 100)
	h.now = h.session.End
	minutes := func() (all []int) {
		people, err := h.Attendance(ctx, h.of)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			all = append(all, p.Minutes)
		}
		slices.Sort(all)
		return all
	}
	if got := minutes(); !slices.Equal(got, []int{30, 40}) {
		t.Fatalf("apart: %v", got)
	}
	action := h.merge(keep.AttendeeID, drop.AttendeeID)
	if got := minutes(); !slices.Equal(got, []int{70}) {
		t.Errorf("as one: %v", got)
	}
	done, err := h.IssueCertificates(ctx, h.of, nil)
	if err != nil || len(done.Certificates) != 1 {
		t.Errorf("%+v, %v", done, err)
	}
	if s, err := h.Summary(ctx, h.of); err != nil || s.Registered != 1 || s.Arrived != 1 || s.Minutes != 70 || len(s.People) != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	h.undo(string(action))
	if got := minutes(); !slices.Equal(got, []int{30, 40}) {
		t.Errorf("undone: %v", got)
	}
	h.well()
}

func TestAMergeBringsNoSecondCertificate(t *testing.T) {
	for name, holders := range map[string]int{"the dropped one's": 1, "both": 2} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			keep, drop := h.two()
			h.answers(drop.Code, "")
			if holders == 2 {
				h.answers(keep.Code, "")
			}
			h.now = h.session.End
			before, err := h.IssueCertificates(ctx, h.of, nil)
			if err != nil || len(before.Certificates) != holders {
				t.Fatalf("%+v, %v", before, err)
			}
			h.merge(keep.AttendeeID, drop.AttendeeID)
			after, err := h.IssueCertificates(ctx, h.of, []seminar.ID{keep.AttendeeID})
			if err != nil || after.Action != "" || len(after.Certificates) != 1 {
				t.Errorf("%+v, %v", after, err)
			}
			if holders == 2 && after.Certificates[0].RegistrationID != keep.RegistrationID {
				t.Error("the other one's certificate is shown, and not the kept one's own")
			}
			for _, c := range before.Certificates {
				if v, err := h.Verify(ctx, []byte(seminar.SignedText(c))); err != nil || !v.Valid {
					t.Errorf("%s: %+v, %v", c.Serial, v, err)
				}
			}
			pages, err := h.CertificatePages(ctx, h.of, after.Certificates)
			if err != nil || len(pages) != 1 {
				t.Errorf("%+v, %v", pages, err)
			}
			h.well()
		})
	}
}

func TestPrintsCountAndAReplacementRevokesBothBadges(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	if _, err := h.MarkPrinted(ctx, h.of, []seminar.RosterRow{drop}, ""); err != nil {
		t.Fatal(err)
	}
	merged := h.merge(keep.AttendeeID, drop.AttendeeID)
	if got := h.owner(keep.Code); got.Prints != 1 || h.count(seminar.RosterFilter{Unprinted: true}) != 0 {
		t.Errorf("%+v", got)
	}
	replaced, err := h.Replace(ctx, h.of, []seminar.ID{drop.AttendeeID})
	if err != nil {
		t.Fatal(err)
	}
	if got := h.owner(keep.BadgeNumber); got.Prints != 0 || got.Code == keep.Code || got.RegistrationID != keep.RegistrationID {
		t.Errorf("%+v", got)
	}
	h.answers(keep.Code, seminar.ReasonRevoked)
	h.answers(drop.Code, seminar.ReasonRevoked)
	h.answers(h.owner(keep.BadgeNumber).Code, "")
	h.well()
	h.undo(string(replaced))
	h.undo(string(merged))
	h.answers(drop.Code, "")
	h.well()
}

func TestWhoIsRegisteredElsewhereAloneIsReadAsTheKept(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	other, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Next"}, Start: "2025-09-01", End: "2025-09-01", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	there, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{ID: drop.AttendeeID, GivenName: "Айгүл", FamilyName: "Өмүрбекова", Email: "aigul@example.kg"},
		Registration: seminar.Registration{SeminarID: other.ID, Status: seminar.Pending}})
	if err != nil {
		t.Fatal(err)
	}
	h.merge(keep.AttendeeID, drop.AttendeeID)
	f, err := h.Person(ctx, other.ID, drop.AttendeeID)
	if err != nil || f.Attendee.ID != keep.AttendeeID || f.Attendee.GivenName != "Aygül" || f.Registration.ID != there.Row.RegistrationID {
		t.Fatalf("%+v, %v", f, err)
	}
	for _, id := range []seminar.ID{keep.AttendeeID, drop.AttendeeID} {
		_, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{ID: id, GivenName: "Aygül"}, Registration: seminar.Registration{SeminarID: other.ID}})
		if seminar.CodeOf(err) != "registered_already" {
			t.Errorf("registered twice in the other seminar: %v", err)
		}
	}
	f.Registration.Status = seminar.Confirmed
	if done, err := h.Edit(ctx, f); err != nil || done.Row.Status != seminar.Confirmed || done.Row.RegistrationID != there.Row.RegistrationID {
		t.Errorf("%+v, %v", done.Row, err)
	}
	h.well()
}

func TestTheDroppedStaysWhenTheKeptIsTakenBack(t *testing.T) {
	for name, email := range map[string]string{"nothing filled in": "", "something filled in": "anar@example.az"} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			keep := h.register("Anar")
			drop := h.enter(seminar.Attendee{GivenName: "Анар", Email: email})
			code := h.person(drop).Registration.Code
			h.merge(keep.Row.AttendeeID, drop)
			h.undo(string(keep.Action))
			if got := h.owner(code); h.count(seminar.RosterFilter{}) != 1 || got.GivenName != "Анар" || got.AttendeeID != drop {
				t.Errorf("%+v", got)
			}
			h.answers(code, "")
			h.well()
		})
	}
}

func TestAMergeIsRefusedInASentence(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	third := h.register("Anar").Row
	h.merge(keep.AttendeeID, drop.AttendeeID)
	form := h.person(third.AttendeeID)
	for name, c := range map[string]struct {
		keep, drop seminar.ID
		code       string
	}{
		"twice":           {third.AttendeeID, third.AttendeeID, desk.CodeMergeSame},
		"already":         {keep.AttendeeID, drop.AttendeeID, desk.CodeMergeAlready},
		"already, turned": {drop.AttendeeID, keep.AttendeeID, desk.CodeMergeAlready},
		"unknown kept":    {"nobody", keep.AttendeeID, seminar.CodeNotFound},
		"unknown dropped": {keep.AttendeeID, "nobody", seminar.CodeNotFound},
	} {
		if _, err := h.Merge(ctx, h.of, c.keep, c.drop); seminar.CodeOf(err) != c.code || err.Error() == "" {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
		if _, err := h.Merging(ctx, h.of, c.keep, c.drop); seminar.CodeOf(err) != c.code {
			t.Errorf("%s: the look before: %v, want %s", name, err, c.code)
		}
		if _, err := h.KeepApart(ctx, h.of, c.keep, c.drop); seminar.CodeOf(err) != c.code {
			t.Errorf("%s: kept apart: %v, want %s", name, err, c.code)
		}
	}
	h.merge(drop.AttendeeID, third.AttendeeID)
	if _, err := h.Edit(ctx, form); seminar.CodeOf(err) != "merge_meanwhile" {
		t.Errorf("a form of somebody who is another by now: %v", err)
	}
	if got := h.owner(third.Code); got.AttendeeID != keep.AttendeeID || h.count(seminar.RosterFilter{}) != 1 {
		t.Errorf("the third is %+v", got)
	}
}
