package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"lanyard/internal/seminar"
)

func TestQuestionsAreMadeChangedAndRemoved(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "categories", "add", "--name", "Press")
	var hotel, nights seminar.Question
	d.want(0, &hotel, "questions", "add", "--text", "Do you need a hotel?", "--type", "yesno", "--required", "--at-desk", "--text-in", "az=Otel lazımdır?")
	d.want(0, &nights, "questions", "add", "--text", "How many nights?", "--type", "number", "--min", "1", "--max", "2,5", "--unit", "nights",
		"--when", "otel lazımdır?=bəli", "--when", "category!=press", "--not-in", "self", "--not-in", "paper", "--help-text", "Breakfast is included.")
	if len(nights.When) != 2 || nights.When[0].Question != hotel.ID || nights.When[0].Values[0] != "yes" || !nights.When[1].Not || *nights.Max != 2.5 ||
		len(nights.Hidden) != 2 || nights.Position != 2 {
		t.Errorf("%+v", nights)
	}
	var meals seminar.Question
	d.want(0, &meals, "questions", "add", "--text", "Meals", "--type", "several", "--option", "Lunch", "--option", "Dinner", "--option-in", "az=Lunch=Nahar")
	for want, args := range map[string][]string{
		"usage":           {"edit", "Meals", "--option-in", "az=Supper=Şam"},
		"question_option": {"edit", "Meals", "--option", "a;b"},
		"question_circle": {"edit", hotel.Text, "--when", "How many nights?"},
		"question_type":   {"edit", "Meals", "--type", "essay"},
	} {
		d.wantError(2, want, append([]string{"questions"}, args...)...)
	}
	d.wantError(2, "usage", "questions", "add", "--text", "Q", "--type", "number", "--min", "one")
	d.wantError(3, "not_found", "questions", "edit", "Nothing", "--text", "T")
	d.want(0, &nights, "questions", "edit", "How many nights?", "--max", "7", "--when", "")
	if *nights.Max != 7 || len(nights.When) != 0 || nights.Unit != "nights" || *nights.Min != 1 {
		t.Errorf("%+v", nights)
	}
	var removed struct{ Operation string }
	d.want(0, &removed, "questions", "remove", "Meals")
	var all []seminar.Question
	if d.want(0, &all, "questions"); len(all) != 2 {
		t.Fatalf("%d questions", len(all))
	}
	d.want(0, nil, "undo", removed.Operation)
	if d.want(0, &all, "questions"); len(all) != 3 || all[2].OptionTexts["Lunch"]["az"] != "Nahar" {
		t.Errorf("%+v", all)
	}
}

func TestNobodyIsRegisteredWithoutTheAnswersThatMustBeGiven(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "questions", "add", "--text", "Hotel?", "--type", "yesno", "--required")
	d.want(0, nil, "questions", "add", "--text", "Which hotel?", "--required", "--when", "Hotel?=yes")
	d.wantError(2, "answer_required", "register", "--given", "Anar")
	d.wantError(2, "answer_required", "register", "--given", "Anar", "--answer", "Hotel?=yes")
	d.want(0, nil, "register", "--given", "Anar", "--answer", "Hotel?=no")
	d.want(0, nil, "register", "--given", "Nigar", "--answers-follow")
	d.wantError(2, "answer_yesno", "register", "--given", "Leyla", "--answers-follow", "--answer", "Hotel?=perhaps")
}

func TestAnswersAreCheckedByTheirType(t *testing.T) {
	d := newDesk(t)
	var nights seminar.Question
	d.want(0, nil, "questions", "add", "--text", "Nights", "--type", "number", "--max", "9", "--required", "--at-desk", "--text-in", "az=Gecə")
	d.want(0, nil, "questions", "add", "--text", "Photos", "--type", "consent", "--required", "--at-desk")
	var all []seminar.Question
	d.want(0, &all, "questions")
	nights = all[0]
	d.wantError(2, "answer_max", "register", "--given", "Anar", "--answer", "Nights=12")
	d.wantError(3, "not_found", "register", "--given", "Anar", "--answer", "Days=12")
	who := d.person("--given", "Anar", "--answer", "gecə=٣", "--answer", "Photos=yes")
	var a answerJSON
	if d.want(0, &a, "checkin", who.Code); a.Status != seminar.OK {
		t.Errorf("everything was answered: %+v", a)
	}
	other := d.person("--given", "Leyla")
	if d.want(4, &a, "checkin", other.Code, "--answer", string(nights.ID)+"=many", "--answer", "Photos=yes"); a.Status != seminar.Incomplete || len(a.Questions) != 1 ||
		!strings.Contains(a.Explanation, "many") || a.Operation != "" {
		t.Errorf("%+v", a)
	}
	if d.want(0, &a, "checkin", other.Code, "--answer", string(nights.ID)+"=2", "--answer", "Photos=yes"); a.Status != seminar.OK {
		t.Errorf("%+v", a)
	}
	d.wantError(2, "answer_number", "attendees", "edit", string(other.ID), "--answer", "Nights=x")
	d.want(0, nil, "attendees", "edit", string(other.ID), "--answer", "Nights=")
}

func TestAFormIsWrittenForPaper(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "questions", "add", "--text", "Which language?", "--type", "choice", "--option", "Arabic", "--option", "French", "--text-in", "az=Hansı dil?")
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə", "--answer", "Which language?=arabic")
	text := func() string {
		out, err := exec.Command("pdftotext", "-layout", d.file("form.pdf"), "-").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	var form formJSON
	d.want(0, &form, "form", "--out", d.file("form.pdf"), "--lang", "en,az")
	if said := text(); form.Pages != 1 || len(form.Warnings) != 0 || !strings.Contains(said, "Qeydiyyat forması") || !strings.Contains(said, "Hansı dil?") || strings.Contains(said, "Leyla") {
		t.Errorf("%+v: %s", form, said)
	}
	d.want(0, &form, "form", "--out", d.file("form.pdf"), "--attendee", who.Code, "--field", "given_name", "--field", "family_name", "--lang", "ar")
	if said := text(); !strings.Contains(said, "Qafar-zadə") {
		t.Errorf("%s", said)
	}
	for _, args := range [][]string{{"--lang", "tlh"}, {"--lang", "en,az,ru"}, {"--field", "shoe_size"}} {
		d.wantError(2, "usage", append([]string{"form", "--out", d.file("none.pdf")}, args...)...)
	}
	if _, err := os.Stat(d.file("none.pdf")); err == nil {
		t.Error("a form was written all the same")
	}
	d.wantError(3, "not_found", "form", "--out", d.file("none.pdf"), "--attendee", "Z-999")
}
