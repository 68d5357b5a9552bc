package desk_test

import (
	"slices"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

func TestACertificateOutlivesTheNameOfItsHolder(t *testing.T) {
	h := open(t)
	people := h.attended("Anar", "Nigar")
	issued, err := h.IssueCertificates(ctx, h.of, nil)
	if err != nil || len(issued.Certificates) != 2 {
		t.Fatal(issued, err)
	}
	paper := seminar.SignedText(issued.Certificates[0]) // in the holder's hands
	who := people[0].Row.AttendeeID
	f, err := h.Person(ctx, h.of, who)
	if err != nil || f.Registration.ID != issued.Certificates[0].RegistrationID {
		t.Fatal(err)
	}
	if _, err := h.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}}); err != nil {
		t.Fatal(err)
	}
	v, err := h.Verify(ctx, []byte(paper))
	if err != nil || !v.Valid || v.Name != "Anar Əliyev" {
		t.Errorf("the paper: %+v, %v", v, err)
	}
	again, err := h.IssueCertificates(ctx, h.of, nil)
	if err != nil || len(again.Certificates) != 2 || again.Action != "" {
		t.Errorf("issued again: %+v, %v", again, err)
	}
	if pages, err := h.CertificatePages(ctx, h.of, again.Certificates); err != nil || len(pages) != 1 || pages[0].Attendee.GivenName != "Nigar" {
		t.Errorf("pages of both: %+v, %v", pages, err)
	}
	nameless := again.Certificates[0]
	if nameless.Snapshot != "" {
		nameless = again.Certificates[1]
	}
	if _, err := h.CertificatePages(ctx, h.of, []seminar.Certificate{nameless}); seminar.CodeOf(err) != desk.CodeAnonymous {
		t.Errorf("a page of nobody: %v", err)
	}
	if _, _, err := h.Reissue(ctx, nameless.Serial, ""); seminar.CodeOf(err) != desk.CodeAnonymous {
		t.Errorf("issued anew: %v", err)
	}
	if _, _, err := h.RevokeCertificate(ctx, nameless.Serial, "a mistake"); err != nil {
		t.Fatal(err)
	}
	if v, err := h.Verify(ctx, []byte(paper)); err != nil || v.Valid || v.Reason != trust.IsRevoked {
		t.Errorf("revoked: %+v, %v", v, err)
	}
	h.well()
}

func TestNobodyWithoutANameIsCertified(t *testing.T) {
	h := open(t)
	people := h.attended("Anar")
	if _, err := h.Anonymise(ctx, desk.Erasure{SeminarID: h.of}); err != nil {
		t.Fatal(err)
	}
	done, err := h.IssueCertificates(ctx, h.of, []seminar.ID{people[0].Row.AttendeeID})
	if err != nil || len(done.Certificates) > 0 || len(done.NotEligible) != 1 || done.NotEligible[0].Why.Code != "anonymous_holder" {
		t.Errorf("%+v, %v", done, err)
	}
}

func TestAnOldFileBringsNobodyBack(t *testing.T) {
	h := open(t)
	list := file("anar@example.org")
	first, err := h.Import(ctx, h.of, list, desk.ImportOptions{})
	if err != nil || first.Created == 0 {
		t.Fatal(first, err)
	}
	if _, err := h.Anonymise(ctx, desk.Erasure{SeminarID: h.of}); err != nil {
		t.Fatal(err)
	}
	again, err := h.Import(ctx, h.of, list, desk.ImportOptions{Update: true})
	if err != nil || again.Created+again.Updated > 0 {
		t.Errorf("%+v, %v", again, err)
	}
	rows, err := h.Roster(ctx, seminar.RosterFilter{SeminarID: h.of})
	if err != nil || len(rows) != first.Created {
		t.Fatalf("%+v, %v", rows, err)
	}
	for _, r := range rows {
		if r.Email != "" || r.GivenName != "" {
			t.Errorf("%+v is back", r)
		}
	}
	if _, err := h.UndoImport(ctx, first.Import); err != nil { // it still is the import that it was
		t.Error(err)
	}
	h.well()
}

func TestToAnonymiseIsTheAdministratorsRight(t *testing.T) {
	h := open(t)
	h.register("Anar")
	_, _, err := h.SaveOperator(ctx, seminar.Operator{Name: "Rena", Role: seminar.Administrator}, "1234")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Anonymise(ctx, desk.Erasure{SeminarID: h.of}); seminar.CodeOf(err) != desk.CodeSignIn {
		t.Errorf("%v", err)
	}
	for role, may := range map[seminar.Role]bool{seminar.Steward: false, seminar.Supervisor: false, seminar.Administrator: true} {
		if role.May(seminar.RightErase) != may {
			t.Errorf("%s may: %v", role, !may)
		}
	}
}

func TestNothingIsWrittenAnewAboutSomebodyWhoWasAnonymised(t *testing.T) {
	h := open(t)
	who := h.register("Anar").Row.AttendeeID
	if _, err := h.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}}); err != nil {
		t.Fatal(err)
	}
	f, err := h.Person(ctx, h.of, who)
	if err != nil {
		t.Fatal(err)
	}
	f.Registration.Status = seminar.Cancelled // is no word about them
	if _, err := h.Edit(ctx, f); err != nil {
		t.Error(err)
	}
	f.Attendee.Phone = "+994505550177"
	if _, err := h.Edit(ctx, f); seminar.CodeOf(err) != "anonymous_edit" {
		t.Errorf("%v", err)
	}
}

func TestTextsThatStillNameSomebodyAreTold(t *testing.T) {
	h := open(t)
	who, other := h.register("Zulfiqar").Row.AttendeeID, h.register("Anar").Row.AttendeeID
	f, err := h.Person(ctx, h.of, who)
	if err != nil {
		t.Fatal(err)
	}
	f.Attendee.FamilyName, f.Attendee.NativeName = "Qurbanov", "Зульфугар Курбанов"
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	f.Attendee.FamilyName = "Qurbanlı" // what they were called before is found too
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	o, err := h.Person(ctx, h.of, other)
	if err != nil {
		t.Fatal(err)
	}
	o.Attendee.DeskNote = "came with Qurbanov"
	if _, err := h.Edit(ctx, o); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.SaveInitiative(ctx, seminar.Initiative{SeminarID: h.of, Title: "A common archive", AttendeeID: other, Text: "After the words of Курбанов, Зульфугар."}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.SaveInitiative(ctx, seminar.Initiative{SeminarID: h.of, Title: "Zulfiqarabad"}); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{File: "list of Zulfiqar Qurbanov.csv"}); err != nil {
		t.Fatal(err)
	}
	plan, err := h.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	done, err := h.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}})
	if err != nil || len(done.Mentions) != 2 || !slices.Equal(plan.Mentions, done.Mentions) {
		t.Fatalf("%+v and %+v, %v", plan.Mentions, done.Mentions, err)
	}
	for _, m := range done.Mentions {
		if m.Name != "Zulfiqar Qurbanlı" || m.Where != "A common archive" && m.Where != o.Attendee.Name() {
			t.Errorf("%+v", m)
		}
	}
	var imports []seminar.Import
	if err := h.All(ctx, seminar.EntityImport, h.of, &imports); err != nil || len(imports) != 1 || imports[0].File != "" || imports[0].Rows != 3 {
		t.Errorf("%+v, %v", imports, err)
	}
	h.well()
}
