package reportspage

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// mostCountries is how many countries the screen charts; the printed report has them all.
const mostCountries = 12

// chart draws the charts of the summary, from the same figures and on the same scale as on paper.
func (p *Page) chart() {
	l, s := p.env.Lang, p.summary
	p.charts.Objects = nil
	add := func(title string, chart fyne.CanvasObject) {
		if len(p.charts.Objects) > 0 {
			p.charts.Add(widgets.Fixed(0, theme.Space2, widgets.Column(0)))
		}
		p.charts.Add(widgets.Section(l.T(title)))
		p.charts.Add(chart)
	}
	most := 0
	arrivals := make([]widgets.Datum, len(s.Arrivals))
	for i, a := range s.Arrivals {
		arrivals[i] = widgets.Datum{Label: l.Time(a.From), Value: float64(a.Count)}
		most = max(most, a.Count)
	}
	if most > 0 {
		step, top := document.Scale(most)
		spread := widgets.NewSpread(step, top, arrivals...)
		spread.RTL = l.RTL()
		add("document.section.arrivals", spread)
	} else {
		add("document.section.arrivals", widgets.Quiet(l.T("reports.empty.arrivals")))
	}
	var countries []widgets.Datum
	for _, g := range s.ByCountry {
		name := l.Country(g.Key)
		if g.Key == "" {
			name = l.T("common.no_country")
		}
		if len(countries) < mostCountries && g.Arrived > 0 {
			countries = append(countries, widgets.Datum{Label: name, Value: float64(g.Arrived)})
		}
	}
	p.bars("document.section.countries", countries, add)
	if rest := len(s.ByCountry) - len(countries); rest > 0 && len(countries) == mostCountries {
		p.charts.Add(widgets.Caption(l.N("reports.more_countries", rest)))
	}
	var sessions []widgets.Datum
	for _, line := range s.Sessions {
		if line.Session.Counts {
			sessions = append(sessions, widgets.Datum{Label: line.Session.Title, Value: float64(line.Present)})
		}
	}
	p.bars("document.section.presence", sessions, add)
	p.charts.Refresh()
}

func (p *Page) bars(title string, data []widgets.Datum, add func(string, fyne.CanvasObject)) {
	if len(data) == 0 {
		return
	}
	chart := widgets.NewChart(widgets.Bars, data...)
	chart.RTL = p.env.Lang.RTL()
	add(title, chart)
}
