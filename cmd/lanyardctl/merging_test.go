package main

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

func TestTwoAreMergedAndTakenApartAgain(t *testing.T) {
	d := newDesk(t)
	keep := d.person("--given", "Şəmsəddin", "--family", "Əliyev", "--status", "pending")
	drop := d.person("--given", "Шамсаддин", "--family", "Алиев", "--email", "shams@example.az", "--country", "AZ")
	other := d.person("--given", "Nigar", "--family", "Quliyeva")
	d.want(0, nil, "checkin", drop.Code, "--at", "2025-07-18T09:12")
	var merged mergedJSON
	d.want(0, &merged, "attendees", "merge", keep.BadgeNumber, drop.Code)
	got := merged.Attendee
	if got.ID != keep.ID || got.Email != "shams@example.az" || got.Country != "AZ" || got.Status != "confirmed" || merged.Operation == "" ||
		!slices.Equal(got.Also, []string{"Шамсаддин Алиев"}) {
		t.Errorf("%+v", merged)
	}
	var rows []attendeeJSON
	d.want(0, &rows, "attendees", "--search", "Шамсаддин Алиев")
	if len(rows) != 1 || rows[0].ID != keep.ID || !rows[0].CheckedIn {
		t.Errorf("%+v", rows)
	}
	var scan answerJSON
	d.want(4, &scan, "checkin", drop.Code, "--at", "2025-07-18T09:30")
	if scan.Reason != "already_redeemed" || scan.Attendee.ID != keep.ID || scan.First.Datetime != "2025-07-18T09:12:00+04:00" {
		t.Errorf("%+v", scan)
	}
	for _, refused := range [][2]string{{keep.Code, drop.Code}, {drop.BadgeNumber, string(keep.ID)}} {
		d.wantError(4, "merge_already", "attendees", "merge", refused[0], refused[1])
		d.wantError(4, "merge_already", "attendees", "apart", refused[0], refused[1])
	}
	d.wantError(4, "merge_same", "attendees", "merge", other.Code, other.BadgeNumber)
	d.wantError(3, "not_found", "attendees", "merge", "nobody", keep.Code)
	d.wantError(3, "not_found", "attendees", "merge", keep.Code, "nobody")
	d.wantError(2, "usage", "attendees", "merge", keep.Code)
	var ops []operationJSON
	d.want(0, &ops, "log", "--subject", string(keep.ID))
	kinds := map[string]int{}
	for _, o := range ops {
		kinds[string(o.Kind)]++
	}
	if kinds["merge.set"] != 1 || kinds["checkin.add"] != 2 || kinds["attendee.set"] != 3 || kinds["registration.set"] != 3 {
		t.Errorf("the log of the kept person: %v", kinds)
	}
	var report struct{ Rows [][]any }
	d.want(0, &report, "report", "--kind", "log", "--out", "-")
	if !slices.ContainsFunc(report.Rows, func(r []any) bool { return r[3] == "Merged: Шамсаддин Алиев is Şəmsəddin Əliyev" }) {
		t.Errorf("%v", report.Rows)
	}
	d.want(0, nil, "attendees", "cancel", string(drop.ID))
	d.want(0, &rows, "attendees", "--status", "cancelled")
	if len(rows) != 1 || rows[0].ID != keep.ID {
		t.Errorf("the dropped id cancelled %+v", rows)
	}
	d.want(0, nil, "undo", string(merged.Operation))
	d.want(0, nil, "undo", string(merged.Operation))
	d.want(0, &rows, "attendees")
	if len(rows) != 3 {
		t.Errorf("%d people after the merge was undone", len(rows))
	}
	d.want(0, nil, "doctor")
}

func TestThoseWhoAreTwoAreNotProposedAgain(t *testing.T) {
	d := newDesk(t)
	one := d.person("--given", "Şəmsəddin", "--family", "Əliyev", "--email", "shams@example.az")
	other := d.person("--given", "Шамсаддин", "--family", "Алиев", "--email", "shams@example.az")
	pairs := func() int {
		var all []duplicateJSON
		d.want(0, &all, "attendees", "duplicates")
		return len(all)
	}
	if pairs() != 1 {
		t.Fatal("they are not proposed at all")
	}
	var said, again mergedJSON
	d.want(0, &said, "attendees", "apart", one.Code, other.Code)
	d.want(0, &again, "attendees", "apart", other.BadgeNumber, string(one.ID))
	if said.Operation == "" || again.Operation != "" || pairs() != 0 {
		t.Errorf("%s, %s, %d pairs", said.Operation, again.Operation, pairs())
	}
	d.want(0, nil, "undo", string(said.Operation))
	if pairs() != 1 {
		t.Error("that they are two was undone, and they are not proposed again")
	}
	var table bytes.Buffer
	err := run(context.Background(), []string{"--workspace", d.file("w.lanyard"), "--language", "en", "attendees", "merge", one.Code, other.Code},
		streams{strings.NewReader(""), &table, &bytes.Buffer{}})
	if err != nil || !strings.Contains(table.String(), "undo with: lanyardctl undo ") || !strings.Contains(table.String(), one.BadgeNumber) || pairs() != 0 {
		t.Errorf("%v\n%s", err, table.String())
	}
}
