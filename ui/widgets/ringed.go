package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/typeset"
	"lanyard/ui/theme"
)

// ringed is the renderer of a toolkit's control with a ring over it while it has the focus.
type ringed struct {
	fyne.WidgetRenderer
	edge    *canvas.Rectangle // a hairline around it, where it has one
	edged   bool
	ring    *box
	focused *bool
	// filled is the colour of what is written on a control that is filled with a strong one: the ring takes it, and
	// stands within, where it can be seen. "" is a control of the colour of its ground; nil always so.
	filled func() fyne.ThemeColorName
	words  func() string // what is written on it; nil where it is nothing, or somebody's to change
}

func newRinged(inner fyne.WidgetRenderer, focused *bool) *ringed {
	r := &ringed{WidgetRenderer: inner, edge: canvas.NewRectangle(color.Transparent), ring: newRing(theme.Radius), focused: focused}
	r.edge.CornerRadius = theme.Radius
	return r
}

// Layout implements fyne.WidgetRenderer.
func (r *ringed) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.write()
	place(r.edge, 0, 0, s.Width, s.Height)
	in := float32(0)
	if r.filled != nil && r.filled() != "" {
		in = 3
	}
	place(r.ring, in, in, s.Width-2*in, s.Height-2*in)
}

// Objects implements fyne.WidgetRenderer.
func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.edge, r.ring.Rectangle)
}

// write puts the words on a control, which the toolkit writes as they are, into the order in which they are read. What has no
// room loses its end before that, and not what happens to stand at the right.
func (r *ringed) write() {
	if r.words == nil {
		return
	}
	text := r.words()
	rtl := typeset.RightToLeft(text)
	if reading(text, text, rtl) == text {
		return
	}
	for _, o := range r.WidgetRenderer.Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			o.Text = reading(text, text, rtl)
			o.Refresh()
		case *widget.RichText:
			words := o.Segments[0].(*widget.TextSegment)
			fits := text
			if room := o.Size().Width - 2*theme.Space2; room > 0 && o.Truncation != fyne.TextTruncateOff {
				fits = lettering{theme.BodySize, words.Style.TextStyle}.truncate(text, room)
			}
			words.Text = reading(fits, text, rtl)
			o.Refresh()
		}
	}
}

// Refresh implements fyne.WidgetRenderer.
func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.write()
	if r.edged {
		r.edge.StrokeColor = theme.Color(fynetheme.ColorNameInputBorder)
		r.edge.Refresh()
	}
	r.ring.stroke, r.ring.CornerRadius = theme.Accent, theme.Radius
	if r.filled != nil && r.filled() != "" {
		r.ring.stroke, r.ring.CornerRadius = r.filled(), theme.Radius-3
	}
	r.ring.paint()
	showIf(r.ring.Rectangle, *r.focused)
}
