package main

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/names"
)

func TestDuplicatesAreProposedWithTheReason(t *testing.T) {
	d := newDesk(t)
	var pairs []duplicateJSON
	if _, out, _ := d.call(strings.NewReader(""), "attendees", "duplicates"); strings.TrimSpace(out) != "[]" {
		t.Errorf("nobody: %s", out)
	}
	first := d.person("--given", "Şəmsəddin", "--family", "Əliyev", "--email", "shams@example.az", "--organisation", "ADA Universiteti")
	second := d.person("--given", "Шамсаддин", "--family", "Алиев", "--email", "shams@example.az")
	d.person("--given", "Nigar", "--family", "Əliyeva", "--organisation", "ADA Universiteti")
	d.want(0, &pairs, "attendees", "duplicates")
	if len(pairs) != 1 || pairs[0].Score < 0.8 || pairs[0].Score > 1 {
		t.Fatalf("%+v", pairs)
	}
	both := []string{string(pairs[0].A.ID), string(pairs[0].B.ID)}
	if !slices.Contains(both, string(first.ID)) || !slices.Contains(both, string(second.ID)) {
		t.Errorf("%v", both)
	}
	if want := []names.Reason{names.SameEmail, names.OtherScript}; !slices.Equal(pairs[0].Reasons, want) {
		t.Errorf("%v, want %v", pairs[0].Reasons, want)
	}
	var table bytes.Buffer
	err := run(context.Background(), []string{"--workspace", d.file("w.lanyard"), "--language", "en", "attendees", "duplicates"},
		streams{strings.NewReader(""), &table, &bytes.Buffer{}})
	if err != nil || !strings.Contains(table.String(), first.BadgeNumber+" Şəmsəddin Əliyev, ADA Universiteti") ||
		!strings.Contains(table.String(), "same e-mail, the same name in another script") {
		t.Errorf("%v\n%s", err, table.String())
	}
}

func TestAnImportSaysWhoIsProbablyHereAlready(t *testing.T) {
	d := newDesk(t)
	here := d.person("--given", "Şəmsəddin", "--family", "Əliyev", "--organisation", "ADA Universiteti", "--country", "AZ")
	file := d.put("people.csv", "Given name,Family name,Organisation,Country\nAliyev,Shamsaddin,ADA Universiteti,AZ\n"+
		"Oʻtkir,Gʻulomov,Samarqand muzeyi,UZ\nЎткир,Ғуломов,Samarqand muzeyi,UZ\nLeyla,Quliyeva,ADA Universiteti,AZ\n")
	for _, flag := range []string{"--dry-run", "--update"} {
		_, out, said := d.call(strings.NewReader(""), "import", file, flag)
		var report desk.ImportReport
		if err := json.Unmarshal([]byte(out), &report); err != nil {
			t.Fatal(err, said)
		}
		if report.Created != 4 || len(report.Twins) != 2 {
			t.Fatalf("%s: %+v", flag, report)
		}
		one, two := report.Twins[0], report.Twins[1]
		if one.Attendee != here.ID || one.OtherRow != 0 || !slices.Contains(one.Reasons, names.Swapped) {
			t.Errorf("%+v", one)
		}
		if two.Row <= two.OtherRow || two.OtherRow == 0 || two.Name != "Oʻtkir Gʻulomov" {
			t.Errorf("%+v", two)
		}
	}
}
