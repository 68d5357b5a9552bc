package widgets

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// PagePreview shows a page as it will print, as large as fits, on paper with a shadow.
type PagePreview struct {
	widget.BaseWidget
	Image image.Image // nil: blank paper is not shown
	Page  int         // from 1
	Pages int         // the bar with arrows shows only if there is more than one
	RTL   bool
	// OnPage is asked for another page, from 1 to Pages.
	OnPage func(page int)
	// Caption words "page 1 of 3"; nil shows "1 / 3".
	Caption func(page, pages int) string
}

// NewPagePreview makes an empty preview.
func NewPagePreview(onPage func(int)) *PagePreview {
	v := &PagePreview{Page: 1, Pages: 1, OnPage: onPage}
	v.ExtendBaseWidget(v)
	return v
}

// Set shows another picture.
func (v *PagePreview) Set(img image.Image, page, pages int) {
	v.Image, v.Page, v.Pages = img, page, pages
	v.Refresh()
}

// Turn asks for a page delta away, if there is one.
func (v *PagePreview) Turn(delta int) {
	if to := v.Page + delta; to >= 1 && to <= v.Pages && v.OnPage != nil {
		v.OnPage(to)
	}
}

// CreateRenderer implements fyne.Widget.
func (v *PagePreview) CreateRenderer() fyne.WidgetRenderer {
	const bar = 44
	back := newBox(theme.Hover, "", theme.Radius)
	// Paper is white in every theme: that is what the printer gets.
	paper := canvas.NewRectangle(color.White)
	shadow := newShadow(2)
	picture := canvas.NewImageFromImage(nil)
	picture.FillMode, picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	previous := NewButtonWithIcon("", nil, func() { v.Turn(-1) })
	next := NewButtonWithIcon("", nil, func() { v.Turn(1) })
	previous.Importance, next.Importance = widget.LowImportance, widget.LowImportance
	caption := NewText("", theme.CaptionSize, theme.QuietText)
	caption.Align = AlignCentre
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, shadow.outer, shadow.inner, paper, picture, previous, next, caption}}
	p.min = func() fyne.Size { return fyne.NewSize(240, 240) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		height := s.Height - 2*theme.Space5
		if v.Pages > 1 {
			height -= bar - theme.Space3
			place(caption, (s.Width-160)/2, s.Height-bar, 160, bar)
			m := previous.MinSize()
			place(previous, startX(v.RTL, (s.Width-160)/2-m.Width, m.Width, s.Width), s.Height-bar+(bar-m.Height)/2, m.Width, m.Height)
			place(next, startX(v.RTL, (s.Width+160)/2, m.Width, s.Width), s.Height-bar+(bar-m.Height)/2, m.Width, m.Height)
		}
		if v.Image == nil {
			return
		}
		b := v.Image.Bounds()
		scale := min((s.Width-2*theme.Space5)/float32(b.Dx()), height/float32(b.Dy()))
		w, h := float32(b.Dx())*scale, float32(b.Dy())*scale
		x, y := (s.Width-w)/2, theme.Space5+(height-h)/2
		shadow.around(x, y, w, h)
		place(paper, x, y, w, h)
		place(picture, x, y, w, h)
	}
	p.refresh = func() {
		back.paint()
		shadow.paint(v.Image != nil)
		showIf(paper, v.Image != nil)
		showIf(picture, v.Image != nil)
		if picture.Image != v.Image {
			picture.Image = v.Image
			picture.Refresh()
		}
		caption.Text = fmt.Sprintf("%d / %d", v.Page, v.Pages)
		if v.Caption != nil {
			caption.Text = v.Caption(v.Page, v.Pages)
		}
		caption.Refresh()
		back1, on := theme.IconChevronLeft, theme.IconChevronRight
		if v.RTL {
			back1, on = on, back1
		}
		previous.SetIcon(theme.Icon(back1))
		next.SetIcon(theme.Icon(on))
		for _, o := range []fyne.CanvasObject{previous, next, caption} {
			showIf(o, v.Pages > 1)
		}
		enable(previous, v.Page > 1)
		enable(next, v.Page < v.Pages)
		p.layout(v.Size())
	}
	p.refresh()
	return p
}

func enable(b fyne.Disableable, enabled bool) {
	switch {
	case enabled && b.Disabled():
		b.Enable()
	case !enabled && !b.Disabled():
		b.Disable()
	}
}
