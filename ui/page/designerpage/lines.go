package designerpage

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/theme"
)

// Colours of what lies over the page. Paper is white in every theme, so they are the same in both.
var (
	onPaper = theme.Light().Accent
	guided  = color.NRGBA{R: 0xC0, G: 0x26, B: 0x7E, A: 0xFF} // of guides: no element of a badge is likely to have it
	netted  = color.NRGBA{R: 0x1B, G: 0x1F, B: 0x1D, A: 0x16}
)

func shade() color.Color { return fynetheme.Color(fynetheme.ColorNameShadow) }

// lines are what lies over the page: the grid, frames, handles, guides and a label. Objects are made once and used again: a
// pointer that moves must not make any.
type lines struct {
	group   *fyne.Container
	net     []*canvas.Line
	frame   []*canvas.Line
	guide   []*canvas.Line
	handles []*canvas.Rectangle
	turn    *canvas.Circle // the handle that turns
	rubber  *canvas.Rectangle
	plate   *canvas.Rectangle
	label   *canvas.Text
	used    struct{ net, frame, guide int }
}

const (
	handleSide float32 = 9
	turnSide   float32 = 12
	turnAway   float32 = 24 // from the edge
)

func newLines() *lines {
	l := &lines{group: &fyne.Container{}, rubber: canvas.NewRectangle(color.NRGBA{R: 0x0F, G: 0x76, B: 0x6E, A: 0x1C}),
		plate: canvas.NewRectangle(onPaper), label: canvas.NewText("", color.White)}
	l.rubber.StrokeColor, l.rubber.StrokeWidth = onPaper, 1
	l.plate.CornerRadius, l.label.TextSize = 4, theme.CaptionSize
	for range edit.Handles() {
		h := canvas.NewRectangle(color.White)
		h.StrokeColor, h.StrokeWidth, h.CornerRadius = onPaper, 1.5, 2
		h.Hide()
		l.handles = append(l.handles, h)
	}
	l.turn = canvas.NewCircle(color.White)
	l.turn.StrokeColor, l.turn.StrokeWidth = onPaper, 1.5
	l.turn.Hide()
	l.rubber.Hide()
	l.plate.Hide()
	l.label.Hide()
	l.group.Objects = l.all()
	return l
}

// objects are one for the stage: what is in it may become more.
func (l *lines) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.group} }

func (l *lines) all() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, some := range [][]*canvas.Line{l.net, l.frame, l.guide} {
		for _, one := range some {
			all = append(all, one)
		}
	}
	for _, h := range l.handles {
		all = append(all, h)
	}
	return append(all, l.turn, l.rubber, l.plate, l.label)
}

// begin is called before anything is drawn, end after it.
func (l *lines) begin() { l.used.net, l.used.frame, l.used.guide = 0, 0, 0 }

func (l *lines) end() {
	spare(l.net, l.used.net)
	spare(l.frame, l.used.frame)
	spare(l.guide, l.used.guide)
	if all := l.all(); len(all) != len(l.group.Objects) {
		l.group.Objects = all
		l.group.Refresh()
	}
}

func (l *lines) none() {
	l.begin()
	l.end()
	for _, h := range l.handles {
		h.Hide()
	}
	l.turn.Hide()
	l.plate.Hide()
	l.label.Hide()
	l.rubber.Hide()
}

func spare(all []*canvas.Line, used int) {
	for _, one := range all[used:] {
		if one.Visible() {
			one.Hide()
		}
	}
}

// line draws one of a kind.
func line(all *[]*canvas.Line, used *int, from, to fyne.Position, c color.Color, width float32) {
	if *used == len(*all) {
		*all = append(*all, canvas.NewLine(c))
	}
	one := (*all)[*used]
	*used++
	if one.Visible() && one.Position1 == from && one.Position2 == to && one.StrokeColor == c && one.StrokeWidth == width {
		return
	}
	one.Position1, one.Position2, one.StrokeColor, one.StrokeWidth = from, to, c, width
	one.Show()
	one.Refresh()
}

// around draws a frame around an element, turned as it is.
func (l *lines) around(v *view, e template.Element, c color.Color, width float32) {
	var corners [4]fyne.Position
	for i, h := range [4]edit.Handle{{Across: -1, Down: -1}, {Across: 1, Down: -1}, {Across: 1, Down: 1}, {Across: -1, Down: 1}} {
		corners[i] = v.at(edit.Corner(e, float64(h.Across), float64(h.Down)))
	}
	for i := range corners {
		line(&l.frame, &l.used.frame, corners[i], corners[(i+1)%4], c, width)
	}
}

