package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/document/stock"
)

// tool runs one of Debian's tools.
func (d deskTest) tool(name string, args ...string) string {
	d.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		d.Fatalf("%s %v: %v (apt-get install poppler-utils zbar-tools qpdf)", name, args, err)
	}
	return string(out)
}

func TestBadgesOfASheetAreReadByAScanner(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "sessions", "add", "--title", "Opening of the seminar", "--kind", "opening", "--start", "2025-07-18T09:30", "--end", "2025-07-18T10:00")
	var want []string
	for i := range 5 {
		want = append(want, d.person("--given", fmt.Sprint("Person ", i)).Code)
	}
	slices.Sort(want)
	for _, c := range []struct {
		args  []string
		pages int
		size  string
	}{
		{nil, 5, "297.64 x 419.53 pts"},
		{[]string{"--side", "both"}, 10, "297.64 x 419.53 pts"},
		{[]string{"--side", "back"}, 5, "297.64 x 419.53 pts"},
		{[]string{"--sheet", "a4"}, 2, "595.28 x 841.89 pts (A4)"},
		{[]string{"--sheet", "A4", "--start-cell", "4"}, 2, "595.28 x 841.89 pts (A4)"},
		{[]string{"--sheet", "a4", "--start-cell", "4", "--side", "both", "--template", "standard"}, 4, "595.28 x 841.89 pts (A4)"},
	} {
		name := strings.Join(c.args, " ")
		out := filepath.Join(t.TempDir(), "badges.pdf")
		var answer badgesJSON
		d.want(0, &answer, append([]string{"badges", "--only", "all", "--out", out}, c.args...)...)
		if answer.Badges != 5 || answer.Pages != c.pages || len(answer.Warnings) != 0 {
			t.Errorf("%s: %+v", name, answer)
		}
		d.tool("qpdf", "--check", out)
		info := d.tool("pdfinfo", out)
		if !strings.Contains(info, fmt.Sprintf("Pages:           %d\n", c.pages)) || !strings.Contains(info, c.size) {
			t.Errorf("%s:\n%s", name, info)
		}
		text := d.tool("pdftotext", out, "-")
		if back := strings.Contains(text, "Programme") && strings.Contains(text, "09:30–10:00") && strings.Contains(text, "Opening of the seminar"); back != slices.Contains(c.args, "--side") {
			t.Errorf("%s: has backs: %v", name, back)
		}
		d.tool("pdftoppm", "-r", "150", "-png", out, strings.TrimSuffix(out, ".pdf"))
		var read []string
		pictures, _ := filepath.Glob(filepath.Join(filepath.Dir(out), "*.png"))
		for _, p := range pictures {
			codes, err := exec.Command("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", p).Output()
			if err == nil { // a page of backs has none
				read = append(read, strings.Fields(string(codes))...)
			}
		}
		slices.Sort(read)
		if slices.Contains(c.args, "back") {
			if len(read) != 0 {
				t.Errorf("%s: the back has codes", name)
			}
		} else if !slices.Equal(read, want) {
			t.Errorf("%s: read %v, want %v", name, read, want)
		}
	}
}

func TestSheetsAreNamedAsTheirMakersNameThem(t *testing.T) {
	d := newDesk(t)
	var sheets []stock.Stock
	d.want(0, &sheets, "sheets")
	if len(sheets) < 40 || sheets[0].Name != "a4" || sheets[0].Cells() != 4 {
		t.Fatalf("%d sheets, the first %+v", len(sheets), sheets[0])
	}
	for range 3 {
		d.person("--given", "Leyla")
	}
	out := d.file("b.pdf")
	for _, c := range []struct {
		pages int
		size  string
		args  []string
	}{{1, "(A4)", []string{"--sheet", "C32011", "--template", "id1-card", "--offset-x", "-1.5"}}, {1, "(letter)", []string{"--sheet", "5392", "--template", "insert-90x54"}},
		{3, "153.07 x 286.3", []string{"--sheet", "DYMO 99014", "--template", "id1-card"}}, {1, "(A4)", []string{"--template", "a4-four-up"}},
		{3, "297.6", []string{"--template", "a4-four-up", "--sheet", "none"}}} {
		var answer badgesJSON
		d.want(0, &answer, append([]string{"badges", "--only", "all", "--out", out}, c.args...)...)
		if info := d.tool("pdfinfo", out); answer.Pages != c.pages || len(answer.Warnings) > 0 || !strings.Contains(info, c.size) {
			t.Errorf("%v: %+v\n%s", c.args, answer, info)
		}
	}
	var answer badgesJSON
	if d.want(0, &answer, "badges", "--only", "all", "--out", out, "--sheet", "L7160"); len(answer.Warnings) != 1 {
		t.Errorf("badges of A6 on labels: %+v", answer)
	}
	d.wantError(2, "usage", "badges", "--out", out, "--sheet", "a4", "--offset-y", "200")
}

func TestPrintingAgainKeepsTheCodeAndAReplacementRevokesIt(t *testing.T) {
	d := newDesk(t)
	who, other := d.person("--given", "Leyla"), d.person("--given", "Nigar")
	out := d.file("b.pdf")
	var answer badgesJSON
	d.want(0, &answer, "badges", "--out", out, "--only", who.BadgeNumber, "--side", "back")
	d.want(0, &answer, "badges", "--out", out)
	if answer.Badges != 2 {
		t.Errorf("after a back alone, %d badges are unprinted", answer.Badges)
	}
	d.wantError(3, "not_found", "badges", "--out", out)
	d.want(0, &answer, "badges", "--out", out, "--only", who.Code+", "+other.BadgeNumber)
	var people []attendeeJSON
	d.want(0, &people, "attendees", "--search", "leyla")
	if answer.Badges != 2 || people[0].Code != who.Code {
		t.Errorf("%+v, code %s became %s", answer, who.Code, people[0].Code)
	}
	d.want(0, &answer, "badges", "--out", out, "--only", who.BadgeNumber, "--replace")
	d.want(0, &people, "attendees", "--search", "leyla")
	if answer.Badges != 1 || people[0].Code == who.Code {
		t.Errorf("%+v, the code stays %s", answer, people[0].Code)
	}
	var scan answerJSON
	if d.want(4, &scan, "checkin", who.Code); scan.Reason != "revoked" {
		t.Errorf("the old badge: %+v", scan)
	}
	d.want(0, nil, "checkin", people[0].Code)
}

