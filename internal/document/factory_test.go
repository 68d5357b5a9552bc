package document_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/assets/sample"
	"lanyard/internal/document"
	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

var made = time.Date(2025, 7, 18, 18, 30, 0, 0, time.UTC)

// stage is the sample's first seminar with its people, in the domain's types.
type stage struct {
	seminar     seminar.Seminar
	source      sample.Seminar
	categories  map[string]seminar.Category
	delegations map[string]string
	tag         string
}

func newStage(t testing.TB, tag string) stage {
	t.Helper()
	series, err := sample.Load()
	if err != nil {
		t.Fatal(err)
	}
	src := series.Seminars[0]
	s := stage{source: src, tag: tag, categories: map[string]seminar.Category{}, delegations: map[string]string{},
		seminar: seminar.Seminar{ID: seminar.ID(src.Key), Titles: src.Titles, Start: src.Start, End: src.End, Zone: src.Zone,
			Venue: src.Venue, Organiser: src.Organiser, CodeKey: []byte(strings.Repeat("k", 32)), Signer: "Dr Abdulhakeem Al-Senan",
			SignerAs: "Director of the ICESCO Regional Office in Baku"}}
	for _, c := range src.Categories {
		s.categories[c.Key] = seminar.Category{ID: seminar.ID(c.Key), Name: title(c.Titles, tag), Colour: c.Colour}
	}
	for _, d := range src.Delegations {
		s.delegations[d.Key] = title(d.Titles, tag)
	}
	return s
}

func title(titles map[string]string, tag string) string {
	if t := titles[tag]; t != "" {
		return t
	}
	return titles["en"]
}

func person(p sample.Person) seminar.Attendee {
	return seminar.Attendee{ID: seminar.ID(p.Key), GivenName: p.Given, FamilyName: p.Family, NativeName: p.Native, BadgeName: p.BadgeName,
		Honorific: p.Honorific, Position: p.Position, Organisation: p.Organisation, Country: p.Country, Language: p.Language}
}

func (s stage) badge(i int, a seminar.Attendee, category, delegation string) document.Badge {
	return document.Badge{Seminar: s.seminar, Attendee: a, Category: s.categories[category], Delegation: s.delegations[delegation],
		Code: seminar.CodeFor(s.seminar.CodeKey, uint64(i)*7919*104729), Number: fmt.Sprintf("A-%04d", i+1)}
}

func (s stage) badges(n int) []document.Badge {
	var all []document.Badge
	for i, p := range sample.People(n) {
		all = append(all, s.badge(i, person(p), p.Category, p.Delegation))
	}
	return all
}

// payload is as long as what a certificate of ours carries; n letters in all.
func payload(n int, seed byte) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	var b strings.Builder
	b.WriteString("LC1.")
	x := uint32(seed) + 1
	for b.Len() < n-87 {
		x = x*1664525 + 1013904223
		b.WriteByte(letters[x>>26])
	}
	b.WriteByte('.')
	for b.Len() < n {
		x = x*1664525 + 1013904223
		b.WriteByte(letters[x>>26])
	}
	return b.String()
}

func (s stage) certificate(i int, a seminar.Attendee) document.Certificate {
	words := map[string]string{}
	for _, tag := range wording.Tags() {
		words[tag] = wording.Hours(tag, 330)
	}
	return document.Certificate{HoursWords: words, Seminar: s.seminar, Attendee: a, Serial: fmt.Sprintf("A-2025-%05d", i+1), Issued: made, Minutes: 330, Of: 390,
		Signer: s.seminar.Signer, SignerAs: s.seminar.SignerAs, Payload: payload(300+(i*97)%401, byte(i))}
}

// summary counts n people of whom five in six came.
func (s stage) summary(t testing.TB, n int) document.Summary {
	t.Helper()
	zone := s.seminar.Location()
	sum := document.Summary{Seminar: s.seminar, Series: "ICESCO Baku regional seminars", Made: made.In(zone), Desk: "A"}
	for _, v := range s.source.Sessions {
		from, err1 := time.ParseInLocation("2006-01-02T15:04", v.Start, zone)
		to, err2 := time.ParseInLocation("2006-01-02T15:04", v.End, zone)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		sum.Sessions = append(sum.Sessions, document.SessionLine{Session: seminar.Session{Title: title(v.Titles, s.tag), Kind: seminar.SessionKind(v.Kind),
			Room: v.Room, Start: from, End: to, Counts: v.Counts}})
	}
	for _, v := range s.source.Initiatives {
		sum.Initiatives = append(sum.Initiatives, document.InitiativeLine{Session: sum.Sessions[3].Session.Title, Initiative: seminar.Initiative{
			Title: v.Title, By: v.By, Theme: v.Theme, Text: v.Text, Status: seminar.InitiativeStatus(v.Status)}})
	}
	groups := map[string]map[string]*document.Group{"country": {}, "category": {}, "delegation": {}}
	at := func(kind, key string) *document.Group {
		if groups[kind][key] == nil {
			groups[kind][key] = &document.Group{Key: key}
		}
		return groups[kind][key]
	}
	for _, d := range s.source.Delegations {
		g := at("delegation", title(d.Titles, s.tag))
		g.ID, g.Quota = seminar.ID(d.Key), d.Quota
	}
	for i := range 18 {
		from := time.Date(2025, 7, 18, 8, 30+5*i, 0, 0, zone)
		sum.Arrivals = append(sum.Arrivals, document.Arrivals{From: from, To: from.Add(5 * time.Minute)})
	}
	for i, p := range sample.People(n) {
		s.count(&sum, at, i, p)
	}
	for kind, to := range map[string]*[]document.Group{"country": &sum.ByCountry, "category": &sum.ByCategory, "delegation": &sum.ByDelegation} {
		for _, key := range sortedKeys(groups[kind]) {
			*to = append(*to, *groups[kind][key])
		}
	}
	sum.Scans, sum.Refused = 2*sum.Arrived, 9
	sum.RefusedReason = []document.Count{{Key: "already_redeemed", Count: 6}, {Key: "invalid", Count: 3}}
	return sum
}

