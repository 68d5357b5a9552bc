package desk

import (
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// nameFields are the fields of a person that hold a name.
var nameFields = []string{"given_name", "family_name", "native_name", "badge_name"}

// textsOf are the texts of an attendee that are cleaned, by field.
func textsOf(a *seminar.Attendee) []struct {
	field string
	text  *string
} {
	return []struct {
		field string
		text  *string
	}{{"given_name", &a.GivenName}, {"family_name", &a.FamilyName}, {"native_name", &a.NativeName}, {"badge_name", &a.BadgeName},
		{"honorific", &a.Honorific}, {"position", &a.Position}, {"organisation", &a.Organisation}, {"email", &a.Email}, {"phone", &a.Phone}}
}

// clean makes the texts of an attendee as they are stored: NFC, without controls. Letters are never changed, but a name that
// mixes two scripts is told.
func clean(a *seminar.Attendee) []Notice {
	var all []Notice
	for _, t := range textsOf(a) {
		text, notices := names.Clean(*t.text)
		*t.text = text
		for _, n := range notices {
			all = append(all, Notice{Field: t.field, Notice: n})
		}
		if !slices.Contains(nameFields, t.field) {
			continue
		}
		for _, m := range names.Mixed(text) {
			all = append(all, Notice{t.field, names.Notice{Code: names.NoticeMixed, Detail: m.Word}, m.Letters, m.Script})
		}
	}
	for _, note := range []*string{&a.Access, &a.Dietary, &a.DeskNote} {
		*note = cleanLines(*note)
	}
	a.Country = strings.ToUpper(strings.TrimSpace(a.Country))
	return all
}

// cleanLines cleans a text of several lines, so that a file which it went out into brings the same one back.
func cleanLines(text string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i, l := range lines {
		lines[i], _ = names.Clean(l)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// news are the notices of an edit: a mixed word that stood there before was told then.
func news(all []Notice, before, now seminar.Attendee) []Notice {
	same := map[string]bool{}
	after := textsOf(&now)
	for i, t := range textsOf(&before) {
		same[t.field] = *t.text == *after[i].text
	}
	return slices.DeleteFunc(all, func(n Notice) bool { return n.Code == names.NoticeMixed && same[n.Field] })
}
