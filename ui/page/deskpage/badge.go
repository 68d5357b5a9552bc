package deskpage

import (
	"context"
	"io"
	"strings"

	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
	"lanyard/ui/task"
)

// badgeKey saves the badge of the person shown, or of the last one answered.
func (p *Page) badgeKey() {
	switch {
	case p.subject != nil:
		p.saveBadge(*p.subject)
	case p.lastPerson != nil:
		p.saveBadge(*p.lastPerson)
	}
}

// saveBadge writes one badge as a PDF and records that it was printed.
func (p *Page) saveBadge(r seminar.RosterRow) {
	d, of, lang := p.env.Desk(), p.known.seminar.ID, p.env.Lang
	name := "badge.pdf"
	if r.BadgeNumber != "" {
		name = "badge-" + strings.ToLower(r.BadgeNumber) + ".pdf"
	}
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		badges, err := d.BadgesFor(ctx, of, []seminar.RosterRow{r})
		if err != nil {
			return err
		}
		setter := typeset.WithSystem()
		pages, _ := document.Badges(badges, document.Options{Lang: lang, Setter: setter})
		err = filing.Write(path, func(w io.Writer) error { return pdf.Write(w, setter, &pages) })
		if err != nil {
			return err
		}
		_, err = d.MarkPrinted(ctx, of, []seminar.RosterRow{r}, "")
		return err
	})
}
