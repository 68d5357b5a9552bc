package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// StatusPill is a state in an icon, a word and a colour: never by colour alone.
type StatusPill struct {
	widget.BaseWidget
	Kind Kind
	Icon theme.IconName // the kind's own if empty
	Word string
	RTL  bool
}

// NewStatusPill makes a pill with the kind's own icon.
func NewStatusPill(kind Kind, word string) *StatusPill {
	s := &StatusPill{Kind: kind, Word: word}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *StatusPill) CreateRenderer() fyne.WidgetRenderer {
	const height, icon = 24, 14
	back := newBox("", "", height/2)
	mark := newInked()
	word := NewText("", theme.CaptionSize, "")
	word.Style.Bold = true
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark.Icon, word}}
	p.min = func() fyne.Size {
		return fyne.NewSize(theme.Space2+icon+theme.Space1+word.MinSize().Width+theme.Space3, height)
	}
	p.layout = func(size fyne.Size) {
		top := (size.Height - height) / 2
		place(back, 0, top, size.Width, height)
		place(mark.Icon, startX(s.RTL, theme.Space2, icon, size.Width), top+(height-icon)/2, icon, icon)
		x := theme.Space2 + icon + theme.Space1
		w := max(0, size.Width-x-theme.Space2)
		place(word, startX(s.RTL, x, w, size.Width), top, w, height)
	}
	p.refresh = func() {
		look := s.Kind.look()
		name := s.Icon
		if name == "" {
			name = look.icon
		}
		back.fill = look.wash
		back.paint()
		mark.show(name, look.text)
		word.Text, word.Colour, word.RTL = s.Word, look.text, s.RTL
		word.Refresh()
		p.layout(s.Size())
	}
	p.refresh()
	return p
}

// CategoryBand is a bar in the organiser's colour beside the category's name, which stays in the
// colour of text.
type CategoryBand struct {
	widget.BaseWidget
	Name   string
	Colour color.Color
	RTL    bool
}

// NewCategoryBand makes a band.
func NewCategoryBand(name string, colour color.Color) *CategoryBand {
	b := &CategoryBand{Name: name, Colour: colour}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *CategoryBand) CreateRenderer() fyne.WidgetRenderer {
	bar := canvas.NewRectangle(b.Colour)
	bar.CornerRadius = 2
	name := NewText("", theme.BodySize, theme.Text)
	p := &parts{objects: []fyne.CanvasObject{bar, name}}
	p.min = func() fyne.Size {
		return fyne.NewSize(4+theme.Space2+name.MinSize().Width, max(20, name.MinSize().Height))
	}
	p.layout = func(s fyne.Size) {
		place(bar, startX(b.RTL, 0, 4, s.Width), (s.Height-18)/2, 4, 18)
		w := max(0, s.Width-4-theme.Space2)
		place(name, startX(b.RTL, 4+theme.Space2, w, s.Width), 0, w, s.Height)
	}
	p.refresh = func() {
		bar.FillColor = b.Colour
		if b.Colour == nil {
			bar.FillColor = theme.Color(theme.Line)
		}
		bar.Refresh()
		name.Text, name.RTL = b.Name, b.RTL
		name.Refresh()
		p.layout(b.Size())
	}
	p.refresh()
	return p
}
