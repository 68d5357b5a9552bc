package desk_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/internal/trust"
	"lanyard/internal/typeset"
)

func TestAReplacedBadgeRevokesTheOldOne(t *testing.T) {
	h := open(t)
	old := h.register("Anar").Row
	if _, err := h.MarkPrinted(ctx, h.of, []seminar.RosterRow{old}, ""); err != nil {
		t.Fatal(err)
	}
	action, err := h.Replace(ctx, h.of, []seminar.ID{old.AttendeeID})
	if err != nil {
		t.Fatal(err)
	}
	now, err := h.Owner(ctx, h.of, old.BadgeNumber)
	if err != nil || now.Code == old.Code || now.Prints != 0 {
		t.Fatalf("%+v, %v", now, err)
	}
	h.answers(old.Code, seminar.ReasonRevoked)
	forced, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: old.Code, Force: true, ForceWhy: "it was found"})
	if err != nil || forced.Status != seminar.OK || !forced.Forced || forced.Attendee.AttendeeID != old.AttendeeID {
		t.Errorf("forced: %+v, %v", forced, err)
	}
	h.undo(forced.Operation)
	h.answers(now.Code, "")
	for code, want := range map[string]string{now.Code: "", old.Code: "replaced", strings.Repeat("1", 33): "malformed"} {
		if v, err := h.Verify(ctx, []byte(code)); err != nil || v.Reason != want || v.Valid != (want == "") {
			t.Errorf("%s: %+v, %v, want reason %q", code, v, err, want)
		}
	}
	h.undo(string(action))
	if again, err := h.Owner(ctx, h.of, old.BadgeNumber); err != nil || again.Code != old.Code || again.Prints != 1 {
		t.Errorf("after undo: %+v, %v", again, err)
	}
	h.well()
}

// attended has people sit through the first hour of two.
func (h *hall) attended(names ...string) []desk.Registered {
	h.t.Helper()
	var all []desk.Registered
	for _, n := range names {
		r := h.register(n)
		h.answers(r.Row.Code, "")
		all = append(all, r)
	}
	h.now = h.now.Add(time.Hour)
	return all
}

func TestCertificatesAreIssuedOnceToThoseWhoEarnedThem(t *testing.T) {
	h := open(t)
	earned := h.attended("Anar")[0].Row
	late := h.attended("Leyla")[0].Row // came an hour late: half of the time
	absent := h.register("Rustam").Row
	h.now = h.now.Add(time.Hour)
	if _, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: late.Code, Type: seminar.Exit, At: h.session.End.Add(-time.Minute)}); err != nil {
		t.Fatal(err)
	}
	done, err := h.IssueCertificates(ctx, h.of, nil)
	if err != nil || len(done.Certificates) != 1 || done.Certificates[0].Serial != "2025-A-0001" {
		t.Fatalf("%+v, %v", done, err)
	}
	why := map[seminar.ID]string{}
	for _, e := range done.NotEligible {
		why[e.Row.AttendeeID] = e.Why.Code
	}
	if len(why) != 2 || why[late.AttendeeID] != "certificate_hours" || why[absent.AttendeeID] != "certificate_absent" {
		t.Errorf("not eligible: %v", why)
	}
	again, err := h.IssueCertificates(ctx, h.of, []seminar.ID{earned.AttendeeID})
	if err != nil || again.Action != "" || len(again.Certificates) != 1 || again.Certificates[0].Serial != "2025-A-0001" {
		t.Errorf("issued again: %+v, %v", again, err)
	}
	h.undo(string(done.Action))
	next, err := h.IssueCertificates(ctx, h.of, []seminar.ID{earned.AttendeeID})
	if err != nil || len(next.Certificates) != 1 || next.Certificates[0].Serial != "2025-A-0002" {
		t.Errorf("a serial number was given out twice: %+v, %v", next, err)
	}
	h.well()
}

func TestACertificateIsVerifiedRevokedAndShowsAnEdit(t *testing.T) {
	h := open(t)
	who := h.attended("Anar")[0].Row
	h.now = h.now.Add(time.Hour)
	done, err := h.IssueCertificates(ctx, h.of, nil)
	if err != nil || len(done.Certificates) != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	c := done.Certificates[0]
	text := seminar.SignedText(c)
	verify := func(text, reason string) desk.Verification {
		t.Helper()
		v, err := h.Verify(ctx, []byte(text))
		if err != nil || v.Reason != reason || v.Valid != (reason == "") {
			t.Errorf("%+v, %v, want reason %q", v, err, reason)
		}
		return v
	}
	if v := verify("%PDF "+text+" %%EOF", ""); v.Name != "Anar Əliyev" || v.Serial != c.Serial || v.Seminar != "Cooperation" {
		t.Errorf("%+v", v)
	}
	edited := c
	edited.Snapshot = strings.Replace(c.Snapshot, "Anar", "Oner", 1)
	if edited.Snapshot == c.Snapshot {
		t.Fatal("the snapshot does not hold the name")
	}
	if v := verify(seminar.SignedText(edited), "signature"); v.Name != "Oner Əliyev" {
		t.Errorf("the name that the copy shows: %q", v.Name)
	}
	f := h.person(who.AttendeeID)
	f.Attendee.GivenName = "Anvar" // the snapshot stays as it was issued
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	if v := verify(text, ""); v.Name != "Anar Əliyev" {
		t.Errorf("%+v", v)
	}
	_, action, err := h.RevokeCertificate(ctx, c.Serial, "a mistake")
	if err != nil {
		t.Fatal(err)
	}
	if v := verify(text, "revoked"); !v.Revoked {
		t.Errorf("%+v", v)
	}
	h.undo(string(action))
	verify(text, "")
	verify("LC1.e30."+strings.Repeat("A", 86), "unknown_key")
	if _, _, err := h.RevokeCertificate(ctx, "2025-A-9999", ""); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("revoking what was never issued: %v", err)
	}
	h.well()
}

