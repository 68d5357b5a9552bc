package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
)

const ownTemplate = `{"schema": 1, "id": "own", "kind": "badge", "names": {"en": "Small card", "az": "Kiçik kart"}, "size": {"w": 90, "h": 54},
	"front": [{"type": "text", "x": 5, "y": 5, "w": 80, "h": 20, "content": "{name}", "words": {"size": 20}}]}`

func TestATemplateIsImportedExportedAndDeleted(t *testing.T) {
	d := newDesk(t)
	var done struct {
		templateJSON
		Replaced  bool
		Operation string
	}
	d.want(0, &done, "templates", "import", d.put("own.lanyard-template", ownTemplate))
	if done.ID != "own" || done.Name != "Small card" || done.Replaced || done.Seminar != "" || done.Operation == "" {
		t.Errorf("%+v", done)
	}
	d.want(0, &done, "templates", "import", d.file("own.lanyard-template"))
	if !done.Replaced {
		t.Errorf("imported again: %+v", done)
	}
	var all []templateJSON
	own := func() (found []templateJSON) {
		d.want(0, &all, "templates")
		for _, one := range all {
			if !one.Shipped {
				found = append(found, one)
			}
		}
		return found
	}
	if got := own(); len(got) != 1 || got[0].Kind != template.Badge {
		t.Errorf("%+v", got)
	}
	d.want(0, nil, "templates", "export", "small CARD", "--out", d.file("out.json"))
	data, err := os.ReadFile(d.file("out.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := template.Parse([]byte(ownTemplate))
	if err != nil {
		t.Fatal(err)
	}
	if file, _ := want.JSON(); !bytes.Equal(data, file) {
		t.Errorf("exported:\n%s\nwant:\n%s", data, file)
	}
	var gone struct{ Operation string }
	d.want(0, &gone, "templates", "delete", "own")
	if got := own(); len(got) != 0 {
		t.Errorf("deleted: %+v", got)
	}
	d.wantError(3, "not_found", "templates", "delete", "own")
	d.wantError(3, "not_found", "templates", "export", "own", "--out", d.file("none.json"))
	d.want(0, nil, "undo", gone.Operation)
	if got := own(); len(got) != 1 {
		t.Errorf("brought back: %+v", got)
	}
	who := d.person("--given", "Leyla")
	var answer badgesJSON
	d.want(0, &answer, "badges", "--out", d.file("own.pdf"), "--template", "Kiçik KART")
	if info := d.tool("pdfinfo", d.file("own.pdf")); answer.Badges != 1 || !strings.Contains(info, "255.12 x 153.07 pts") {
		t.Errorf("%+v\n%s", answer, info)
	}
	var picture struct{ Width, Height int }
	d.want(0, &picture, "preview", "--badge", who.BadgeNumber, "--template", "own", "--dpi", "254", "--out", d.file("own.png"))
	if picture.Width != 900 || picture.Height != 540 {
		t.Errorf("the preview is %+v", picture)
	}
	d.wantError(2, "usage", "preview", "--certificate", who.BadgeNumber, "--template", "own", "--out", d.file("own.png"))
	d.want(0, &done, "templates", "import", d.put("theirs.json", strings.Replace(ownTemplate, `"own"`, `"theirs"`, 1)), "--seminar", "Test seminar")
	if done.Seminar == "" {
		t.Errorf("for one seminar: %+v", done)
	}
	for _, name := range []string{"Small card", "Small card 2"} { // the second has another name, whatever its file says
		d.want(0, nil, "templates", "export", name, "--out", d.file("one.json"))
	}
}

func TestABadTemplateSaysWhere(t *testing.T) {
	d := newDesk(t)
	bad := d.put("bad.json", strings.NewReplacer(`"size": 20`, `"size": 0.5, "colr": "#000000"`, "{name}", "{nam}").Replace(ownTemplate))
	var said checkedJSON
	d.want(1, &said, "templates", "check", bad)
	var places []string
	for _, e := range said.Problems {
		places = append(places, e.Code+" "+e.Field)
	}
	want := "template_field_like front[0].words.colr, template_variable_like front[0].content, template_range front[0].words.size"
	if got := strings.Join(places, ", "); said.Valid || got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d.want(0, &said, "templates", "check", d.put("good.json", ownTemplate))
	if !said.Valid {
		t.Errorf("%+v", said)
	}
	d.wantError(1, "template_field_like", "templates", "import", bad)
	unknown := d.put("stock.json", strings.Replace(ownTemplate, `"id"`, `"stock": "avery-9999", "id"`, 1))
	d.want(1, &said, "templates", "check", unknown)
	if len(said.Problems) != 1 || said.Problems[0].Code != "template_stock" || said.Problems[0].Field != "stock" {
		t.Errorf("a sheet that there is none of: %+v", said.Problems)
	}
	d.wantError(1, "template_stock", "templates", "import", unknown)
	fonts := d.put("fonts.json", strings.Replace(ownTemplate, `"size": 20`, `"size": 20, "font": "Baku Grotesk"`, 1))
	for _, verb := range []string{"check", "import"} {
		var warned struct{ Warnings []document.Warning }
		d.want(0, &warned, "templates", verb, fonts)
		if len(warned.Warnings) != 1 || warned.Warnings[0].Code != document.WarnFont || !strings.Contains(warned.Warnings[0].Message, "Baku Grotesk") {
			t.Errorf("%s of a font that is not here: %+v", verb, warned.Warnings)
		}
	}
	d.wantError(1, "template_syntax", "templates", "import", d.put("no.json", "PK\x03\x04"))
	d.wantError(3, "not_found", "templates", "check", d.file("nothing.json"))
	if _, _, stderr := d.call(nil, "templates", "import", bad); strings.Count(stderr, "front[0].words.size") != 1 {
		t.Errorf("the place is not said once:\n%s", stderr)
	}
}

func TestACategoryWithoutBadgesIsLeftOut(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "categories", "add", "--name", "Staff", "--template", "none")
	var guest struct{ Template, Colour string }
	d.want(0, &guest, "categories", "add", "--name", "Guest", "--colour", "#0f766e", "--template", "plastic card, id-1")
	if guest.Template != "id1-card" {
		t.Errorf("%+v", guest)
	}
	d.want(0, &guest, "categories", "edit", "guest", "--template", "")
	if guest.Template != "" || guest.Colour != "#0f766e" {
		t.Errorf("edited: %+v", guest)
	}
	d.wantError(2, "usage", "categories", "add", "--name", "Press", "--template", "baroque")
	staff := d.person("--given", "Rena", "--category", "Staff")
	d.person("--given", "Leyla", "--category", "Guest")
	d.person("--given", "Nigar")
	var answer badgesJSON
	d.want(0, &answer, "badges", "--out", d.file("b.pdf"))
	if answer.Badges != 2 || answer.LeftOut != 1 {
		t.Errorf("%+v", answer)
	}
	d.wantError(1, "badge_none", "badges", "--out", d.file("b.pdf"))
	d.wantError(1, "badge_none", "badges", "--out", d.file("b.pdf"), "--only", staff.BadgeNumber)
	d.want(0, &answer, "badges", "--out", d.file("b.pdf"), "--only", staff.BadgeNumber, "--template", "a6-portrait")
	if answer.Badges != 1 || answer.LeftOut != 0 {
		t.Errorf("asked for by name and template: %+v", answer)
	}
}

func TestAShippedTemplateIsExportedAndStays(t *testing.T) {
	d := newDesk(t)
	var all []templateJSON
	d.want(0, &all, "templates")
	shipped := map[template.Kind]int{}
	for _, one := range all {
		if one.Shipped {
			shipped[one.Kind]++
		}
	}
	if shipped[template.Badge] < 6 || shipped[template.Certificate] < 4 {
		t.Errorf("%v are shipped", shipped)
	}
	d.wantError(1, "template_shipped", "templates", "delete", "a6-portrait")
	d.want(0, nil, "templates", "export", "a6-portrait", "--out", d.file("a6.json"))
	var said checkedJSON
	d.want(0, &said, "templates", "check", d.file("a6.json"))
	type imported struct {
		templateJSON
		Already_here, Renamed, Replaced bool
		Operation                       string
	}
	var done imported
	if d.want(0, &done, "templates", "import", d.file("a6.json")); !done.Already_here || done.ID != "a6-portrait" || done.Operation != "" {
		t.Errorf("a shipped one comes in as %+v", done)
	}
	whole, err := os.ReadFile(d.file("a6.json"))
	if err != nil {
		t.Fatal(err)
	}
	changed := d.put("changed.json", strings.Replace(string(whole), `"x": `, `"x": 1`, 1))
	name := done.Name
	if d.want(0, &done, "templates", "import", changed); done.Already_here || done.ID == "a6-portrait" || done.Name != name+" 2" || !done.Renamed {
		t.Errorf("a changed one comes in as %+v", done)
	}
	own := done.ID
	done = imported{}
	if d.want(0, &done, "templates", "import", changed); !done.Already_here || done.ID != own || done.Operation != "" {
		t.Errorf("and again as %+v", done)
	}
}
