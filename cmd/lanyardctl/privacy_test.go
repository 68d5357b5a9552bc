package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
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

func TestConsentsAreOneListWhateverAskedForThem(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "questions", "add", "--text", "Share my contact", "--type", "consent", "--help-text", "My contact may be shared with participants.")
	who := d.person("--given", "Leyla", "--answer", "Share my contact=yes", "--operator", "Günel Əli")
	var one seminar.Agreed
	var all []struct {
		Question, Text string
		Said           seminar.Agreed
	}
	d.want(0, &all, "attendees", "consent", who.BadgeNumber)
	if len(all) != 2 || all[0].Question != "" || all[0].Said.State != "" || all[1].Text != "Share my contact" || !all[1].Said.Holds() ||
		all[1].Said.By != "Günel Əli" || all[1].Said.Where != seminar.ConsentAtDesk || all[1].Said.Wording != "My contact may be shared with participants." ||
		all[1].Said.Version != seminar.WordingID(all[1].Said.Wording) {
		t.Errorf("%+v", all)
	}
	d.want(0, nil, "attendees", "consent", who.BadgeNumber, "given", "--where", "paper", "--wording", "I agree.")
	d.want(0, &one, "attendees", "consent", who.BadgeNumber, "withdrawn", "--question", "share my contact", "--where", "paper", "--operator", "Anar")
	if one.State != seminar.ConsentWithdrawn || one.Before != all[1].Said.At || one.Wording != all[1].Said.Wording || one.By != "Anar" || one.Where != seminar.ConsentOnPaper {
		t.Errorf("withdrawn: %+v", one)
	}
	d.want(0, nil, "attendees", "edit", string(who.ID), "--answer", "Share my contact=") // a form that is not ticked takes nothing off the record
	d.want(0, &all, "attendees", "consent", who.BadgeNumber)
	if all[0].Said.State != seminar.ConsentGiven || all[0].Said.Version != seminar.WordingID("I agree.") || all[1].Said.State != seminar.ConsentWithdrawn {
		t.Errorf("%+v", all)
	}
	d.want(0, nil, "attendees", "edit", string(who.ID), "--answer", "Share my contact=yes")
	d.want(0, nil, "attendees", "edit", string(who.ID), "--answer", "Share my contact=no")
	d.want(0, &all, "attendees", "consent", who.BadgeNumber)
	if all[1].Said.State != seminar.ConsentWithdrawn || all[1].Said.By == "Anar" {
		t.Errorf("taken back in a form: %+v", all[1])
	}
	d.want(0, nil, "attendees", "dossier", string(who.ID), "--out", d.file("d.pdf"))
	if text := d.tool("pdftotext", "-layout", d.file("d.pdf"), "-"); !strings.Contains(text, "What the person agreed to") || !strings.Contains(text, "My contact may be shared with participants.") || !strings.Contains(text, "Withdrawn") {
		t.Errorf("the PDF says\n%s", text)
	}
	d.want(3, nil, "attendees", "consent", who.BadgeNumber, "given", "--question", "nothing of the kind")
}

