package desk_test

import (
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestWhatSomebodyAloneIsAskedFor(t *testing.T) {
	full := seminar.Attendee{Email: "Leyla@example.org", Phone: "+994 50 555 01 23", BirthDate: "1980-03-09"}
	for want, a := range map[desk.Fact]seminar.Attendee{desk.FactEmail: full, desk.FactPhone: {Phone: full.Phone, BirthDate: full.BirthDate},
		desk.FactBirthDate: {Phone: "12", BirthDate: full.BirthDate}, "": {Phone: "1"}} {
		if got := desk.FactOf(a); got != want {
			t.Errorf("asked for %q, want %q", got, want)
		}
	}
	for _, c := range []struct {
		fact  desk.Fact
		typed string
		holds bool
	}{
		{desk.FactEmail, " leyla@EXAMPLE.org ", true}, {desk.FactEmail, "leyla", false}, {desk.FactEmail, "", false},
		{desk.FactPhone, "0123", true}, {desk.FactPhone, "050 555 01 23", true}, {desk.FactPhone, "٠١٢٣", true}, {desk.FactPhone, "۰۱۲۳", true},
		{desk.FactPhone, "123", false}, {desk.FactPhone, "0124", false}, {desk.FactPhone, "", false},
		{desk.FactBirthDate, "9.3.1980", true}, {desk.FactBirthDate, "1980-03-09", true}, {desk.FactBirthDate, "09/03/1980", true},
		{desk.FactBirthDate, "09031980", true}, {desk.FactBirthDate, "3.9.1980", false}, {"", "", false},
	} {
		if got := desk.Confirms(full, c.fact, c.typed); got != c.holds {
			t.Errorf("%s %q: %v", c.fact, c.typed, got)
		}
	}
	if desk.Confirms(seminar.Attendee{}, desk.FactEmail, "") || desk.Confirms(seminar.Attendee{}, desk.FactPhone, "") || desk.Confirms(seminar.Attendee{}, desk.FactBirthDate, "") {
		t.Error("nothing confirms nothing")
	}
}