// file is a spreadsheet of three people, one of whom is spoilt.
func file(email string) transfer.Result {
	person := func(row int, given, key string) transfer.Person {
		return transfer.Person{Row: row, Key: key, Attendee: seminar.Attendee{GivenName: given, FamilyName: "Həsənov", Email: key + "@example.org"}, Category: "Delegate", Delegation: "Tajikistan"}
	}
	people := []transfer.Person{person(2, "Anar", "one"), person(3, "Leyla", "two"), person(4, "Rustam", "three")}
	people[2].Attendee.Email = email
	return transfer.Result{Rows: 3, People: people}
}

func TestAnImportIsTakenBackExceptWhoWasSeenSince(t *testing.T) {
	h := open(t)
	people := func() int { return h.count(seminar.RosterFilter{}) }
	dry, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{DryRun: true})
	if err != nil || dry.Created != 3 || dry.Import != "" || people() != 0 {
		t.Fatalf("dry run: %+v, %v, %d people", dry, err, people())
	}
	spoilt, err := h.Import(ctx, h.of, file("nowhere"), desk.ImportOptions{File: "people.csv"})
	if err != nil || spoilt.Created != 2 || len(spoilt.Errors) != 1 || spoilt.Errors[0].Row != 4 || spoilt.Errors[0].Column != "email" {
		t.Fatalf("%+v, %v", spoilt, err)
	}
	rest, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{File: "people.csv"})
	if err != nil || rest.Created != 1 || rest.Unchanged != 2 || people() != 3 {
		t.Fatalf("%+v, %v", rest, err)
	}
	again, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{File: "people.csv", Update: true})
	if err != nil || again.Created+again.Updated != 0 || again.Unchanged != 3 || again.Import != "" {
		t.Errorf("the same again: %+v, %v", again, err)
	}
	seen, err := h.Owner(ctx, h.of, "one@example.org")
	if err != nil {
		t.Fatal(err)
	}
	h.answers(seen.Code, "")
	undone, err := h.UndoImport(ctx, spoilt.Import)
	if err != nil || undone.Removed != 1 || len(undone.Kept) != 1 || undone.Kept[0].AttendeeID != seen.AttendeeID || people() != 2 {
		t.Errorf("%+v, %v, %d people", undone, err, people())
	}
	if f := h.person(seen.AttendeeID); f.Registration.CategoryID == "" {
		t.Error("who was kept has lost the category")
	}
	if twice, err := h.UndoImport(ctx, spoilt.Import); err != nil || twice.Removed != 0 || twice.Action != "" || people() != 2 {
		t.Errorf("taken back twice: %+v, %v, %d people", twice, err, people())
	}
	h.undo(string(undone.Action))
	if people() != 3 {
		t.Errorf("%d people after the undo was undone", people())
	}
	if _, err := h.UndoImport(ctx, "no import"); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("an import that never was: %v", err)
	}
	h.well()
}

// TestAFileIsHeldAgainstThePageThatWasIssued: what is not in the signed text either.
func TestAFileIsHeldAgainstThePageThatWasIssued(t *testing.T) {
	h := open(t)
	h.change(func(s *seminar.Seminar) {
		s.Venue, s.Organiser, s.Signer = "Baku Congress Centre", "Regional office", "Prof. Səidova"
	})
	h.attended("Anar")
	h.now = h.now.Add(time.Hour)
	issued := h.issue("")
	file := func(change func(*document.Certificate)) []byte {
		pages, err := h.CertificatePages(ctx, h.of, issued)
		if err != nil {
			t.Fatal(err)
		}
		change(&pages[0])
		setter := typeset.New()
		doc, _ := document.Certificates(pages, document.Options{Setter: setter})
		var b bytes.Buffer
		if err := pdf.Write(&b, setter, &doc); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	nothing := func(*document.Certificate) {}
	for name, f := range map[string]struct {
		change func(*document.Certificate)
		valid  bool
	}{
		"nothing":       {nothing, true},
		"the venue":     {func(c *document.Certificate) { c.Seminar.Venue = "Palace of Versailles" }, false},
		"the organiser": {func(c *document.Certificate) { c.Seminar.Organiser = "Academy" }, false},
		"who signs":     {func(c *document.Certificate) { c.Signer = "Nobody" }, false},
	} {
		v, err := h.Verify(ctx, file(f.change))
		if err != nil || v.Valid != f.valid || v.Signed == nil || !f.valid && v.Reason != trust.Printed {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	before := file(nothing)
	h.change(func(s *seminar.Seminar) { s.Venue, s.Signer = "Ganja", "Dr. Quliyev" }) // what was issued stays as it was
	if v, err := h.Verify(ctx, before); err != nil || !v.Valid {
		t.Errorf("after a change: %+v, %v", v, err)
	}
}
