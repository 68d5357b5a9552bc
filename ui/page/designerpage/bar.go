package designerpage

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// tool is a button of an icon alone: what it does, and its key, is said at the foot while the pointer or the focus is on it.
type tool struct {
	widgets.Button
	words string
	say   func(string)
}

func (p *Page) tool(icon theme.IconName, words string, do func()) *tool {
	t := &tool{words: words, say: func(s string) { p.bar.hint.SetText(s) }}
	t.Icon, t.OnTapped, t.Importance = theme.Icon(icon), func() {
		do()
		if p.front && !p.sheet.on && p.env.Window.Canvas().Focused() == nil {
			p.env.Window.Canvas().Focus(p.stage)
		}
	}, widget.LowImportance
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn implements desktop.Hoverable.
func (t *tool) MouseIn(ev *desktop.MouseEvent) { t.say(t.words); t.Button.MouseIn(ev) }

// MouseOut implements desktop.Hoverable.
func (t *tool) MouseOut() { t.say(""); t.Button.MouseOut() }

// FocusGained implements fyne.Focusable.
func (t *tool) FocusGained() { t.say(t.words); t.Button.FocusGained() }

// FocusLost implements fyne.Focusable.
func (t *tool) FocusLost() { t.say(""); t.Button.FocusLost() }

// bar is what stands above, below and beside the page.
type bar struct {
	page               *Page
	head, adding, foot *fyne.Container
	title              *widgets.Text
	about              *widgets.Text
	sides              *widgets.Segmented
	person             *widgets.Button
	undo, redo         *tool
	grid, snap         *tool
	sheet              *tool
	save               *widgets.Button
	hint, zoom         *widgets.Text
}

func newBar(p *Page) *bar {
	b := &bar{page: p}
	p.bar = b
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	t := func(key, shortcut string) string { return l.T(key) + "  " + shortcut }
	b.hint, b.zoom = widgets.Caption(""), widgets.Caption("100%")
	b.hint.RTL = rtl
	b.zoom.Align = widgets.AlignCentre
	b.title, b.about = widgets.Section(""), widgets.Caption("")
	b.title.RTL, b.about.RTL = rtl, rtl
	b.sides = widgets.NewSegmented([]widgets.Segment{{ID: "front", Label: l.T("designer.front")}, {ID: "back", Label: l.T("designer.back")}}, "front",
		func(id string) {
			if p.editor != nil && (id == "back") != p.editor.Back() {
				p.turn()
			}
		})
	b.sides.RTL = rtl
	b.person = widgets.NewButtonWithIcon("", theme.Icon(theme.IconPerson), p.choosePerson)
	b.undo, b.redo = p.tool(theme.IconUndo, t("designer.undo", "Ctrl+Z"), p.undo), p.tool(theme.IconRedo, t("designer.redo", "Ctrl+Y"), p.redo)
	b.save = widgets.NewPrimary(l.T("common.save"), theme.IconSave, p.save)
	back := theme.IconArrowLeft
	if rtl {
		back = theme.IconArrowRight
	}
	leave := p.tool(back, t("designer.leave", "Esc"), p.back)
	library := widgets.NewButtonWithIcon(l.T("designer.templates"), theme.Icon(theme.IconFolder), p.library)
	b.head = widgets.Edge(rtl, nil, nil, leave,
		widgets.Row(rtl, theme.Space2, widgets.Fixed(personWidth, 0, b.person), b.sides, b.undo, b.redo, library, b.save),
		widgets.Inset(theme.Space2, 0, widgets.Column(0, b.title, b.about)))
	b.grid = p.tool(theme.IconGrid, t("designer.grid", "G"), p.toggleGrid)
	b.snap = p.tool(theme.IconMagnet, t("designer.snap", "S"), p.toggleSnap)
	b.sheet = p.tool(theme.IconPrint, t("designer.sheet", "P"), p.toggleSheet)
	b.foot = widgets.Inset(0, theme.Space1, widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, 2, b.sheet, b.grid, b.snap,
		p.tool(theme.IconZoomOut, t("designer.zoom.out", "Ctrl+−"), func() { p.stage.zoom(1 / zoomStep) }), widgets.Fixed(52, 0, b.zoom),
		p.tool(theme.IconZoomIn, t("designer.zoom.in", "Ctrl++"), func() { p.stage.zoom(zoomStep) }),
		p.tool(theme.IconFullScreen, t("designer.zoom.fit", "Ctrl+0"), p.stage.fitView)), b.hint))
	b.adding = b.makeAdding()
	return b
}

