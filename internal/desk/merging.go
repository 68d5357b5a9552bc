package desk

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// Merging is what a merge would make of two people, for somebody to look at before.
type Merging struct {
	Keep, Drop seminar.RosterRow
	Fields     []MergingField // those that either has
}

// MergingField is one field of two people who are to be one. Category and delegation are their names, a photo or a flag
// is Yes, "" is nothing.
type MergingField struct {
	Name     string           // as the form has it: given_name … status; photo, blocked, excused; answer
	Question seminar.Question // of an answer
	Keep     string
	Drop     string
	After    string
}

// Yes is the value of a photo that is there and a flag that is set.
const Yes = "yes"

// Merging says what Merge would do. Errors as there.
func (d *Desk) Merging(ctx context.Context, of, keep, drop seminar.ID) (Merging, error) {
	one, other, err := pair(ctx, d, of, keep, drop)
	if err != nil {
		return Merging{}, err
	}
	var m Merging
	if m.Keep, err = row(ctx, d, of, one.Attendee.ID, ""); err != nil {
		return m, err
	}
	if m.Drop, err = row(ctx, d, of, other.Attendee.ID, ""); err != nil {
		return m, err
	}
	g, err := d.groups(ctx, of)
	if err != nil {
		return m, err
	}
	questions, err := d.Questions(ctx, of)
	if err != nil {
		return m, err
	}
	after := filled(one, other)
	add := func(f MergingField, value func(Form) string) {
		if f.Keep, f.Drop, f.After = value(one), value(other), value(after); f.Keep != "" || f.Drop != "" {
			m.Fields = append(m.Fields, f)
		}
	}
	for _, f := range texts {
		add(MergingField{Name: f.name}, func(v Form) string { return *f.of(&v) })
	}
	add(MergingField{Name: "category"}, func(v Form) string { return g.categories[v.Registration.CategoryID].Name })
	add(MergingField{Name: "delegation"}, func(v Form) string { return g.delegations[v.Registration.DelegationID].Name })
	add(MergingField{Name: "status"}, func(v Form) string { return string(v.Registration.Status) })
	add(MergingField{Name: "consent"}, func(v Form) string { return string(v.Attendee.Consent.State) })
	add(MergingField{Name: "photo"}, func(v Form) string { return yes(len(v.Attendee.Photo) > 0) })
	for _, f := range flags {
		add(MergingField{Name: f.name}, func(v Form) string { return yes(*f.of(&v)) })
	}
	for _, q := range questions {
		add(MergingField{Name: "answer", Question: q}, func(v Form) string { return q.Brief(v.Registration.Answers[q.ID]) })
	}
	return m, nil
}

func yes(set bool) string {
	if set {
		return Yes
	}
	return ""
}

// texts are the texts of a person, in the order in which they are shown. A joined one is kept from both: a note or an
// allergy must not be lost.
var texts = []struct {
	name   string
	joined bool
	of     func(*Form) *string
}{
	{"given_name", false, func(f *Form) *string { return &f.Attendee.GivenName }},
	{"family_name", false, func(f *Form) *string { return &f.Attendee.FamilyName }},
	{"native_name", false, func(f *Form) *string { return &f.Attendee.NativeName }},
	{"badge_name", false, func(f *Form) *string { return &f.Attendee.BadgeName }},
	{"honorific", false, func(f *Form) *string { return &f.Attendee.Honorific }},
	{"position", false, func(f *Form) *string { return &f.Attendee.Position }},
	{"organisation", false, func(f *Form) *string { return &f.Attendee.Organisation }},
	{"country", false, func(f *Form) *string { return &f.Attendee.Country }},
	{"email", false, func(f *Form) *string { return &f.Attendee.Email }},
	{"phone", false, func(f *Form) *string { return &f.Attendee.Phone }},
	{"language", false, func(f *Form) *string { return &f.Attendee.Language }},
	{"birth_date", false, func(f *Form) *string { return &f.Attendee.BirthDate }},
	{"access", true, func(f *Form) *string { return &f.Attendee.Access }},
	{"dietary", true, func(f *Form) *string { return &f.Attendee.Dietary }},
	{"desk_note", true, func(f *Form) *string { return &f.Attendee.DeskNote }},
	{"blocked_why", true, func(f *Form) *string { return &f.Registration.BlockedWhy }},
}

// flags are set when either has them.
var flags = []struct {
	name string
	of   func(*Form) *bool
}{
	{"attention", func(f *Form) *bool { return &f.Attendee.Attention }},
	{"blocked", func(f *Form) *bool { return &f.Registration.Blocked }},
	{"excused", func(f *Form) *bool { return &f.Registration.Excused }},
}

// furthest is the order of the statuses, the one furthest along first.
var furthest = []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted, seminar.Cancelled}

// filled is the kept person with what only the dropped one has said. Codes and badge numbers stay each with its
// registration: all of them lead to the kept person.
func filled(keep, drop Form) Form {
	now := keep
	named := keep.Attendee.GivenName+keep.Attendee.FamilyName != ""
	for _, f := range texts {
		to, from := f.of(&now), *f.of(&drop)
		switch {
		case named && ofName(f.name): // half a name of one is not completed with half of the other
		case *to == "":
			*to = from
		case f.joined && !strings.Contains(*to, from) && len([]rune(*to+from)) < longestText:
			*to += "; " + from
		}
	}
	for _, f := range flags {
		to := f.of(&now)
		*to = *to || *f.of(&drop)
	}
	if len(now.Attendee.Photo) == 0 {
		now.Attendee.Photo = drop.Attendee.Photo
	}
	if now.Attendee.Consent == (seminar.Agreed{}) || withdrawnSince(now.Attendee.Consent, drop.Attendee.Consent) {
		now.Attendee.Consent = drop.Attendee.Consent
	}
	r := &now.Registration
	r.CategoryID = firstID(r.CategoryID, drop.Registration.CategoryID)
	r.DelegationID = firstID(r.DelegationID, drop.Registration.DelegationID)
	if further(drop.Registration.Status, r.Status) {
		r.Status = drop.Registration.Status
	}
	for q, text := range drop.Registration.Answers {
		if text != "" && r.Answers[q] == "" || withdrawnSince(seminar.ParseConsent(r.Answers[q]), seminar.ParseConsent(text)) {
			r.Answers = withAnswer(r.Answers, q, text)
		}
	}
	return now
}

// withdrawnSince says whether what one of two has given the other took back later: one person does not agree after all.
func withdrawnSince(keep, drop seminar.Agreed) bool {
	return drop.State == seminar.ConsentWithdrawn && drop.Moment().After(keep.Moment())
}

// ofName says whether a field is a part of the name, which is taken whole or not at all.
func ofName(field string) bool { return field == "given_name" || field == "family_name" }

// longestText is the longest text of a form, in letters.
const longestText = 2000

func further(a, b seminar.Status) bool {
	place := func(s seminar.Status) int {
		if s == "" {
			s = seminar.Confirmed
		}
		return slices.Index(furthest, s)
	}
	return a != "" && place(a) < place(b)
}
