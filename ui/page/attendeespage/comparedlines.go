package attendeespage

import (
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// comparedLine is one thing in which two people are held against each other.
type comparedLine struct {
	label  string
	values [2]string // of the first, of the second
	stays  [2]bool   // which of them is in after
	after  string
}

// equal says whether there is nothing to choose.
func (l comparedLine) equal() bool { return l.values[0] == l.values[1] && l.after == l.values[0] }

// lines are what is said of the two: where they stand with us, then the fields of the form.
func (k *pairing) lines(c *compared) []comparedLine {
	t := k.page.env.Lang.T
	a, b := c.pair.A, c.pair.B
	keep, drop := a, b
	if k.second {
		keep, drop = b, a
	}
	var all []comparedLine
	add := func(label, first, second, after string) {
		if first != "" || second != "" {
			all = append(all, comparedLine{label, [2]string{first, second}, [2]bool{within(after, first), within(after, second)}, after})
		}
	}
	first, second := k.arrived(a), k.arrived(b)
	came := first
	if !a.Presence.Arrived || b.Presence.Arrived && b.Presence.First.Before(a.Presence.First) {
		came = second
	}
	if a.Presence.Arrived || b.Presence.Arrived {
		add(t("column.arrived"), first, second, came)
	}
	all = append(all, comparedLine{t("column.badge_number"), [2]string{k.badge(a), k.badge(b)}, [2]bool{true, true},
		widgets.Joined(", ", keep.BadgeNumber, drop.BadgeNumber)}) // both lead to the one person
	for _, f := range c.becomes[b2i(k.second)].Fields {
		first, second := f.Keep, f.Drop
		if k.second {
			first, second = second, first
		}
		add(k.label(f), k.word(f, first), k.word(f, second), k.word(f, f.After))
	}
	return all
}

// within says whether a value is what comes of the two, or a part of it: notes are kept from both.
func within(after, value string) bool {
	return value != "" && (after == value || strings.HasPrefix(after, value+"; ") || strings.HasSuffix(after, "; "+value))
}

// arrived is when somebody came, "" if they did not.
func (k *pairing) arrived(r seminar.RosterRow) string {
	if !r.Presence.Arrived {
		return ""
	}
	return k.page.env.Lang.Time(r.Presence.First.In(k.page.env.Seminar().Location()))
}

// badge is somebody's badge number, and whether it was printed.
func (k *pairing) badge(r seminar.RosterRow) string {
	if r.Prints == 0 {
		return r.BadgeNumber
	}
	return k.page.env.Lang.T("attendees.twins.printed", "number", r.BadgeNumber)
}

// label is the name of a field.
func (k *pairing) label(f desk.MergingField) string {
	l := k.page.env.Lang
	if f.Name == "answer" {
		return f.Question.Said(l.Tag())
	}
	if key := "column." + f.Name; l.Has(key) {
		return l.T(key)
	}
	return l.T("attendees.twins.field." + f.Name)
}

// word is a value as people read it.
func (k *pairing) word(f desk.MergingField, value string) string {
	l := k.page.env.Lang
	switch {
	case value == "":
		return ""
	case f.Name == "country":
		return l.Country(value)
	case f.Name == "status":
		return l.T("common.status." + value)
	case f.Name == "consent":
		return l.T("privacy.consent." + value)
	case (f.Question.Type == seminar.TypeYesNo || f.Question.Type == seminar.TypeConsent) && l.Has("common."+value):
		return l.T("common." + value)
	case f.Question.Type == seminar.TypeCountry:
		return l.Country(value)
	case f.Name == "answer":
		return f.Question.Plain(value, l.Tag())
	case f.Name == "photo" || f.Name == "attention" || f.Name == "blocked" || f.Name == "excused":
		return l.T("common.yes")
	}
	return value
}