// draw draws all lines over the page as things are now.
func (s *stage) draw() {
	l, v := s.lines, &s.view
	l.begin()
	if s.grid {
		s.drawGrid()
	}
	chosen := s.editor.Chosen()
	if s.over != "" && s.hold == nil && s.rubber == nil && !s.editor.Selected(s.over) {
		if e, ok := s.editor.Element(s.over); ok {
			l.around(v, e, color.NRGBA{R: onPaper.R, G: onPaper.G, B: onPaper.B, A: 0x90}, 1)
		}
	}
	loose := 0
	for _, e := range chosen {
		c := color.Color(onPaper)
		if e.Locked {
			c = theme.Light().QuietText
		} else {
			loose++
		}
		l.around(v, e, c, 1.5)
	}
	if len(chosen) > 1 {
		l.around(v, template.Element{Place: edit.Around(chosen)}, color.NRGBA{R: onPaper.R, G: onPaper.G, B: onPaper.B, A: 0x70}, 1)
	}
	s.drawHandles(chosen, loose > 0 && loose == len(chosen))
	if s.hold != nil {
		for _, g := range s.hold.guides {
			s.drawGuide(g)
		}
	}
	s.drawLabel(chosen)
	s.drawRubber()
	l.end()
}

func (s *stage) drawGrid() {
	w, h := s.view.page.W, s.view.page.H
	for x := gridStep; x < w; x += gridStep {
		line(&s.lines.net, &s.lines.used.net, s.view.at(x, 0), s.view.at(x, h), netted, 1)
	}
	for y := gridStep; y < h; y += gridStep {
		line(&s.lines.net, &s.lines.used.net, s.view.at(0, y), s.view.at(w, y), netted, 1)
	}
}

// held is what the handles are on: one element as it is turned, or the box around several.
func held(chosen []template.Element) template.Element {
	if len(chosen) == 1 {
		return chosen[0]
	}
	return template.Element{Place: edit.Around(chosen)}
}

func (s *stage) drawHandles(chosen []template.Element, show bool) {
	for i, h := range edit.Handles() {
		one := s.lines.handles[i]
		if !show || s.hold != nil && (s.hold.handle == edit.Whole || s.hold.handle == edit.Turn) {
			one.Hide()
			continue
		}
		at := s.view.at(edit.Corner(held(chosen), float64(h.Across), float64(h.Down)))
		put(one, at.SubtractXY(handleSide/2, handleSide/2), fyne.NewSquareSize(handleSide))
		one.Show()
	}
	if !show || len(chosen) != 1 || s.hold != nil && s.hold.handle != edit.Turn {
		s.lines.turn.Hide()
		return
	}
	e := chosen[0]
	e.Y, e.H = e.Y-float64(turnAway/s.view.scale), e.H+2*float64(turnAway/s.view.scale)
	at := s.view.at(edit.Corner(e, 0, -1))
	put(s.lines.turn, at.SubtractXY(turnSide/2, turnSide/2), fyne.NewSquareSize(turnSide))
	s.lines.turn.Show()
}

func (s *stage) drawGuide(g edit.Guide) {
	from, to := s.view.at(g.From, g.At), s.view.at(g.To, g.At)
	if g.Upright {
		from, to = s.view.at(g.At, g.From), s.view.at(g.At, g.To)
	}
	line(&s.lines.guide, &s.lines.used.guide, from, to, guided, 1)
}

// drawLabel says below what is held where it is, or how large.
func (s *stage) drawLabel(chosen []template.Element) {
	l := s.lines
	if s.hold == nil || len(chosen) == 0 {
		l.plate.Hide()
		l.label.Hide()
		return
	}
	l.label.Text = s.hold.measure(&s.view, chosen)
	at, size := s.view.box(edit.Around(chosen))
	text := l.label.MinSize()
	x, y := at.X+(size.Width-text.Width)/2, at.Y+size.Height+12
	put(l.plate, fyne.NewPos(x-6, y-2), fyne.NewSize(text.Width+12, text.Height+4))
	put(l.label, fyne.NewPos(x, y), text)
	l.plate.Show()
	l.label.Show()
	l.label.Refresh()
}

func (s *stage) drawRubber() {
	if s.rubber == nil {
		s.lines.rubber.Hide()
		return
	}
	at, size := s.view.box(s.rubber.box)
	put(s.lines.rubber, at, size)
	s.lines.rubber.Show()
}
