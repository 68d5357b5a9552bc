package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Notice is a strip that says something about what stands below it: an icon, a sentence in bold, and more in plain.
type Notice struct {
	widget.BaseWidget
	Kind  Kind
	Title string
	Text  string // may be empty
	RTL   bool
}

// NewNotice makes a notice.
func NewNotice(kind Kind, title, text string) *Notice {
	n := &Notice{Kind: kind, Title: title, Text: text}
	n.ExtendBaseWidget(n)
	return n
}

// Set changes what it says.
func (n *Notice) Set(kind Kind, title, text string) {
	n.Kind, n.Title, n.Text = kind, title, text
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	const icon = theme.IconSize
	back := newBox("", "", theme.Radius)
	mark := widget.NewIcon(nil)
	title, text := flexible(NewText("", theme.BodySize, theme.Text), true, 6), Body("")
	text.Lines = 4
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark, title, text}}
	const before = theme.Space3 + icon + theme.Space3
	inner := func(width float32) float32 { return max(0, width-before-theme.Space3) }
	p.min = func() fyne.Size {
		w := inner(n.Size().Width)
		h := 2*theme.Space3 + title.HeightFor(w)
		if n.Text != "" {
			h += theme.Space1 + text.HeightFor(w)
		}
		return fyne.NewSize(200, h)
	}
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(mark, startX(n.RTL, theme.Space3, icon, s.Width), theme.Space3, icon, icon)
		w := inner(s.Width)
		h := title.HeightFor(w)
		place(title, startX(n.RTL, before, w, s.Width), theme.Space3, w, h)
		place(text, startX(n.RTL, before, w, s.Width), theme.Space3+h+theme.Space1, w, text.HeightFor(w))
	}
	p.refresh = func() {
		look := n.Kind.look()
		back.fill = look.wash
		back.paint()
		mark.SetResource(theme.IconIn(look.icon, look.text))
		title.Text, text.Text, title.RTL, text.RTL = n.Title, n.Text, n.RTL, n.RTL
		showIf(text, n.Text != "")
		p.layout(n.Size())
		title.Refresh()
		text.Refresh()
	}
	p.refresh()
	return p
}
