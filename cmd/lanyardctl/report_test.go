package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"lanyard/internal/document"
)

// reportFile writes a report and gives its text.
func (d deskTest) reportFile(ending string, args ...string) string {
	d.Helper()
	out := d.file("r." + ending)
	d.want(0, nil, append([]string{"report", "--out", out}, args...)...)
	if ending == "pdf" {
		text, err := exec.Command("pdftotext", out, "-").Output()
		if err != nil {
			d.Fatalf("pdftotext is needed for this test: apt-get install poppler-utils: %v", err)
		}
		return strings.Join(strings.Fields(string(text)), " ")
	}
	data, err := os.ReadFile(out)
	if err != nil {
		d.Fatal(err)
	}
	return string(data)
}

func TestAReportSpeaksItsOwnLanguage(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--country", "UZ")
	for lang, want := range map[string][]string{"fr": {"Chiffres clés", "Ouzbékistan", "Page 1 sur"}, "ru": {"Основные показатели", "Узбекистан"}, "en": {"Key figures"}} {
		text := d.reportFile("pdf", "--lang", lang)
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: no %q in %q", lang, w, text)
			}
		}
	}
	if text := d.reportFile("csv", "--kind", "statistics", "--lang", "ar"); !strings.Contains(text, "أوزبكستان") || !strings.Contains(text, "المجموع") {
		t.Errorf("in Arabic: %q", text)
	}
	d.want(2, nil, "report", "--out", d.file("x.pdf"), "--lang", "tlh")
}

func TestAReportTellsOfLettersThatNoFontHas(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Wei \U0010FFFD")
	var a struct{ Warnings []document.Warning }
	d.want(0, &a, "report", "--kind", "attendance", "--out", d.file("r.pdf"))
	if len(a.Warnings) != 1 || a.Warnings[0].Code != document.WarnMissing || !strings.Contains(a.Warnings[0].Message, "\U0010FFFD") {
		t.Errorf("%+v", a)
	}
	if d.want(0, &a, "report", "--kind", "attendance", "--out", d.file("r.csv")); a.Warnings == nil || len(a.Warnings) != 0 {
		t.Errorf("a table has no pages: %+v", a)
	}
}

func TestAReportWithoutAMark(t *testing.T) {
	d := newDesk(t)
	const mark = "\ufeff"
	if marked, bare := d.reportFile("csv"), d.reportFile("csv", "--no-bom"); !strings.HasPrefix(marked, mark) || mark+bare != marked {
		t.Errorf("%q, and without a mark %q", marked, bare)
	}
}

func TestASignatureSheetIsNarrowed(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	d.person("--given", "Anar")
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--kind", "panel", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	d.want(0, nil, "checkin", who.Code, "--at", "2025-07-18T09:12")
	for what, flags := range map[string][]string{"the session": {"--session", "panel 1"}, "the day": {"--day", "2025-07-18"}, "the list": {"--list", "Main entrance"}} {
		if text := d.reportFile("csv", append(flags, "--kind", "signin", "--ticked")...); strings.Count(text, "✓") != 1 || strings.Contains(text, "09:12") == (what == "the session") {
			t.Errorf("%s: %q", what, text)
		}
		if text := d.reportFile("csv", append(flags, "--kind", "signin")...); strings.Contains(text, "✓") {
			t.Errorf("%s is ticked though nobody asked: %q", what, text)
		}
	}
	for _, wrong := range []string{"--kind signin --day 2025-07-18 --list x", "--kind summary --day 2025-07-18", "--kind summary --ticked", "--kind summary --compare x"} {
		d.want(2, nil, append([]string{"report", "--out", d.file("x.csv")}, strings.Fields(wrong)...)...)
	}
	d.wantError(1, "report_day", "report", "--out", d.file("x.csv"), "--kind", "signin", "--day", "tomorrow")
	d.want(3, nil, "report", "--out", d.file("x.csv"), "--kind", "signin", "--session", "nothing")
}

func TestTheEmergencyListAndTheComparison(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	d.want(0, nil, "checkin", who.Code)
	if text := d.reportFile("csv", "--kind", "emergency"); !strings.Contains(text, "Leyla") || !strings.Contains(text, "Main entrance") {
		t.Errorf("inside: %q", text)
	}
	d.want(0, nil, "checkin", who.Code, "--exit")
	if text := d.reportFile("pdf", "--kind", "emergency"); strings.Contains(text, "Leyla") || !strings.Contains(text, "Nobody is inside.") {
		t.Errorf("after she left: %q", text)
	}
	var seminars []struct{ ID string }
	d.want(0, &seminars, "seminars")
	d.want(0, nil, "seminars", "add", "--title", "Earlier", "--start", "2024-07-18", "--tz", "Asia/Baku")
	d.want(0, nil, "seminars", "add", "--title", "Earliest", "--start", "2023-07-18", "--tz", "Asia/Baku")
	for title, flags := range map[string][]string{"Earlier, 18 July 2024": nil, "Earliest, 18 July 2023": {"--compare", "earliest"}} {
		if text := d.reportFile("pdf", append(flags, "--kind", "comparison", "--seminar", seminars[0].ID)...); !strings.Contains(text, "Compared with: "+title) {
			t.Errorf("compared with %s: %q", title, text)
		}
	}
	d.want(3, nil, "report", "--out", d.file("x.csv"), "--kind", "comparison", "--seminar", seminars[0].ID, "--compare", "nothing")
	var picture struct{ Width int }
	d.want(0, &picture, "preview", "--report", "comparison", "--compare", "Earliest", "--seminar", seminars[0].ID, "--lang", "ar", "--out", d.file("p.png"), "--dpi", "40")
	if picture.Width < 300 {
		t.Errorf("%+v", picture)
	}
}
