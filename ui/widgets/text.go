package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Align says at which side text stands, counted in the direction of reading.
type Align int

// The alignments.
const (
	AlignStart Align = iota
	AlignCentre
	AlignEnd
)

// Text shows words in a size and colour of the theme. It never asks for more width than MinWidth:
// longer words are wrapped up to Lines and then end in an ellipsis.
type Text struct {
	widget.BaseWidget

	Text     string
	TextSize float32             // one of the theme's sizes
	Colour   fyne.ThemeColorName // the theme's Text if empty
	Paint    color.Color         // wins over Colour when set: for text on a colour chosen by the user
	Style    fyne.TextStyle
	Align    Align
	RTL      bool
	// Lines is how many lines may be used; 0 and 1 mean one.
	Lines int
	// Least is the size down to which the text is made smaller before it loses its end: for names. 0 is TextSize.
	Least float32
	// MinWidth is the least width asked for; 0 asks for the whole text on one line, negative for nothing.
	MinWidth float32
}

// NewText makes a text of one line that asks for its whole width.
func NewText(text string, size float32, colour fyne.ThemeColorName) *Text {
	t := &Text{Text: text, TextSize: size, Colour: colour}
	t.ExtendBaseWidget(t)
	return t
}

// Title is the title of a page. Like all constructors below it truncates rather than widen the window.
func Title(text string) *Text { return flexible(NewText(text, theme.TitleSize, theme.Text), true, 1) }

// Section is the title of a part of a page.
func Section(text string) *Text {
	return flexible(NewText(text, theme.SectionSize, theme.Text), true, 1)
}

// Body is running text of up to three lines.
func Body(text string) *Text { return flexible(NewText(text, theme.BodySize, theme.Text), false, 3) }

// Quiet is running text of less weight, up to three lines.
func Quiet(text string) *Text {
	return flexible(NewText(text, theme.BodySize, theme.QuietText), false, 3)
}

// Caption is the small quiet text under or above something.
func Caption(text string) *Text {
	return flexible(NewText(text, theme.CaptionSize, theme.QuietText), false, 1)
}

func flexible(t *Text, bold bool, lines int) *Text {
	t.Style.Bold, t.Lines, t.MinWidth = bold, lines, 48
	return t
}

// SetText changes the words.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// HeightFor is the height that the text takes at a width, in device-independent pixels.
func (t *Text) HeightFor(width float32) float32 {
	f := t.fit(width)
	return float32(len(f.lines)) * f.height
}

func (t *Text) lettering() lettering { return lettering{t.TextSize, t.Style} }

func (t *Text) lineHeight() float32 { return t.lettering().height() }

func (t *Text) measure(s string) float32 { return t.lettering().width(s) }

// fitted is a text in a width: its size, its lines, and the height of one.
type fitted struct {
	size   float32
	lines  []string
	height float32
}

// fit breaks the text into at most Lines lines, smaller if it must and may be, and cut only then.
func (t *Text) fit(width float32) fitted {
	m := t.lettering()
	lines, whole := m.wrap(t.Text, width, max(t.Lines, 1))
	for !whole && m.size > t.Least && t.Least > 0 {
		m.size = max(m.size-2, t.Least)
		lines, whole = m.wrap(t.Text, width, max(t.Lines, 1))
	}
	return fitted{m.size, lines, m.height()}
}

func (t *Text) colour() color.Color {
	switch {
	case t.Paint != nil:
		return t.Paint
	case t.Colour != "":
		return theme.Color(t.Colour)
	}
	return fynetheme.Color(fynetheme.ColorNameForeground)
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	r.lay(t.BaseWidget.Size().Width)
	return r
}

type textRenderer struct {
	text  *Text
	lines []fyne.CanvasObject
	width float32
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.lines }

func (r *textRenderer) Refresh() {
	r.lay(r.text.BaseWidget.Size().Width)
	for _, line := range r.lines {
		line.Refresh()
	}
}

func (r *textRenderer) Layout(size fyne.Size) { r.lay(size.Width) }

func (r *textRenderer) lay(width float32) {
	t := r.text
	r.width = width
	fit := t.fit(width)
	height, words := fit.height, fit.lines
	for len(r.lines) < len(words) {
		r.lines = append(r.lines, canvas.NewText("", color.Transparent))
	}
	r.lines = r.lines[:len(words)]
	top := max(0, (t.BaseWidget.Size().Height-height*float32(len(words)))/2)
	if t.Lines > 1 {
		top = 0
	}
	for i, word := range words {
		line := r.lines[i].(*canvas.Text)
		line.Text, line.TextSize, line.TextStyle, line.Color = reading(word, t.Text, t.RTL), fit.size, t.Style, t.colour()
		line.Alignment = t.alignment()
		place(line, 0, top+float32(i)*height, width, height)
	}
}

func (t *Text) alignment() fyne.TextAlign {
	switch {
	case t.Align == AlignCentre:
		return fyne.TextAlignCenter
	case (t.Align == AlignEnd) != t.RTL:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	full := t.measure(t.Text)
	switch {
	case t.MinWidth < 0:
		full = 0
	case t.MinWidth > 0:
		full = min(full, t.MinWidth)
	}
	if r.width > 0 && t.Lines > 1 {
		return fyne.NewSize(full, t.HeightFor(r.width))
	}
	return fyne.NewSize(full, t.lineHeight())
}

// Joined puts a separator between those texts that are not empty.
func Joined(separator string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, separator)
}
