package programmepage

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// palette are the colours that a category is offered: each has a contrast of three to the surfaces of both themes, which a
// band needs to be seen (WCAG 2.2, 1.4.11), and of four and a half to white or near-black, which a name upon it needs.
func palette() []string {
	return []string{"#147a80", "#2f6fb2", "#3d7a57", "#a65a1f", "#b05079", "#8a6d12", "#7463c0", "#5f7f1f", "#c04a3c", "#6a7480", "#9457ab", "#0f7f9e"}
}

// paint is a colour as a category has it; nil if it is none.
func paint(hex string) color.Color {
	c, err := page.ParseColour(hex)
	if err != nil {
		return nil
	}
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255}
}

// swatches is the choice of a colour. Left and Right, Home and End choose; so does a tap.
type swatches struct {
	widget.BaseWidget
	widgets.FocusHook
	colours []string
	chosen  string
	rtl     bool
	focused bool
	told    func(hex string)
}

// newSwatches offers the palette, and before it a colour that is none of it.
func newSwatches(chosen string, rtl bool, told func(string)) *swatches {
	s := &swatches{colours: palette(), chosen: strings.ToLower(chosen), rtl: rtl, told: told}
	if !slices.Contains(s.colours, s.chosen) && paint(chosen) != nil {
		s.colours = append([]string{s.chosen}, s.colours...)
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *swatches) choose(i int) {
	s.chosen = s.colours[min(max(i, 0), len(s.colours)-1)]
	s.told(s.chosen)
	s.Refresh()
}

// FocusGained implements fyne.Focusable.
func (s *swatches) FocusGained() { s.focused = true; s.Refresh(); s.Gained() }

// FocusLost implements fyne.Focusable.
func (s *swatches) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *swatches) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *swatches) TypedKey(ev *fyne.KeyEvent) {
	at, step := slices.Index(s.colours, s.chosen), 1
	if s.rtl {
		step = -1
	}
	switch ev.Name {
	case fyne.KeyRight:
		s.choose(at + step)
	case fyne.KeyLeft:
		s.choose(at - step)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.colours) - 1)
	default:
		widgets.PassKey(s, ev)
	}
}

const (
	swatchSize float32 = 34
	swatchGap  float32 = 8
	swatchDot  float32 = 12
)

// perRow is how many swatches have room beside each other.
func (s *swatches) perRow() int {
	return max(1, int((max(s.Size().Width, swatchSize)+swatchGap)/(swatchSize+swatchGap)))
}

// place is the corner of a swatch.
func (s *swatches) place(i int) fyne.Position {
	n := s.perRow()
	x := float32(i%n) * (swatchSize + swatchGap)
	if s.rtl {
		x = s.Size().Width - x - swatchSize
	}
	return fyne.NewPos(x, float32(i/n)*(swatchSize+swatchGap))
}

// Tapped implements fyne.Tappable.
func (s *swatches) Tapped(ev *fyne.PointEvent) {
	if c := widgets.CanvasOf(s); c != nil {
		c.Focus(s)
	}
	for i := range s.colours {
		at := s.place(i)
		if ev.Position.X >= at.X && ev.Position.X < at.X+swatchSize && ev.Position.Y >= at.Y && ev.Position.Y < at.Y+swatchSize {
			s.choose(i)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (s *swatches) CreateRenderer() fyne.WidgetRenderer {
	v := &swatchView{owner: s, dot: canvas.NewCircle(nil), ring: canvas.NewRectangle(color.Transparent)}
	v.ring.StrokeWidth, v.ring.CornerRadius = 2, theme.Radius+3
	for range s.colours {
		box := canvas.NewRectangle(nil)
		box.CornerRadius, box.StrokeWidth = theme.Radius, 1
		v.boxes = append(v.boxes, box)
	}
	v.Refresh()
	return v
}

type swatchView struct {
	owner *swatches
	boxes []*canvas.Rectangle
	dot   *canvas.Circle // on the one that is chosen
	ring  *canvas.Rectangle
}

func (v *swatchView) Destroy() {}

func (v *swatchView) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, b := range v.boxes {
		all = append(all, b)
	}
	return append(all, v.dot, v.ring)
}

func (v *swatchView) MinSize() fyne.Size {
	lines := (len(v.boxes) + v.owner.perRow() - 1) / v.owner.perRow()
	return fyne.NewSize(swatchSize, float32(lines)*(swatchSize+swatchGap)-swatchGap+4)
}

func (v *swatchView) Layout(fyne.Size) {
	s := v.owner
	for i, b := range v.boxes {
		b.Move(s.place(i))
		b.Resize(fyne.NewSquareSize(swatchSize))
	}
	at := s.place(max(0, slices.Index(s.colours, s.chosen)))
	v.dot.Move(at.AddXY((swatchSize-swatchDot)/2, (swatchSize-swatchDot)/2))
	v.dot.Resize(fyne.NewSquareSize(swatchDot))
	v.ring.Move(at.SubtractXY(3, 3))
	v.ring.Resize(fyne.NewSquareSize(swatchSize + 6))
}

func (v *swatchView) Refresh() {
	s := v.owner
	for i, b := range v.boxes {
		b.FillColor, b.StrokeColor = paint(s.colours[i]), theme.Color(theme.Line)
		b.Refresh()
	}
	if c := paint(s.chosen); c != nil {
		v.dot.FillColor = theme.TextOn(c)
	}
	v.dot.Hidden = paint(s.chosen) == nil
	v.dot.Refresh()
	v.ring.StrokeColor, v.ring.Hidden = theme.Color(theme.Accent), !s.focused
	v.ring.Refresh()
	v.Layout(s.Size())
}
