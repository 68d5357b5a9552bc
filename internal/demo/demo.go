// Package demo fills a workspace with the sample seminar: its programme, its people, and the scans of its day.
package demo

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
	"slices"
	"strings"
	"time"

	"lanyard/assets/sample"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// Progress says how far the filling is. It may be nil.
type Progress func(what string, done, total int)

// space is where the ids of the sample derive from, so that it is the same each time.
const space seminar.ID = "lanyard-sample"

// ID is the id of a thing of the sample: a seminar by its key; anything else by the seminar's key and its own.
func ID(keys ...string) seminar.ID { return seminar.DeriveID(space, keys...) }

// People is how many people the sample has by itself.
const People = 128

// Fill fills an empty workspace with n people and, of those who came, the check-ins.
func Fill(ctx context.Context, d *desk.Desk, n int, progress Progress) error {
	series, err := sample.Load()
	if err != nil {
		return err
	}
	people := sample.People(n)
	f := filling{desk: d, people: map[string]sample.Person{}, progress: progress}
	for _, p := range people {
		f.people[p.Key] = p
	}
	if _, _, err := d.SaveSeries(ctx, seminar.Series{ID: ID("series"), Title: series.Title}); err != nil {
		return err
	}
	for _, s := range series.Seminars {
		s.WaitingList = s.WaitingList && n <= People // the quotas of delegations are those of so many
		if err := f.seminar(ctx, s); err != nil {
			return err
		}
		if err := f.register(ctx, s, people); err != nil {
			return err
		}
		if err := f.after(ctx, s); err != nil {
			return err
		}
	}
	return f.scan(ctx, series.Seminars[0], sample.Arrivals(people))
}

type filling struct {
	desk     *desk.Desk
	people   map[string]sample.Person
	progress Progress
}

// key makes a key of the sample's own: the same each time, and of no use for real badges.
func key(parts ...string) []byte { k := sha256.Sum256([]byte(strings.Join(parts, "/"))); return k[:] }

func (f filling) seminar(ctx context.Context, s sample.Seminar) error {
	of := ID(s.Key)
	event := seminar.Seminar{ID: of, SeriesID: ID("series"), Titles: s.Titles, Start: s.Start, End: s.End, Zone: s.Zone,
		Venue: s.Venue, Organiser: s.Organiser, CodeKey: key(s.Key, "code"), SignKey: key(s.Key, "sign"), Percent: seminar.DefaultPercent, WaitingList: s.WaitingList}
	if _, _, err := f.desk.AddSeminar(ctx, event); err != nil {
		return err
	}
	entrance, err := f.desk.FindList(ctx, of, "")
	if err != nil {
		return err
	}
	for i, v := range s.Sessions {
		session := seminar.Session{ID: ID(s.Key, v.Key), SeminarID: of, Position: i + 1, Title: title(v.Titles),
			Kind: seminar.SessionKind(v.Kind), Room: v.Room, Start: local(v.Start, event), End: local(v.End, event),
			Capacity: v.Capacity, Counts: v.Counts}
		for _, speaker := range v.Speakers {
			p := f.people[speaker]
			session.Speakers = append(session.Speakers, seminar.Attendee{GivenName: p.Given, FamilyName: p.Family, NativeName: p.Native}.Name())
		}
		if _, _, err := f.desk.SaveSession(ctx, session); err != nil {
			return err
		}
	}
	for i, v := range s.Categories {
		category := seminar.Category{ID: ID(s.Key, "category", v.Key), SeminarID: of, Position: i + 1, Name: title(v.Titles), Colour: v.Colour}
		if v.Full && s.WaitingList {
			category.Quota = f.confirmed(s.Key, v.Key)
		}
		if _, _, err := f.desk.SaveCategory(ctx, category); err != nil {
			return err
		}
	}
	for i, v := range s.Delegations {
		delegation := seminar.Delegation{ID: ID(s.Key, "delegation", v.Key), SeminarID: of, Position: i + 1, Name: title(v.Titles),
			Country: v.Country, Quota: v.Quota}
		if v.Head != "" {
			delegation.HeadID = ID("person", v.Head)
		}
		if _, _, err := f.desk.SaveDelegation(ctx, delegation); err != nil {
			return err
		}
	}
	for i, v := range s.Lists {
		list := seminar.List{ID: ID(s.Key, "list", v.Key), SeminarID: of, Position: i, Name: v.Name,
			Frequency: seminar.Frequency(v.Frequency), ReEntry: v.Reentry}
		if i == 0 {
			list.ID = entrance.ID
		}
		if v.Session != "" {
			list.SessionID = ID(s.Key, v.Session)
		}
		for _, c := range v.Categories {
			list.Categories = append(list.Categories, ID(s.Key, "category", c))
		}
		if _, _, err := f.desk.SaveList(ctx, list); err != nil {
			return err
		}
	}
	return f.ask(ctx, s)
}

