package deskpage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
)

// badgeKey prints or saves the badge of the person shown, of those ticked in the delegation shown, or of whom the last answer
// was about.
func (p *Page) badgeKey() {
	switch {
	case p.press.Anyway():
	case p.subject != nil:
		p.makeBadges(*p.subject)
	case p.group != nil:
		p.makeBadges(p.group.Marked()...)
	case len(p.lastGroup) > 0:
		p.makeBadges(p.lastGroup...)
	case p.lastPerson != nil:
		p.makeBadges(*p.lastPerson)
	}
}

// badgeWords is a text about what becomes of a badge here, printed or saved.
func (p *Page) badgeWords(key string) string {
	if p.press.Prints() {
		key += ".print"
	}
	return p.env.Lang.T(key)
}

// makeBadges prints badges, or writes them as a PDF where there is no printer, and records that they were printed. A letter
// that no font has is said before.
func (p *Page) makeBadges(rows ...seminar.RosterRow) {
	if len(rows) == 0 {
		return
	}
	name := filing.Name("pdf", "badge", rows[0].BadgeNumber)
	if len(rows) > 1 {
		name = filing.Name("pdf", "badges", p.known.seminar.Start)
	}
	b := paper.Batch{Of: p.known.seminar.ID, Options: p.press.Options(),
		People: func(context.Context, *desk.Desk) ([]seminar.RosterRow, error) { return rows, nil },
		Save:   func(m paper.Made) { p.press.SaveBadges(m, name, true, nil) }}
	if p.press.Prints() {
		b.Anyway, b.Save = "badges.print_anyway", func(m paper.Made) { p.press.PrintBadges(m, nil) }
	}
	p.press.Badges(b)
}

// printChecked prints the badges of who was checked in just now, where that is wanted: those of a group as one document.
func (p *Page) printChecked(answers ...desk.ScanAnswer) {
	if p.env.Setting(page.SettingPrintCheckin) != page.PrintEverywhere {
		return
	}
	var rows []seminar.RosterRow
	for _, a := range answers {
		if came(a) && a.Attendee.SeminarID == p.known.seminar.ID {
			rows = append(rows, *a.Attendee)
		}
	}
	p.press.PrintUnasked(p.known.seminar.ID, rows, func(error) {})
}

// came says whether an answer let somebody in who was not in before.
func came(a desk.ScanAnswer) bool {
	return a.Attendee != nil && a.Status == seminar.OK && a.Type == seminar.Entry && !a.Repeat
}
