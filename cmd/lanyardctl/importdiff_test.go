package main

import (
	"testing"

	"lanyard/internal/desk"
)

// TestAnotherExportOfAListIsHeldAgainstThePeopleWhoAreHere is about a list that comes again, changed.
func TestAnotherExportOfAListIsHeldAgainstThePeopleWhoAreHere(t *testing.T) {
	d := newDesk(t)
	const head = "Given name,Family name,E-mail,Company,Status\n"
	list := d.put("a.csv", head+"Anna Maria,Silva,s@example.org,ADA,\nAnna,Silva,s@example.org,ADA,\nNigar,Rəhimova,n@example.org,ADA,\nTimur,Ahmedov,t@example.org,ADA,\n")
	var r desk.ImportReport
	if d.want(0, &r, "import", list); r.Created != 4 {
		t.Fatalf("two names on one address are two people: %+v", r)
	}
	var before, after []operationJSON
	d.want(0, &before, "log", "--limit", "0")
	if d.want(0, &r, "import", list, "--update"); r.Unchanged != 4 || len(r.Changes)+len(r.Missing) != 0 {
		t.Errorf("the same file again: %+v", r)
	}
	if d.want(0, &after, "log", "--limit", "0"); len(after) != len(before) {
		t.Errorf("the same file again wrote %d operations", len(after)-len(before))
	}
	d.put("a.csv", head+"Anna Maria,Silva,s@example.org,ICESCO,\nAnna,Silva,s@example.org,ADA,\nNigar,Rəhimova,n@example.org,ADA,cancelled\n")
	if d.want(0, &r, "import", list, "--update", "--dry-run"); len(r.Changes) != 1 || len(r.Missing) != 2 {
		t.Fatalf("%+v", r)
	}
	if c := r.Changes[0]; c.Row != 2 || c.Field != "organisation" || c.Old != "ADA" || c.New != "ICESCO" {
		t.Errorf("%+v", c)
	}
	for _, m := range r.Missing {
		if gone := m.Name == "Nigar Rəhimova"; gone != (m.Reason == "cancelled") || gone != (m.Row == 4) {
			t.Errorf("%+v", m)
		}
	}
}

func TestWhatWasChosenForColumnsIsKeptForTheNextListWithThem(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "import", d.put("a.csv", "Who;Whence\nLeyla Qafar-zadə;ADA\n"), "--map", "Who=name", "--map", "Whence=organisation")
	d.want(0, nil, "import", d.put("b.csv", "Whence;Who\nICESCO;Nigar Rəhimova\n"))
	if got := d.names(); len(got) != 2 || got[1] != "Nigar|Rəhimova|ICESCO|" && got[0] != "Nigar|Rəhimova|ICESCO|" {
		t.Errorf("%q", got)
	}
	d.wantError(2, "file_delimiter", "import", d.file("b.csv"), "--delimiter", `"`)
}
