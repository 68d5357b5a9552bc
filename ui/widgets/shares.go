package widgets

import (
	"image"
	"image/color"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Share is a line of [Shares]: how much of a whole is there.
type Share struct {
	Label       string
	Picture     image.Image // such as a flag, 4:3; nil is none
	Band        color.Color // before the label, such as a category's; nil is none
	Value       string      // at the end: "12 / 20"
	Done, Whole int
	Kind        Kind   // its icon stands before the value, and a warning colours the bar; KindNeutral has none
	Word        string // after the icon
}

// Shares shows how much of several wholes is there: a label, a number, and under them a bar as long as the whole, filled
// as far as it is there. The longest whole takes the width. It shows as many lines as it has room for and says in the
// last how many there are besides; the others are reached by Turn.
type Shares struct {
	widget.BaseWidget
	Title string
	Data  []Share
	Scale float32 // 1 at a desk, more on a wall
	RTL   bool
	Each  bool                               // every whole takes the width, such as the places of a room
	Empty string                             // said when there is nothing
	Rest  func(left, done, whole int) string // the line that says how many are not shown, and how much of them is there
	from  int                                // the first line shown
}

// NewShares makes a list of bars.
func NewShares(title string, rest func(left, done, whole int) string) *Shares {
	s := &Shares{Title: title, Rest: rest, Scale: 1}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the lines; nothing is drawn if they are what they were.
func (s *Shares) Set(data []Share) {
	if reflect.DeepEqual(s.Data, data) {
		return
	}
	s.Data = data
	s.Refresh()
}

// Turn shows the next lines that have no room, or those before, and says whether there are any.
func (s *Shares) Turn(by int) bool {
	next := s.from + by*max(1, len(s.Shown()))
	if next >= len(s.Data) || next < 0 && s.from == 0 {
		return false
	}
	s.from = max(0, next)
	s.Refresh()
	return true
}

// Shown are the lines that are shown.
func (s *Shares) Shown() []Share {
	k := scaled(s.Scale)
	free := s.BaseWidget.Size().Height - shareTitle*k
	from := min(s.from, len(s.Data))
	room := int((free + shareGap*k) / (shareRow * k))
	if from > 0 || len(s.Data) > room { // one line is for the rest
		room = int((free - shareRest*k) / (shareRow * k))
	}
	return s.Data[from:min(len(s.Data), from+max(1, room))]
}

// hidden is how many lines are not shown, and what they add up to.
func (s *Shares) hidden(shown []Share) (left, done, whole int) {
	for _, d := range s.Data {
		done, whole = done+d.Done, whole+d.Whole
	}
	for _, d := range shown {
		done, whole = done-d.Done, whole-d.Whole
	}
	return len(s.Data) - len(shown), done, whole
}

const (
	shareTitle float32 = 28 // height
	shareRow   float32 = 30
	shareGap   float32 = 2 // of that is below the bar
	shareRest  float32 = 20
	shareText  float32 = 15
)

// shareLine is what a line is drawn with; lines are kept and filled anew.
type shareLine struct {
	label, value, word *Text
	picture            *canvas.Image
	edge               *box // of the picture
	band               *canvas.Rectangle
	mark               *widget.Icon
	track, bar         *box
}

func newShareLine() *shareLine {
	l := &shareLine{label: NewText("", shareText, theme.Text), value: NewText("", shareText, theme.Text), word: NewText("", shareText, theme.Text),
		picture: canvas.NewImageFromImage(nil), edge: newBox("", theme.Line, 1), band: canvas.NewRectangle(color.Transparent), mark: widget.NewIcon(nil),
		track: newBox(theme.Hover, "", 3), bar: newBox(theme.Accent, "", 3)}
	l.label.MinWidth, l.word.MinWidth = -1, -1
	l.value.Style.Bold, l.word.Style.Bold = true, true
	l.picture.FillMode, l.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	l.band.CornerRadius = 2
	return l
}

func (l *shareLine) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.track.Rectangle, l.bar.Rectangle, l.band, l.picture, l.edge.Rectangle, l.label, l.mark, l.word, l.value}
}

