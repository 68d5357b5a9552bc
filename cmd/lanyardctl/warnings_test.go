package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"lanyard/internal/document"
)

func TestWhatIsOddAboutANameIsToldAndKeepsNobodyOut(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Аlice", "--family", "Smi\u202eth", "--organisation", "ADA\x07") // with a Cyrillic А
	want := []warningJSON{{Field: "given_name", Code: "mixed", Value: "Аlice"}, {Field: "family_name", Code: "direction", Value: "U+202E"}, {Field: "organisation", Code: "control", Value: "U+0007"}}
	if who.GivenName != "Аlice" || who.FamilyName != "Smith" || len(who.Warnings) != len(want) {
		t.Fatalf("%+v", who)
	}
	for i, w := range who.Warnings {
		if w.Field != want[i].Field || w.Code != want[i].Code || w.Value != want[i].Value || !strings.Contains(w.Message, w.Value) {
			t.Errorf("warning %d is %+v, want %+v", i, w, want[i])
		}
	}
	if m := who.Warnings[0].Message; !strings.Contains(m, "(А: Cyrillic)") {
		t.Errorf("the letter is not told: %s", m)
	}
	d.want(0, &who, "attendees", "edit", string(who.ID), "--set", "family_name=Smіth", "--set", "status=pending") // with a Ukrainian і
	if len(who.Warnings) != 1 || who.Warnings[0].Field != "family_name" || !strings.Contains(who.Warnings[0].Message, "(і: Cyrillic)") {
		t.Errorf("after an edit of the family name: %+v", who.Warnings)
	}
	var out, said bytes.Buffer
	if err := run(context.Background(), []string{"--workspace", d.file("w.lanyard"), "--language", "az", "register", "--given", "Аlice"}, streams{nil, &out, &said}); err != nil ||
		!strings.Contains(said.String(), "given_name: “Аlice”") || !strings.Contains(out.String(), "Аlice") {
		t.Errorf("in words: %q, %q, %v", out.String(), said.String(), err)
	}
}

func TestAnImportTellsRowColumnAndLetter(t *testing.T) {
	d := newDesk(t)
	file := d.put("people.csv", "Ad;Soyad;Email\nАlice;Smith;a@example.org\nLeyla;Qafar\u200b-zadə;l@example.org\nAysel;Quliyeva;q@example.org\n")
	type report struct {
		Created  int
		Warnings []struct {
			Row                          int
			Column, Value, Code, Message string
		}
	}
	for _, args := range [][]string{{"import", file, "--dry-run"}, {"import", file}} {
		var r report
		d.want(0, &r, args...)
		if r.Created != 3 || len(r.Warnings) != 2 {
			t.Fatalf("%v: %+v", args, r)
		}
		one, other := r.Warnings[0], r.Warnings[1]
		if one.Row != 2 || one.Column != "Ad" || one.Value != "Аlice" || one.Code != "mixed" || !strings.Contains(one.Message, "(А: Cyrillic)") {
			t.Errorf("%v: %+v", args, one)
		}
		if other.Row != 3 || other.Column != "Soyad" || other.Value != "Qafar\u200b-zadə" || other.Code != "invisible" || !strings.Contains(other.Message, "U+200B") {
			t.Errorf("%v: %+v", args, other)
		}
	}
	var again report
	d.want(0, &again, "import", file)
	if again.Created != 0 || again.Warnings == nil || len(again.Warnings) != 0 {
		t.Errorf("what changes nothing is told again: %+v", again)
	}
}

func TestAFontFileIsGivenOnTheCommandLine(t *testing.T) {
	const collection = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
	if _, err := os.Stat(collection); err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	d := newDesk(t)
	d.person("--given", "Li", "--family", "Ming", "--native", "李明")
	d.wantError(3, "not_found", "badges", "--out", d.file("b.pdf"), "--font", d.file("gone.ttf"))
	d.wantError(1, "font_format", "badges", "--out", d.file("b.pdf"), "--font", d.put("people.ttf", "Ad;Soyad"))
	if _, err := os.Stat(d.file("b.pdf")); err == nil {
		t.Error("badges were made without the font")
	}
	var answer badgesJSON
	d.want(0, &answer, "badges", "--out", d.file("b.pdf"), "--only", "all", "--font", collection)
	if answer.Badges != 1 || len(answer.Warnings) != 0 {
		t.Errorf("%+v", answer)
	}
	if text := d.tool("pdftotext", d.file("b.pdf"), "-"); !strings.Contains(text, "李明") {
		t.Errorf("the badge says %q", text)
	}
}

