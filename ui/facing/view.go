package facing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// view lays the words out, as large as the window lets them be: the screen hangs where nobody can come near.
type view struct {
	widget.BaseWidget
	words Words
}

func newView() *view {
	v := &view{words: Words{Kind: widgets.KindReady}}
	v.ExtendBaseWidget(v)
	return v
}

func (v *view) set(w Words) {
	if slices.Equal(w.Below, v.words.Below) && w.Kind == v.words.Kind && w.Above == v.words.Above && w.Name == v.words.Name &&
		w.Native == v.words.Native && w.RTL == v.words.RTL {
		return
	}
	v.words = w
	v.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *view) CreateRenderer() fyne.WidgetRenderer {
	r := &viewRenderer{view: v, icon: widget.NewIcon(nil)}
	for range maxBelow + 3 {
		t := widgets.NewText("", theme.BodySize, "")
		t.Align, t.MinWidth = widgets.AlignCentre, -1
		r.texts = append(r.texts, t)
	}
	r.Refresh()
	return r
}

// maxBelow is how many lines may stand under the name.
const maxBelow = 3

type viewRenderer struct {
	view  *view
	icon  *widget.Icon
	texts []*widgets.Text // above, name, native, and those below
}

func (r *viewRenderer) Destroy() {}

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

func (r *viewRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.icon}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

// share is the height of each kind of line as a part of the window's.
func share(i int) float32 {
	switch i {
	case 0:
		return 0.065
	case 1:
		return 0.13
	case 2:
		return 0.08
	}
	return 0.05
}

// Layout sets the texts to the window's size and stacks them about its middle.
func (r *viewRenderer) Layout(size fyne.Size) {
	scale := min(size.Height, size.Width*0.75)
	width := size.Width * 0.88
	icon := scale * 0.14
	gap := scale * 0.025
	showIcon := r.icon.Visible()
	height := float32(0)
	if showIcon {
		height += icon + gap
	}
	for i, t := range r.texts {
		if t.Text == "" {
			continue
		}
		t.TextSize = max(theme.BodySize, scale*share(i))
		t.Least = max(theme.BodySize, t.TextSize/2)
		t.Lines = 2
		height += t.HeightFor(width) + gap
	}
	y := max(gap, (size.Height-height)/2)
	if showIcon {
		r.icon.Resize(fyne.NewSquareSize(icon))
		r.icon.Move(fyne.NewPos((size.Width-icon)/2, y))
		y += icon + gap
	}
	for _, t := range r.texts {
		if t.Text == "" {
			continue
		}
		h := t.HeightFor(width)
		t.Resize(fyne.NewSize(width, h))
		t.Move(fyne.NewPos((size.Width-width)/2, y))
		y += h + gap
	}
}

// Refresh implements fyne.WidgetRenderer.
func (r *viewRenderer) Refresh() {
	w := r.view.words
	_, on, icon := w.Kind.Colours()
	quiet := on
	if w.Kind == widgets.KindReady {
		quiet = theme.QuietText
	}
	lines := append([]string{w.Above, w.Name, w.Native}, w.Below...)
	for i, t := range r.texts {
		t.Text, t.Colour, t.RTL = "", quiet, w.RTL
		if i < len(lines) {
			t.Text = lines[i]
		}
		if i == 1 {
			t.Colour, t.Style.Bold = on, true
		}
		if t.Text == "" {
			t.Hide()
		} else {
			t.Show()
		}
	}
	if w.Kind == widgets.KindReady {
		r.icon.Hide()
	} else {
		r.icon.SetResource(theme.IconIn(icon, on))
		r.icon.Show()
	}
	r.Layout(r.view.Size())
	for _, t := range r.texts {
		t.Refresh()
	}
}
