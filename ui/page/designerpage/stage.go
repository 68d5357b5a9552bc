package designerpage

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/theme"
)

// stage shows the page as it prints, and takes pointer and keys. It never draws an element itself: it shows pictures of them,
// and lines over these.
type stage struct {
	widget.BaseWidget
	editor    *edit.Editor // nil: nothing is shown
	view      view
	fitted    bool // the page stays whole in sight
	snap      bool
	grid      bool
	deaf      bool // something is asked: nothing is taken or changed until it is answered
	modifiers func() fyne.KeyModifier

	onChanged  func()      // something was changed, selected or turned
	onHeld     func(*hold) // something is held that moves or is resized: its picture is wanted
	onResizing func(*hold) // and again as its size changes
	onReleased func(changed bool)
	onView     func()               // the page became larger or smaller
	onOpen     func()               // a double tap, or Enter
	onKey      func(*fyne.KeyEvent) // keys that the stage has no use for
	onMenu     func(at fyne.Position)

	focused bool
	over    string // under the pointer
	hold    *hold
	rubber  *rubber
	pressed fyne.Position // on the window
	grasped fyne.Position // on the stage
	picks   string        // what a click takes that is no drag

	content *fyne.Container   // of the clip: page, layers, lines
	paper   *canvas.Rectangle // under what has none in it
	shadow  *shadow
	picture *canvas.Image
	layers  []*layer // in place of the picture while something is held
	lines   *lines
}

// gridStep is how far the lines of the grid are apart, in millimetres.
const gridStep = 5.0

func newStage() *stage {
	s := &stage{fitted: true, snap: true, modifiers: modifiers, paper: canvas.NewRectangle(color.White), shadow: newShadow(),
		picture: canvas.NewImageFromImage(nil), lines: newLines()}
	s.paper.Hide()
	s.picture.FillMode, s.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	s.content = container.NewWithoutLayout()
	s.ExtendBaseWidget(s)
	s.compose()
	return s
}

// edit shows another template.
func (s *stage) edit(e *edit.Editor) {
	s.editor, s.hold, s.over, s.fitted = e, nil, "", true
	s.picture.Image, s.layers = nil, nil
	s.compose()
	s.Refresh()
}

// show shows the page at rest.
func (s *stage) show(img image.Image, mirrored bool) {
	if s.hold != nil {
		return // its layers are shown, and the page comes again when it is let go
	}
	s.view.mirrored = mirrored
	s.picture.Image = img
	s.picture.Refresh()
	if s.layers != nil {
		s.layers = nil
		s.compose()
	}
	s.Refresh()
}

// compose puts what is shown into its order.
func (s *stage) compose() {
	all := []fyne.CanvasObject{s.paper}
	for _, side := range s.shadow {
		all = append(all, side)
	}
	if s.layers == nil {
		all = append(all, s.picture)
	}
	for _, l := range s.layers {
		all = append(all, l.image)
	}
	s.content.Objects = append(all, s.lines.objects()...)
	s.content.Refresh()
}

// place puts everything where it belongs now.
func (s *stage) place() {
	if s.editor == nil {
		s.lines.none()
		return
	}
	s.view.page = s.editor.Template().Size
	if s.fitted {
		s.view.fit(s.Size())
	}
	at, size := s.view.box(template.Place{W: s.view.page.W, H: s.view.page.H})
	s.shadow.place(at, size)
	put(s.paper, at, size)
	covered := s.picture.Image != nil
	if s.layers != nil {
		covered = len(s.layers) > 0 && s.layers[0].solid
	}
	shown(s.paper, !covered)
	put(s.picture, at, size)
	for _, l := range s.layers {
		l.place(&s.view)
	}
	s.draw()
}

// put moves and sizes an object, if it is not there already: a picture that is sized is scaled anew.
func put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	if o.Position() != at {
		o.Move(at)
	}
	if o.Size() != size {
		o.Resize(size)
	}
}

// fitView brings the whole page into sight.
func (s *stage) fitView() {
	s.fitted = true
	s.place()
	s.onView()
}

// zoom makes the page larger or smaller about the middle of the stage.
func (s *stage) zoom(by float32) {
	s.zoomAt(by, fyne.NewPos(s.Size().Width/2, s.Size().Height/2))
}

func (s *stage) zoomAt(by float32, at fyne.Position) {
	s.fitted = false
	s.view.zoom(by, at)
	s.place()
	s.onView()
}

// Scrolled implements fyne.Scrollable: the wheel moves the page, with Ctrl it makes it larger or smaller.
func (s *stage) Scrolled(ev *fyne.ScrollEvent) {
	if s.editor == nil {
		return
	}
	if s.modifiers()&fyne.KeyModifierControl != 0 {
		by := zoomStep
		if ev.Scrolled.DY < 0 {
			by = 1 / zoomStep
		}
		s.zoomAt(by, ev.Position)
		return
	}
	s.fitted = false
	s.view.pan(ev.Scrolled.DX, ev.Scrolled.DY, s.Size())
	s.place()
}

// within is how near in millimetres something must be to pull, or to be picked beside.
func (s *stage) within() float64 { return float64(7 / s.view.scale) }

func (s *stage) snapping() edit.Snap {
	n := edit.Snap{Things: s.snap, Within: s.within()}
	if s.grid {
		n.Grid = gridStep
	}
	return n
}

// CreateRenderer implements fyne.Widget.
func (s *stage) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(theme.Color(theme.Hover))
	back.CornerRadius = theme.Radius
	return &stageView{s: s, back: back, ring: newRing(), clip: container.NewClip(s.content)}
}

type stageView struct {
	s    *stage
	back *canvas.Rectangle
	ring *ring
	clip *container.Clip
}

func (v *stageView) Destroy() {}

func (v *stageView) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{v.back, v.clip}, v.ring.objects()...)
}

func (v *stageView) MinSize() fyne.Size { return fyne.NewSize(240, 240) }

func (v *stageView) Layout(size fyne.Size) {
	put(v.back, fyne.Position{}, size)
	v.ring.place(size)
	put(v.clip, fyne.Position{}, size)
	v.s.place()
}

func (v *stageView) Refresh() {
	v.back.FillColor = theme.Color(theme.Hover)
	v.back.Refresh()
	if v.s.focused {
		v.ring.paint(theme.Color(theme.Accent))
	} else {
		v.ring.paint(color.Transparent)
	}
	for _, side := range v.s.shadow {
		shown(side, v.s.editor != nil)
	}
	if v.s.editor == nil {
		v.s.paper.Hide()
	}
	v.s.shadow.paint(shade())
	v.s.place()
}
