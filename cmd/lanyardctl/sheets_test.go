package main

import (
	"strings"
	"testing"

	"lanyard/internal/document/stock"
	"lanyard/internal/seminar"
)

func TestASheetOfOnesOwnIsPrintedOn(t *testing.T) {
	d := newDesk(t)
	for range 3 {
		d.person("--given", "Leyla")
	}
	names := func() string {
		t.Helper()
		var all []stock.Stock
		d.want(0, &all, "sheets")
		if all[0].Kind != stock.Own {
			return ""
		}
		return all[0].Title
	}
	var added struct{ Operation string }
	d.want(0, &added, "sheets", "add", "--name", "Our holders", "--width", "200", "--height", "250", "--columns", "2", "--rows", "1", "--left", "3", "--top", "10",
		"--label-width", "95", "--label-height", "60", "--gap-across", "4", "--corner", "3")
	if names() != "Our holders" {
		t.Errorf("offered first is %q", names())
	}
	out := d.file("b.pdf")
	var answer badgesJSON
	d.want(0, &answer, "badges", "--only", "all", "--out", out, "--sheet", "our holders", "--template", "insert-90x54")
	if info := d.tool("pdfinfo", out); answer.Pages != 2 || len(answer.Warnings) > 0 || !strings.Contains(info, "566.93 x 708.66") {
		t.Errorf("%+v\n%s", answer, info)
	}
	d.wantError(2, "usage", "badges", "--out", out, "--sheet", "our holders", "--start-cell", "3")
	d.wantError(2, "sheet_taken", "sheets", "add", "--name", "our  holders", "--label-width", "50", "--label-height", "30")
	d.wantError(2, "sheet_wide", "sheets", "add", "--name", "Wide", "--columns", "3", "--label-width", "95", "--label-height", "60")
	d.wantError(2, "usage", "sheets", "add", "--name", "Nothing")
	d.wantError(3, "not_found", "sheets", "remove", "L4785")
	var removed struct{ Operation string }
	if d.want(0, &removed, "sheets", "remove", "Our holders"); names() != "" {
		t.Error("it is offered still")
	}
	d.wantError(2, "usage", "badges", "--only", "all", "--out", out, "--sheet", "our holders")
	if d.want(0, nil, "undo", removed.Operation); names() != "Our holders" {
		t.Error("undo does not bring it back")
	}
	if d.want(0, nil, "undo", added.Operation); names() != "" {
		t.Error("undone, and there")
	}
}

func TestAnOffsetNeedsNoSheet(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zade")
	left := func(args ...string) string {
		t.Helper()
		out := d.file("b.pdf")
		d.want(0, nil, append([]string{"badges", "--only", "all", "--out", out}, args...)...)
		for _, line := range strings.Split(d.tool("pdftotext", "-bbox", out, "-"), "\n") {
			if strings.Contains(line, ">Leyla<") {
				return strings.Split(line, `"`)[1]
			}
		}
		t.Fatal("no name on the badge")
		return ""
	}
	if plain, moved := left(), left("--offset-x", "5"); plain == moved {
		t.Errorf("the name is at %s and %s", plain, moved)
	}
	if plain, moved := left("--template", "a4-four-up"), left("--template", "a4-four-up", "--offset-x", "5"); plain == moved {
		t.Errorf("on the template's own sheet the name is at %s and %s", plain, moved)
	}
	d.wantError(2, "usage", "badges", "--out", d.file("b.pdf"), "--offset-x", "NaN")
	d.wantError(2, "usage", "badges", "--out", d.file("b.pdf"), "--start-cell", "2")
}

func TestASeminarIsEditedInWhatIsSaidAlone(t *testing.T) {
	d := newDesk(t)
	now := func() eventJSON {
		t.Helper()
		var all []eventJSON
		d.want(0, &all, "seminars")
		return all[0]
	}
	before := now()
	var done struct{ Operation string }
	d.want(0, &done, "seminars", "edit", "--title-in", "az=İrs, 2025", "--end", "2025-07-20", "--badge-template", "a6-folded")
	after := now()
	if after.Title != before.Title || after.Titles["az"] != "İrs, 2025" || after.Start != before.Start || after.End != "2025-07-20" || after.Venue != before.Venue ||
		after.Percent != before.Percent || after.Badge != "a6-folded" {
		t.Errorf("%+v became %+v", before, after)
	}
	d.wantError(2, "date_order", "seminars", "edit", "--end", "2025-07-01")
	d.wantError(2, "required", "seminars", "edit", "--title", " ")
	d.wantError(2, "usage", "seminars", "edit", "--badge-template", "nothing like it")
	d.wantError(2, "usage", "seminars", "edit", "--title-in", "Heritage")
	d.want(0, nil, "seminars", "edit", "--title", "Heritage", "--title-in", "az=", "--venue", "Baku", "--badge-template", seminar.NoBadge)
	if after := now(); after.Title != "Heritage" || len(after.Titles) != 1 || after.Venue != "Baku" || after.Badge != seminar.NoBadge {
		t.Errorf("%+v", after)
	}
	d.want(0, nil, "seminars", "edit", "--badge-template", "standard")
	if now().Badge != "" {
		t.Errorf("%q is the standard one", now().Badge)
	}
}
