package attendeespage

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// pairsWidth is the width of the list of pairs, in device-independent pixels.
const pairsWidth float32 = 300

// show puts the pairs in the place of the page.
func (k *pairing) show() {
	p := k.page
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	k.list = widgets.NewPairList(func(int) { k.load() })
	k.list.RTL = rtl
	k.count = widgets.Quiet("")
	k.count.Lines, k.count.RTL = 2, rtl
	k.pane, k.body, k.bar = container.NewStack(), container.NewStack(), k.buttons()
	k.columns = k.pane
	if !k.chosen {
		k.columns = &fyne.Container{Layout: &besideLayout{rtl: rtl}, Objects: []fyne.CanvasObject{k.list, k.pane}}
	}
	title := widgets.Title(t("attendees.twins.title"))
	title.RTL = rtl
	back := widgets.NewButtonWithIcon(t("attendees.twins.back"), theme.Icon(before(rtl)), p.leaveTwins)
	head := widgets.TextColumn(theme.Space1, 1000, widgets.Edge(rtl, nil, nil, nil, back, title), k.count)
	p.put(widgets.Edge(rtl, container.NewVBox(head, widgets.Fixed(0, theme.Space2, container.NewStack())), nil, nil, nil, k.body))
	k.settle("")
}

// before is the arrow that leads back.
func before(rtl bool) theme.IconName {
	if rtl {
		return theme.IconArrowRight
	}
	return theme.IconArrowLeft
}

// take gives the pairs the keys.
func (k *pairing) take() {
	if k.list != nil && !k.chosen && len(k.open) > 0 {
		k.list.Take()
		return
	}
	k.page.env.Window.Canvas().Unfocus()
}

// settle works out which pairs are not decided yet and shows them. The pair named comes to the front; for "" the one that
// was there, or that took its place.
func (k *pairing) settle(name string) {
	if name == "" {
		name = k.name()
	}
	k.open = undecided(k.found, k.steps)
	if k.chosen && len(k.open) == 0 {
		k.page.leaveTwins()
		return
	}
	l := k.page.env.Lang
	items, front := make([]widgets.PairItem, len(k.open)), k.list.Cursor
	for i, v := range k.open {
		items[i] = k.item(v)
		if items[i].ID == name {
			front = i
		}
	}
	k.list.Set(items, front)
	k.body.Objects = []fyne.CanvasObject{k.columns}
	k.count.SetText(l.N("attendees.twins.count", len(items)))
	if k.chosen {
		k.count.SetText(l.T("attendees.twins.chosen"))
	}
	if len(items) == 0 {
		k.count.SetText("")
		k.shown = nil
		k.body.Objects = []fyne.CanvasObject{k.nobody()}
	}
	k.body.Refresh()
	if len(items) > 0 {
		k.load()
	}
	if k.page.env.Window.Canvas().Focused() == nil || len(items) == 0 {
		k.take()
	}
}

func (k *pairing) item(v desk.Duplicate) widgets.PairItem {
	item := widgets.PairItem{ID: nameOf(v), Why: form.Why(k.page.env.Lang, v.Reasons)}
	for i, r := range []seminar.RosterRow{v.A, v.B} {
		item.Of[i] = widgets.PairHalf{Title: r.Name(), Native: ownScript(r), Flag: k.flag(r.Country)}
	}
	return item
}

// flag is a country's flag, read once.
func (k *pairing) flag(code string) image.Image {
	img, known := k.flags[code]
	if !known {
		img = form.Flag(code)
		k.flags[code] = img
	}
	return img
}

// front is the pair in front, false if there is none.
func (k *pairing) front() (desk.Duplicate, bool) {
	if k.list == nil || k.list.Cursor < 0 || k.list.Cursor >= len(k.open) {
		return desk.Duplicate{}, false
	}
	return k.open[k.list.Cursor], true
}

// name names the pair in front.
func (k *pairing) name() string {
	if v, ok := k.front(); ok {
		return nameOf(v)
	}
	return ""
}

func nameOf(v desk.Duplicate) string {
	a, b := v.A.AttendeeID, v.B.AttendeeID
	return string(min(a, b)) + " " + string(max(a, b))
}

// ownScript is a name in the person's own script where it says more than the name itself.
func ownScript(r seminar.RosterRow) string {
	if r.NativeName == r.Name() {
		return ""
	}
	return r.NativeName
}

// bindings are the keys of the pairs.
func (k *pairing) bindings() []uipage.Binding {
	t := k.page.env.Lang.T
	step := func(by int) func() { return func() { k.list.Step(by) } }
	all := []uipage.Binding{}
	if k.list != nil {
		all = []uipage.Binding{
			{Key: fyne.KeyReturn, Label: t("attendees.twins.merge"), Do: k.merge}, {Key: fyne.KeyDelete, Label: t("attendees.twins.apart"), Do: k.apart},
			{Key: fyne.KeySpace, Label: t("attendees.twins.swap"), Do: k.swap},
			{Key: fyne.KeyF2, Label: t("attendees.twins.open.first"), Do: func() { k.openOne(0) }}, {Key: fyne.KeyF3, Label: t("attendees.twins.open.second"), Do: func() { k.openOne(1) }}}
		if !k.chosen {
			all = append(all, uipage.Binding{Key: fyne.KeyDown, Label: t("attendees.twins.next"), Do: step(1)}, uipage.Binding{Key: fyne.KeyUp, Label: t("attendees.twins.previous"), Do: step(-1)})
		}
		all = append(all, uipage.Binding{Key: fyne.KeyPageDown, Label: t("attendees.twins.down"), Do: func() { k.scroll(1) }},
			uipage.Binding{Key: fyne.KeyPageUp, Label: t("attendees.twins.up"), Do: func() { k.scroll(-1) }})
		all = append(all, uipage.Binding{Key: fyne.KeyF5, Label: t("attendees.twins.again"), Do: k.page.findTwins})
	}
	return append(all, uipage.Binding{Key: fyne.KeyEscape, Label: t("attendees.twins.back"), Do: k.page.leaveTwins})
}

// besideLayout puts a list beside what belongs to the row in front.
type besideLayout struct{ rtl bool }

// MinSize implements fyne.Layout.
func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *besideLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w := min(pairsWidth, s.Width*0.4)
	rest := max(0, s.Width-w-theme.Space5)
	x, y := float32(0), w+theme.Space5
	if l.rtl {
		x, y = s.Width-w, 0
	}
	for i, width := range []float32{w, rest} {
		objects[i].Move(fyne.NewPos([]float32{x, y}[i], 0))
		objects[i].Resize(fyne.NewSize(width, s.Height))
	}
}
