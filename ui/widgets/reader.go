package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// PageReader shows a page as it will print, wide enough to be read: what is longer than the space scrolls. Where the whole
// page is to be seen at once, use [PagePreview].
type PageReader struct {
	widget.BaseWidget
	Image image.Image // nil: blank paper is not shown
	Page  int         // from 1
	Pages int         // the bar with arrows shows only if there is more than one
	RTL   bool
	// OnPage is asked for another page, from 1 to Pages.
	OnPage func(page int)
	scroll *container.Scroll
}

// NewPageReader makes an empty reader.
func NewPageReader(onPage func(int)) *PageReader {
	r := &PageReader{Page: 1, Pages: 1, OnPage: onPage}
	r.scroll = container.NewVScroll(nil)
	r.ExtendBaseWidget(r)
	return r
}

// Set shows another picture, from its top.
func (r *PageReader) Set(img image.Image, page, pages int) {
	r.Image, r.Page, r.Pages = img, page, pages
	r.Refresh()
	r.scroll.ScrollToTop()
}

// Turn asks for a page delta away, if there is one.
func (r *PageReader) Turn(delta int) {
	if to := r.Page + delta; to >= 1 && to <= r.Pages && r.OnPage != nil {
		r.OnPage(to)
	}
}

// ScrollBy scrolls down by a distance in device-independent pixels, or up if negative.
func (r *PageReader) ScrollBy(by float32) {
	at := r.scroll.Offset
	at.Y += by
	r.scroll.ScrollToOffset(at)
}

// Offset is how far the page is scrolled down, in device-independent pixels.
func (r *PageReader) Offset() float32 { return r.scroll.Offset.Y }

// How wide a page is at most: beyond it, the eye loses the line.
const (
	readerUpright float32 = 820
	readerLying   float32 = 1120
)

// CreateRenderer implements fyne.Widget.
func (r *PageReader) CreateRenderer() fyne.WidgetRenderer {
	back := newBox(theme.Hover, "", theme.Radius)
	sheet := newReaderSheet()
	r.scroll.Content = sheet
	turner := newPager(r.Turn)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, r.scroll, turner.previous, turner.next, turner.caption}}
	p.min = func() fyne.Size { return fyne.NewSize(240, 240) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		height := s.Height
		if r.Pages > 1 {
			height -= pagerHeight
			turner.place(s, r.RTL)
		}
		sheet.fit(r.Image, s.Width)
		place(r.scroll, 0, 0, s.Width, height)
		r.scroll.Refresh()
	}
	p.refresh = func() {
		back.paint()
		sheet.show(r.Image)
		turner.show(r.Page, r.Pages, r.RTL)
		p.layout(r.Size())
	}
	p.refresh()
	return p
}

// readerSheet is the paper that scrolls, with the ground around it.
type readerSheet struct {
	widget.BaseWidget
	shadow  *shadow
	paper   *canvas.Rectangle
	picture *canvas.Image
	size    fyne.Size // of the paper
	width   float32   // of the ground
}

func newReaderSheet() *readerSheet {
	// Paper is white in every theme: that is what the printer gets.
	s := &readerSheet{shadow: newShadow(2), paper: canvas.NewRectangle(color.White), picture: canvas.NewImageFromImage(nil)}
	s.picture.FillMode, s.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	s.ExtendBaseWidget(s)
	return s
}

func (s *readerSheet) show(img image.Image) {
	s.shadow.paint(img != nil)
	showIf(s.paper, img != nil)
	showIf(s.picture, img != nil)
	if s.picture.Image != img {
		s.picture.Image = img
		s.picture.Refresh()
	}
}

// fit makes the paper as large as a width lets it be.
func (s *readerSheet) fit(img image.Image, width float32) {
	s.size, s.width = fyne.Size{}, width
	if img != nil {
		b := img.Bounds()
		most := readerUpright
		if b.Dx() > b.Dy() {
			most = readerLying
		}
		w := max(0, min(width-2*theme.Space5, most))
		s.size = fyne.NewSize(w, w*float32(b.Dy())/float32(max(1, b.Dx())))
	}
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *readerSheet) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{objects: []fyne.CanvasObject{s.shadow.outer, s.shadow.inner, s.paper, s.picture}}
	p.min = func() fyne.Size { return fyne.NewSize(0, s.size.Height+2*theme.Space5) }
	p.layout = func(size fyne.Size) {
		x := (size.Width - s.size.Width) / 2
		s.shadow.around(x, theme.Space5, s.size.Width, s.size.Height)
		place(s.paper, x, theme.Space5, s.size.Width, s.size.Height)
		place(s.picture, x, theme.Space5, s.size.Width, s.size.Height)
	}
	p.refresh = func() { p.layout(s.Size()) }
	return p
}
