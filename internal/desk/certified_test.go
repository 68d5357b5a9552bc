package desk_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

// whole has people sit through both hours.
func (h *hall) whole(names ...string) []seminar.RosterRow {
	h.t.Helper()
	var rows []seminar.RosterRow
	for _, r := range h.attended(names...) {
		rows = append(rows, r.Row)
	}
	h.now = h.now.Add(2 * time.Hour)
	return rows
}

func (h *hall) issue(kind string) []seminar.Certificate {
	h.t.Helper()
	done, err := h.IssueKind(ctx, h.of, kind, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return done.Certificates
}

// change saves the seminar changed.
func (h *hall) change(change func(*seminar.Seminar)) {
	h.t.Helper()
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		h.t.Fatal(err)
	}
	change(&s)
	if _, err := h.SaveSeminar(ctx, s); err != nil {
		h.t.Fatal(err)
	}
}

func (h *hall) check(c seminar.Certificate) desk.Verification {
	h.t.Helper()
	v, err := h.Verify(ctx, []byte(seminar.SignedText(c)))
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}

func TestAKindOfCertificateAsksForWhatItsConditionSays(t *testing.T) {
	h := open(t)
	speaker, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Speaker", Colour: "#112233"})
	if err != nil {
		t.Fatal(err)
	}
	rows := h.whole("Anar", "Leyla")
	f := h.person(rows[1].AttendeeID)
	f.Registration.CategoryID = speaker.ID
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	h.change(func(s *seminar.Seminar) {
		s.Kinds = []seminar.CertificateKind{{ID: "attendance"}, {ID: "participation", Titles: map[string]string{"en": "For speakers"},
			Condition: json.RawMessage(`{"all":[{"var":"category","op":"in","value":["` + string(speaker.ID) + `"]},{"var":"sessions","op":"all","value":["Panel"]}]}`)}}
	})
	if got := h.issue("participation"); len(got) != 1 || got[0].RegistrationID != rows[1].RegistrationID || got[0].Kind != "participation" {
		t.Errorf("%+v", got)
	}
	people, err := h.EligibilityFor(ctx, h.of, "participation")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range people {
		if e.Row.AttendeeID == rows[0].AttendeeID && (e.Why == nil || e.Why.Message != "Only for: Speaker." || len(e.Lacks) != 1) {
			t.Errorf("%+v", e)
		}
	}
	if got := h.issue(""); len(got) != 2 { // one of each kind may be had
		t.Errorf("of attendance: %+v", got)
	}
	if _, err := h.IssueKind(ctx, h.of, "appreciation", nil); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("a kind that is not: %v", err)
	}
	for _, bad := range []seminar.CertificateKind{{ID: "Big"}, {ID: "attendance"}, {ID: "x", Condition: json.RawMessage(`{"var":"age"}`)}} {
		s, err := h.Seminar(ctx, h.of)
		if err != nil {
			t.Fatal(err)
		}
		s.Kinds = append(slices.Clone(s.Kinds), bad)
		if _, err := h.SaveSeminar(ctx, s); err == nil {
			t.Errorf("%+v was saved", bad)
		}
	}
	h.well()
}

