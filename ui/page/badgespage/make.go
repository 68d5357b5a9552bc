package badgespage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// made is badges ready for a file.
type made struct {
	of       seminar.ID
	rows     []seminar.RosterRow
	doc      docpage.Document
	warnings []document.Warning
}

// make makes the badges of the people wanted. What a page cannot show as it should is said before anything is saved.
func (p *Page) make() {
	if p.preview.Anyway() || p.making || p.save.Disabled() {
		return
	}
	f, d, o := p.wanted(), p.env.Desk(), p.options()
	p.making = true
	p.counted()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (made, error) {
		m := made{of: f.SeminarID}
		var err error
		if m.rows, err = d.Roster(ctx, f); err != nil {
			return m, err
		}
		badges, err := d.BadgesFor(ctx, m.of, m.rows)
		if err != nil {
			return m, err
		}
		m.doc, m.warnings = document.Badges(badges, o)
		return m, nil
	}, func(m made, err error) {
		p.making = false
		p.counted()
		switch {
		case err != nil:
			p.env.Fail(err)
		case len(m.warnings) > 0:
			p.preview.Warn(m.warnings, p.env.Lang.N("badges.save_anyway", len(m.rows)), func() { p.write(m) })
		default:
			p.write(m)
		}
	})
}

// write saves the badges, and marks them printed if that is ticked.
func (p *Page) write(m made) {
	d, mark := p.env.Desk(), p.mark.Checked && !p.mark.Disabled()
	name := paper.FileName("pdf", "badges", p.env.Seminar().Start)
	if len(m.rows) == 1 {
		name = paper.FileName("pdf", "badge", m.rows[0].BadgeNumber)
	}
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		if err := p.preview.Write(ctx, path, m.doc, progress); err != nil || !mark {
			return err
		}
		action, err := d.MarkPrinted(ctx, m.of, m.rows, "")
		if err != nil {
			return err
		}
		p.env.Run.UI(func() {
			clear(p.ticked)
			p.env.Done(p.env.Lang.N("badges.marked", len(m.rows)), action)
		})
		return nil
	})
}

// replace gives the person in front a new code, for a badge that was lost. It asks first: the old badge, if it turns up
// again, opens no door.
func (p *Page) replace() {
	front := p.front()
	if front == nil {
		return
	}
	l, row, of := p.env.Lang, *front, p.env.Seminar().ID
	text := widgets.Body(l.T("badges.replace.text", "name", row.Name()))
	text.Lines, text.RTL = 6, l.RTL()
	p.env.Ask(page.Question{Title: l.T("badges.replace.title"), About: paper.PanelColumn(text), Yes: l.T("badges.replace.yes"), Grave: true, Then: func() {
		d := p.env.Desk()
		task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Action, error) {
			return d.Replace(ctx, of, []seminar.ID{row.AttendeeID})
		}, func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(l.T("badges.replaced", "name", row.Name()), a)
		})
	}})
}
