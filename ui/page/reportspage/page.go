// Package reportspage shows the report of a seminar: figures and charts on the screen, the pages as they will print, and
// one button with a menu to take it away.
package reportspage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"lanyard/internal/document"
	docpage "lanyard/internal/page"
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
	head    *fyne.Container // figures and kinds: there when there is something to report
	figures *widgets.CounterStrip
	charts  *fyne.Container
	beside  fyne.CanvasObject // the charts, beside the summary
	preview *paper.Preview
	kinds   *widgets.Segmented
	export  *widgets.Button
	order   *paper.Order
	summary document.Summary // what is shown; its seminar has no ID while there is nothing
	latest  task.Latest[report]

	acts      []act // of the log that is shown
	list      *widgets.PickList
	reverse   *widgets.Button
	besideLog fyne.CanvasObject
}

// report is what is read for the page.
type report struct {
	document.Summary
	acts []act
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, preview: paper.NewReader(env), figures: widgets.NewCounterStrip(), charts: widgets.Column(theme.Space3)}
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.figures.RTL = rtl
	var kinds []widgets.Segment
	for _, k := range document.Kinds() {
		kinds = append(kinds, widgets.Segment{ID: k, Label: t("reports.kind." + k)})
	}
	p.kinds = widgets.NewSegmented(kinds, document.KindSummary, func(string) { p.load() })
	p.kinds.RTL = rtl
	p.export = widgets.NewPrimary(t("reports.export"), theme.IconDownload, p.menu)
	p.order = paper.NewOrder(env, "reports.order", p.load)
	title := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, widgets.Fixed(200, 0, p.order.Select), p.export), widgets.Title(t("reports.title")))
	p.head = widgets.Column(theme.Space3, p.figures, container.NewHScroll(widgets.Row(rtl, 0, p.kinds)))
	p.beside = widgets.Fixed(400, 0, widgets.NewCard(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Space3), p.charts))))
	p.buildActs()
	p.body = container.NewStack()
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, title, p.head), nil, nil, nil, widgets.Inset(0, theme.Space3, p.body)))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	p.env.Window.Canvas().Unfocus() // the keys are the page's
	p.load()
}

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// keys are the key that saves each kind of file.
func keys() map[string]fyne.KeyName {
	return map[string]fyne.KeyName{"pdf": fyne.KeyS, "xlsx": fyne.KeyE, "csv": fyne.KeyT}
}

func shortcut(ext string) fyne.KeyboardShortcut {
	return page.Ctrl(keys()[ext])
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	var all []page.Binding
	for _, ext := range files() {
		all = append(all, page.Binding{Shortcut: shortcut(ext), Label: t("reports.as." + ext), Do: func() { p.save(ext) }})
	}
	return append(all,
		page.Binding{Shortcut: page.Ctrl(fyne.KeyP), Label: t(p.printLabel()), Do: p.print}, p.preview.PrintsKey(),
		page.Binding{Shortcut: page.Ctrl(fyne.KeyU), Label: t("reports.acts.key"), Do: p.reverseAct},
		page.Binding{Shortcut: page.Ctrl(fyne.KeyM), Label: t("reports.export"), Do: p.menu},
		page.Binding{Key: fyne.KeyRight, Label: t("reports.next"), Do: func() { p.step(1) }},
		page.Binding{Key: fyne.KeyLeft, Label: t("reports.previous"), Do: func() { p.step(-1) }},
		page.Binding{Key: fyne.KeyDown, Label: t("reports.down"), Do: func() { p.preview.Move(0.3) }},
		page.Binding{Key: fyne.KeyUp, Label: t("reports.up"), Do: func() { p.preview.Move(-0.3) }},
		page.Binding{Key: fyne.KeyPageDown, Label: t("reports.next_page"), Do: func() { p.preview.Turn(1) }},
		page.Binding{Key: fyne.KeyPageUp, Label: t("reports.previous_page"), Do: func() { p.preview.Turn(-1) }})
}

// step chooses the next kind of report, or one before.
func (p *Page) step(by int) {
	if p.env.Lang.RTL() {
		by = -by
	}
	for i, k := range document.Kinds() {
		if k == p.kinds.Selected && i+by >= 0 && i+by < len(document.Kinds()) {
			p.kinds.Select(document.Kinds()[i+by])
			return
		}
	}
}

func (p *Page) load() {
	of, d, l, kind, order := p.env.Seminar().ID, p.env.Desk(), p.env.Lang, p.kinds.Selected, p.order.By()
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (report, error) {
		if of == "" {
			return report{}, nil
		}
		s, err := d.SummaryBy(ctx, of, order)
		r := report{Summary: s}
		if err == nil && kind == document.KindLog {
			r.Log, r.acts, err = read(ctx, d, l, s)
		}
		return r, err
	}, func(r report, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.summary, p.acts = r.Summary, r.acts
		p.refresh()
	})
}

// refresh shows the report, or what to do so that there is one.
func (p *Page) refresh() {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	empty := func(key string, to page.Name) {
		p.head.Hide()
		p.export.Disable()
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconReports, t("reports.empty."+key+".title"), t("reports.empty."+key+".text"),
			t("reports.empty."+key+".button"), func() { p.env.Open(to, "") })}
	}
	switch {
	case p.summary.Seminar.ID == "":
		empty("seminar", page.Programme)
	case len(p.summary.People) == 0 && p.kinds.Selected != document.KindLog:
		empty("people", page.Attendees)
	default:
		p.head.Show()
		p.export.Enable()
		p.draw()
		var end fyne.CanvasObject
		beside := func(o fyne.CanvasObject) {
			end = widgets.Edge(rtl, nil, nil, widgets.Fixed(theme.Space3, 0, container.NewStack()), nil, o)
		}
		switch p.kinds.Selected {
		case document.KindSummary:
			beside(p.beside)
		case document.KindLog:
			beside(p.besideLog)
			p.showActs()
		}
		p.body.Objects = []fyne.CanvasObject{widgets.Edge(rtl, nil, nil, nil, end, p.preview.Content())}
	}
	p.body.Refresh()
}

// draw fills the figures, the charts and the preview.
func (p *Page) draw() {
	l, s, kind, o := p.env.Lang, p.summary, p.kinds.Selected, p.preview.Options()
	figure := func(key string, n int) widgets.Counter {
		return widgets.Counter{Label: l.T("reports.figure." + key), Value: l.Number(n)}
	}
	p.figures.Set(figure("registered", s.Registered), figure("arrived", s.Arrived), figure("inside", s.Inside), figure("walkins", s.WalkIns),
		figure("certificates", s.Certificates), figure("hours", s.TotalHours()))
	p.chart()
	p.preview.Show(func(context.Context) (docpage.Document, error) { return paged(kind, s, o), nil })
}

// paged makes the pages of a kind of report.
func paged(kind string, s document.Summary, o document.Options) docpage.Document {
	switch kind {
	case document.KindAttendance:
		return document.Attendance(s, o)
	case document.KindMatrix:
		return document.Matrix(s, o)
	case document.KindSignIn:
		return document.SignIn(s, o)
	case document.KindDelegations:
		return document.Delegations(s, o)
	case document.KindLog:
		return document.Log(s.Log, s, o)
	}
	return document.Report(s, o)
}
