package attendance

import (
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/seminar"
)

// Attended is what a person did in a seminar, as the condition of a certificate looks at it.
type Attended struct {
	CheckedIn   bool
	Minutes, Of int // attended, and all there are, of the sessions that count
	Category    seminar.Category
	Sessions    []SessionAttendance
	// Categories are the seminar's, so that one can be named that a condition means by its id.
	Categories []seminar.Category
}

// lack is one thing that is missing, and how far it is away: minutes, or far where no minutes would bring it.
type lack struct {
	err  *seminar.Error
	away int
}

// far is further than any number of minutes: nothing that a person can still attend.
const far = 1 << 20

// Missing says what a person lacks for a certificate, the nearest first; nothing if it is earned. Of alternatives it names
// the nearest.
func (c *Condition) Missing(of Attended) []*seminar.Error {
	lacks := c.lacks(of)
	if i := slices.IndexFunc(lacks, func(l lack) bool { return l.err.Code == "certificate_absent" }); i >= 0 {
		// Who never came lacks all the rest for that reason.
		lacks = slices.DeleteFunc(lacks, func(l lack) bool { return l.err.Code != "certificate_absent" && l.err.Code != "certificate_category" })
	}
	slices.SortStableFunc(lacks, func(a, b lack) int { return a.away - b.away })
	var all []*seminar.Error
	for _, l := range lacks {
		if !slices.ContainsFunc(all, func(o *seminar.Error) bool { return o.Message == l.err.Message }) {
			all = append(all, l.err)
		}
	}
	return all
}

func (c *Condition) lacks(of Attended) []lack {
	switch {
	case c.Var != "":
		if one, ok := c.test(of); !ok {
			return one
		}
		return nil
	case c.All != nil:
		var all []lack
		for i := range c.All {
			all = append(all, c.All[i].lacks(of)...)
		}
		return all
	}
	var nearest []lack
	least := -1
	for i := range c.Any {
		lacks := c.Any[i].lacks(of)
		if len(lacks) == 0 {
			return nil
		}
		sum := 0
		for _, l := range lacks {
			sum += l.away
		}
		if least < 0 || sum < least {
			nearest, least = lacks, sum
		}
	}
	if least < 0 { // any of nothing
		return []lack{{conditionError("it holds for nobody"), far}}
	}
	return nearest
}

func (c *Condition) test(of Attended) ([]lack, bool) {
	switch c.Var {
	case "checked_in":
		return []lack{{seminar.Errorf("certificate_absent", "Never checked in."), of.Of}}, of.CheckedIn
	case "percent":
		more := (c.number*of.Of - 100*of.Minutes + 99) / 100
		return c.hours(of, "certificate_hours", "{more} min more are needed: attended {percent} % of the sessions that count, not {needed} %.", more), more <= 0
	case "minutes":
		more := c.number - of.Minutes
		return c.hours(of, "certificate_minutes", "{more} min more are needed: attended {minutes} min of the sessions that count, not {needed}.", more), more <= 0
	case "sessions":
		return c.sessions(of)
	}
	in := slices.ContainsFunc(c.texts, func(t string) bool { return namesCategory(of.Category, t) })
	if c.Op == "in" {
		return []lack{{seminar.Errorf("certificate_category", "Only for: {categories}.").WithArg("categories", c.categories(of)), far}}, in
	}
	return []lack{{seminar.Errorf("certificate_category_not", "Not for: {category}.").WithArg("category", of.Category.Name), far}}, !in
}

func (c *Condition) hours(of Attended, code, message string, more int) []lack {
	share := 0
	if of.Of > 0 {
		share = of.Minutes * 100 / of.Of // rounded down: 49.9 % does not earn what asks for 50
	}
	return []lack{{seminar.Errorf(code, message).WithArg("more", strconv.Itoa(more)).WithArg("needed", strconv.Itoa(c.number)).
		WithArg("percent", strconv.Itoa(share)).WithArg("minutes", strconv.Itoa(of.Minutes)), more}}
}

// sessions tests that somebody was present, late or in time, in all or any of some sessions.
func (c *Condition) sessions(of Attended) ([]lack, bool) {
	var missed []lack
	var titles []string
	came := false
	for _, name := range c.texts {
		title, there, away := name, false, far // one that is no longer in the programme
		for _, s := range of.Sessions {
			if string(s.Session.ID) == name || sameText(s.Session.Title, name) {
				title, there, away = s.Session.Title, s.Status == Present || s.Status == Late, int(s.Session.End.Sub(s.Session.Start).Minutes())
			}
		}
		titles = append(titles, title)
		if came = came || there; !there {
			missed = append(missed, lack{seminar.Errorf("certificate_session", "Did not attend “{session}”.").WithArg("session", title), away})
		}
	}
	if c.Op == "all" {
		return missed, len(missed) == 0
	}
	if len(titles) == 1 {
		return missed, came
	}
	nearest := slices.MinFunc(append(missed, lack{away: far}), func(a, b lack) int { return a.away - b.away })
	return []lack{{seminar.Errorf("certificate_sessions", "Attended none of: {sessions}.").WithArg("sessions", strings.Join(titles, ", ")), nearest.away}}, came
}

// namesCategory says whether a condition means a category by its name or its id.
func namesCategory(c seminar.Category, text string) bool {
	return c.ID != "" && (string(c.ID) == text || sameText(c.Name, text))
}

// categories are the names of the categories of a test.
func (c *Condition) categories(of Attended) string {
	var names []string
	for _, text := range c.texts {
		name := text
		for _, known := range of.Categories {
			if namesCategory(known, text) {
				name = known.Name
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}
