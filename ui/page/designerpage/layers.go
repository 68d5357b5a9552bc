package designerpage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// icons of the types of elements.
var icons = map[template.Type]theme.IconName{template.Text: theme.IconText, template.Stack: theme.IconStack, template.Image: theme.IconImage,
	template.QR: theme.IconQR, template.Code128: theme.IconBarcode, template.Flag: theme.IconFlag, template.Line: theme.IconMinus,
	template.Box: theme.IconBox, template.Band: theme.IconBand, template.Programme: theme.IconChecklist}

// layerList lists the elements of the side in view, the topmost first. Up and Down select; Space hides, L locks.
type layerList struct {
	widget.BaseWidget
	page    *Page
	rows    []*layerRow
	column  *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
	focused bool
}

func newLayers(p *Page) *layerList {
	l := &layerList{page: p, column: widgets.Column(2)}
	l.scroll = container.NewVScroll(l.column)
	l.ExtendBaseWidget(l)
	words := widgets.Caption(p.env.Lang.T("designer.layers"))
	words.RTL = p.env.Lang.RTL()
	l.content = widgets.Edge(words.RTL, widgets.Inset(0, theme.Space2, words), nil, nil, nil, l)
	return l
}

// follow shows the elements as they are now.
func (l *layerList) follow() {
	e := l.page.editor
	if e == nil {
		return
	}
	all := slices.Clone(e.Elements())
	slices.Reverse(all)
	more := len(all) != len(l.rows)
	for len(l.rows) < len(all) {
		r := &layerRow{list: l}
		r.ExtendBaseWidget(r)
		l.rows = append(l.rows, r)
	}
	l.rows = l.rows[:len(all)]
	if more {
		l.column.Objects = nil
		for _, r := range l.rows {
			l.column.Objects = append(l.column.Objects, r)
		}
		l.column.Refresh()
	}
	for i, one := range all {
		r := l.rows[i]
		now := layerLook{id: one.ID, name: called(l.page.env.Lang, one.ID), of: one.Type, selected: e.Selected(one.ID), hidden: e.Hidden(one.ID), locked: one.Locked, absent: e.IsAbsent(one.ID),
			conditions: conditions(one), focused: l.focused}
		if now != r.look {
			r.look = now
			r.Refresh()
		}
		if now.selected {
			l.reveal(i)
		}
	}
}

// reveal scrolls a row into sight.
func (l *layerList) reveal(i int) {
	top, height := float32(i)*(layerHeight+2), l.scroll.Size().Height
	at := l.scroll.Offset
	at.Y = min(max(at.Y, top+layerHeight-height), top)
	if at != l.scroll.Offset && height > 0 {
		l.scroll.ScrollToOffset(at)
	}
}

// conditions says whether something is shown to some only: of its texts too.
func conditions(e template.Element) bool {
	return len(e.Show) > 0 || slices.ContainsFunc(e.Items, func(it template.Item) bool { return len(it.Show) > 0 })
}

// CreateRenderer implements fyne.Widget.
func (l *layerList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// FocusGained implements fyne.Focusable.
func (l *layerList) FocusGained() { l.focused = true; l.follow() }

// FocusLost implements fyne.Focusable.
func (l *layerList) FocusLost() { l.focused = false; l.follow() }

// TypedRune implements fyne.Focusable.
func (l *layerList) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *layerList) TypedKey(ev *fyne.KeyEvent) {
	e := l.page.editor
	if e == nil {
		widgets.HandOn(l, ev)
		return
	}
	switch ev.Name {
	case fyne.KeyDown:
		e.Next(-1)
	case fyne.KeyUp:
		e.Next(1)
	case fyne.KeySpace:
		for _, id := range e.Selection() {
			e.Hide(id, true)
		}
	default:
		widgets.HandOn(l, ev)
		return
	}
	l.page.changed()
}
