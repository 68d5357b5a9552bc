package widgets_test

import (
	"image"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func TestPickListMovesTicksAndKeepsItsPlace(t *testing.T) {
	l := widgets.NewPickList()
	l.Ticks = true
	var moved, toggled []int
	typed := ""
	l.OnMoved = func(i int) { moved = append(moved, i) }
	l.OnToggled = func(i int) { toggled = append(toggled, i) }
	l.OnTyped = func(r rune) { typed += string(r) }
	useTheme(t, theme.AlwaysLight)
	w := window(t, l, 320, 400)
	l.Set([]widgets.PickItem{{ID: "a", Title: "Əli"}, {ID: "b", Title: "Leyla"}, {ID: "c", Title: "Zere"}})
	w.Canvas().Focus(l.Focusable())
	press(l.Focusable(), fyne.KeyUp, fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome)
	l.Focusable().TypedRune(' ')
	l.Focusable().TypedRune('ə')
	if !slices.Equal(moved, []int{1, 2, 0}) || !slices.Equal(toggled, []int{1, 2}) || typed != "ə" {
		t.Errorf("moved %v, toggled %v, typed %q", moved, toggled, typed)
	}
	press(l.Focusable(), fyne.KeyDown)
	l.Set([]widgets.PickItem{{ID: "z"}, {ID: "y"}, {ID: "b"}})
	if l.Cursor != 2 {
		t.Errorf("the row in front went from b to %d", l.Cursor)
	}
	l.Set([]widgets.PickItem{{ID: "z"}})
	if l.Cursor != 0 {
		t.Errorf("with one row left the cursor is at %d", l.Cursor)
	}
	l.Set(nil)
	press(l.Focusable(), fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd)
	if l.Cursor != -1 || len(toggled) != 2 {
		t.Errorf("an empty list has row %d in front and ticked %v", l.Cursor, toggled)
	}
}

// The row in front is in sight from the first, also where it was brought to the front before the list had a size.
func TestPickListShowsTheRowInFront(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	var items []widgets.PickItem
	for i := range 30 {
		items = append(items, widgets.PickItem{ID: strconv.Itoa(i), Title: "Row " + strconv.Itoa(i)})
	}
	for _, at := range []int{0, 1, 17, 29} {
		l := widgets.NewPickList()
		l.Set(items)
		l.MoveTo(at)
		root := container.NewStack()
		w := window(t, root, 320, 400)
		l.Refresh() // it is drawn before it has a size, as in a panel that opens
		l.Set(items)
		root.Objects = []fyne.CanvasObject{l}
		root.Refresh()
		w.Resize(fyne.NewSize(320, 400))
		body := l.Focusable().(interface{ GetScrollOffset() float32 })
		top := float32(at) * widgets.ResultRowHeight
		if offset := body.GetScrollOffset(); offset > top || offset+400 < top+widgets.ResultRowHeight {
			t.Errorf("row %d is out of sight: the list is scrolled by %v", at, offset)
		}
	}
}

// TestTextColumnGivesTextsTheirLines: nothing lies over what follows, however narrow the column becomes.
func TestTextColumnGivesTextsTheirLines(t *testing.T) {
	long := widgets.Body("A sentence that is much longer than the column is wide, and so takes several lines of it.")
	long.Lines = 9
	notice := widgets.NewNotice(widgets.KindAttention, "Only a preview: this certificate cannot be issued", "Attended 40 % of the sessions that count; 50 % are needed.")
	below := widgets.Body("Below")
	column := widgets.TextColumn(theme.Space2, 300, long, notice, below)
	useTheme(t, theme.AlwaysLight)
	w := window(t, column, 300, 600)
	for _, width := range []float32{300, 180, 420} {
		w.Resize(fyne.NewSize(width, 600))
		for i, o := range column.Objects[:2] {
			next := column.Objects[i+1]
			if end := o.Position().Y + o.MinSize().Height; end > next.Position().Y {
				t.Errorf("%v wide: part %d ends at %v, the next begins at %v", width, i, end, next.Position().Y)
			}
		}
		if long.Size().Height < long.HeightFor(width) {
			t.Errorf("%v wide: the text is %v high and needs %v", width, long.Size().Height, long.HeightFor(width))
		}
	}
}

// TestSpreadLabelsDoNotTouch: as many times of day as there is room for.
func TestSpreadLabelsDoNotTouch(t *testing.T) {
	var data []widgets.Datum
	for range 60 {
		data = append(data, widgets.Datum{Label: "09:45", Value: 7})
	}
	spread := widgets.NewSpread(5, 10, data...)
	useTheme(t, theme.AlwaysLight)
	window(t, spread, 380, 200)
	end, labels, bars := float32(0), 0, 0
	for _, o := range test.WidgetRenderer(spread).Objects() {
		switch o := o.(type) {
		case *widgets.Text:
			if o.Text != "09:45" || !o.Visible() {
				continue
			}
			labels++
			if o.Position().X < end {
				t.Errorf("a label begins at %v, the one before ends at %v", o.Position().X, end)
			}
			end = o.Position().X + o.Size().Width
		case *canvas.Rectangle:
			if o.Size().Height > 50 {
				bars++
			}
		}
	}
	if labels < 4 || bars != len(data) || end > spread.Size().Width+1 {
		t.Errorf("%d labels up to %v, %d columns", labels, end, bars)
	}
}

func TestPageReaderScrollsAPageAndBeginsTheNextAtItsTop(t *testing.T) {
	asked := 0
	r := widgets.NewPageReader(func(page int) { asked = page })
	useTheme(t, theme.AlwaysLight)
	window(t, r, 600, 400)
	r.Set(image.NewGray(image.Rect(0, 0, 210, 297)), 1, 3)
	r.Turn(-1)
	r.Turn(1)
	if asked != 2 {
		t.Errorf("asked for page %d", asked)
	}
	top := r.Offset()
	r.ScrollBy(120)
	if r.Offset() != top+120 {
		t.Errorf("scrolled from %v to %v", top, r.Offset())
	}
	r.ScrollBy(1e6)
	if page := float32(600-2*theme.Space5) * 297 / 210; r.Offset() > page {
		t.Errorf("scrolled to %v, beyond a page of %v", r.Offset(), page)
	}
	r.Set(image.NewGray(image.Rect(0, 0, 210, 297)), 2, 3)
	if r.Offset() != 0 {
		t.Errorf("the next page begins at %v", r.Offset())
	}
}