func TestListsAreLimitedToThoseWhoAgreed(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "questions", "add", "--text", "Share my contact", "--type", "consent")
	d.person("--given", "Leyla", "--answer", "Share my contact=yes")
	gone := d.person("--given", "Anar", "--answer", "Share my contact=yes")
	d.want(0, nil, "attendees", "consent", gone.BadgeNumber, "withdrawn", "--question", "Share my contact")
	data := d.person("--given", "Nigar")
	d.want(0, nil, "attendees", "consent", data.BadgeNumber, "given")
	var people []attendeeJSON
	if d.want(0, &people, "attendees", "--consent", "share my contact"); len(people) != 1 || people[0].GivenName != "Leyla" {
		t.Errorf("%+v", people)
	}
	if d.want(0, &people, "attendees", "--consent", "data"); len(people) != 1 || people[0].GivenName != "Nigar" {
		t.Errorf("%+v", people)
	}
	var done struct {
		Rows    int
		LeftOut int `json:"left_out"`
	}
	d.want(0, &done, "export", "--consent", "Share my contact", "--out", d.file("p.csv"))
	if text, err := os.ReadFile(d.file("p.csv")); err != nil || done.Rows != 1 || done.LeftOut != 2 || strings.Contains(string(text), "Anar") {
		t.Errorf("%+v, %v", done, err)
	}
	d.want(2, nil, "export", "--what", "programme", "--consent", "data", "--out", d.file("p.csv"))
	d.want(3, nil, "export", "--consent", "my photographs", "--out", d.file("p.csv"))
	for _, kind := range []string{"protocol", "attendance"} {
		d.want(0, &done, "report", "--kind", kind, "--consent", "Share my contact", "--out", d.file("r.pdf"))
		text := d.tool("pdftotext", "-layout", d.file("r.pdf"), "-")
		if done.Rows != 1 || done.LeftOut != 2 || !strings.Contains(text, "Only those who agreed to: Share my contact. Left out: 2.") || strings.Contains(text, "Anar") {
			t.Errorf("%s: %+v\n%s", kind, done, text)
		}
	}
	d.want(2, nil, "report", "--kind", "summary", "--consent", "data", "--out", d.file("r.pdf"))
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
	d.want(2, nil, "attendees", "dossier", string(who.ID), "--out", d.file("d.pdf"), "--lang", "tlh")
	d.want(0, nil, "attendees", "edit", string(who.ID), "--set", "country=UZ")
	d.want(0, nil, "attendees", "dossier", string(who.ID), "--out", d.file("d.pdf"), "--lang", "ru")
	if text := d.tool("pdftotext", "-layout", d.file("d.pdf"), "-"); !strings.Contains(text, "На что человек дал согласие") || !strings.Contains(text, "Узбекистан") || strings.Contains(text, "confirmed\n") {
		t.Errorf("in Russian\n%s", text)
	}
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

func TestASeminarHasADayAfterWhichItsPeopleGo(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zadə")
	var s struct {
		Erase string `json:"erase_after"`
		End   string
	}
	d.want(0, &s, "seminars", "edit", "--erase-after", "2999-12-31")
	if s.Erase != "2999-12-31" {
		t.Errorf("%+v", s)
	}
	d.want(2, nil, "seminars", "edit", "--erase-after", "soon")
	d.want(2, nil, "seminars", "edit", "--erase-after", "2001-01-01")
	d.want(1, nil, "attendees", "anonymise", "--due", "--confirm", "anonymise") // nobody is due
	d.want(0, nil, "seminars", "edit", "--start", "2020-01-01", "--end", "2020-01-02", "--erase-after", "2021-01-01")
	d.want(2, nil, "attendees", "anonymise", "--due", "--everybody", "--confirm", "anonymise")
	var done struct{ People int }
	if d.want(0, &done, "attendees", "anonymise", "--due", "--confirm", "anonymise"); done.People != 1 {
		t.Errorf("%+v", done)
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
}

// What one of the two protects the other opens, with a password of any alphabet, asked for at the terminal.
func TestListsGoToTheProgramAgeAndComeBack(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zadə")
	const password = "şəhər ключ 鍵"
	secret := d.put("secret", password+"\n")
	d.want(0, nil, "export", "--out", d.file("people.csv"), "--encrypt", "--password-file", secret)
	ask := func(answers, command string) {
		t.Helper()
		c := exec.Command("script", "-qec", command, "/dev/null")
		c.Stdin = strings.NewReader(answers)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
	}
	ask(password+"\n", "age -d -o "+d.file("opened.csv")+" "+d.file("people.csv.age"))
	if text, err := os.ReadFile(d.file("opened.csv")); err != nil || !strings.Contains(string(text), "Qafar-zadə") {
		t.Fatalf("age read %q, %v", text, err)
	}
	plain := d.put("theirs.csv", "Given name,Family name\nAysel,Həsənova\n")
	ask(password+"\n"+password+"\n", "age -p -o "+d.file("theirs.csv.age")+" "+plain)
	var report struct{ Created int }
	empty := d.put("empty", "\n")
	d.want(2, nil, "import", d.file("theirs.csv.age"), "--password-file", empty)
	d.want(2, nil, "export", "--out", d.file("never.csv"), "--encrypt", "--password-file", empty)
	d.want(1, nil, "import", d.file("theirs.csv.age"), "--password-file", d.put("wrong", "sehir"))
	if d.want(0, &report, "import", d.file("theirs.csv.age"), "--password-file", secret); report.Created != 1 {
		t.Errorf("%+v", report)
	}
	if left, err := filepath.Glob(d.file("*never*")); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
	var again struct{ Unchanged int }
	if d.want(0, &again, "import", d.file("people.csv.age"), "--password-file", secret); again.Unchanged != 1 {
		t.Errorf("our own list again: %+v", again)
	}
}
