package main

import (
	"fmt"
	"slices"
	"testing"

	"lanyard/internal/seminar"
)

func TestDelegationsAreEditedOrderedAndCounted(t *testing.T) {
	d := newDesk(t)
	for _, country := range []string{"UZ", "KZ", "DE"} {
		d.want(0, nil, "delegations", "add", "--country", country)
	}
	head := d.person("--given", "Anvar", "--delegation", "UZ")
	d.person("--given", "Bobur", "--delegation", "UZ")
	d.want(0, nil, "checkin", string(head.ID))
	var v seminar.Delegation
	d.want(0, &v, "delegations", "edit", "uzbekistan", "--quota", "1", "--head", string(head.ID))
	if v.Quota != 1 || v.HeadID != head.ID || v.Name != "Uzbekistan" || v.Country != "UZ" {
		t.Errorf("%+v", v)
	}
	order := func(args ...string) (names []string) {
		t.Helper()
		var all []delegationJSON
		d.want(0, &all, append([]string{"delegations"}, args...)...)
		for _, v := range all {
			names = append(names, v.Country)
		}
		return names
	}
	if got := order("order", "KZ"); !slices.Equal(got, []string{"KZ", "UZ", "DE"}) {
		t.Errorf("the order is %q", got)
	}
	if got := order("order", "--by", "en"); !slices.Equal(got, []string{"DE", "KZ", "UZ"}) { // Germany
		t.Errorf("in English the order is %q", got)
	}
	if got := order("order", "--by", "fr"); !slices.Equal(got, []string{"DE", "KZ", "UZ"}) { // Allemagne, Kazakhstan, Ouzbékistan
		t.Errorf("in French the order is %q", got)
	}
	if got := order("order", "--by", "ar"); !slices.Equal(got, []string{"DE", "UZ", "KZ"}) { // ألمانيا, أوزبكستان, كازاخستان
		t.Errorf("in Arabic the order is %q", got)
	}
	var all []delegationJSON
	d.want(0, &all, "delegations")
	if one := all[1]; one.Registered != 2 || one.Expected != 2 || one.Arrived != 1 || one.Inside != 1 || one.Over != 1 || one.HeadName != "Anvar" {
		t.Errorf("%+v", one)
	}
	var people []attendeeJSON
	d.want(0, &people, "attendees", "--delegation", "UZ")
	if len(people) != 2 {
		t.Errorf("%d people", len(people))
	}
	var badges badgesJSON
	d.want(0, &badges, "badges", "--out", t.TempDir()+"/b.pdf", "--delegation", "UZ", "--only", "all")
	if badges.Badges != 2 {
		t.Errorf("%+v", badges)
	}
	d.want(0, nil, "delegations", "move", "KZ", string(head.ID))
	d.want(0, &people, "attendees", "--delegation", "KZ")
	d.want(0, &all, "delegations")
	if len(people) != 1 || all[1].HeadID != "" || all[2].Registered != 1 {
		t.Errorf("moved to %+v", all)
	}
	d.want(0, nil, "delegations", "add", "--country", "DE", "--name", "Goethe-Institut")
	d.wantError(1, "ambiguous", "delegations", "edit", "DE", "--quota", "3")
	d.want(0, &v, "delegations", "edit", "germany", "--quota", "3")
	if v.Quota != 3 {
		t.Errorf("%+v", v)
	}
	var gone struct{ Operation string }
	d.want(0, &gone, "delegations", "remove", "Goethe-Institut")
	d.want(0, &v, "delegations", "edit", "DE", "--quota", "4")
	d.want(0, nil, "undo", gone.Operation)
	d.wantError(2, "usage", "delegations", "order", "--by", "xx")
	d.wantError(2, "usage", "delegations", "edit", "UZ", "--quota", "-1")
	d.wantError(3, "not_found", "delegations", "move", "FR", string(head.ID))
}

// TestWhatIsAddedIsTheLast after a removal too, which leaves fewer than the last position.
func TestWhatIsAddedIsTheLast(t *testing.T) {
	d := newDesk(t)
	for _, country := range []string{"UZ", "KZ", "DE"} {
		d.want(0, nil, "delegations", "add", "--country", country)
	}
	d.want(0, nil, "delegations", "remove", "UZ")
	d.want(0, nil, "import", d.put("list.csv", "Name;Delegation\nLeyla Qafar-zadə;Armenia\n"))
	d.want(0, nil, "delegations", "add", "--name", "Academy")
	var all []seminar.Delegation
	d.want(0, &all, "delegations")
	var got []string
	for _, v := range all {
		got = append(got, fmt.Sprint(v.Name, " ", v.Position))
	}
	if want := []string{"Kazakhstan 2", "Germany 3", "Armenia 4", "Academy 5"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestInitiativesAreWrittenDownAndFound(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "delegations", "add", "--country", "UZ")
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	who := d.person("--given", "Anvar", "--family", "Yoʻldoshev", "--delegation", "UZ")
	var v initiativeJSON
	d.want(0, &v, "initiatives", "add", "--title", "A shared catalogue", "--attendee", string(who.ID), "--theme", "Heritage", "--session", "panel 1")
	if v.AttendeeID != who.ID || v.DelegationName != "Uzbekistan" || v.SessionTitle != "Panel 1" || v.Status != seminar.Proposed || v.Who != "Anvar Yoʻldoshev" {
		t.Errorf("%+v", v)
	}
	d.want(0, nil, "initiatives", "add", "--title", "شبكة المتاحف", "--by", "A guest", "--text-language", "ar", "--status", "referred")
	found := func(want string, args ...string) {
		t.Helper()
		var all []initiativeJSON
		d.want(0, &all, append([]string{"initiatives"}, args...)...)
		if len(all) != 1 || all[0].Title != want {
			t.Errorf("%q finds %+v", args, all)
		}
	}
	found("A shared catalogue", "--search", "Йулдошев")
	found("A shared catalogue", "--session", "Panel 1")
	found("A shared catalogue", "--theme", "heritage")
	found("شبكة المتاحف", "--search", "المتاحف")
	found("شبكة المتاحف", "--status", "referred")
	d.want(0, &v, "initiatives", "edit", "a shared catalogue", "--status", "adopted", "--delegation", "")
	if v.Status != seminar.Adopted || v.DelegationID != "" || v.Theme != "Heritage" || v.AttendeeID != who.ID {
		t.Errorf("%+v", v)
	}
	var gone struct{ Operation string }
	d.want(0, &gone, "initiatives", "remove", "A shared catalogue")
	found("شبكة المتاحف")
	d.want(0, nil, "undo", gone.Operation)
	found("A shared catalogue", "--search", "catal")
	d.wantError(2, "initiative_status", "initiatives", "edit", "A shared catalogue", "--status", "lost")
	d.wantError(2, "usage", "initiatives", "add", "--title", "Two", "--attendee", string(who.ID), "--by", "A guest")
	d.wantError(3, "not_found", "initiatives", "edit", "Nothing", "--status", "adopted")
}
