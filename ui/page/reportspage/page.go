// Package reportspage shows the reports of a seminar as they will print, with what each can be told, and takes them away as a
// document, a workbook, a table or data.
package reportspage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
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
	head    *fyne.Container // figures: there when there is something to report
	figures *widgets.CounterStrip
	kinds   *widgets.PickList
	columns *fyne.Container // kinds, preview and what is beside it
	beside  *fyne.Container
	preview *paper.Preview
	notice  *widgets.Notice
	above   *fyne.Container // the notice, when there is something to say
	export  *widgets.Button
	choices
	shown

	acts []act // of the log that is shown
	looking
	list      *widgets.PickList
	reverse   *widgets.Button
	besideLog fyne.CanvasObject
}

// shown is what the page shows, and how it came there.
type shown struct {
	kind    string
	report  document.Report
	summary document.Summary // what it was made of; its seminar has no ID while there is nothing
	others  []seminar.Seminar
	latest  task.Latest[report]
	pace
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, preview: paper.NewReader(env), figures: widgets.NewCounterStrip()}
	p.kind = document.KindSummary
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.figures.RTL = rtl
	p.kinds = widgets.NewPickList()
	p.kinds.RTL, p.kinds.Low = rtl, true
	var kinds []widgets.PickItem
	for _, k := range document.Kinds() {
		item := widgets.PickItem{ID: k, Title: t("reports.kind." + k)}
		if k == document.KindEmergency {
			item.Tag = "Ctrl+I"
		}
		kinds = append(kinds, item)
	}
	p.kinds.Set(kinds)
	p.kinds.OnMoved = func(i int) { p.choose(document.Kinds()[i]) }
	p.kinds.OnEscape = func() { p.env.Window.Canvas().Unfocus() }
	p.export = widgets.NewPrimary(t("reports.export"), theme.IconDownload, p.menu)
	heading := widgets.Title(t("reports.title"))
	heading.RTL = rtl
	title := widgets.Edge(rtl, nil, nil, nil, p.export, heading)
	p.head = widgets.Column(theme.Space3, p.figures)
	p.notice = widgets.NewNotice(widgets.KindNeutral, "", "")
	p.notice.RTL = rtl
	p.above = widgets.TextColumn(theme.Space2, 400, p.notice, widgets.TextColumn(0, 0))
	p.above.Hide()
	p.buildChoices()
	p.buildActs()
	p.beside = container.NewStack()
	p.columns = container.NewStack(widgets.Edge(rtl, nil, nil, widgets.Fixed(kindsWidth, 0, p.kinds), p.beside,
		widgets.Inset(theme.Space3, 0, container.NewBorder(p.above, nil, nil, nil, p.preview.Content()))))
	p.body = container.NewStack()
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, title, p.head), nil, nil, nil, widgets.Inset(0, theme.Space3, p.body)))
	return p
}

// kindsWidth is how wide the list of reports is.
const kindsWidth float32 = 230

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	p.env.Window.Canvas().Unfocus() // the keys are the page's
	p.load(false)
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.latest.Cancel()
	p.preview.Stop()
}

// keys are the key that saves each kind of file.
func keys() map[string]fyne.KeyName {
	return map[string]fyne.KeyName{"pdf": fyne.KeyS, "xlsx": fyne.KeyE, "csv": fyne.KeyT, "json": fyne.KeyJ}
}

func shortcut(ext string) fyne.KeyboardShortcut {
	return page.Ctrl(keys()[ext])
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	all := []page.Binding{{Shortcut: page.Ctrl(fyne.KeyI), Label: t("reports.key.emergency"), Do: func() { p.choose(document.KindEmergency) }},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyI, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, Label: t("reports.key.emergency.print"), Do: p.printEmergency},
		{Key: fyne.KeyR, Label: t("reports.key.refresh"), Do: func() { p.load(true) }},
		{Key: fyne.KeyEscape, Label: t("reports.key.stop"), Do: p.stop}}
	for _, ext := range files() {
		all = append(all, page.Binding{Shortcut: shortcut(ext), Label: t("reports.as." + ext), Do: func() { p.save(ext) }})
	}
	return append(all,
		page.Binding{Shortcut: page.Ctrl(fyne.KeyP), Label: t(p.printLabel()), Do: p.print}, p.preview.PrintsKey(),
		page.Binding{Shortcut: page.Ctrl(fyne.KeyF), Label: t("reports.log.find"), Do: p.lookInLog},
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
	if at := p.kinds.Cursor + by; at >= 0 && at < len(p.kinds.Items) {
		p.choose(document.Kinds()[at])
	}
}

// choose shows another kind of report.
func (p *Page) choose(kind string) {
	if kind == p.kind && kind != document.KindEmergency {
		return
	}
	p.kind = kind
	for i, item := range p.kinds.Items {
		if item.ID == kind && p.kinds.Cursor != i {
			p.kinds.MoveTo(i)
		}
	}
	p.load(false)
}

// refresh shows the report, or what to do so that there is one.
func (p *Page) refresh(again bool) {
	t := p.env.Lang.T
	empty := func(key string, to page.Name) {
		p.head.Hide()
		p.export.Disable()
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconReports, t("reports.empty."+key+".title"), t("reports.empty."+key+".text"),
			t("reports.empty."+key+".button"), func() { p.env.Open(to, "") })}
	}
	switch {
	case p.summary.Seminar.ID == "":
		empty("seminar", page.Programme)
	case len(p.summary.People) == 0 && p.kind != document.KindLog && p.kind != document.KindEmergency:
		empty("people", page.Attendees)
	default:
		p.head.Show()
		p.export.Enable()
		p.showFigures()
		p.arrange()
		p.draw(again)
		p.body.Objects = []fyne.CanvasObject{p.columns}
	}
	p.body.Refresh()
}

// showFigures fills the headline. The emergency list and the log read no more than they show: the figures stay those of before.
func (p *Page) showFigures() {
	l, s := p.env.Lang, p.summary
	if p.kind == document.KindEmergency || p.kind == document.KindLog {
		return
	}
	figure := func(key string, n int) widgets.Counter {
		return widgets.Counter{Label: l.T("reports.figure." + key), Value: l.Number(n)}
	}
	p.figures.Set(figure("registered", s.Registered), figure("arrived", s.Arrived), figure("inside", s.Inside), figure("walkins", s.WalkIns),
		figure("certificates", s.Certificates), figure("hours", s.TotalHours()))
}

// arrange puts beside the pages what the report can be told, or what of the log can be undone.
func (p *Page) arrange() {
	if p.kind == document.KindLog {
		p.showActs()
		p.beside.Objects = []fyne.CanvasObject{p.besideLog}
		p.beside.Refresh()
		p.typeIn()
		return
	}
	p.showChoices()
	p.beside.Objects = []fyne.CanvasObject{p.besidePages}
	p.beside.Refresh()
}
