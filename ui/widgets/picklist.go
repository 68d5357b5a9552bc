package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// PickItem is one row of a [PickList].
type PickItem struct {
	ID    string
	Title string
	Meta  string      // quieter, below the title; may be empty
	Tag   string      // at the end
	Kind  Kind        // an icon at the end; KindNeutral shows none
	Image image.Image // before the title, three to four; nil shows none
}

// PickList is a list of things, such as people, of which one is in front and, if Ticks is set, some are ticked. Up, Down,
// Page Up, Page Down, Home and End move; Space or Enter ticks; a letter goes to OnTyped, so that one can search from
// here. Which are ticked is the owner's to know: the list asks.
type PickList struct {
	widget.BaseWidget
	cursorList
	Items []PickItem
	Ticks bool
	Low   bool // rows of one line, without pictures; set before the list is shown
	RTL   bool

	Ticked    func(id string) bool // whether a row is ticked
	OnToggled func(index int)      // a row was ticked or unticked
	OnTyped   func(r rune)
	OnEnter   func() // of a list without ticks: Enter takes the row in front
	OnEmpty   func() // Enter while there is no row
	OnEscape  func()
}

// lowRow is the height of a row of one line.
const lowRow float32 = 40

// NewPickList makes an empty list.
func NewPickList() *PickList {
	l := &PickList{}
	l.cursorList = newCursorList(func() int { return len(l.Items) }, func() fyne.CanvasObject { return newPickRow(l) },
		func(i int, o fyne.CanvasObject) {
			row := o.(*pickRow)
			row.index, row.item = i, l.Items[i]
			row.Refresh()
		}, l.typedKey)
	l.body.letter = func(r rune) { // a space ticks, and is heard as a key
		if r != ' ' && l.OnTyped != nil {
			l.OnTyped(r)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other rows. The row in front stays in front if it is still there; otherwise the one that took its place.
func (l *PickList) Set(items []PickItem) {
	front, at := "", l.Cursor
	if at >= 0 && at < len(l.Items) {
		front = l.Items[at].ID
	}
	l.Items = items
	for i, item := range items {
		if item.ID == front {
			at = i
			break
		}
	}
	l.front(at)
}

// Toggle ticks or unticks the row in front.
func (l *PickList) Toggle() { l.toggle(l.Cursor) }

func (l *PickList) toggle(index int) {
	if l.Ticks && l.OnToggled != nil && index >= 0 && index < len(l.Items) {
		l.OnToggled(index)
		l.body.Refresh()
	}
}

// Focusable is the part of the list that takes the focus, for canvas.Focus and for tests.
func (l *PickList) Focusable() fyne.Focusable { return l.body }

// CreateRenderer implements fyne.Widget.
func (l *PickList) CreateRenderer() fyne.WidgetRenderer { return l.renderer(3 * ResultRowHeight) }

func (l *PickList) typedKey(ev *fyne.KeyEvent) {
	page := max(1, int(l.body.Size().Height/ResultRowHeight)-1)
	switch {
	case l.move(ev.Name):
	case ev.Name == fyne.KeyPageDown:
		l.Step(page)
	case ev.Name == fyne.KeyPageUp:
		l.Step(-page)
	case len(l.Items) == 0 && l.OnEmpty != nil && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		l.OnEmpty()
	case !l.Ticks && l.OnEnter != nil && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		l.OnEnter()
	case ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		l.Toggle()
	case ev.Name == fyne.KeyEscape && l.OnEscape != nil:
		l.OnEscape()
	default:
		PassKey(l.body, ev)
	}
}

// pickRow draws one row; tapping it brings it to the front, tapping its box ticks it too.
type pickRow struct {
	widget.BaseWidget
	owner   *PickList
	index   int
	item    PickItem
	hovered bool
}

// MouseIn implements desktop.Hoverable.
func (r *pickRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *pickRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *pickRow) MouseOut() { r.hovered = false; r.Refresh() }

const pickBox float32 = 34 // the width of the box with the air around it

func newPickRow(owner *PickList) *pickRow {
	r := &pickRow{owner: owner}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *pickRow) Tapped(ev *fyne.PointEvent) {
	x := ev.Position.X
	if r.owner.RTL {
		x = r.Size().Width - x
	}
	r.owner.Take()
	r.owner.MoveTo(r.index)
	if r.owner.Ticks && x < pickBox {
		r.owner.toggle(r.index)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *pickRow) CreateRenderer() fyne.WidgetRenderer {
	back, mark, check := newBox("", "", theme.Radius), newBox(theme.Accent, "", 2), newBox(theme.Surface, theme.QuietText, 4)
	tick, icon := widget.NewIcon(nil), widget.NewIcon(nil)
	title := flexible(NewText("", theme.BodySize, theme.Text), true, 1)
	meta, tag := flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 1), flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 1)
	tag.Align = AlignEnd
	photo := canvas.NewImageFromImage(nil)
	photo.FillMode, photo.ScaleMode, photo.CornerRadius = canvas.ImageFillContain, canvas.ImageScaleSmooth, 3
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark.Rectangle, check.Rectangle, tick, photo, title, meta, tag, icon}}
	p.min = func() fyne.Size {
		if r.owner.Low {
			return fyne.NewSize(180, lowRow)
		}
		return fyne.NewSize(180, ResultRowHeight)
	}
	p.layout = func(s fyne.Size) {
		at := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, startX(r.owner.RTL, x, w, s.Width), y, w, h) }
		place(back, 0, 1, s.Width, s.Height-2)
		at(mark.Rectangle, 0, 12, 3, s.Height-24)
		x, end := theme.Space3, s.Width-theme.Space3
		if r.owner.Ticks {
			at(check.Rectangle, theme.Space3, (s.Height-16)/2, 16, 16)
			at(tick, theme.Space3+1, (s.Height-14)/2, 14, 14)
			x = pickBox + theme.Space1
		}
		if r.item.Image != nil {
			h := s.Height - 8
			at(photo, x, 4, h*3/4, h)
			x += h*3/4 + theme.Space2
		}
		if icon.Visible() {
			end -= 18
			at(icon, end, (s.Height-18)/2, 18, 18)
			end -= theme.Space2
		}
		w := min(tag.measure(tag.Text)+1, (end-x)*0.4)
		at(tag, end-w, 0, w, s.Height)
		if tag.Text != "" {
			end -= w + theme.Space2
		}
		y, h := float32(6), float32(20)
		if meta.Text == "" {
			y, h = 0, s.Height
		}
		at(title, x, y, max(0, end-x), h)
		at(meta, x, 27, max(0, end-x), 18)
	}
	p.refresh = func() {
		l := r.owner
		front := r.index == l.Cursor
		ticked := l.Ticks && l.Ticked != nil && l.Ticked(r.item.ID)
		back.fill = ""
		switch {
		case front:
			back.fill = theme.AccentWash
		case r.hovered:
			back.fill = theme.Hover
		}
		back.stroke, back.StrokeWidth = "", 0
		if front && l.body.focused {
			back.stroke, back.StrokeWidth = theme.Accent, 1
		}
		check.fill, check.stroke = theme.Surface, theme.QuietText
		if ticked {
			check.fill, check.stroke = theme.Accent, theme.Accent
		}
		for _, b := range []*box{back, mark, check} {
			b.paint()
		}
		tick.SetResource(theme.IconIn(theme.IconCheck, theme.OnAccent))
		showIf(mark.Rectangle, front)
		showIf(check.Rectangle, l.Ticks)
		showIf(tick, ticked)
		showIf(icon, r.item.Kind != KindNeutral)
		if r.item.Kind != KindNeutral {
			look := r.item.Kind.look()
			icon.SetResource(theme.IconIn(look.icon, look.text))
		}
		showIf(photo, r.item.Image != nil)
		if photo.Image != r.item.Image {
			photo.Image = r.item.Image
			photo.Refresh()
		}
		title.Text, meta.Text, tag.Text = r.item.Title, r.item.Meta, r.item.Tag
		p.layout(r.Size())
		for _, t := range []*Text{title, meta, tag} {
			t.RTL = l.RTL
			t.Refresh()
		}
	}
	p.refresh()
	return p
}
