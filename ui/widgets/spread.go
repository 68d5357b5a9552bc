package widgets

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Datum is one column of a chart.
type Datum struct {
	Label string
	Value float64
}

// Spread shows how a quantity is spread over time: columns between lines of a scale, with labels as far as there is
// room for them; a column may have none. It is the chart of the printed report on a screen.
type Spread struct {
	widget.BaseWidget
	Data  []Datum
	Step  int     // between two lines of the scale, above zero
	Top   int     // of the scale
	Scale float32 // of letters and lines; 0 is 1
	RTL   bool
}

// NewSpread makes a chart with a scale.
func NewSpread(step, top int, data ...Datum) *Spread {
	s := &Spread{Data: data, Step: max(1, step), Top: max(1, top)}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the columns; nothing is drawn if they are what they were.
func (c *Spread) Set(step, top int, data []Datum) {
	if c.Step == step && c.Top == top && slices.Equal(c.Data, data) {
		return
	}
	c.Step, c.Top, c.Data = max(1, step), max(1, top), data
	c.Refresh()
}

// CreateRenderer implements fyne.Widget. What was drawn with is kept and used again.
func (c *Spread) CreateRenderer() fyne.WidgetRenderer {
	var bars []*canvas.Rectangle
	var labels, marks []*Text // a label is nil where a column has none
	var lines []*box
	p := &parts{}
	text := func(have []*Text, i int, words string) *Text {
		t := NewText(words, theme.CaptionSize*scaled(c.Scale), theme.QuietText)
		if i < len(have) && have[i] != nil {
			t = have[i]
		}
		t.Text, t.TextSize, t.RTL = words, theme.CaptionSize*scaled(c.Scale), c.RTL
		t.Refresh()
		return t
	}
	p.refresh = func() {
		p.objects = nil
		n := 0
		for v := 0; v <= c.Top; v += c.Step {
			if n == len(lines) {
				lines = append(lines, newBox(theme.Line, "", 0))
				marks = append(marks, nil)
			}
			marks[n] = text(marks, n, strconv.Itoa(v))
			marks[n].Align = AlignEnd
			lines[n].paint()
			p.objects = append(p.objects, lines[n].Rectangle, marks[n])
			n++
		}
		lines, marks = lines[:n], marks[:n]
		for len(bars) < len(c.Data) {
			bars, labels = append(bars, canvas.NewRectangle(color.Transparent)), append(labels, nil)
		}
		bars, labels = bars[:len(c.Data)], labels[:len(c.Data)]
		for i, d := range c.Data {
			bars[i].FillColor = theme.Color(theme.Accent)
			p.objects = append(p.objects, bars[i])
			if d.Label == "" {
				labels[i] = nil
				continue
			}
			labels[i] = text(labels, i, d.Label)
			p.objects = append(p.objects, labels[i])
		}
		p.layout(c.Size())
		canvas.Refresh(c)
	}
	p.min = func() fyne.Size { return fyne.NewSize(240, 200) }
	p.layout = func(s fyne.Size) {
		k := scaled(c.Scale)
		line, room, side := 18*k, 52*k, 22*k
		for _, m := range marks {
			side = max(side, m.MinSize().Width)
		}
		side += theme.Space2 * k
		floor := s.Height - line - theme.Space1
		high := max(0, floor-line/2)
		for i := range lines {
			y := floor - high*float32(i*c.Step)/float32(c.Top)
			place(lines[i], startX(c.RTL, side, s.Width-side, s.Width), y, s.Width-side, 1)
			place(marks[i], startX(c.RTL, 0, side-theme.Space2*k, s.Width), y-line/2, side-theme.Space2*k, line)
		}
		pitch := (s.Width - side) / float32(max(1, len(bars)))
		// One column alone would be a wall.
		width := min(pitch*0.78, 36*k)
		free := float32(-1) // where the next label may begin
		for i, bar := range bars {
			x := side + float32(i)*pitch
			h := high * float32(max(c.Data[i].Value, 0)) / float32(c.Top)
			place(bar, startX(c.RTL, x+(pitch-width)/2, width, s.Width), floor-h, width, h)
			if labels[i] == nil {
				continue
			}
			w := labels[i].MinSize().Width
			showIf(labels[i], x >= free && x+w <= s.Width+1)
			if x >= free {
				free = x + room
			}
			place(labels[i], startX(c.RTL, x, w, s.Width), floor+theme.Space1, w, line)
		}
	}
	p.refresh()
	return p
}

// scaled is a scale of which 0 means 1.
func scaled(k float32) float32 {
	if k <= 0 {
		return 1
	}
	return k
}
