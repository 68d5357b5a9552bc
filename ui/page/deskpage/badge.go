package deskpage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
)

// badgeKey prints or saves the badge of the person shown, or of the last one answered.
func (p *Page) badgeKey() {
	switch {
	case p.press.Anyway():
	case p.subject != nil:
		p.makeBadge(*p.subject)
	case p.lastPerson != nil:
		p.makeBadge(*p.lastPerson)
	}
}

// badgeWords is a text about what becomes of a badge here, printed or saved.
func (p *Page) badgeWords(key string) string {
	if p.press.Prints() {
		key += ".print"
	}
	return p.env.Lang.T(key)
}

// makeBadge prints one badge, or writes it as a PDF where there is no printer, and records that it was printed. A letter
// that no font has is said before.
func (p *Page) makeBadge(r seminar.RosterRow) {
	b := paper.Batch{Of: p.known.seminar.ID, Options: p.press.Options(),
		People: func(context.Context, *desk.Desk) ([]seminar.RosterRow, error) { return []seminar.RosterRow{r}, nil },
		Save:   func(m paper.Made) { p.press.SaveBadges(m, paper.FileName("pdf", "badge", r.BadgeNumber), true, nil) }}
	if p.press.Prints() {
		b.Anyway, b.Save = "badges.print_anyway", func(m paper.Made) { p.press.PrintBadges(m, nil) }
	}
	p.press.Badges(b)
}

// printChecked prints the badge of who was checked in just now, where that is wanted.
func (p *Page) printChecked(a desk.ScanAnswer) {
	if p.env.Setting(page.SettingPrintCheckin) != page.PrintEverywhere || a.Attendee == nil ||
		a.Status != seminar.OK || a.Type != seminar.Entry || a.Repeat || a.Attendee.SeminarID != p.known.seminar.ID {
		return
	}
	p.press.PrintUnasked(p.known.seminar.ID, *a.Attendee, func(error) {})
}