func TestALetterThatNoFontHasIsToldOfCertificatesToo(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Wei \U0010FFFD")
	d.want(0, nil, "checkin", who.Code)
	var issued issuedJSON
	d.want(0, &issued, "certificates", "--out", d.file("c.pdf"))
	if issued.Issued != 1 || len(issued.Warnings) != 1 || issued.Warnings[0].AttendeeID != who.ID || issued.Warnings[0].Code != "missing_glyph" {
		t.Errorf("%+v", issued)
	}
}

func TestALayoutChangedAfterTheIssueIsToldOf(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla", "--family", "Aliyeva")
	d.want(0, nil, "checkin", who.Code)
	d.want(0, nil, "templates", "export", "attendance", "--out", d.file("ours.json"))
	save := func(title string) {
		t.Helper()
		text, err := os.ReadFile(d.file("ours.json"))
		if err != nil {
			t.Fatal(err)
		}
		var file map[string]any
		if err := json.Unmarshal(text, &file); err != nil {
			t.Fatal(err)
		}
		file["id"], file["names"] = "ours", map[string]string{"en": title}
		if text, err = json.Marshal(file); err != nil {
			t.Fatal(err)
		}
		d.want(0, nil, "templates", "import", d.put("own.json", string(text)))
	}
	save("Ours")
	d.want(0, nil, "certificates", "kinds", "set", "attendance", "--template", "ours")
	for i, want := range []int{0, 0, 1} {
		if i == 2 {
			save("Ours, wider")
		}
		var issued issuedJSON
		d.want(0, &issued, "certificates", "--out", d.file("c.pdf"))
		if issued.Issued != 1 || len(issued.Warnings) != want || want > 0 && issued.Warnings[0].Code != "layout_changed" {
			t.Fatalf("%+v", issued)
		}
		if want == 0 {
			continue
		}
		var out, said bytes.Buffer
		err := run(context.Background(), []string{"--workspace", d.file("w.lanyard"), "certificates", "--out", d.file("c.pdf")}, streams{nil, &out, &said})
		if err != nil || !strings.Contains(out.String(), "\nThe certificate ") || !strings.Contains(out.String(), "“Ours, wider”") {
			t.Errorf("in words: %q, %q, %v", out.String(), said.String(), err)
		}
	}
}

func TestAWarningThatIsEverybodysIsNotReadByEverybody(t *testing.T) {
	d := newDesk(t)
	for i := range shownAlike + 3 {
		d.person("--given", fmt.Sprint("ไทย ", i), "--family", "Smith")
	}
	var made badgesJSON
	badges := []string{"badges", "--only", "all", "--out", d.file("b.pdf")}
	d.want(0, &made, badges...)
	if len(made.Warnings) != shownAlike+3 {
		t.Fatalf("%d warnings of letters that no font has", len(made.Warnings))
	}
	var out, said bytes.Buffer
	if err := run(context.Background(), append([]string{"--workspace", d.file("w.lanyard"), "--language", "en"}, badges...), streams{nil, &out, &said}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "no typeface has"); n != shownAlike || !strings.Contains(out.String(), "and 3 more like these") {
		t.Errorf("%d of them are read one by one:\n%s", n, out.String())
	}
}

func TestAPreviewTellsWhatItCouldNotShow(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "ไทย", "--family", "Smith")
	var picture struct{ Warnings []document.Warning }
	d.want(0, &picture, "preview", "--badge", who.BadgeNumber, "--out", d.file("p.png"))
	if len(picture.Warnings) == 0 || picture.Warnings[0].AttendeeID != who.ID || picture.Warnings[0].Code != document.WarnMissing {
		t.Errorf("%+v", picture.Warnings)
	}
	for report, letters := range map[string]int{"attendance": 1, "delegations": 0} { // one with her name in it, and one without
		d.want(0, &picture, "preview", "--report", report, "--out", d.file("p.png"))
		if picture.Warnings == nil || len(picture.Warnings) != letters {
			t.Errorf("of the report %s: %+v", report, picture.Warnings)
		}
	}
}
