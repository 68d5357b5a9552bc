package widgets

import (
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
	back := newBox(theme.Hover, "", theme.Radius)
	// Paper is white in every theme: that is what the printer gets.
	paper := canvas.NewRectangle(color.White)
	shadow := newShadow(2)
	picture := canvas.NewImageFromImage(nil)
	picture.FillMode, picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	turner := newPager(v.Turn)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, shadow.outer, shadow.inner, paper, picture, turner.previous, turner.next, turner.caption}}
	p.min = func() fyne.Size { return fyne.NewSize(240, 240) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		height := s.Height - 2*theme.Space5
		if v.Pages > 1 {
			height -= pagerHeight - theme.Space3
			turner.place(s, v.RTL)
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
		turner.show(v.Page, v.Pages, v.RTL)
		p.layout(v.Size())
	}
	p.refresh()
	return p
}