// makeAdding offers all types of elements.
func (b *bar) makeAdding() *fyne.Container {
	p, l := b.page, b.page.env.Lang
	var rows [2][]fyne.CanvasObject
	for i, of := range template.Types() {
		rows[i/5] = append(rows[i/5], p.tool(icons[of], l.T("designer.add."+string(of)), func() { p.add(of) }))
	}
	rtl, words := l.RTL(), widgets.Caption(l.T("designer.add"))
	words.RTL = rtl
	return widgets.Column(theme.Space1, words, widgets.Row(rtl, 2, rows[0]...), widgets.Row(rtl, 2, rows[1]...), widgets.Rule())
}

// follow says how things are now.
func (b *bar) follow() {
	p, e := b.page, b.page.editor
	if e == nil {
		b.title.SetText("")
		return
	}
	l := p.env.Lang
	b.title.SetText(p.name())
	about := l.T("designer.saved.all")
	if p.fresh {
		about = l.T("designer.saved.never")
	}
	if e.Changed() {
		about = l.T("designer.saved.not")
	}
	b.about.SetText(about)
	b.person.SetText(fitting(p.whoName(), personWidth-52))
	side := "front"
	if e.Back() {
		side = "back"
	}
	if b.sides.Selected != side {
		b.sides.Selected = side
		b.sides.Refresh()
	}
	able(&b.undo.Button, e.CanUndo())
	able(&b.redo.Button, e.CanRedo())
	b.zoom.SetText(strconv.Itoa(int(p.stage.view.scale/natural*100+0.5)) + "%")
	pressed(b.grid, p.stage.grid)
	pressed(b.snap, p.stage.snap)
	pressed(b.sheet, p.sheet.on)
}

// personWidth is how wide the button is that says whom the page is shown with.
const personWidth float32 = 190

// fitting is as much of a name as a button has room for.
func fitting(name string, width float32) string {
	wide := func(s string) bool {
		return fyne.MeasureText(s, theme.BodySize, fyne.TextStyle{Bold: true}).Width > width
	}
	if !wide(name) {
		return name
	}
	letters := []rune(name)
	for len(letters) > 1 && wide(string(letters)+"…") {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

func able(b *widgets.Button, on bool) {
	switch {
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}

// pressed shows whether what a tool turns on is on.
func pressed(t *tool, on bool) {
	want := widget.LowImportance
	if on {
		want = widget.MediumImportance
	}
	if t.Importance != want {
		t.Importance = want
		t.Refresh()
	}
}

// add puts an element on the page. A picture is chosen first.
func (p *Page) add(of template.Type) {
	if p.editor == nil {
		return
	}
	if of == template.Image {
		p.pictureMenu()
		return
	}
	p.editor.Add(edit.Default(of, p.kind, p.editor.Template().Size, p.env.Lang.T("designer.new.text")))
	p.changed()
	p.env.Window.Canvas().Focus(p.stage)
}

// pictureMenu offers the pictures that come with the data, and one of a file.
func (p *Page) pictureMenu() {
	l := p.env.Lang
	items := []*fyne.MenuItem{fyne.NewMenuItem(l.T("designer.picture.file"), p.addPicture), fyne.NewMenuItemSeparator()}
	for _, s := range sources() {
		items = append(items, fyne.NewMenuItem(l.T("designer.source."+string(s)), func() {
			one := edit.Default(template.Image, p.kind, p.editor.Template().Size, "")
			one.Source, one.ID = s, string(s)
			if s == template.Photo {
				one.W, one.H, one.Fit = 25, 32, template.Cover
			}
			p.editor.Add(one)
			p.changed()
			p.env.Window.Canvas().Focus(p.stage)
		}))
	}
	p.popUp(items, p.bar.adding)
}

// sources are the pictures that come with the data.
func sources() []template.Source {
	return []template.Source{template.Photo, template.Logo, template.Signature, template.Background}
}

// popUp shows a menu under an object, to be used with the arrow keys.
func (p *Page) popUp(items []*fyne.MenuItem, under fyne.CanvasObject) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.env.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height+theme.Space1), under)
	p.env.Window.Canvas().Focus(menu)
}

// addMenu offers all types of elements, for the keyboard.
func (p *Page) addMenu() {
	var items []*fyne.MenuItem
	for _, of := range template.Types() {
		items = append(items, fyne.NewMenuItem(p.env.Lang.T("designer.add."+string(of)), func() { p.add(of) }))
	}
	p.popUp(items, p.bar.adding)
}
