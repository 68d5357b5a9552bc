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
	return float32(len(t.wrap(width))) * t.lineHeight()
}

func (t *Text) lineHeight() float32 {
	return fyne.MeasureText("Ág", t.TextSize, t.Style).Height
}

func (t *Text) measure(s string) float32 { return fyne.MeasureText(s, t.TextSize, t.Style).Width }

func (t *Text) colour() color.Color {
	switch {
	case t.Paint != nil:
		return t.Paint
	case t.Colour != "":
		return theme.Color(t.Colour)
	}
	return fynetheme.Color(fynetheme.ColorNameForeground)
}

// wrap breaks the text into at most Lines lines that fit the width.
func (t *Text) wrap(width float32) []string {
	limit := max(t.Lines, 1)
	var lines []string
	for _, paragraph := range strings.Split(t.Text, "\n") {
		lines = append(lines, t.wrapParagraph(paragraph, width)...)
	}
	if len(lines) > limit {
		rest := strings.Join(lines[limit-1:], " ")
		lines = append(lines[:limit-1:limit-1], rest)
	}
	last := len(lines) - 1
	lines[last] = t.truncate(lines[last], width)
	return lines
}

func (t *Text) wrapParagraph(paragraph string, width float32) []string {
	if t.Lines <= 1 || width <= 0 || t.measure(paragraph) <= width {
		return []string{paragraph}
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(paragraph) {
		candidate := word
		if line != "" {
			candidate = line + " " + word
		}
		if line != "" && t.measure(candidate) > width {
			lines = append(lines, line)
			candidate = word
		}
		line = candidate
	}
	return append(lines, line)
}

// truncate shortens a line to the width, with an ellipsis. It searches by halves: measuring is not free.
func (t *Text) truncate(line string, width float32) string {
	if width <= 0 || t.measure(line) <= width+0.5 {
		return line
	}
	runes := []rune(line)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if t.measure(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
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
	height := t.lineHeight()
	words := t.wrap(width)
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
		line.Text, line.TextSize, line.TextStyle, line.Color = word, t.TextSize, t.Style, t.colour()
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
	lines := 1
	if r.width > 0 && t.Lines > 1 {
		lines = len(t.wrap(r.width))
	}
	return fyne.NewSize(full, float32(lines)*t.lineHeight())
}

// widestWord is the width of the widest word, which wrapping cannot make narrower.
func (t *Text) widestWord() float32 {
	widest := float32(0)
	for _, word := range strings.Fields(t.Text) {
		widest = max(widest, t.measure(word))
	}
	return widest
}
