package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Row puts objects beside each other in the direction of reading, each at its least width, centred
// in height. Put [Spring] between two to push them apart.
func Row(rtl bool, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{rtl: rtl, gap: gap}, objects...)
}

// Spring takes the space that is left in a [Row].
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Column puts objects under each other, each as wide as the column.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Edge is the toolkit's Border told in reading directions: start is left, or right when rtl.
func Edge(rtl bool, top, bottom, start, end fyne.CanvasObject, middle ...fyne.CanvasObject) *fyne.Container {
	if rtl {
		start, end = end, start
	}
	return container.NewBorder(top, bottom, start, end, middle...)
}

// Padded puts the same empty margin on all four sides.
func Padded(margin float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(margin, margin, margin, margin), o)
}

// Inset puts margins: across at the left and right, down at the top and bottom.
func Inset(across, down float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(down, down, across, across), o)
}

// Fixed gives an object a width and height of its own; zero keeps what it asks for.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&fixedLayout{width: width, height: height}, o)
}

// Flow puts objects beside each other like [Row], and those that have no room left under them.
func Flow(rtl bool, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{rtl: rtl, gap: gap}, objects...)
}

type flowLayout struct {
	rtl   bool
	gap   float32
	width float32 // as it was last laid out: the height follows from it
}

func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		if o.Visible() {
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	size.Height = f.lay(objects, max(f.width, size.Width), func(fyne.CanvasObject, float32, float32, fyne.Size) {})
	return size
}

func (f *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.lay(objects, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		place(o, startX(f.rtl, x, m.Width, size.Width), y, m.Width, m.Height)
	})
}

// lay gives the place of each object, centred in its line, and the height that all of them take.
func (f *flowLayout) lay(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y float32, m fyne.Size)) float32 {
	var line []fyne.CanvasObject
	x, y, tall := float32(0), float32(0), float32(0)
	end := func() {
		x = 0
		for _, o := range line {
			m := o.MinSize()
			at(o, x, y+(tall-m.Height)/2, m)
			x += m.Width + f.gap
		}
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if len(line) > 0 && x+m.Width > width {
			end()
			line, x, y, tall = nil, 0, y+tall+f.gap, 0
		}
		line = append(line, o)
		x += m.Width + f.gap
		tall = max(tall, m.Height)
	}
	end()
	return y + tall
}

// Side puts objects beside each other in columns of one width while each has room for least, else under each other.
func Side(rtl bool, gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sideLayout{rtl: rtl, gap: gap, least: least}, objects...)
}

type sideLayout struct {
	rtl        bool
	gap, least float32
	width      float32 // as it was last laid out: the height follows from it
}

// columns is how many fit.
func (l *sideLayout) columns(n int, width float32) int {
	return max(1, min(n, int((width+l.gap)/(l.least+l.gap))))
}

func (l *sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	heights := make([]float32, l.columns(len(objects), l.width))
	for i, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		if at := i % len(heights); heights[at] > 0 {
			heights[at] += l.gap + m.Height
		} else {
			heights[at] = m.Height
		}
	}
	for _, h := range heights {
		size.Height = max(size.Height, h)
	}
	return size
}

func (l *sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n := l.columns(len(objects), size.Width)
	w := (size.Width - l.gap*float32(n-1)) / float32(n)
	tops := make([]float32, n)
	for i, o := range objects {
		at := i % n
		o.Resize(fyne.NewSize(w, o.MinSize().Height)) // texts know their height once they know their width
		h := o.MinSize().Height
		place(o, startX(l.rtl, float32(at)*(w+l.gap), w, size.Width), tops[at], w, h)
		tops[at] += h + l.gap
	}
}

// AtMost makes an object no wider than a width, at the start of what there is.
func AtMost(rtl bool, width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atMostLayout{rtl: rtl, width: width}, o)
}

type atMostLayout struct {
	rtl   bool
	width float32
}

func (a *atMostLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (a *atMostLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(a.width, size.Width)
	place(objects[0], startX(a.rtl, 0, w, size.Width), 0, w, size.Height)
}

type fixedLayout struct{ width, height float32 }

func (f *fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	if f.width > 0 {
		size.Width = f.width
	}
	if f.height > 0 {
		size.Height = f.height
	}
	return size
}

func (f *fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

type rowLayout struct {
	rtl bool
	gap float32
}

func isSpring(o fyne.CanvasObject) bool {
	s, ok := o.(layout.SpacerObject)
	return ok && s.ExpandHorizontal()
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	count := 0
	for _, o := range objects {
		if !o.Visible() || isSpring(o) {
			continue
		}
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
		count++
	}
	size.Width += l.gap * float32(max(count-1, 0))
	return size
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	springs := 0
	for _, o := range objects {
		if o.Visible() && isSpring(o) {
			springs++
		}
	}
	spare := max(0, size.Width-l.MinSize(objects).Width)
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if isSpring(o) {
			x += spare / float32(springs)
			continue
		}
		m := o.MinSize()
		place(o, startX(l.rtl, x, m.Width, size.Width), (size.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + l.gap
	}
}
