package transfer

import (
	"strconv"
	"strings"

	"lanyard/internal/seminar"
)

// mostGuests is how many people a row may stand for.
const mostGuests = 50

// guests are the people whom a row counts and does not name: they are called by the one whom it names ("Leyla Qafar-zadə +1"),
// and have of that one what the order gives to all.
func (b *builder) guests(r Row, host Person) {
	text := b.line(r, FieldQuantity)
	if text == "" {
		return
	}
	n, err := strconv.ParseFloat(strings.Map(asciiDigit, text), 64)
	if err != nil || n != float64(int(n)) || n < 1 || n > mostGuests {
		b.problem(r, FieldQuantity, CodeBadQuantity, text, "limit", strconv.Itoa(mostGuests))
		return
	}
	for i := 1; i < int(n); i++ {
		mark := "+" + strconv.Itoa(i)
		a := host.Attendee
		guest := Person{Row: host.Row, Key: host.Key + "|" + mark, Status: host.Status, Category: host.Category, Delegation: host.Delegation,
			Attendee: seminar.Attendee{GivenName: a.GivenName, FamilyName: oneLine(a.FamilyName + " " + mark), Organisation: a.Organisation,
				Country: a.Country, Email: a.Email, Language: a.Language}}
		if a.GivenName == "" && a.FamilyName == "" {
			guest.Attendee.GivenName = a.NativeName
		}
		b.take(guest)
	}
	if n > 1 {
		b.problem(r, FieldQuantity, CodeGuests, text, "guests", strconv.Itoa(int(n)-1))
	}
}
