package attendeespage

import (
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// comparedLine is one thing in which two people are held against each other.
type comparedLine struct {
	label  string
	values [2]string // of the first, of the second
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
			all = append(all, comparedLine{label, [2]string{first, second}, after})
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
	add(t("column.badge_number"), k.badge(a), k.badge(b), widgets.Joined(", ", keep.BadgeNumber, drop.BadgeNumber))
	for _, f := range c.becomes[b2i(k.second)].Fields {
		first, second := f.Keep, f.Drop
		if k.second {
			first, second = second, first
		}
		add(k.label(f), k.word(f, first), k.word(f, second), k.word(f, f.After))
	}
	return all
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
		return f.Question.Text
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
	case f.Name == "photo" || f.Name == "attention" || f.Name == "blocked" || f.Name == "excused":
		return l.T("common.yes")
	}
	return value
}