func TestASerialNumberIsNeverGivenTwice(t *testing.T) {
	h := open(t)
	h.whole("Anar")
	first := h.issue("")[0]
	// Another seminar of the year counts by itself, and takes no number that the first has or had.
	h.undo(h.lastIssue())
	other, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Other"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	one := h.of
	h.of = other.ID
	if h.list, err = h.FindList(ctx, h.of, ""); err != nil {
		t.Fatal(err)
	}
	who := h.register("Leyla")
	h.answers(who.Row.Code, "")
	second := h.issue("")[0]
	h.of = one
	third := h.issue("")[0]
	h.change(func(s *seminar.Seminar) { s.SerialPrefix = "ICESCO" })
	fourth, _, err := h.Reissue(ctx, third.Serial, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2025-A-0001", "2025-A-0002", "2025-A-0003", "ICESCO-2025-A-0004"}
	if got := []string{first.Serial, second.Serial, third.Serial, fourth.Serial}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	h.well()
}

// lastIssue is the operation that issued the last certificate.
func (h *hall) lastIssue() string {
	h.t.Helper()
	ops, err := h.Operations(ctx, desk.OperationFilter{Kinds: []journal.Kind{"certificate.add"}, Limit: 1})
	if err != nil || len(ops) != 1 {
		h.t.Fatalf("%d operations, %v", len(ops), err)
	}
	return ops[0].ID
}

func TestReissueRefersToTheFirstAndCanBeTakenBack(t *testing.T) {
	h := open(t)
	who := h.whole("Anar")[0]
	first := h.issue("")[0]
	f := h.person(who.AttendeeID)
	f.Attendee.GivenName, f.Attendee.Honorific = "Anvar", "Dr."
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	again, action, err := h.Reissue(ctx, first.Serial, "the name was wrong")
	if err != nil || again.Refers != first.Serial || again.Serial == first.Serial {
		t.Fatalf("%+v, %v", again, err)
	}
	if v := h.check(first); v.Valid || v.Reason != trust.IsRevoked || v.ReplacedBy != again.Serial || v.Why != "the name was wrong" || v.RevokedAt == "" {
		t.Errorf("the first: %+v", v)
	}
	if v := h.check(again); !v.Valid || v.Signed.Name != "Anvar Əliyev" || v.Signed.Honorific != "Dr." || v.Signed.Refers != first.Serial {
		t.Errorf("the second: %+v", v)
	}
	if _, _, err := h.Reissue(ctx, first.Serial, ""); seminar.CodeOf(err) != desk.CodeReissue {
		t.Errorf("of a revoked one: %v", err)
	}
	if kept, err := h.IssueCertificates(ctx, h.of, nil); err != nil || kept.Action != "" || kept.Certificates[0].Serial != again.Serial {
		t.Errorf("issuing after it: %+v, %v", kept, err)
	}
	h.undo(string(action))
	// The paper of the second may be out there: its signature holds, it does not.
	if v := h.check(again); v.Valid || v.Reason != trust.Undone || v.Signed == nil {
		t.Errorf("the second, undone: %+v", v)
	}
	if v := h.check(first); !v.Valid {
		t.Errorf("the first, after it: %+v", v)
	}
	list, err := h.Revocations(ctx, h.of)
	if err != nil || len(list.Revoked) != 1 || list.Revoked[0].Serial != again.Serial {
		t.Errorf("%+v, %v", list, err)
	}
	h.well()
}

func TestAPageIsMadeAgainAsItWasIssued(t *testing.T) {
	h := open(t)
	who := h.whole("Anar")[0]
	f := h.person(who.AttendeeID)
	f.Attendee.Position, f.Attendee.Organisation, f.Attendee.Honorific = "Director", "Ministry", "Dr."
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	h.change(func(s *seminar.Seminar) { s.Venue, s.Signer, s.SignerAs = "Old hall", "Old signer", "Old office" })
	c := h.issue("")
	f = h.person(who.AttendeeID)
	f.Attendee.Position, f.Attendee.Organisation, f.Attendee.Honorific, f.Attendee.FamilyName = "Clerk", "Elsewhere", "", "Quliyev"
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	h.change(func(s *seminar.Seminar) {
		s.Venue, s.Signer, s.SignerAs, s.Titles = "New hall", "New signer", "", map[string]string{"en": "Renamed"}
	})
	pages, err := h.CertificatePages(ctx, h.of, c)
	if err != nil || len(pages) != 1 {
		t.Fatalf("%+v, %v", pages, err)
	}
	p := pages[0]
	if p.Attendee.Formal() != "Dr. Anar Əliyev" || p.Attendee.Position != "Director" || p.Attendee.Organisation != "Ministry" || p.Seminar.Venue != "Old hall" ||
		p.Signer != "Old signer" || p.SignerAs != "Old office" || p.Seminar.Title("en") != "Cooperation" || p.Kind != "attendance" || !slices.Equal(p.Sessions, []string{"Panel"}) {
		t.Errorf("%+v", p)
	}
	if p.HoursWords["en"] != "two hours" || p.HoursWords["ar"] != "ساعتان" || len(p.HoursWords) != 9 || p.Titles["ru"] == "" {
		t.Errorf("%v, %v", p.HoursWords, p.Titles)
	}
	snap, err := seminar.ReadSnapshot(c[0].Snapshot)
	if err != nil {
		t.Fatal(err)
	}
	layout, ok := document.ShippedNamed("attendance")
	if !ok || p.Layout == nil || p.Layout.ID != layout.ID {
		t.Fatalf("the layout is %+v", p.Layout)
	}
	file, err := layout.JSON()
	if err != nil || snap.Template != "attendance@"+seminar.Mark(file) {
		t.Errorf("the snapshot names the layout %q, %v", snap.Template, err)
	}
	// What stands in the database and was not signed is not printed.
	forged := c[0]
	forged.Frozen = strings.Replace(forged.Frozen, "Director", "Minister", 1)
	if _, ok := forged.ReadFrozen(snap); ok {
		t.Error("changed data passes for what was signed")
	}
}

func TestALayoutChangedAfterTheIssueIsToldOf(t *testing.T) {
	h := open(t)
	h.whole("Anar", "Leyla")
	shipped, ok := document.ShippedNamed("attendance")
	if !ok {
		t.Fatal("no layout")
	}
	own := *shipped
	own.ID, own.Names = "ours", map[string]string{"en": "Ours"}
	h.saveTemplate("", &own)
	h.change(func(s *seminar.Seminar) { s.Kinds = []seminar.CertificateKind{{ID: "attendance", Template: "ours"}} })
	certs := h.issue("")
	warnings := func() []document.Warning {
		t.Helper()
		pages, err := h.CertificatePages(ctx, h.of, certs)
		if err != nil || len(pages) != len(certs) || len(certs) < 2 {
			t.Fatalf("%d pages of %d, %v", len(pages), len(certs), err)
		}
		_, warnings := document.Certificates(pages, document.Options{Lang: i18n.Open("en")})
		return warnings
	}
	if w := warnings(); len(w) != 0 {
		t.Fatalf("as it was: %+v", w)
	}
	own.Front = slices.Clone(own.Front)
	own.Front[0].Place.X++
	h.saveTemplate("", &own)
	w := warnings()
	if len(w) != 1 || w[0].Code != document.WarnLayout || w[0].AttendeeID != "" || !strings.Contains(w[0].Message, "“Ours”") || !strings.Contains(w[0].Message, certs[0].Serial) {
		t.Fatalf("changed: %+v", w)
	}
	own.Front[0].Place.X--
	h.saveTemplate("", &own)
	if w := warnings(); len(w) != 0 {
		t.Fatalf("changed back: %+v", w)
	}
	if _, err := h.DeleteTemplate(ctx, "ours"); err != nil {
		t.Fatal(err)
	}
	if w := warnings(); len(w) != 1 || w[0].Code != document.WarnLayout {
		t.Fatalf("taken away: %+v", w)
	}
}
