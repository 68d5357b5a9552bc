package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/ui/theme"
)

// Cropper shows a picture with the part of it that is kept: dragged or moved by the arrows, and made larger and smaller by +
// and −, or the wheel.
type Cropper struct {
	pressable
	Picture image.Image
	Part    image.Rectangle
	// Fit puts a part of a width, its upper left corner at x, y, within the picture.
	Fit func(x, y, width float64) image.Rectangle
	// OnEnter and OnEscape are told these keys.
	OnEnter, OnEscape func()
	size              fyne.Size
	at                [3]float64 // x, y and width of the part, finer than pixels
}

// NewCropper makes a cropper as large as size.
func NewCropper(picture image.Image, part image.Rectangle, size fyne.Size, fit func(x, y, width float64) image.Rectangle) *Cropper {
	c := &Cropper{Picture: picture, Part: part, Fit: fit, size: size}
	c.self, c.key = c, c.typed
	c.at = [3]float64{float64(part.Min.X), float64(part.Min.Y), float64(part.Dx())}
	c.ExtendBaseWidget(c)
	return c
}

// Shift moves the part by pixels of the picture.
func (c *Cropper) Shift(dx, dy float64) { c.put(c.at[0]+dx, c.at[1]+dy, c.at[2]) }

// Zoom makes the part so many times as wide; below 1 the face becomes larger. The middle stays.
func (c *Cropper) Zoom(by float64) {
	grown := c.at[2] * (by - 1)
	high := grown * float64(c.Part.Dy()) / float64(max(1, c.Part.Dx()))
	c.put(c.at[0]-grown/2, c.at[1]-high/2, c.at[2]+grown)
}

// put keeps the place finer than pixels, so that a slow drag adds up, but not beyond an edge that holds it back.
func (c *Cropper) put(x, y, width float64) {
	c.Part = c.Fit(x, y, width)
	for i, v := range [3]float64{float64(c.Part.Min.X), float64(c.Part.Min.Y), float64(c.Part.Dx())} {
		if c.at[i] = [3]float64{x, y, width}[i]; math.Abs(c.at[i]-v) > 1 {
			c.at[i] = v
		}
	}
	c.Refresh()
}

const (
	cropStep = 0.02 // of the part's width, an arrow
	cropZoom = 1.06
)

func (c *Cropper) typed(ev *fyne.KeyEvent) {
	step := c.at[2] * cropStep
	switch ev.Name {
	case fyne.KeyLeft:
		c.Shift(-step, 0)
	case fyne.KeyRight:
		c.Shift(step, 0)
	case fyne.KeyUp:
		c.Shift(0, -step)
	case fyne.KeyDown:
		c.Shift(0, step)
	case fyne.KeyReturn, fyne.KeyEnter:
		call(c.OnEnter)
	case fyne.KeyEscape:
		call(c.OnEscape)
	}
}

// TypedKey implements fyne.Focusable. Enter and the arrows are the picture's.
func (c *Cropper) TypedKey(ev *fyne.KeyEvent) { c.typed(ev) }

// TypedRune implements fyne.Focusable.
func (c *Cropper) TypedRune(r rune) {
	switch r {
	case '+', '=':
		c.Zoom(1 / cropZoom)
	case '-', '−', '_':
		c.Zoom(cropZoom)
	}
}

// Dragged implements fyne.Draggable.
func (c *Cropper) Dragged(ev *fyne.DragEvent) {
	if scale := c.scale(); scale > 0 {
		c.Shift(float64(ev.Dragged.DX/scale), float64(ev.Dragged.DY/scale))
	}
}

// DragEnd implements fyne.Draggable.
func (c *Cropper) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (c *Cropper) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY > 0 {
		c.Zoom(1 / cropZoom)
	} else if ev.Scrolled.DY < 0 {
		c.Zoom(cropZoom)
	}
}

// Cursor implements desktop.Cursorable.
func (c *Cropper) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// Tapped implements fyne.Tappable.
func (c *Cropper) Tapped(*fyne.PointEvent) { focus(c) }

// scale is how large a pixel of the picture is shown.
func (c *Cropper) scale() float32 {
	b, s := c.Picture.Bounds(), c.Size()
	return min(s.Width/float32(b.Dx()), s.Height/float32(b.Dy()))
}

// CreateRenderer implements fyne.Widget.
func (c *Cropper) CreateRenderer() fyne.WidgetRenderer {
	picture := canvas.NewImageFromImage(c.Picture)
	picture.FillMode, picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	var shades [4]*canvas.Rectangle
	p := &parts{objects: []fyne.CanvasObject{picture}}
	for i := range shades {
		shades[i] = canvas.NewRectangle(color.NRGBA{A: 0x99})
		p.objects = append(p.objects, shades[i])
	}
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeWidth = 2
	p.objects = append(p.objects, frame)
	p.min = func() fyne.Size { return c.size }
	p.layout = func(s fyne.Size) {
		b, k := c.Picture.Bounds(), c.scale()
		w, h := float32(b.Dx())*k, float32(b.Dy())*k
		left, top := (s.Width-w)/2, (s.Height-h)/2
		place(picture, left, top, w, h)
		x, y := left+float32(c.Part.Min.X-b.Min.X)*k, top+float32(c.Part.Min.Y-b.Min.Y)*k
		pw, ph := float32(c.Part.Dx())*k, float32(c.Part.Dy())*k
		place(shades[0], left, top, w, max(0, y-top))
		place(shades[1], left, y+ph, w, max(0, top+h-y-ph))
		place(shades[2], left, y, max(0, x-left), ph)
		place(shades[3], x+pw, y, max(0, left+w-x-pw), ph)
		place(frame, x, y, pw, ph)
	}
	p.refresh = func() {
		frame.StrokeColor = color.White
		if c.focused {
			frame.StrokeColor = theme.Color(theme.Accent)
		}
		p.layout(c.Size())
		frame.Refresh()
	}
	p.refresh()
	return p
}
