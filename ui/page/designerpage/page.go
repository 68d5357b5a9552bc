// Package designerpage designs templates of badges and certificates on the page itself, as it prints.
package designerpage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the designer.
type Page struct {
	env     *page.Env
	press   *paper.Press
	content fyne.CanvasObject

	*work
	data data

	stage  *stage
	layers *layerList
	props  *props
	bar    *bar
	sheet  *sheet
	notice *widgets.Notice
	above  *fyne.Container
	lay    *fyne.Container

	latest    task.Latest[drawn]
	preparing task.Latest[[]*layer]
	shaping   task.Latest[[]*layer]
	fetching  task.Latest[data]
	people    task.Latest[[]seminar.RosterRow]
	checking  task.Latest[inStore]
	ready     laid
	front     bool
}

const (
	layersWidth float32 = 220
	propsWidth  float32 = 276
)

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, press: paper.NewPress(env, "Ctrl+P"), work: &work{who: who{sample: "typical"}, kind: template.Badge}}
	rtl := env.Lang.RTL()
	p.stage = newStage()
	p.stage.onChanged, p.stage.onHeld, p.stage.onResizing = p.changed, p.held, p.resizing
	p.stage.onReleased = func(bool) { p.bar.hint.SetText(""); p.changed(); p.render() }
	p.stage.onView = func() { p.bar.follow(); p.render() }
	p.stage.onOpen = func() { p.props.enter() }
	p.stage.onKey = func(ev *fyne.KeyEvent) { widgets.HandOn(p.stage, ev) }
	p.stage.onMenu = p.menu
	p.layers, p.props, p.sheet = newLayers(p), newProps(p), newSheet(rtl)
	p.bar = newBar(p)
	p.notice = widgets.NewNotice(widgets.KindAttention, "", "")
	p.notice.RTL = rtl
	p.above = widgets.TextColumn(theme.Space2, 300, p.notice)
	p.above.Hide()
	left := widgets.Fixed(layersWidth, 0, widgets.NewCard(widgets.Edge(rtl, p.bar.adding, nil, nil, nil, p.layers.content)))
	right := widgets.Fixed(propsWidth, 0, widgets.NewCard(p.props.scroll))
	p.lay = container.NewBorder(p.above, p.bar.foot, nil, nil, container.NewStack(p.stage, p.sheet.preview))
	body := widgets.Edge(rtl, nil, nil, left, right, widgets.Inset(theme.Space3, 0, p.lay))
	p.content = widgets.Padded(theme.Space4, widgets.Edge(rtl, widgets.Column(theme.Space3, p.bar.head, widgets.Fixed(0, 1, widgets.Column(0))), nil, nil, nil, body))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page. What somebody was at work on is still there.
func (p *Page) Show() {
	p.front = true
	if p.editor != nil {
		p.refetch()
	}
	if !p.sheet.on {
		p.env.Window.Canvas().Focus(p.stage)
	}
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.front = false
	p.env.Window.Canvas().Unfocus()
}

// Changed implements page.Changing.
func (p *Page) Changed() {
	if p.editor != nil {
		p.refetch()
	}
}

// refetch reads anew whom the page is shown with: the seminar or the person may have changed.
func (p *Page) refetch() {
	if p.who.row != nil && p.who.row.SeminarID != p.env.Seminar().ID {
		p.who = who{sample: "typical"}
	}
	p.recheck()
	p.personChanged()
}

func (p *Page) personChanged() {
	p.bar.follow()
	p.fetch(func() {
		p.ready = laid{}
		p.redraw()
		p.props.follow()
	})
}

// Open implements page.Opener: a template by its id, or the standard one of a kind. What is being worked on is kept.
func (p *Page) Open(id seminar.ID) {
	kind := template.Kind(id)
	switch {
	case kind != template.Badge && kind != template.Certificate:
		p.load(id)
	case p.editor == nil || p.kind != kind:
		p.leave(func() { p.begin(kind) })
	}
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding { return p.keys() }

// changed follows a change of the template or of what is selected.
func (p *Page) changed() {
	if p.sheet.on && len(p.editor.Selection()) > 0 {
		p.showSheet(false) // where it is seen
		return
	}
	p.layers.follow()
	p.props.follow()
	p.bar.follow()
	if p.sheet.on {
		p.drawSheet()
		return
	}
	p.stage.draw()
	p.refresh()
}

// redraw draws what is shown for somebody else: the page, or the sheet.
func (p *Page) redraw() {
	if p.sheet.on {
		p.drawSheet()
		return
	}
	p.render()
}

// refresh draws the page if it is not drawn as it is now, or else makes ready what may be held next.
func (p *Page) refresh() {
	if p.ready.version != p.editor.Version() {
		p.render()
		return
	}
	p.prepare()
}
