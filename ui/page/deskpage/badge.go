package deskpage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
)

// badgeKey saves the badge of the person shown, or of the last one answered.
func (p *Page) badgeKey() {
	switch {
	case p.press.Anyway():
	case p.subject != nil:
		p.saveBadge(*p.subject)
	case p.lastPerson != nil:
		p.saveBadge(*p.lastPerson)
	}
}

// saveBadge writes one badge as a PDF and records that it was printed. A letter that no font has is said before.
func (p *Page) saveBadge(r seminar.RosterRow) {
	p.press.Badges(paper.Batch{Of: p.known.seminar.ID, Options: p.press.Options(),
		People: func(context.Context, *desk.Desk) ([]seminar.RosterRow, error) { return []seminar.RosterRow{r}, nil },
		Save:   func(m paper.Made) { p.press.SaveBadges(m, paper.FileName("pdf", "badge", r.BadgeNumber), true, nil) }})
}
