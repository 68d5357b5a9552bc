package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

func TestAConsentIsRecordedWithItsWording(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	var said seminar.Agreed
	d.want(0, &said, "attendees", "consent", who.BadgeNumber, "given", "--wording", "I agree.", "--operator", "Nigar")
	if said.State != seminar.ConsentGiven || said.Wording != "I agree." || said.By != "Nigar" || said.At == "" || said.Where != seminar.ConsentAtDesk || said.Language != "en" {
		t.Errorf("%+v", said)
	}
	d.want(0, &said, "attendees", "consent", who.BadgeNumber, "withdrawn", "--where", "form")
	if said.State != seminar.ConsentWithdrawn || said.Wording != "I agree." {
		t.Errorf("%+v", said)
	}
	d.want(2, nil, "attendees", "consent", who.BadgeNumber, "perhaps")
}

func TestTheDossierHoldsAllThatIsKeptAboutOnePerson(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə", "--email", "leyla@example.org")
	other := d.person("--given", "Leila", "--family", "Gafarzade")
	d.want(0, nil, "attendees", "merge", string(who.ID), string(other.ID))
	d.want(0, nil, "checkin", who.BadgeNumber)
	d.want(4, nil, "checkin", who.BadgeNumber)
	d.want(0, nil, "attendees", "dossier", string(other.ID), "--out", d.file("d.json"))
	data, err := os.ReadFile(d.file("d.json"))
	if err != nil {
		t.Fatal(err)
	}
	var of document.Dossier
	if err := json.Unmarshal(data, &of); err != nil {
		t.Fatal(err)
	}
	if len(of.People) != 2 || of.Name() != "Leyla Qafar-zadə" || len(of.Merges) != 1 || len(of.Seminars) != 2 || len(of.Journal) < 6 {
		t.Errorf("%+v", of)
	}
	if scans := of.Seminars[0].Checkins; len(scans) != 2 || !scans[0].Successful || scans[1].Successful {
		t.Errorf("%+v", of.Seminars)
	}
	d.want(0, nil, "attendees", "dossier", string(who.ID), "--out", d.file("d.pdf"))
	if text := d.tool("pdftotext", d.file("d.pdf"), "-"); !strings.Contains(text, "leyla@example.org") || !strings.Contains(text, "Gafarzade") {
		t.Errorf("the PDF says\n%s", text)
	}
	d.want(2, nil, "attendees", "dossier", string(who.ID), "--out", d.file("d.docx"))
}

func TestNobodyIsAnonymisedByAccident(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	d.want(2, nil, "attendees", "anonymise", string(who.ID))
	d.want(2, nil, "attendees", "anonymise", "--confirm", "anonymise")
	d.want(2, nil, "attendees", "anonymise", string(who.ID), "--everybody", "--confirm", "anonymise")
	var done struct{ People, Operations int }
	if d.want(0, &done, "attendees", "anonymise", string(who.ID), "--dry-run"); done.People != 1 || done.Operations == 0 {
		t.Errorf("%+v", done)
	}
	d.want(0, nil, "backup", "--out", d.file("before.lanyard"))
	for _, o := range [][2]string{{"Anar", "administrator"}, {"Sabina", "supervisor"}} {
		if status, out, _ := d.call(strings.NewReader("1234\n"), "operators", "add", "--name", o[0], "--role", o[1]); status != 0 {
			t.Fatal(out)
		}
	}
	d.want(4, nil, "attendees", "anonymise", string(who.ID), "--confirm", "anonymise", "--operator", "Sabina")
	d.want(0, &done, "attendees", "anonymise", "--everybody", "--confirm", "anonymise")
	var people []attendeeJSON
	if d.want(0, &people, "attendees"); len(people) != 1 || people[0].GivenName != "" || !strings.HasPrefix(people[0].FamilyName, "Person ") {
		t.Errorf("%+v", people)
	}
	d.want(0, nil, "doctor")
	_, out, said := d.call(strings.NewReader(""), "log")
	if strings.Contains(out+said, "Qafar") {
		t.Errorf("the log names them: %s", out)
	}
}

func TestProtectedFilesGoOutAndComeBack(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zadə")
	secret := d.put("secret", "teapot harbour velvet comet\nnot this line\n")
	var done struct{ File string }
	d.want(0, &done, "backup", "--out", d.file("b.lanyard"), "--encrypt", "--password-file", secret)
	data, err := os.ReadFile(d.file("b.lanyard.age"))
	if err != nil || done.File != d.file("b.lanyard.age") || bytes.Contains(data, []byte("SQLite")) {
		t.Fatalf("%s, %v", done.File, err)
	}
	if _, err := os.Stat(d.file("b.lanyard")); err == nil {
		t.Error("it was written in the open too")
	}
	d.want(2, nil, "restore", d.file("b.lanyard.age"))
	t.Setenv(passwordVariable, "wrong")
	d.want(1, nil, "restore", d.file("b.lanyard.age"))
	d.person("--given", "Nigar")
	d.want(0, nil, "restore", d.file("b.lanyard.age"), "--password-file", secret)
	var people []attendeeJSON
	if d.want(0, &people, "attendees"); len(people) != 1 {
		t.Errorf("%+v", people)
	}

	d.want(0, nil, "report", "--kind", "attendance", "--out", d.file("list.csv.age"), "--encrypt", "--password-file", secret)
	if sealed, err := filing.SealedFile(d.file("list.csv.age")); err != nil || !sealed {
		t.Errorf("%v, %v", sealed, err)
	}
	people = nil
	plain := d.put("people.csv", "Given name,Family name\nAysel,Həsənova\n")
	sealed, err := os.Create(d.file("people.csv.age"))
	if err != nil {
		t.Fatal(err)
	}
	open, err := os.Open(plain)
	if err != nil {
		t.Fatal(err)
	}
	if err := filing.Seal(sealed, "teapot harbour velvet comet", copying(open)); err != nil || sealed.Close() != nil {
		t.Fatal(err)
	}
	var report struct{ Created int }
	if d.want(0, &report, "import", d.file("people.csv.age"), "--password-file", secret); report.Created != 1 {
		t.Errorf("%+v", report)
	}
}

func copying(from io.Reader) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.Copy(w, from); return err }
}