func (l *shareLine) fill(d Share, scale float32, rtl bool) {
	look := d.Kind.look()
	l.label.Text, l.value.Text, l.word.Text, l.word.Colour = d.Label, d.Value, d.Word, look.text
	for _, t := range []*Text{l.label, l.value, l.word} {
		t.TextSize, t.RTL = shareText*scale, rtl
		t.Refresh()
	}
	l.bar.fill = theme.Accent
	if d.Kind == KindAttention || d.Kind == KindRefused {
		l.bar.fill = look.back
	}
	if d.Kind != KindNeutral {
		l.mark.SetResource(d.Kind.Icon())
	}
	l.track.CornerRadius, l.bar.CornerRadius = 3*scale, 3*scale
	l.track.paint()
	l.bar.paint()
	l.edge.paint()
	showIf(l.mark, d.Kind != KindNeutral)
	showIf(l.picture, d.Picture != nil)
	showIf(l.edge.Rectangle, d.Picture != nil)
	showIf(l.band, d.Band != nil)
	if d.Picture != nil && l.picture.Image != d.Picture {
		l.picture.Image = d.Picture
		l.picture.Refresh()
	}
	if d.Band != nil && l.band.FillColor != d.Band {
		l.band.FillColor = d.Band
		l.band.Refresh()
	}
}

// lay places a line in a width, its bar as long as its part of the longest whole.
func (l *shareLine) lay(d Share, y, width, k float32, longest int, rtl bool) {
	x, high := float32(0), 20*k
	switch {
	case d.Picture != nil:
		w := 20 * k
		place(l.picture, startX(rtl, 0, w, width), y+2.5*k, w, 15*k)
		place(l.edge, startX(rtl, 0, w, width), y+2.5*k, w, 15*k)
		x = w + theme.Space2*k
	case d.Band != nil:
		place(l.band, startX(rtl, 0, 4*k, width), y+2*k, 4*k, 16*k)
		x = 4*k + theme.Space2*k
	}
	end := l.value.MinSize().Width
	place(l.value, startX(rtl, width-end, end, width), y, end, high)
	if d.Kind != KindNeutral {
		w := min(l.word.measure(l.word.Text)+1, max(0, (width-x-end)*0.6))
		if w > 1 {
			end += theme.Space2*k + w
			place(l.word, startX(rtl, width-end, w, width), y, w, high)
		}
		end += theme.Space1*k + 16*k
		place(l.mark, startX(rtl, width-end, 16*k, width), y+2*k, 16*k, 16*k)
	}
	w := max(0, width-x-end-theme.Space2*k)
	place(l.label, startX(rtl, x, w, width), y, w, high)
	whole := width * float32(max(d.Whole, d.Done)) / float32(longest)
	done := float32(0)
	if most := max(d.Whole, d.Done); most > 0 {
		done = whole * float32(d.Done) / float32(most)
	}
	if d.Done > 0 {
		done = max(done, 3*k)
	}
	place(l.track, startX(rtl, 0, max(whole, done), width), y+high+2*k, max(whole, done), 6*k)
	place(l.bar, startX(rtl, 0, done, width), y+high+2*k, done, 6*k)
}

// CreateRenderer implements fyne.Widget.
func (s *Shares) CreateRenderer() fyne.WidgetRenderer {
	title, rest := Section(""), NewText("", shareText, theme.QuietText)
	title.MinWidth, rest.MinWidth = -1, -1
	var lines []*shareLine
	p := &parts{}
	p.min = func() fyne.Size { return fyne.NewSize(120, shareTitle+2*shareRow) }
	fill := func(size fyne.Size) {
		k := s.Scale
		if s.from >= len(s.Data) {
			s.from = 0
		}
		shown := s.Shown()
		for len(lines) < len(shown) {
			lines = append(lines, newShareLine())
		}
		lines = lines[:len(shown)]
		title.Text, title.TextSize, title.RTL = s.Title, theme.SectionSize*k*0.95, s.RTL
		rest.TextSize, rest.RTL, rest.Text = shareText*k, s.RTL, ""
		if left, done, whole := s.hidden(shown); left > 0 && s.Rest != nil {
			rest.Text = s.Rest(left, done, whole)
		} else if len(s.Data) == 0 {
			rest.Text = s.Empty
		}
		title.Refresh()
		rest.Refresh()
		p.objects = []fyne.CanvasObject{title, rest}
		longest := 1
		for _, d := range s.Data {
			longest = max(longest, d.Whole, d.Done)
		}
		place(title, 0, 0, size.Width, shareTitle*k)
		y := shareTitle * k
		for i, d := range shown {
			lines[i].fill(d, k, s.RTL)
			if s.Each {
				longest = max(1, d.Whole, d.Done)
			}
			lines[i].lay(d, y, size.Width, k, longest, s.RTL)
			p.objects = append(p.objects, lines[i].objects()...)
			y += shareRow * k
		}
		place(rest, 0, y, size.Width, 20*k)
	}
	p.layout = fill
	p.refresh = func() { fill(s.Size()); canvas.Refresh(s) }
	fill(s.Size())
	return p
}
