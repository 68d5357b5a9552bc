package badgespage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// make makes a PDF of the badges of the people wanted. What a page cannot show as it should is said before anything is saved.
func (p *Page) make() { p.badges("badges.save_anyway", p.write) }

// print prints them, or saves them where there is no printer.
func (p *Page) print() {
	if !p.preview.Prints() {
		p.make()
		return
	}
	p.badges("badges.print_anyway", func(m paper.Made) {
		p.preview.PrintBadges(m, func(err error) {
			if err == nil {
				clear(p.ticked)
				p.load()
			}
		})
	})
}

func (p *Page) badges(anyway string, then func(paper.Made)) {
	if p.preview.Anyway() || p.making || p.save.Disabled() {
		return
	}
	f := p.wanted()
	p.preview.Badges(paper.Batch{Of: f.SeminarID, Options: p.options(), Save: then, Anyway: anyway,
		People: func(ctx context.Context, d *desk.Desk) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
		Busy:   func(on bool) { p.making = on; p.counted() }})
}

// write saves the badges, and marks them printed if that is ticked.
func (p *Page) write(m paper.Made) {
	name := filing.Name("pdf", "badges", p.env.Seminar().Start)
	if len(m.Rows) == 1 {
		name = filing.Name("pdf", "badge", m.Rows[0].BadgeNumber)
	}
	p.preview.SaveBadges(m, name, p.mark.Checked && !p.mark.Disabled(), func(a desk.Action) {
		clear(p.ticked)
		p.env.Done(p.env.Lang.N("badges.marked", len(m.Rows)), a)
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
