package programmepage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
)

// partyBadges prints the badges of the delegation under the cursor that were not printed yet, or all of them again where all
// were; without a printer it saves them as a file.
func (p *Page) partyBadges() {
	v, ok := p.front()
	if !ok || p.press.Anyway() {
		return
	}
	b := paper.Batch{Of: v.SeminarID, Options: p.press.Options(), People: func(ctx context.Context, d *desk.Desk) ([]seminar.RosterRow, error) {
		return d.DelegationBadges(ctx, v)
	}, Save: func(m paper.Made) {
		if len(m.Rows) == 0 {
			p.env.Done(p.env.Lang.T("programme.delegation.badges.none", "name", v.Name), "")
			return
		}
		p.press.SaveBadges(m, filing.Name("pdf", "badges", v.Name), true, func(a desk.Action) {
			p.env.Done(p.env.Lang.N("badges.marked", len(m.Rows)), a)
		})
	}}
	if p.press.Prints() {
		b.Anyway, b.Save = "badges.print_anyway", func(m paper.Made) { p.press.PrintBadges(m, nil) }
	}
	p.press.Badges(b)
}

// partySheet saves the sheet of the delegation under the cursor: its figures, its head and its members.
func (p *Page) partySheet() {
	v, ok := p.front()
	if !ok {
		return
	}
	page.With(p.env, seminar.RightExport, func(d *desk.Desk) {
		p.env.SaveFile(filing.Name("pdf", v.Name), func(ctx context.Context, path string, progress task.Progress) error {
			s, err := d.DelegationReport(ctx, v)
			if err != nil {
				return err
			}
			doc, err := document.Compose(document.KindDelegations, s, p.press.Options()).Document(ctx)
			if err != nil {
				return err
			}
			return p.press.Write(ctx, path, doc, progress)
		})
	})
}
