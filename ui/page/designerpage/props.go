package designerpage

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// props are the properties of what is selected: of one element, of several, or of the template itself.
type props struct {
	page     *Page
	column   *fyne.Container
	scroll   *container.Scroll
	key      string // of what the fields are for: other fields are made only when it changes
	follows  []func()
	first    fyne.Focusable // that Enter on the page leads to
	content  bool           // it is a text
	quiet    bool           // the fields follow, and change nothing
	line     int            // of a stack, that is edited
	tongue   string         // the language whose text is edited; "" is all others
	tongueOf string         // whose text that is
}

func newProps(p *Page) *props {
	r := &props{page: p, column: widgets.TextColumn(theme.Space3, propsInner)}
	r.scroll = container.NewVScroll(widgets.Inset(theme.Space1, theme.Space1, r.column))
	return r
}

const propsInner = propsWidth - 2*theme.Space4 - 2*theme.Space1

func (p *props) onFollow(f func()) { p.follows = append(p.follows, f) }

// enter gives the first of the fields the focus.
func (p *props) enter() {
	to := p.first
	if to == nil && !p.page.sheet.on {
		to = p.page.stage
	}
	p.page.env.Window.Canvas().Focus(to)
}

// leave goes back from a field to the page.
func (p *props) leave() {
	p.page.editor.Pause()
	if p.page.sheet.on {
		p.page.env.Window.Canvas().Unfocus()
		return
	}
	p.page.env.Window.Canvas().Focus(p.page.stage)
}

// follow shows what is selected now.
func (p *props) follow() {
	e := p.page.editor
	if e == nil {
		return
	}
	p.quiet = true
	defer func() { p.quiet = false }()
	if key := p.keyNow(); key != p.key {
		inside := holds(p.column, p.page.env.Window.Canvas().Focused())
		p.key, p.follows, p.first, p.content = key, nil, nil, false
		p.column.Objects = nil
		p.build()
		p.column.Refresh()
		p.scroll.Refresh()
		widgets.KeepInView(p.scroll)
		if inside { // what had the focus is gone
			p.enter()
		}
		return
	}
	for _, f := range p.follows {
		f()
	}
}

// holds says whether something that has the focus is among the fields.
func holds(o fyne.CanvasObject, focused fyne.Focusable) bool {
	switch o := o.(type) {
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, func(part fyne.CanvasObject) bool { return holds(part, focused) })
	case *widgets.FormField:
		return holds(o.Control, focused)
	}
	f, ok := o.(fyne.Focusable)
	return ok && f == focused
}

// keyNow is what the fields depend on.
func (p *props) keyNow() string {
	e := p.page.editor
	chosen := e.Chosen()
	if p.page.sheet.on {
		return "sheet " + e.Template().ID + e.Template().Stock + p.page.paper().Name
	}
	if len(chosen) == 1 {
		one := chosen[0]
		p.line = min(p.line, max(0, len(one.Items)-1))
		parts := []string{e.Template().ID, "one", one.ID, strconv.FormatBool(e.Back()), strconv.FormatBool(one.Locked), strconv.Itoa(len(one.Items)),
			strconv.Itoa(p.line), p.tonguesNow(one), string(one.Source), one.Picture, strconv.FormatBool(one.Words == nil)}
		for _, c := range one.Show {
			parts = append(parts, c.Variable, strconv.FormatBool(len(c.Is) > 0))
		}
		return strings.Join(parts, "\x00")
	}
	if len(chosen) > 1 {
		return "several " + strconv.Itoa(min(len(chosen), 3)) + strconv.FormatBool(texts(chosen))
	}
	p.line = 0
	return "template " + e.Template().ID + strconv.Itoa(len(e.Template().Folds))
}

func (p *props) add(all ...fyne.CanvasObject) { p.column.Objects = append(p.column.Objects, all...) }

// pair puts two fields beside each other.
func (p *props) pair(a, b fyne.CanvasObject) {
	p.add(widgets.Side(p.page.env.Lang.RTL(), theme.Space2, 90, a, b))
}

func (p *props) heading(key string) {
	words := widgets.Caption(p.page.env.Lang.T(key))
	words.RTL = p.page.env.Lang.RTL()
	p.add(widgets.Rule(), words)
}

func (p *props) build() {
	switch chosen := p.page.editor.Chosen(); {
	case p.page.sheet.on:
		p.buildSheet()
	case len(chosen) == 0:
		p.buildTemplate()
	case len(chosen) > 1:
		p.add(widgets.Body(p.page.env.Lang.N("designer.several", len(chosen))))
		p.onFollow(func() {
			p.column.Objects[0].(*widgets.Text).SetText(p.page.env.Lang.N("designer.several", len(p.page.editor.Chosen())))
		})
		p.buildArrange(len(chosen) > 2)
		if texts(chosen) {
			p.buildWords(p.elementWords())
		}
	default:
		p.buildElement(chosen[0])
	}
}

