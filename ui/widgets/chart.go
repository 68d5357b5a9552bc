package widgets

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Datum is one bar of a chart.
type Datum struct {
	Label  string
	Value  float64
	Colour color.Color // nil: the accent
}

// ChartShape says how a chart is drawn.
type ChartShape int

// The shapes: horizontal bars with their labels before them, upright columns, and upright columns
// without gaps for how a quantity is spread.
const (
	Bars ChartShape = iota
	Columns
	Histogram
)

// Chart draws figures side by side. Values below zero count as zero.
type Chart struct {
	widget.BaseWidget
	Shape  ChartShape
	Data   []Datum
	Format func(float64) string // how a value is written; nil: a plain number
	RTL    bool
}

// NewChart makes a chart.
func NewChart(shape ChartShape, data ...Datum) *Chart {
	c := &Chart{Shape: shape, Data: data}
	c.ExtendBaseWidget(c)
	return c
}

func (c *Chart) format(v float64) string {
	if c.Format != nil {
		return c.Format(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (c *Chart) largest() float64 {
	largest := 0.0
	for _, d := range c.Data {
		largest = max(largest, d.Value)
	}
	if largest == 0 {
		return 1
	}
	return largest
}

// CreateRenderer implements fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	var bars []*canvas.Rectangle
	var labels, values []*Text
	base := newBox(theme.Line, "", 0)
	p := &parts{}
	p.refresh = func() {
		bars, labels, values = nil, nil, nil
		p.objects = nil
		for _, d := range c.Data {
			paint := d.Colour
			if paint == nil {
				paint = theme.Color(theme.Accent)
			}
			bar := canvas.NewRectangle(paint)
			bar.CornerRadius = 3
			label := flexible(NewText(d.Label, theme.CaptionSize, theme.QuietText), false, 1)
			value := NewText(c.format(d.Value), theme.CaptionSize, theme.Text)
			label.RTL, value.RTL = c.RTL, c.RTL
			if c.Shape != Bars {
				label.Align, value.Align = AlignCentre, AlignCentre
			}
			bars, labels, values = append(bars, bar), append(labels, label), append(values, value)
			p.objects = append(p.objects, bar, label, value)
		}
		base.paint()
		showIf(base.Rectangle, c.Shape != Bars)
		p.objects = append(p.objects, base.Rectangle)
		p.layout(c.Size())
	}
	p.min = func() fyne.Size {
		if c.Shape == Bars {
			return fyne.NewSize(240, float32(len(c.Data))*32)
		}
		return fyne.NewSize(max(200, float32(len(c.Data))*28), 180)
	}
	p.layout = func(s fyne.Size) {
		if c.Shape == Bars {
			c.layBars(s, bars, labels, values)
		} else {
			c.layColumns(s, base, bars, labels, values)
		}
	}
	p.refresh()
	return p
}

func (c *Chart) layBars(s fyne.Size, bars []*canvas.Rectangle, labels, values []*Text) {
	labelWidth, valueWidth := float32(0), float32(0)
	for i := range bars {
		labelWidth = max(labelWidth, labels[i].measure(labels[i].Text)+1)
		valueWidth = max(valueWidth, values[i].MinSize().Width)
	}
	labelWidth = min(labelWidth, s.Width*0.4)
	room := max(0, s.Width-labelWidth-valueWidth-theme.Space3-theme.Space2)
	for i, bar := range bars {
		y := float32(i) * 32
		place(labels[i], startX(c.RTL, 0, labelWidth, s.Width), y, labelWidth, 28)
		w := max(2, room*float32(max(c.Data[i].Value, 0)/c.largest()))
		x := labelWidth + theme.Space3
		place(bar, startX(c.RTL, x, w, s.Width), y+6, w, 16)
		place(values[i], startX(c.RTL, x+w+theme.Space2, valueWidth, s.Width), y, valueWidth, 28)
	}
}

func (c *Chart) layColumns(s fyne.Size, base *box, bars []*canvas.Rectangle, labels, values []*Text) {
	const line = 18
	gap := theme.Space3
	if c.Shape == Histogram {
		gap = 2
	}
	n := float32(max(len(bars), 1))
	width := max(2, min(96, (s.Width-gap*(n-1))/n))
	room := max(0, s.Height-2*line-theme.Space2)
	floor := s.Height - line - theme.Space1
	place(base, 0, floor, s.Width, 1)
	for i, bar := range bars {
		x := startX(c.RTL, float32(i)*(width+gap), width, s.Width)
		h := room * float32(max(c.Data[i].Value, 0)/c.largest())
		place(bar, x, floor-h, width, h)
		place(values[i], x, floor-h-line, width, line)
		place(labels[i], x, floor+theme.Space1, width, line)
	}
}
