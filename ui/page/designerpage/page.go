// Package designerpage designs templates of badges and certificates on the page itself, as it prints.
package designerpage

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
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

	editor *edit.Editor // nil until a template is open
	kind   template.Kind
	of     seminar.ID // whose template it is; "" is every seminar's
	used   seminar.ID // the template that was saved last: what it is for is made by it next
	fresh  bool       // it was never saved: closing an untouched one asks nothing
	who    who
	data   data

	stage  *stage
	layers *layerList
	props  *props
	bar    *bar
	notice *widgets.Notice
	above  *fyne.Container
	lay    *fyne.Container

	latest    task.Latest[drawn]
	preparing task.Latest[[]*layer]
	shaping   task.Latest[[]*layer]
	fetching  task.Latest[data]
	people    task.Latest[[]seminar.RosterRow]
	ready     laid
	front     bool
}

const (
	layersWidth float32 = 220
	propsWidth  float32 = 276
)

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, press: paper.NewPress(env, "Ctrl+P"), who: who{sample: "typical"}, kind: template.Badge}
	rtl := env.Lang.RTL()
	p.stage = newStage()
	p.stage.onChanged, p.stage.onHeld, p.stage.onResizing = p.changed, p.held, p.resizing
	p.stage.onReleased = func(bool) { p.changed(); p.render() }
	p.stage.onView = func() { p.bar.follow(); p.render() }
	p.stage.onOpen = func() { p.props.enter() }
	p.stage.onKey = func(ev *fyne.KeyEvent) { widgets.HandOn(p.stage, ev) }
	p.stage.onMenu = p.menu
	p.layers, p.props = newLayers(p), newProps(p)
	p.bar = newBar(p)
	p.notice = widgets.NewNotice(widgets.KindAttention, "", "")
	p.notice.RTL = rtl
	p.above = widgets.TextColumn(theme.Space2, 300, p.notice)
	p.above.Hide()
	left := widgets.Fixed(layersWidth, 0, widgets.NewCard(widgets.Edge(rtl, p.bar.adding, nil, nil, nil, p.layers.content)))
	right := widgets.Fixed(propsWidth, 0, widgets.NewCard(p.props.scroll))
	p.lay = container.NewBorder(p.above, p.bar.foot, nil, nil, p.stage)
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
	p.env.Window.Canvas().Focus(p.stage)
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
	p.personChanged()
}

func (p *Page) personChanged() {
	p.bar.follow()
	p.fetch(func() {
		p.ready = laid{}
		p.render()
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
	p.layers.follow()
	p.props.follow()
	p.bar.follow()
	p.stage.draw()
	p.refresh()
}

// refresh draws the page if it is not drawn as it is now, or else makes ready what may be held next.
func (p *Page) refresh() {
	if p.ready.version != p.editor.Version() {
		p.render()
		return
	}
	p.prepare()
}

// warned says above the page what it cannot show as it should.
func (p *Page) warned(all []document.Warning) {
	l := p.env.Lang
	if err := p.editor.Template().Check(); err != nil {
		p.tell(err)
		return
	}
	if len(all) == 0 {
		p.say(widgets.KindNeutral, "", "")
		return
	}
	more := ""
	if len(all) > 1 {
		more = l.N("paper.warnings.more", len(all)-1)
	}
	p.say(widgets.KindAttention, all[0].Message, more)
}

// tell says why the template cannot be drawn, or not be saved as it is.
func (p *Page) tell(err error) {
	var all seminar.Problems
	if errors.As(err, &all) && len(all) > 0 {
		err = p.placed(all[0])
	}
	p.say(widgets.KindRefused, p.env.Lang.Err(err), "")
}

var place = regexp.MustCompile(`^(front|back)\[(\d+)\]\.?(.*)$`)

// placed names the element of a problem as the list of layers does, where its place in the file says nothing.
func (p *Page) placed(e *seminar.Error) error {
	m := place.FindStringSubmatch(e.Field)
	if m == nil {
		return e
	}
	n, _ := strconv.Atoi(m[2])
	side := p.editor.Template().Side(m[1] == "back")
	if n >= len(side) {
		return e
	}
	at := p.env.Lang.T("designer.element", "name", side[n].ID)
	if m[3] != "" {
		at += ", " + m[3]
	}
	said := e.WithArg("place", at)
	said.Message = strings.Replace(e.Message, e.Field, at, 1) // the English sentence has it filled in already
	return said
}

// say puts a notice above the page; "" takes it away.
func (p *Page) say(kind widgets.Kind, title, text string) {
	shown := p.above.Visible()
	if title == "" {
		p.above.Hide()
	} else {
		p.notice.Set(kind, title, text)
		p.above.Show()
	}
	if shown != p.above.Visible() || shown {
		p.lay.Refresh()
	}
}

// back goes to the page that the template is for. What is not saved is asked about.
func (p *Page) back() {
	p.leave(func() {
		to := page.Badges
		if p.kind == template.Certificate {
			to = page.Certificates
		}
		used := p.used
		p.editor, p.used = nil, ""
		p.stage.edit(nil)
		p.env.Open(to, used)
	})
}

// escape goes one step back: what is held, what is selected, the page.
func (p *Page) escape() {
	switch {
	case p.stage.hold != nil:
		p.stage.release(false)
	case p.editor != nil && len(p.editor.Selection()) > 0:
		p.editor.Select()
		p.changed()
	default:
		p.back()
	}
}

// leave goes on at once if nothing would be lost, else asks first.
func (p *Page) leave(then func()) {
	if p.editor == nil || !p.editor.Changed() {
		then()
		return
	}
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	text := widgets.Body(l.T("designer.leave.text", "name", p.name()))
	text.Lines, text.RTL = 4, l.RTL()
	discard := widgets.NewButton(l.T("designer.leave.discard"), func() { shut(); then() })
	discard.Importance = widget.DangerImportance
	save := widgets.NewPrimary(l.T("common.save"), theme.IconSave, func() { shut(); p.saveThen(then) })
	panel := widgets.NewSidePanel(l.T("designer.leave.title"), paper.PanelColumn(text), shut, widgets.NewButton(l.T("common.cancel"), shut), discard, save)
	panel.RTL = l.RTL()
	p.env.Panel(panel, nil)
	p.env.Window.Canvas().Focus(save)
}

// save keeps the template.
func (p *Page) save() { p.saveThen(func() {}) }

func (p *Page) saveThen(then func()) {
	if p.editor == nil {
		return
	}
	p.editor.Pause()
	t, of := p.editor.Template(), p.of
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.SaveTemplate(ctx, of, t) },
		func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.editor.Saved(t)
			p.fresh, p.used = false, seminar.ID(t.ID)
			p.bar.follow()
			if a != "" {
				p.env.Done(p.env.Lang.T("designer.saved", "name", p.name()), a)
			}
			then()
		})
}

// name is what the template is called here.
func (p *Page) name() string { return named(p.env.Lang, p.editor.Template().Names) }