// buildArrange has what lines things up and puts them in order.
func (p *props) buildArrange(several bool) {
	g, rtl := p.page, p.page.env.Lang.RTL()
	words := func(key, shortcut string) string { return g.env.Lang.T(key) + "  " + shortcut }
	keys := map[edit.Edge]string{edit.Left: "Alt+A", edit.Centre: "Alt+H", edit.Right: "Alt+D", edit.Top: "Alt+W", edit.Middle: "Alt+V", edit.Bottom: "Alt+S"}
	icons := map[edit.Edge]theme.IconName{edit.Left: theme.IconAlignLeft, edit.Centre: theme.IconAlignCentre, edit.Right: theme.IconAlignRight,
		edit.Top: theme.IconAlignTop, edit.Middle: theme.IconAlignMiddle, edit.Bottom: theme.IconAlignBottom}
	var row []fyne.CanvasObject
	for _, by := range edit.Edges() {
		row = append(row, g.tool(icons[by], words("designer.align."+string(by), keys[by]), func() { g.align(by) }))
	}
	p.add(widgets.Row(rtl, 2, row...))
	row = []fyne.CanvasObject{
		g.tool(theme.IconArrowUp, words("designer.order.forward", "Page Up"), func() { g.restack(edit.Forward) }),
		g.tool(theme.IconArrowDown, words("designer.order.backward", "Page Down"), func() { g.restack(edit.Backward) }),
		g.tool(theme.IconCopy, words("designer.duplicate", "Ctrl+D"), g.double),
		g.tool(theme.IconTrash, words("designer.delete", "Delete"), g.delete)}
	if several {
		row = append([]fyne.CanvasObject{g.tool(theme.IconSpreadAcross, words("designer.distribute.across", "Alt+X"), func() { g.distribute(false) }),
			g.tool(theme.IconSpreadDown, words("designer.distribute.down", "Alt+Y"), func() { g.distribute(true) })}, row...)
	}
	p.add(widgets.Row(rtl, 2, row...))
}

// one is the selected element as it is now; of several the lowest.
func (p *props) one() template.Element {
	if all := p.page.editor.Chosen(); len(all) > 0 {
		return all[0]
	}
	return template.Element{}
}

// texts says whether all of some elements are texts, which can be made alike.
func texts(all []template.Element) bool {
	return !slices.ContainsFunc(all, func(e template.Element) bool {
		return e.Type != template.Text && e.Type != template.Band && e.Type != template.Programme
	})
}

// set changes the selected element; changes of one kind are one step.
func (p *props) set(kind string, do func(*template.Element)) {
	if !p.quiet && p.page.editor.Change(kind, do) {
		p.page.changed()
	}
}

func (p *props) buildElement(one template.Element) {
	t := p.page.env.Lang.T
	p.buildArrange(false)
	name := widgets.NewEntry("", false)
	shown := called(p.page.env.Lang, one.ID)
	name.Text = shown
	p.first = name
	field := p.field(t("designer.name"), name)
	rename := func() {
		to := strings.TrimSpace(name.Text)
		if to == shown || p.key == "" {
			return
		}
		if !p.page.editor.Rename(one.ID, to) {
			field.SetError(t("designer.name.taken"))
			return
		}
		p.page.changed()
	}
	name.OnEnter, name.OnLeave, name.OnEscape = rename, rename, p.leave
	p.add(widgets.NewText(t("designer.add."+string(one.Type)), theme.BodySize, theme.Text), field)
	p.column.Objects[len(p.column.Objects)-2].(*widgets.Text).Style.Bold = true
	if one.Locked {
		p.add(widgets.Quiet(t("designer.locked")))
		return
	}
	p.buildAbsent(one)
	p.buildPlace(one)
	switch one.Type {
	case template.Text, template.Band:
		p.buildContent(one)
		p.buildWords(p.elementWords())
	case template.Stack:
		p.buildStack(one)
	case template.QR, template.Code128, template.Flag:
		p.buildContent(one)
	case template.Programme:
		p.buildWords(p.elementWords())
	case template.Image:
		p.buildImage()
	}
	p.buildFigure(one)
	p.buildShow(one)
}

// buildAbsent says why nothing of the element is seen, while that is so.
func (p *props) buildAbsent(one template.Element) {
	why := "designer.absent"
	if one.Type == template.Image && one.Source != "" && one.Source != template.Photo {
		why = "designer.absent.picture"
	}
	said := p.remark(why)
	p.add(said)
	follow := func() { shown(said, p.page.editor.IsAbsent(one.ID)) }
	p.onFollow(follow)
	follow()
}

func (p *props) buildPlace(one template.Element) {
	t := p.page.env.Lang.T
	mm := func(key string, least float64, get func(template.Element) float64, set func(*template.Element, float64)) *widgets.FormField {
		return p.number(t(key), least, template.MostAway, step, func() float64 { return get(p.one()) },
			func(v float64) { p.set(key, func(e *template.Element) { set(e, v) }) })
	}
	left := func(e template.Element, x float64) float64 { // from the left edge of the page as it is seen, or back
		if p.page.mirrored() {
			return p.page.editor.Template().Size.W - x - e.W
		}
		return x
	}
	p.pair(mm("designer.x", -template.MostAway, func(e template.Element) float64 { return left(e, e.X) },
		func(e *template.Element, v float64) { e.X = left(*e, v) }),
		mm("designer.y", -template.MostAway, func(e template.Element) float64 { return e.Y }, func(e *template.Element, v float64) { e.Y = v }))
	p.pair(mm("designer.w", 0, func(e template.Element) float64 { return e.W }, func(e *template.Element, v float64) { e.W = v }),
		mm("designer.h", 0, func(e template.Element) float64 { return e.H }, func(e *template.Element, v float64) { e.H = v }))
	p.add(p.number(t("designer.rotation"), -360, 360, 5, func() float64 { return p.one().Rotation },
		func(v float64) { p.set("rotation", func(e *template.Element) { e.Rotation = v }) }))
}
