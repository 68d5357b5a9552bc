// Package reportspage shows the report of a seminar: figures and charts on the screen, the pages as they will print, and
// one button with a menu to take it away.
package reportspage

import (
	"context"
	"io"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/transfer"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the reports.
type Page struct {
	env     *page.Env
	content fyne.CanvasObject
	body    *fyne.Container
	figures *widgets.CounterStrip
	charts  *fyne.Container
	preview *paper.Preview
	kind    string
	export  *widget.Button
	summary document.Summary
	latest  task.Latest[document.Summary]
	sheet   fyne.CanvasObject
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, kind: document.KindSummary, preview: paper.New(env), figures: widgets.NewCounterStrip(), charts: widgets.Column(theme.Space4)}
	t, rtl := env.Lang.T, env.Lang.RTL()
	var kinds []widgets.Segment
	for _, k := range document.Kinds() {
		if k != document.KindLog {
			kinds = append(kinds, widgets.Segment{ID: k, Label: t("reports.kind." + k)})
		}
	}
	choose := widgets.NewSegmented(kinds, p.kind, func(kind string) { p.kind = kind; p.draw() })
	p.export = widget.NewButtonWithIcon(t("reports.export"), theme.IconIn(theme.IconDownload, theme.OnAccent), p.menu)
	p.export.Importance = widget.HighImportance
	head := widgets.Edge(rtl, nil, nil, nil, p.export, widgets.Title(t("reports.title")))
	p.sheet = widgets.Edge(rtl, nil, nil, nil, widgets.Fixed(440, 0, container.NewVScroll(widgets.NewCard(p.charts))), widgets.Inset(theme.Space3, 0, p.preview.Content()))
	p.body = container.NewStack(p.sheet)
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, head, p.figures, choose), nil, nil, nil, p.body))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	return []page.Binding{
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}, Label: t("reports.export"), Do: func() { p.save("pdf") }},
		{Key: fyne.KeyPageDown, Label: t("common.next"), Do: func() { p.preview.Turn(1) }},
		{Key: fyne.KeyPageUp, Label: t("common.previous"), Do: func() { p.preview.Turn(-1) }}}
}

func (p *Page) load() {
	of, d := p.env.Seminar().ID, p.env.Desk()
	if of == "" {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconReports, p.env.Lang.T("reports.empty.title"), p.env.Lang.T("reports.empty.text"),
			p.env.Lang.T("reports.empty.button"), func() { p.env.Open(page.Programme, "") })}
		p.body.Refresh()
		return
	}
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (document.Summary, error) { return d.Summary(ctx, of) },
		func(s document.Summary, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.summary = s
			p.body.Objects = []fyne.CanvasObject{p.sheet}
			p.body.Refresh()
			p.draw()
		})
}

// draw shows the figures, the charts and the first page of the kind chosen.
func (p *Page) draw() {
	l, s, kind := p.env.Lang, p.summary, p.kind
	figure := func(key string, n int) widgets.Counter {
		return widgets.Counter{Label: l.T("reports.figure." + key), Value: l.Number(n)}
	}
	p.figures.Set(figure("registered", s.Registered), figure("arrived", s.Arrived), figure("inside", s.Inside), figure("walkins", s.WalkIns),
		figure("certificates", s.Certificates), widgets.Counter{Label: l.T("reports.figure.hours"), Value: strconv.Itoa(s.Minutes / 60)})
	var arrivals, countries, sessions []widgets.Datum
	// Four spans a column: the chart on the screen is a quarter as wide as the one on paper.
	for i := 0; i < len(s.Arrivals); i += 4 {
		some := s.Arrivals[i:min(i+4, len(s.Arrivals))]
		column := widgets.Datum{Label: l.Time(some[0].From)}
		for _, a := range some {
			column.Value += float64(a.Count)
		}
		arrivals = append(arrivals, column)
	}
	for i, g := range s.ByCountry {
		if i < 8 {
			countries = append(countries, widgets.Datum{Label: l.Country(g.Key), Value: float64(g.Arrived)})
		}
	}
	for _, line := range s.Sessions {
		if line.Session.Counts {
			sessions = append(sessions, widgets.Datum{Label: line.Session.Title, Value: float64(line.Present)})
		}
	}
	p.charts.Objects = nil
	for _, c := range []struct {
		key   string
		shape widgets.ChartShape
		data  []widgets.Datum
	}{{"arrivals", widgets.Histogram, arrivals}, {"countries", widgets.Bars, countries}, {"sessions", widgets.Bars, sessions}} {
		if len(c.data) == 0 {
			continue
		}
		chart := widgets.NewChart(c.shape, c.data...)
		chart.RTL = l.RTL()
		height := float32(180)
		if c.shape == widgets.Bars {
			height = float32(len(c.data)) * 28
		}
		p.charts.Add(widgets.Section(l.T("reports.chart." + c.key)))
		p.charts.Add(widgets.Fixed(380, height, chart))
	}
	p.charts.Refresh()
	p.preview.Show(func(context.Context) (docpage.Document, error) { return p.document(kind, s), nil })
}

func (p *Page) document(kind string, s document.Summary) docpage.Document {
	o := p.preview.Options()
	switch kind {
	case document.KindAttendance:
		return document.Attendance(s, o)
	case document.KindMatrix:
		return document.Matrix(s, o)
	case document.KindSignIn:
		return document.SignIn(s, o)
	case document.KindDelegations:
		return document.Delegations(s, o)
	}
	return document.Report(s, o)
}

// menu offers the kinds of file.
func (p *Page) menu() {
	item := func(ext string) *fyne.MenuItem {
		return fyne.NewMenuItem(p.env.Lang.T("reports.as."+ext), func() { p.save(ext) })
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", item("pdf"), item("xlsx"), item("csv")), p.env.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, p.export.Size().Height), p.export)
}

// save writes the report of the kind chosen.
func (p *Page) save(ext string) {
	kind, s, lang := p.kind, p.summary, p.env.Lang
	if s.Seminar.ID == "" {
		return
	}
	p.env.SaveFile(kind+"."+ext, func(_ context.Context, path string, _ task.Progress) error {
		if ext == "pdf" {
			return p.preview.Write(path, p.document(kind, s))
		}
		columns, rows := document.Table(kind, s, document.Options{Lang: lang})
		sheet := transfer.Sheet{Name: kind, Rows: rows}
		kinds := map[string]transfer.Kind{document.ColumnText: transfer.Text, document.ColumnNumber: transfer.Number, document.ColumnTime: transfer.Time}
		for _, c := range columns {
			sheet.Columns = append(sheet.Columns, transfer.Column{Title: c.Title, Width: c.Width, Kind: kinds[c.Kind]})
		}
		return filing.Write(path, func(w io.Writer) error {
			if ext == "csv" {
				return transfer.WriteCSV(w, sheet)
			}
			return transfer.WriteXLSX(w, []transfer.Sheet{sheet})
		})
	})
}
