package programmepage

import (
	"context"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// showFigures shows the figures of the series of the seminar in front, a seminar below the other.
func (p *Page) showFigures() {
	of, d := p.env.Seminar(), p.env.Desk()
	if of.ID == "" || !p.env.Leaving() {
		return
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.SeriesFigures, error) {
		all, err := d.Series(ctx)
		for _, f := range all {
			for _, one := range f.Seminars {
				if one.Seminar.ID == of.ID {
					return f, err
				}
			}
		}
		return desk.SeriesFigures{}, err
	}, func(f desk.SeriesFigures, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.openFigures(f)
	})
}

// countriesShown is how many countries a seminar's line names; the others are counted.
const countriesShown = 8

func (p *Page) openFigures(f desk.SeriesFigures) {
	l := p.env.Lang
	column := widgets.Column(theme.Space3)
	text := func(t *widgets.Text) *widgets.Text {
		t.RTL, t.Lines = l.RTL(), 4
		return t
	}
	column.Add(text(widgets.Quiet(l.N("programme.series.people", f.People))))
	for _, one := range f.Seminars {
		var countries []string
		rest := 0
		for _, code := range (desk.SeriesFigures{Seminars: []desk.SeriesLine{one}}).Countries() {
			switch n := one.Countries[code]; {
			case len(countries) == countriesShown || code == "":
				rest += n
			default:
				countries = append(countries, l.Country(code)+" "+l.Number(n))
			}
		}
		if rest > 0 {
			countries = append(countries, l.T("programme.series.rest", "n", l.Number(rest)))
		}
		figures := l.T("programme.series.line", "registered", l.Number(one.Registered), "arrived", l.Number(one.Arrived), "returned", l.Number(one.Returned))
		lines := []fyne.CanvasObject{text(widgets.Section(one.Seminar.Title(l.Tag()))), text(widgets.Quiet(widgets.Joined(" · ", days(l, one.Seminar), one.Seminar.Venue))), text(widgets.Section(figures))}
		if len(countries) > 0 {
			lines = append(lines, text(widgets.Quiet(widgets.Joined(" · ", countries...))))
		}
		column.Add(widgets.TextColumn(theme.Space1, widgets.PanelWidth-2*theme.Space4, lines...))
		column.Add(widgets.Rule())
	}
	title := f.Series.Title
	if title == "" {
		title = l.T("programme.series.figures")
	}
	shut := func() { p.env.Panel(nil, nil) }
	panel := widgets.NewSidePanel(title, column, shut, widgets.NewButton(l.T("common.close"), shut))
	panel.RTL = l.RTL()
	p.env.Panel(panel, nil)
}
