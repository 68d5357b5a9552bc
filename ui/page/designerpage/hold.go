package designerpage

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	docpage "lanyard/internal/page"
)

// hold is what the pointer holds until it lets go.
type hold struct {
	drag   *edit.Drag
	handle edit.Handle
	ids    []string
	from   template.Place // around it when it was taken
	guides []edit.Guide
}

// measure is what the label says: the place of what is moved, the angle of what is turned, the size of what is resized.
func (h *hold) measure(v *view, chosen []template.Element) string {
	now := edit.Around(chosen)
	switch h.handle {
	case edit.Whole:
		now = v.seen(now)
		return tenths(now.X) + ", " + tenths(now.Y)
	case edit.Turn:
		return decimal(chosen[0].Rotation) + "°"
	}
	if len(chosen) == 1 {
		now = chosen[0].Place
	}
	return tenths(now.W) + " × " + tenths(now.H)
}

// tenths is a length as the label has it.
func tenths(mm float64) string { return strconv.FormatFloat(mm, 'f', 1, 64) }

// rubber is a rectangle that selects what it holds.
type rubber struct {
	x, y float64 // where it began
	box  template.Place
	more bool
}

// layer is a picture of a part of the page, with or without what is held.
type layer struct {
	image *canvas.Image
	part  docpage.Rect // of the page as it is seen, in millimetres
	loose bool         // it goes with what is held
	solid bool         // it has the paper in it
	dx    float64      // how far it went, as seen
	dy    float64
}

func newLayer(img image.Image, part docpage.Rect, loose bool) *layer {
	l := &layer{image: canvas.NewImageFromImage(img), part: part, loose: loose}
	l.image.FillMode, l.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	return l
}

// place puts the layer where it belongs: a picture that only moves is not drawn anew.
func (l *layer) place(v *view) {
	at := fyne.NewPos(v.corner.X+v.scale*float32(l.part.X+l.dx), v.corner.Y+v.scale*float32(l.part.Y+l.dy))
	put(l.image, at, fyne.NewSize(v.scale*float32(l.part.W), v.scale*float32(l.part.H)))
}

// take begins to hold what is selected.
func (s *stage) take(handle edit.Handle) {
	d := s.editor.Drag(handle, s.snapping())
	if d == nil {
		return
	}
	s.hold = &hold{drag: d, handle: handle, ids: d.Moved(), from: edit.Around(s.editor.Chosen())}
	s.onHeld(s.hold)
}

// follow goes where the pointer went since it took hold.
func (s *stage) follow(dx, dy float32) {
	h := s.hold
	m := s.modifiers()
	keys := edit.Held{Straight: m&fyne.KeyModifierShift != 0, Free: m&fyne.KeyModifierAlt != 0}
	if h.handle == edit.Turn {
		x, y := s.view.point(s.grasped.AddXY(dx, dy))
		h.drag.Point(x, y, keys)
	} else {
		x, y := s.view.distance(dx, dy)
		h.guides = h.drag.To(x, y, keys)
	}
	if h.handle == edit.Whole {
		now := edit.Around(s.editor.Chosen())
		for _, l := range s.layers {
			if !l.loose {
				continue
			}
			l.dx, l.dy = now.X-h.from.X, now.Y-h.from.Y
			if s.view.mirrored {
				l.dx = -l.dx
			}
			l.place(&s.view)
		}
	} else {
		s.onResizing(h)
	}
	s.draw()
}

// release lets go.
func (s *stage) release(keep bool) {
	h := s.hold
	if h == nil {
		return
	}
	s.hold = nil
	changed := false
	if keep {
		changed = h.drag.End()
	} else {
		h.drag.Cancel()
	}
	s.draw()
	s.onReleased(changed)
}

// lay shows layers in place of the page.
func (s *stage) lay(all []*layer) {
	if s.hold == nil {
		return
	}
	s.layers = all
	s.compose()
	s.place()
}

// relay exchanges the pictures of what is held: it is of another size now.
func (s *stage) relay(pictures []*layer) {
	if s.hold == nil {
		return
	}
	n := 0
	for i, l := range s.layers {
		if l.loose && n < len(pictures) {
			s.layers[i] = pictures[n]
			n++
		}
	}
	s.compose()
	s.place()
}
