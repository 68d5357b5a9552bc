package main

import (
	"os"
	"strings"
	"testing"
)

func TestExportAndBackAgain(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zadə", "--phone", "+994125550100", "--email", "leyla@example.org", "--country", "AZ")
	d.person("--given", "=Ali", "--family", "Həsənov", "--organisation", "-Tire-")
	for _, name := range []string{"people.xlsx", "people.csv", "people.json", "people.vcf"} {
		var said struct{ Rows int }
		d.want(0, &said, "export", "--out", d.file(name))
		if said.Rows != 2 {
			t.Errorf("%s has %d rows", name, said.Rows)
		}
		var report struct{ Created, Updated, Unchanged int }
		d.want(0, &report, "import", d.file(name), "--update")
		if report.Created+report.Updated != 0 || report.Unchanged != 2 {
			t.Errorf("%s: %+v", name, report)
		}
	}
	marked, err := os.ReadFile(d.file("people.csv"))
	if err != nil || !strings.HasPrefix(string(marked), "\ufeff") || !strings.Contains(string(marked), "'=Ali") {
		t.Errorf("%v: %.200q", err, marked)
	}
	d.want(0, nil, "export", "--out", d.file("plain.csv"), "--no-bom")
	if plain, err := os.ReadFile(d.file("plain.csv")); err != nil || string(plain) != strings.TrimPrefix(string(marked), "\ufeff") {
		t.Errorf("%v: %.200q", err, plain)
	}
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--kind", "panel", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	d.want(0, nil, "export", "--what", "programme", "--out", d.file("programme.ics"))
	if calendar, err := os.ReadFile(d.file("programme.ics")); err != nil || !strings.Contains(string(calendar), "DTSTART:20250718T060000Z") {
		t.Errorf("%v: %s", err, calendar)
	}
	d.wantError(2, "usage", "export", "--what", "checkins", "--out", d.file("x.vcf"))
	d.wantError(2, "usage", "export", "--what", "nothing", "--out", d.file("x.csv"))
	if _, err := os.Stat(d.file("x.vcf")); err == nil {
		t.Error("a file was begun")
	}
}