// confirmed is how many people of a category of a seminar are confirmed.
func (f filling) confirmed(of, category string) int {
	n := 0
	for _, p := range f.people {
		if p.Category == category && p.Status == string(seminar.Confirmed) && slices.Contains(p.Seminars, of) {
			n++
		}
	}
	return n
}

// ask adds the seminar's own questions.
func (f filling) ask(ctx context.Context, s sample.Seminar) error {
	for i, v := range s.Questions {
		q := seminar.Question{ID: ID(s.Key, "question", v.Key), SeminarID: ID(s.Key), Position: i + 1, Type: v.Type, Text: title(v.Texts), Texts: others(v.Texts),
			Help: v.Helps["en"], Helps: others(v.Helps), Min: v.Min, Max: v.Max}
		for _, o := range v.Options {
			if q.OptionTexts == nil {
				q.OptionTexts = map[string]map[string]string{}
			}
			q.Options, q.OptionTexts[o["en"]] = append(q.Options, o["en"]), others(o)
		}
		if v.When != nil {
			q.When = []seminar.Condition{{Question: ID(s.Key, "question", v.When.Question), Values: v.When.Values}}
		}
		if _, _, err := f.desk.SaveQuestion(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// others are the texts in all languages but English.
func others(texts map[string]string) map[string]string {
	rest := maps.Clone(texts)
	delete(rest, "en")
	return rest
}

// register registers the people of a seminar, some thousands in a transaction.
func (f filling) register(ctx context.Context, s sample.Seminar, people []sample.Person) error {
	var forms []desk.Form
	event := seminar.Seminar{CodeKey: key(s.Key, "code")}
	questions, err := f.desk.Questions(ctx, ID(s.Key))
	if err != nil {
		return err
	}
	for i, p := range people {
		if !slices.Contains(p.Seminars, s.Key) {
			continue
		}
		one := form(s.Key, p, seminar.CodeFor(event.CodeKey, scatter(uint64(i)+1)))
		if one.Registration.Answers, err = answers(s, questions, p); err != nil {
			return err
		}
		forms = append(forms, one)
	}
	done := 0
	for batch := range slices.Chunk(forms, 2000) {
		_, err := f.desk.RegisterAll(ctx, batch, func(n, _ int) { f.report("people", done+n, len(forms)) })
		if err != nil {
			return err
		}
		done += len(batch)
	}
	f.report("people", len(forms), len(forms))
	return nil
}

// answers are what somebody answered to the questions of a seminar, as it is kept.
func answers(s sample.Seminar, questions []seminar.Question, p sample.Person) (map[seminar.ID]string, error) {
	if len(questions) == 0 {
		return nil, nil
	}
	given := map[seminar.ID]string{}
	for key, text := range sample.Answers(p) {
		given[ID(s.Key, "question", key)] = text
	}
	read, problems := desk.ReadAnswers(questions, given, nil, p.Country, time.Time{})
	return read, problems.OrNil()
}

func (f filling) report(what string, done, total int) {
	if f.progress != nil {
		f.progress(what, done, total)
	}
}

func form(of string, p sample.Person, code string) desk.Form {
	f := desk.Form{
		Attendee: seminar.Attendee{ID: ID("person", p.Key), GivenName: p.Given, FamilyName: p.Family, NativeName: p.Native,
			BadgeName: p.BadgeName, Honorific: p.Honorific, Position: p.Position, Organisation: p.Organisation, Country: p.Country,
			Email: p.Email, Phone: p.Phone, Language: p.Language, Access: p.Access, Dietary: p.Dietary, DeskNote: p.Note, Attention: p.Attention},
		Registration: seminar.Registration{SeminarID: ID(of), Status: seminar.Status(p.Status), Code: code, Source: "sample"},
	}
	if p.Category != "" {
		f.Registration.CategoryID = ID(of, "category", p.Category)
	}
	if p.Delegation != "" {
		f.Registration.DelegationID = ID(of, "delegation", p.Delegation)
	}
	return f
}

// after adds what refers to people: the initiatives put forward.
func (f filling) after(ctx context.Context, s sample.Seminar) error {
	for i, v := range s.Initiatives {
		by, who := f.people[v.By], ID("person", v.By)
		if _, err := f.desk.Person(ctx, ID(s.Key), who); seminar.CodeOf(err) == seminar.CodeNotFound {
			who = "" // of a small sample
		} else if err != nil {
			return err
		}
		_, _, err := f.desk.SaveInitiative(ctx, seminar.Initiative{ID: ID(s.Key, "initiative", v.Key), SeminarID: ID(s.Key),
			SessionID: ID(s.Key, v.Session), Position: i + 1, Title: v.Title, Theme: v.Theme, Text: v.Text, Language: "en", Status: seminar.InitiativeStatus(v.Status),
			AttendeeID: who, By: seminar.Attendee{GivenName: by.Given, FamilyName: by.Family, NativeName: by.Native}.Name()})
		if err != nil {
			return err
		}
	}
	return nil
}

// scan records the day's check-ins in the order of time.
func (f filling) scan(ctx context.Context, s sample.Seminar, arrivals []sample.Arrival) error {
	lists, err := f.desk.Lists(ctx, ID(s.Key))
	if err != nil {
		return err
	}
	slices.SortStableFunc(arrivals, func(a, b sample.Arrival) int { return cmp.Compare(a.At, b.At) })
	var scans []desk.Scan
	for _, a := range arrivals {
		at, err := time.Parse(time.RFC3339, a.At)
		if err != nil {
			return err
		}
		list := ID(s.Key, "list", a.List)
		if a.List == s.Lists[0].Key {
			list = lists[0].ID
		}
		scans = append(scans, desk.Scan{SeminarID: ID(s.Key), ListID: list, AttendeeID: ID("person", a.Person),
			Type: seminar.CheckinType(a.Type), At: at, Nonce: string(ID(a.Person, a.List, a.Type, a.At))})
	}
	done := 0
	for batch := range slices.Chunk(scans, 2000) {
		if err := f.desk.CheckinAll(ctx, batch); err != nil {
			return err
		}
		done += len(batch)
		f.report("check-ins", done, len(scans))
	}
	return nil
}

// local reads a time of the sample in the seminar's zone. The sample's own tests hold its form.
func local(text string, s seminar.Seminar) time.Time {
	t, err := time.ParseInLocation("2006-01-02T15:04", text, s.Location())
	if err != nil {
		return time.Time{}
	}
	return t
}

func title(titles map[string]string) string { return seminar.Seminar{Titles: titles}.Title("en") }

// scatter spreads small numbers over the codes, so that a sample's badges do not look counted (splitmix64).
func scatter(n uint64) uint64 {
	n *= 0x9E3779B97F4A7C15
	n = (n ^ n>>30) * 0xBF58476D1CE4E5B9
	n = (n ^ n>>27) * 0x94D049BB133111EB
	return n ^ n>>31
}
