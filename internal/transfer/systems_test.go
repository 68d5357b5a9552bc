package transfer_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// guest is somebody whom a made list is about.
type guest struct {
	given, family, email, phone, company, country, position, category, gender string
	order                                                                     int
}

// buyer stands in every cell about the one who paid.
const buyer = "Buyer"

// guests are made people: three of four on an order with somebody else, every tenth with the e-mail address of the one before.
func guests(n int) []guest {
	r := rand.New(rand.NewPCG(500, 3))
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	var all []guest
	for i := range n {
		g := guest{given: pick("Leyla", "Әлия", "Oʻtkir", "Ҷамшед", "Айгүл", "عبد الرحمن", "Béatrice"), family: pick("Qafar-zadə", "Қасымова", "Gʻulomov", "Раҳмонов", "المنصوري", "de La Tour"),
			email: fmt.Sprintf("g%d@example.org", i), phone: fmt.Sprintf("+99450%07d", r.IntN(1e7)), company: pick("Institut", "ЮНЕСКО", "Nazirlik, 1"), country: pick("AZ", "KZ", "FR", "MA"),
			position: pick("writer", "профессор"), category: pick("Delegate", "Speaker"), gender: pick("female", "male"), order: i / 4}
		if i%10 == 9 {
			g.email = all[i-1].email
		}
		all = append(all, g)
	}
	return all
}

// systems are the lists of FIELD.md; {a word} in a cell is filled in with the guest's, and status with one of the system's own words.
var systems = []struct {
	name, system, headers, cells string
	good                         string
	bad                          map[string]string // status to why it is skipped
}{
	{"pretix import", "pretix", "email|phone|subevent|item|attendee_name_given_name|attendee_name_family_name|attendee_email|attendee_company|attendee_country|secret|locale",
		"buyer@example.org|+33655550100|Buyer|{category}|{given}|{family}|{email}|{company}|{country}|s{n}|fr", "", nil},
	{"pretix check-in list", "pretix", "Order code|Attendee name|Attendee name: Given name|Attendee name: Family name|Product|Checked in|Checked out|Secret|E-mail|Phone number|Company|Order date|Requires special attention|Comment|Address|ZIP code|City|Country",
		"R{order}|{given} {family}|{given}|{family}|{category}|||s{n}|{email}|{phone}|{company}|2025-07-01|No||Buyer 1|1000|Buyer|{country}", "", nil},
	{"Indico", "indico", "ID|Name|First Name|Last Name|Email Address|Affiliation|Title|Phone Number|Country|Position|Registration date|Registration state|Checked in|Check-in date|Tags",
		"#{n}|{family}, {given}|{given}|{family}|{email}|{company}|Dr|{phone}|{country}|{position}|2025-07-01T10:00:00|{status}|No||", "Completed", map[string]string{"Withdrawn": transfer.CodeWithdrawn, "Rejected": transfer.CodeDeclined}},
	{"Indico's import", "indico", "", "{given}|{family}|{company}|{position}|{phone}|{email}", "", nil},
	{"alf.io", "alf.io", "ID|Category|Event|Status|Full Name|First Name|Last Name|E-Mail|Language|Country Code",
		"{n}|{category}|Seminar|{status}|{given} {family}|{given}|{family}|{email}|fr|{country}", "ACQUIRED", map[string]string{"CANCELLED": transfer.CodeCancelled, "INVALIDATED": transfer.CodeVoid, "RELEASED": transfer.CodeVoid}},
	{"Hi.Events", "hi.events", "ID|First Name|Last Name|Email|Status|Check Ins|Product Name|Public ID|Created Date|Notes",
		"{n}|{given}|{family}|{email}|{status}||{category}|A-{n}|2025-07-01|", "ACTIVE", map[string]string{"CANCELLED": transfer.CodeCancelled}},
	{"Eventbrite", "eventbrite", "Order #|Order Date|First Name|Last Name|Email|Quantity|Ticket Type|Attendee #|Group|Attendee Status|Home Country|Barcode #|Cell Phone|Checked In",
		"{order}|2025-07-01|{given}|{family}|{email}|1|{category}|{n}||{status}|{country}|99{n}|{phone}|No", "Attending", map[string]string{"Refunded": transfer.CodeRefunded, "Deleted": transfer.CodeVoid, "Not Attending": transfer.CodeDeclined}},
	{"Tito", "tito", "Number|Ticket|Ticket Full Name|Ticket First Name|Ticket Last Name|Ticket Email|Ticket Company Name|Ticket Phone Number|Void Status|Ticket Reference|Order Name|Order Email",
		"{n}|{category}|{given} {family}|{given}|{family}|{email}|{company}|{phone}|{status}|T-{n}|Buyer|buyer@example.org", "", map[string]string{"true": transfer.CodeVoid, "Void": transfer.CodeVoid}},
	{"Luma", "luma", "name|first_name|last_name|email|phone_number|created_at|approval_status|checked_in_at|ticket_name",
		"{given} {family}|{given}|{family}|{email}|{phone}|2025-07-01T10:00:00Z|{status}||{category}", "approved", map[string]string{"declined": transfer.CodeDeclined}},
	{"Open Event", "open event", "Order#|Order Date|Status|First Name|Last Name|Email|Country|Occupation|Company/Instt|Gender|Ticket Name",
		"{order}|2025-07-01|{status}|{given}|{family}|{email}|{country}|{position}|{company}|{gender}|{category}", "completed", map[string]string{"cancelled": transfer.CodeCancelled, "expired": transfer.CodeVoid, "refunded": transfer.CodeRefunded}},
}

