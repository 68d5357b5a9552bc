package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Spread shows how a quantity is spread over time: columns between lines of a scale, with labels as far as there is
// room for them. It is the chart of the printed report on a screen.
type Spread struct {
	widget.BaseWidget
	Data []Datum
	Step int // between two lines of the scale, above zero
	Top  int // of the scale
	RTL  bool
}

// NewSpread makes a chart with a scale.
func NewSpread(step, top int, data ...Datum) *Spread {
	s := &Spread{Data: data, Step: max(1, step), Top: max(1, top)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (c *Spread) CreateRenderer() fyne.WidgetRenderer {
	const line, scale, room = 18, 30, 52
	var bars []*canvas.Rectangle
	var labels, marks []*Text
	var lines []*box
	p := &parts{}
	p.refresh = func() {
		bars, labels, marks, lines, p.objects = nil, nil, nil, nil, nil
		for v := 0; v <= c.Top; v += c.Step {
			rule, mark := newBox(theme.Line, "", 0), NewText(strconv.Itoa(v), theme.CaptionSize, theme.QuietText)
			mark.Align, mark.RTL = AlignEnd, c.RTL
			lines, marks = append(lines, rule), append(marks, mark)
			p.objects = append(p.objects, rule.Rectangle, mark)
		}
		for _, d := range c.Data {
			bar, label := canvas.NewRectangle(theme.Color(theme.Accent)), NewText(d.Label, theme.CaptionSize, theme.QuietText)
			if d.Colour != nil {
				bar.FillColor = d.Colour
			}
			label.RTL = c.RTL
			bars, labels = append(bars, bar), append(labels, label)
			p.objects = append(p.objects, bar, label)
		}
		p.layout(c.Size())
	}
	p.min = func() fyne.Size { return fyne.NewSize(240, 200) }
	p.layout = func(s fyne.Size) {
		floor := s.Height - line - theme.Space1
		high := max(0, floor-line/2)
		for i := range lines {
			y := floor - high*float32(i*c.Step)/float32(c.Top)
			place(lines[i], startX(c.RTL, scale, s.Width-scale, s.Width), y, s.Width-scale, 1)
			place(marks[i], startX(c.RTL, 0, scale-theme.Space2, s.Width), y-line/2, scale-theme.Space2, line)
		}
		pitch := (s.Width - scale) / float32(max(1, len(bars)))
		// One column alone would be a wall.
		width := min(pitch*0.78, 36)
		every := 1
		for pitch > 0 && float32(every)*pitch < room && every < len(bars) {
			every++
		}
		for i, bar := range bars {
			x := scale + float32(i)*pitch
			h := high * float32(max(c.Data[i].Value, 0)) / float32(c.Top)
			place(bar, startX(c.RTL, x+(pitch-width)/2, width, s.Width), floor-h, width, h)
			showIf(labels[i], i%every == 0 && x+labels[i].MinSize().Width <= s.Width+1)
			w := labels[i].MinSize().Width
			place(labels[i], startX(c.RTL, x, w, s.Width), floor+theme.Space1, w, line)
		}
	}
	p.refresh()
	return p
}