func (s stage) count(sum *document.Summary, at func(kind, key string) *document.Group, i int, p sample.Person) {
	a := person(p)
	category := s.categories[p.Category]
	line := document.PersonLine{Honorific: a.Honorific, Position: a.Position, Category: category, Delegation: s.delegations[p.Delegation],
		Status: p.Status, Row: seminar.RosterRow{AttendeeID: a.ID, DelegationID: seminar.ID(p.Delegation), GivenName: a.GivenName, FamilyName: a.FamilyName, NativeName: a.NativeName,
			Organisation: a.Organisation, Country: a.Country, Status: seminar.Status(p.Status), BadgeNumber: fmt.Sprintf("A-%04d", i+1)}}
	came := i%6 != 5
	bell := []int{1, 3, 5, 6, 7, 7, 8, 8, 9, 9, 10, 11, 12, 6, 7, 8, 14, 16}
	groups := []*document.Group{at("country", a.Country), at("category", category.Name)}
	groups[1].Colour = category.Colour
	if line.Delegation != "" {
		groups = append(groups, at("delegation", line.Delegation))
	}
	sum.Registered++
	if came {
		slot := bell[(i*7)%len(bell)]
		sum.Arrivals[slot].Count++
		sum.Arrived++
		line.Arrived, line.Left = sum.Arrivals[slot].From.Add(time.Minute), made
	}
	for j := range sum.Sessions {
		c := document.Cell{Status: "absent"}
		switch {
		case came && (i+j)%7 == 3:
			c = document.Cell{Status: "late", Minutes: 25}
		case came && (i+j)%11 != 5:
			c = document.Cell{Status: "present", Minutes: 45, Assumed: (i+j)%9 == 0}
		case (i+j)%5 == 0:
			c.Status = "excused"
		}
		line.Sessions = append(line.Sessions, c)
		line.Minutes += c.Minutes
		sum.Sessions[j].Minutes += c.Minutes
		if c.Minutes > 0 {
			sum.Sessions[j].Present++
		}
		if c.Status == "late" {
			sum.Sessions[j].Late++
		}
	}
	line.Percent = line.Minutes * 100 / (45 * len(sum.Sessions))
	sum.Minutes += line.Minutes
	for _, g := range groups {
		if p.Status == "confirmed" {
			g.Expected++
		}
		if came {
			g.Arrived++
		}
		g.Minutes += line.Minutes
	}
	sum.People = append(sum.People, line)
}

// whole is a summary with what only some kinds of report show.
func whole(t testing.TB, s stage, n int) document.Summary {
	t.Helper()
	sum := s.summary(t, n)
	sum.Log = logLines(n)
	zone := s.seminar.Location()
	room, hall := document.Room{Name: "Main entrance"}, document.Room{Name: "Panel 1", Place: "Hall B"}
	genders := map[string]int{}
	organisations := map[string]int{}
	for i := range sum.People {
		p := &sum.People[i]
		p.Gender = []seminar.Gender{seminar.Female, seminar.Male, ""}[i%3]
		p.Head = i%9 == 0
		genders[string(p.Gender)]++
		organisations[p.Row.Organisation]++
		at := time.Date(2025, 7, 18, 9, 0, i, 0, zone)
		sum.Checkins = append(sum.Checkins, document.CheckinLine{When: at, List: room.Name, Type: seminar.Entry, Name: p.Row.Name(), Number: p.Row.BadgeNumber,
			Accepted: i%5 != 4, Forced: i%7 == 3, Reason: map[bool]string{true: "Already checked in"}[i%5 == 4], Desk: "A", Operator: "Günel"})
		if p.Arrived.IsZero() {
			continue
		}
		to := &room
		if i%3 == 0 {
			to = &hall
		}
		to.People = append(to.People, document.InsideLine{Name: p.Row.Name(), Native: p.Row.NativeName, Country: p.Row.Country, Phone: "+994 50 123 45 67",
			Needs: []string{"", "", "wheelchair"}[i%3], Since: at})
		if i%4 == 0 {
			sum.Returned = append(sum.Returned, document.ReturnedLine{Name: p.Row.Name(), Organisation: p.Row.Organisation, Country: p.Row.Country,
				Then: "Delegate", Now: p.Category.Name, CameThen: i%8 == 0, CameNow: true})
		}
	}
	if n > 0 {
		sum.Rooms = []document.Room{room, hall}
	}
	for _, key := range sortedKeys(organisations) {
		sum.ByOrganisation = append(sum.ByOrganisation, document.Group{Key: key, Expected: organisations[key], Arrived: organisations[key]})
	}
	for _, key := range sortedKeys(genders) {
		sum.ByGender = append(sum.ByGender, document.Group{Key: key, Expected: genders[key], Arrived: genders[key] / 2})
	}
	sum.ByDay = []document.DayLine{{Day: time.Date(2025, 7, 18, 0, 0, 0, 0, zone), First: sum.Arrived, Present: sum.Arrived, Scans: sum.Scans, Refused: sum.Refused}}
	for i := range sum.ByDelegation {
		if i%2 == 0 {
			sum.ByDelegation[i].Country, sum.ByDelegation[i].Head = "AZ", "H.E. Leyla Qafar-zadə"
		}
	}
	before := s.summary(t, n*2/3)
	before.Seminar.Start, before.Seminar.End = "2024-07-12", "2024-07-13"
	sum.Before = &before
	return sum
}