// TestListsOfEverySystem: five hundred rows with the headers of each, of which every seventh does not count.
func TestListsOfEverySystem(t *testing.T) {
	for _, s := range systems {
		t.Run(s.name, func(t *testing.T) {
			people := guests(500)
			var list bytes.Buffer
			w := csv.NewWriter(&list)
			if s.headers != "" {
				_ = w.Write(strings.Split(s.headers, "|"))
			}
			var words []string
			for word := range s.bad {
				words = append(words, word)
			}
			skipped := map[int]string{} // by index
			for i, g := range people {
				status := s.good
				if i%7 == 6 && len(words) > 0 {
					status = words[i%len(words)]
					skipped[i] = s.bad[status]
				}
				_ = w.Write(strings.Split(strings.NewReplacer("{given}", g.given, "{family}", g.family, "{email}", g.email, "{phone}", g.phone, "{company}", g.company, "{country}", g.country,
					"{position}", g.position, "{category}", g.category, "{gender}", g.gender, "{order}", fmt.Sprint(9000+g.order), "{n}", fmt.Sprint(100+i), "{status}", status).Replace(s.cells), "|"))
			}
			w.Flush()
			table, m, got := take(t, list.Bytes(), "list.csv", transfer.Options{})
			if m.System != s.system || len(got.People) != len(people)-len(skipped) || len(got.Skipped) != len(skipped) || len(got.Errors) != 0 {
				t.Fatalf("taken for %q: %d people, %d skipped, %v", m.System, len(got.People), len(got.Skipped), got.Errors)
			}
			account(t, table, got)
			first := table.Rows[0].Number
			for _, k := range got.Skipped {
				if k.Code != skipped[k.Row-first] || k.Reason == "" || k.Person.Attendee.GivenName != people[k.Row-first].given {
					t.Errorf("skipped %+v", k)
				}
			}
			has := func(cell, value string) string {
				if strings.Contains(s.cells, cell) {
					return value
				}
				return ""
			}
			for _, p := range got.People {
				g, a := people[p.Row-first], p.Attendee
				have := strings.Join([]string{a.GivenName, a.FamilyName, a.Email, a.Phone, a.Organisation, a.Country, a.Position, p.Category}, "|")
				want := strings.Join([]string{g.given, g.family, g.email, has("{phone}", g.phone), has("{company}", g.company), has("{country}", g.country), has("{position}", g.position), has("{category}", g.category)}, "|")
				if have != want || (a.Gender != "") != strings.Contains(s.cells, "{gender}") || strings.Contains(strings.ToLower(fmt.Sprintf("%+v", p)), strings.ToLower(buyer)) {
					t.Fatalf("row %d\n%s, expected\n%s: %+v", p.Row, have, want, p)
				}
			}
		})
	}
}