func TestVerifyOfFilesTextsAndBadges(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	d.want(0, nil, "checkin", who.Code)
	folder := d.file("certificates") + "/"
	var issued issuedJSON
	d.want(0, &issued, "certificates", "--out", folder, "--only", who.Code)
	files, _ := filepath.Glob(folder + "*.pdf")
	if issued.Issued != 1 || len(files) != 1 {
		t.Fatalf("%+v, %v", issued, files)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(data), "LC2.")
	text := string(data[at:])
	text = text[:strings.IndexAny(text, " )>\n")]
	type answer struct {
		Valid, Revoked                        bool
		Reason, Serial, Name, Seminar, Issued string
	}
	var v answer
	for _, what := range []string{files[0], text} {
		d.want(0, &v, "verify", what)
		if !v.Valid || v.Reason != "" || v.Serial != strings.TrimSuffix(filepath.Base(files[0]), ".pdf") || v.Name != "Leyla Qafar-zadə" || v.Seminar != "Test seminar" || v.Issued == "" {
			t.Errorf("%.40s: %+v", what, v)
		}
	}
	// One letter of the name, of the signature, of the whole.
	for _, i := range []int{len("LC2.") + 20, len(text) - 5} {
		edited := []byte(text)
		edited[i]++
		v = answer{}
		d.want(4, &v, "verify", string(edited))
		if v.Valid || v.Reason == "" {
			t.Errorf("an edited text: %+v", v)
		}
		d.want(4, &v, "verify", d.put("edited.pdf", strings.Replace(string(data), text, string(edited), 1)))
	}
	d.want(0, &v, "verify", who.Code)
	if !v.Valid || v.Name != "Leyla Qafar-zadə" {
		t.Errorf("a badge: %+v", v)
	}
	for _, what := range []string{"nonsense", "", "112345678901234567890123456789012", d.put("notes.txt", "nothing signed")} {
		if d.want(4, &v, "verify", what); v.Valid || v.Reason == "" {
			t.Errorf("%q: %+v", what, v)
		}
	}
	d.want(0, nil, "badges", "--out", d.file("b.pdf"), "--only", who.Code, "--replace")
	if d.want(4, &v, "verify", who.Code); v.Reason != "replaced" || !v.Revoked {
		t.Errorf("a badge that was replaced: %+v", v)
	}
	var revoked certificateJSON
	d.want(0, &revoked, "certificates", "revoke", strings.ToLower(strings.TrimSuffix(filepath.Base(files[0]), ".pdf")), "--why", "test")
	if !revoked.Revoked || revoked.Why != "test" {
		t.Errorf("%+v", revoked)
	}
	d.want(0, &issued, "certificates", "--out", d.file("again.pdf"), "--explain")
	if issued.Issued != 1 {
		t.Errorf("after one was revoked: %+v", issued)
	}
}

func TestReportsAndPreviewsOfEveryKind(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	for _, kind := range reportKinds() {
		for _, ending := range []string{"pdf", "xlsx", "csv", "json"} {
			out := d.file(kind + "." + ending)
			var answer struct {
				File string
				Rows int
			}
			d.want(0, &answer, "report", "--kind", kind, "--out", out)
			if info, err := os.Stat(out); err != nil || info.Size() == 0 || answer.File != out || kind == "attendance" && answer.Rows != 1 {
				t.Errorf("%s: %+v, %v", out, answer, err)
			}
		}
		var picture struct{ Width, Height int }
		d.want(0, &picture, "preview", "--report", kind, "--out", d.file("p.png"), "--dpi", "30")
		if picture.Width < 200 || picture.Height < 200 {
			t.Errorf("%s: %+v", kind, picture)
		}
	}
	var picture struct{ Width, Height int }
	d.want(0, &picture, "preview", "--badge", who.BadgeNumber, "--out", d.file("p.png"))
	if picture.Width != 620 || picture.Height != 874 {
		t.Errorf("%+v", picture)
	}
	d.want(0, nil, "preview", "--badge", who.BadgeNumber, "--side", "back", "--out", d.file("back.png"))
	front, err := os.ReadFile(d.file("p.png"))
	if err != nil {
		t.Fatal(err)
	}
	if back, err := os.ReadFile(d.file("back.png")); err != nil || string(back) == string(front) {
		t.Errorf("the back is the front, %v", err)
	}
	d.want(0, &picture, "preview", "--certificate", who.BadgeNumber, "--out", d.file("p.png"))
	var issued []operationJSON
	d.want(0, &issued, "log", "--limit", "0")
	for _, o := range issued {
		if strings.HasPrefix(string(o.Kind), "certificate") || strings.HasPrefix(string(o.Kind), "badge") {
			t.Errorf("a preview made %s", o.Kind)
		}
	}
	d.want(0, nil, "attendees", "cancel", who.Code)
	d.want(0, nil, "preview", "--certificate", who.Code, "--out", d.file("p.png"))
}
