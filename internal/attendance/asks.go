package attendance

import (
	"strconv"
	"strings"

	"lanyard/internal/seminar"
)

// Asks says what a condition asks for, a sentence each, as Missing says what somebody lacks. all is any Attended of the
// seminar: its sessions, categories and Of are looked at. Parts of which one is enough follow a sentence that says so.
func (c *Condition) Asks(all Attended) []*seminar.Error {
	switch {
	case c.Var != "":
		return []*seminar.Error{c.asks(all)}
	case c.All != nil:
		var said []*seminar.Error
		for i := range c.All {
			said = append(said, c.All[i].Asks(all)...)
		}
		return said
	}
	said := []*seminar.Error{seminar.Errorf("certificate_asks_any", "One of these is enough:")}
	for i := range c.Any {
		part := c.Any[i].Asks(all)
		if len(part) > 1 {
			said = append(said, seminar.Errorf("certificate_asks_together", "Together:"))
		}
		said = append(said, part...)
	}
	return said
}

func (c *Condition) asks(all Attended) *seminar.Error {
	needed := strconv.Itoa(c.number)
	switch c.Var {
	case "checked_in":
		return seminar.Errorf("certificate_asks_checkin", "Checked in, or noted as present by hand.")
	case "percent":
		if all.Of == 0 {
			return seminar.Errorf("certificate_asks_nothing_counts", "No session counts towards attendance yet, so that {needed} % of them are not asked for.").
				WithArg("needed", needed)
		}
		return seminar.Errorf("certificate_asks_hours", "Attended {needed} % of the sessions that count: {minutes} of {of} minutes.").
			WithArg("needed", needed).WithArg("minutes", strconv.Itoa((c.number*all.Of+99)/100)).WithArg("of", strconv.Itoa(all.Of))
	case "minutes":
		return seminar.Errorf("certificate_asks_minutes", "Attended {needed} min of the sessions that count.").WithArg("needed", needed)
	case "sessions":
		var titles []string
		for _, name := range c.texts {
			titles = append(titles, titleOf(name, all.Sessions))
		}
		said := seminar.Errorf("certificate_asks_sessions", "Attended each of: {sessions}.")
		if c.Op == "any" {
			said = seminar.Errorf("certificate_asks_session", "Attended one of: {sessions}.")
		}
		return said.WithArg("sessions", strings.Join(titles, ", "))
	}
	if c.Op == "in" {
		return seminar.Errorf("certificate_category", "Only for: {categories}.").WithArg("categories", c.categories(all))
	}
	return seminar.Errorf("certificate_category_not", "Not for: {category}.").WithArg("category", c.categories(all))
}

// titleOf is the title of a session that a condition names, or the name where there is none such any more.
func titleOf(name string, sessions []SessionAttendance) string {
	for _, s := range sessions {
		if string(s.Session.ID) == name || sameText(s.Session.Title, name) {
			return s.Session.Title
		}
	}
	return name
}
