package edit_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
)

// box is an element of a test.
func box(id string, x, y, w, h float64) template.Element {
	return template.Element{ID: id, Type: template.Box, Place: template.Place{X: x, Y: y, W: w, H: h}, Stroke: "#000000"}
}

func page(all ...template.Element) *edit.Editor {
	return edit.New(&template.Template{Schema: 1, ID: "t", Kind: template.Badge, Names: map[string]string{"en": "T"},
		Size: template.Size{W: 100, H: 150}, Front: all})
}

func ids(e *edit.Editor) []string {
	var all []string
	for _, one := range e.Elements() {
		all = append(all, one.ID)
	}
	return all
}

func place(t *testing.T, e *edit.Editor, id string) template.Place {
	t.Helper()
	one, ok := e.Element(id)
	if !ok {
		t.Fatalf("no element %q", id)
	}
	return one.Place
}

func file(t *testing.T, e *edit.Editor) []byte {
	t.Helper()
	data, err := e.Template().JSON()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryElementGetsAnIDOfItsOwn(t *testing.T) {
	e := page(template.Element{Type: template.Box}, box("a", 0, 0, 1, 1), box("a", 5, 5, 1, 1), template.Element{Type: template.Box})
	if got := ids(e); !slices.Equal(got, []string{"box", "a", "box-2", "box-3"}) {
		t.Error(got)
	}
	if e.Changed() {
		t.Error("naming is no change of somebody's")
	}
}

func TestResizingByAHandle(t *testing.T) {
	for name, c := range map[string]struct {
		rotation float64
		handle   edit.Handle
		dx, dy   float64
		held     edit.Held
		want     template.Place
	}{
		"bottom right":            {0, edit.Handle{1, 1}, 10, 5, edit.Held{}, template.Place{X: 20, Y: 30, W: 50, H: 25}},
		"top left":                {0, edit.Handle{-1, -1}, 10, 5, edit.Held{}, template.Place{X: 30, Y: 35, W: 30, H: 15}},
		"right edge":              {0, edit.Handle{1, 0}, 10, 99, edit.Held{}, template.Place{X: 20, Y: 30, W: 50, H: 20}},
		"top edge":                {0, edit.Handle{0, -1}, 99, -10, edit.Held{}, template.Place{X: 20, Y: 20, W: 40, H: 30}},
		"not below a millimetre":  {0, edit.Handle{1, 1}, -99, -99, edit.Held{}, template.Place{X: 20, Y: 30, W: 1, H: 1}},
		"ratio":                   {0, edit.Handle{1, 1}, 20, 0, edit.Held{Straight: true}, template.Place{X: 20, Y: 30, W: 60, H: 30}},
		"ratio by the other side": {0, edit.Handle{1, 1}, 0, 20, edit.Held{Straight: true}, template.Place{X: 20, Y: 30, W: 80, H: 40}},
		"ratio at an edge":        {0, edit.Handle{1, 0}, 40, 0, edit.Held{Straight: true}, template.Place{X: 20, Y: 20, W: 80, H: 40}},
		// Turned by 90°, its right edge points down: the middle goes down by half.
		"turned": {90, edit.Handle{1, 0}, 0, 10, edit.Held{}, template.Place{X: 15, Y: 35, W: 50, H: 20}},
	} {
		t.Run(name, func(t *testing.T) {
			one := box("a", 20, 30, 40, 20)
			one.Rotation = c.rotation
			e := page(one)
			e.Select("a")
			d := e.Drag(c.handle, edit.Snap{})
			d.To(c.dx, c.dy, c.held)
			d.End()
			if got := place(t, e, "a"); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
			e.Undo()
			if got := place(t, e, "a"); got != one.Place {
				t.Errorf("%+v after undo", got)
			}
		})
	}
}

func TestWhatIsOppositeAHandleStaysWhereItIs(t *testing.T) {
	for _, h := range edit.Handles() {
		for _, rotation := range []float64{0, 30, 135, -70} {
			one := box("a", 20, 30, 40, 20)
			one.Rotation = rotation
			x, y := edit.Corner(one, -float64(h.Across), -float64(h.Down))
			e := page(one)
			e.Select("a")
			d := e.Drag(h, edit.Snap{})
			d.To(7, -4, edit.Held{})
			d.End()
			now, _ := e.Element("a")
			x2, y2 := edit.Corner(now, -float64(h.Across), -float64(h.Down))
			if math.Hypot(x2-x, y2-y) > 0.02 {
				t.Errorf("handle %v at %v°: from %.2f %.2f to %.2f %.2f", h, rotation, x, y, x2, y2)
			}
		}
	}
}

func TestTurning(t *testing.T) {
	e := page(box("a", 20, 30, 40, 20), box("b", 0, 0, 5, 5))
	e.Select("a")
	for _, c := range []struct {
		x, y float64
		held edit.Held
		want float64
	}{{80, 40, edit.Held{}, 90}, {40, 80, edit.Held{}, 180}, {41, 0, edit.Held{}, 0}, {41, 0, edit.Held{Free: true}, 1}, {0, 40, edit.Held{}, -90},
		{60, 20, edit.Held{}, 45}, {58, 20, edit.Held{Straight: true}, 45}} {
		d := e.Drag(edit.Turn, edit.Snap{})
		d.Point(c.x, c.y, c.held)
		d.End()
		if got, _ := e.Element("a"); got.Rotation != c.want || got.Place != (template.Place{X: 20, Y: 30, W: 40, H: 20}) {
			t.Errorf("to %v %v: %v°, want %v°", c.x, c.y, got.Rotation, c.want)
		}
	}
	if e.SelectAll(); e.Drag(edit.Turn, edit.Snap{}) != nil {
		t.Error("several are turned")
	}
}

func TestSeveralAreResizedTogether(t *testing.T) {
	e := page(box("a", 10, 10, 10, 10), box("b", 30, 30, 20, 10))
	e.SelectAll()
	d := e.Drag(edit.Handle{1, 1}, edit.Snap{})
	d.To(40, 30, edit.Held{})
	d.End()
	if a, b := place(t, e, "a"), place(t, e, "b"); a != (template.Place{X: 10, Y: 10, W: 20, H: 20}) || b != (template.Place{X: 50, Y: 50, W: 40, H: 20}) {
		t.Errorf("%+v %+v", a, b)
	}
}

func TestSnapping(t *testing.T) {
	near := edit.Snap{Things: true, Within: 1.5}
	for name, c := range map[string]struct {
		snap   edit.Snap
		handle edit.Handle
		dx, dy float64
		held   edit.Held
		want   template.Place
		guides int
	}{
		"edge of the page":        {near, edit.Whole, -19, 0.3, edit.Held{}, template.Place{X: 0, Y: 30.3, W: 20, H: 11}, 1},
		"margin":                  {near, edit.Whole, -14, 0.3, edit.Held{}, template.Place{X: 5, Y: 30.3, W: 20, H: 11}, 1},
		"centre of the page":      {near, edit.Whole, 21, 0.3, edit.Held{}, template.Place{X: 40, Y: 30.3, W: 20, H: 11}, 1},
		"edge of another, centre": {near, edit.Whole, 9, 49.5, edit.Held{}, template.Place{X: 30, Y: 80, W: 20, H: 11}, 2},
		"left edge to its left":   {near, edit.Whole, 51.2, 0.3, edit.Held{}, template.Place{X: 70, Y: 30.3, W: 20, H: 11}, 1},
		"fold":                    {near, edit.Whole, 8, -10.6, edit.Held{}, template.Place{X: 28, Y: 20, W: 20, H: 11}, 1},
		"held free":               {near, edit.Whole, -19, 0, edit.Held{Free: true}, template.Place{X: 1, Y: 30, W: 20, H: 11}, 0},
		"straight":                {near, edit.Whole, -14, 3, edit.Held{Straight: true}, template.Place{X: 5, Y: 30, W: 20, H: 11}, 1},
		"too far":                 {near, edit.Whole, -17, 0.3, edit.Held{}, template.Place{X: 3, Y: 30.3, W: 20, H: 11}, 0},
		"grid":                    {edit.Snap{Grid: 5}, edit.Whole, 2.6, 2.4, edit.Held{}, template.Place{X: 25, Y: 30, W: 20, H: 11}, 0},
		"resize":                  {near, edit.Handle{1, 0}, 29.2, 0, edit.Held{}, template.Place{X: 20, Y: 30, W: 50, H: 11}, 1},
		"resize on the grid":      {edit.Snap{Grid: 5}, edit.Handle{-1, -1}, -3, -1, edit.Held{}, template.Place{X: 15, Y: 30, W: 25, H: 11}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			e := page(box("a", 20, 30, 20, 11), box("b", 70, 80, 17, 13))
			e.Edit("", func(t *template.Template) { t.Folds = []template.Fold{{At: 20}} })
			e.Select("a")
			d := e.Drag(c.handle, c.snap)
			guides := d.To(c.dx, c.dy, c.held)
			d.End()
			if got := place(t, e, "a"); got != c.want || len(guides) != c.guides {
				t.Errorf("%+v, want %+v; guides %+v", got, c.want, guides)
			}
		})
	}
}

func TestAlignAndDistribute(t *testing.T) {
	three := func() *edit.Editor {
		e := page(box("a", 10, 10, 10, 10), box("b", 25, 40, 20, 10), box("c", 70, 100, 10, 20))
		e.SelectAll()
		return e
	}
	xy := func(t *testing.T, e *edit.Editor) [6]float64 {
		a, b, c := place(t, e, "a"), place(t, e, "b"), place(t, e, "c")
		return [6]float64{a.X, a.Y, b.X, b.Y, c.X, c.Y}
	}
	for name, c := range map[string]struct {
		do   func(*edit.Editor) bool
		want [6]float64
	}{
		"left":   {func(e *edit.Editor) bool { return e.Align(edit.Left) }, [6]float64{10, 10, 10, 40, 10, 100}},
		"centre": {func(e *edit.Editor) bool { return e.Align(edit.Centre) }, [6]float64{40, 10, 35, 40, 40, 100}},
		"right":  {func(e *edit.Editor) bool { return e.Align(edit.Right) }, [6]float64{70, 10, 60, 40, 70, 100}},
		"top":    {func(e *edit.Editor) bool { return e.Align(edit.Top) }, [6]float64{10, 10, 25, 10, 70, 10}},
		"middle": {func(e *edit.Editor) bool { return e.Align(edit.Middle) }, [6]float64{10, 60, 25, 60, 70, 55}},
		"bottom": {func(e *edit.Editor) bool { return e.Align(edit.Bottom) }, [6]float64{10, 110, 25, 110, 70, 100}},
		"across": {func(e *edit.Editor) bool { return e.Distribute(false) }, [6]float64{10, 10, 35, 40, 70, 100}},
		"down":   {func(e *edit.Editor) bool { return e.Distribute(true) }, [6]float64{10, 10, 25, 55, 70, 100}},
	} {
		e := three()
		if !c.do(e) || xy(t, e) != c.want {
			t.Errorf("%s: %v, want %v", name, xy(t, e), c.want)
		}
	}
	alone := three()
	alone.Select("a")
	if alone.Align(edit.Right); place(t, alone, "a").X != 90 {
		t.Errorf("one alone goes to the edge of the page, not to %v", place(t, alone, "a").X)
	}
}

func TestGrowing(t *testing.T) {
	e := page(box("a", 10, 10, 2, 10), template.Element{ID: "l", Type: template.Line, Place: template.Place{X: 5, Y: 5, W: 3, H: 0}})
	e.SelectAll()
	for range 8 {
		e.Grow(-0.5, 0.5, false)
	}
	if a, l := place(t, e, "a"), place(t, e, "l"); a != (template.Place{X: 10, Y: 10, W: 1, H: 14}) || l.W != 0 || l.H != 4 {
		t.Errorf("%+v %+v", a, l)
	}
	if e.Undo(); e.CanUndo() {
		t.Error("it is not one step")
	}
}

func TestOrder(t *testing.T) {
	for o, want := range map[edit.Order][]string{
		edit.ToFront: {"a", "d", "b", "c"}, edit.Forward: {"a", "d", "b", "c"},
		edit.ToBack: {"b", "c", "a", "d"}, edit.Backward: {"b", "c", "a", "d"},
	} {
		e := page(box("a", 0, 0, 5, 5), box("b", 0, 0, 5, 5), box("c", 0, 0, 5, 5), box("d", 0, 0, 5, 5))
		e.Select("b", "c")
		if e.Restack(o); !slices.Equal(ids(e), want) {
			t.Errorf("%s: %v, want %v", o, ids(e), want)
		}
	}
	e := page(box("a", 0, 0, 5, 5), box("b", 0, 0, 5, 5))
	e.Select("b")
	if e.Restack(edit.ToFront) || e.CanUndo() {
		t.Error("what is in front already was moved")
	}
}

func TestALockedElementStays(t *testing.T) {
	e := page(box("a", 10, 10, 10, 10), box("b", 40, 40, 10, 10))
	e.Lock("a", true)
	e.SelectAll()
	if got := e.Selection(); !slices.Equal(got, []string{"b"}) {
		t.Errorf("everything is %v", got)
	}
	e.Select("a")
	if e.Drag(edit.Whole, edit.Snap{}) != nil || e.Nudge(1, 0) || e.Delete() || e.Align(edit.Right) {
		t.Error("it was moved or deleted")
	}
	if e.At(15, 15, 1, false) != "" || e.At(15, 15, 1, true) != "a" {
		t.Error("a locked one is picked only where somebody says so")
	}
}

func TestPicking(t *testing.T) {
	line := template.Element{ID: "line", Type: template.Line, Place: template.Place{X: 10, Y: 100, W: 50, H: 0}}
	turned := box("turned", 60, 20, 30, 4)
	turned.Rotation = 90
	e := page(box("a", 10, 10, 20, 20), box("b", 15, 15, 20, 20), line, turned)
	for _, c := range []struct {
		x, y float64
		want string
	}{{12, 12, "a"}, {20, 20, "b"}, {30, 101, "line"}, {30, 103, ""}, {75, 10, "turned"}, {62, 22, ""}, {99, 149, ""}} {
		if got := e.At(c.x, c.y, 1.5, false); got != c.want {
			t.Errorf("%v %v: %q, want %q", c.x, c.y, got, c.want)
		}
	}
	e.Absent(map[string]bool{"b": true})
	if got := e.At(20, 20, 1, false); got != "a" {
		t.Errorf("through what draws nothing one picks %q", got)
	}
	if e.Select("b"); e.At(20, 20, 1, false) != "b" {
		t.Error("what draws nothing cannot be held once it is selected")
	}
	e.Absent(nil)
	e.Hide("b", true)
	if got := e.At(20, 20, 1, false); got != "a" {
		t.Errorf("through what is hidden one picks %q", got)
	}
	if !e.Next(1) || !slices.Equal(e.Selection(), []string{"a"}) || !e.Next(1) || !slices.Equal(e.Selection(), []string{"line"}) {
		t.Errorf("the next one is %v", e.Selection())
	}
	if e.Next(1); e.Next(1) || e.HasNext(1) {
		t.Error("there is one after the last")
	}
	if e.Within(template.Place{X: 5, Y: 90, W: 80, H: 20}, false); !slices.Equal(e.Selection(), []string{"line"}) {
		t.Errorf("in the rectangle are %v", e.Selection())
	}
}

func TestCopyAndPaste(t *testing.T) {
	e := page(box("a", 10, 10, 10, 10), box("b", 40, 40, 10, 10))
	e.AddPicture(template.Element{Type: template.Image, Place: template.Place{X: 1, Y: 1, W: 9, H: 9}}, "logo", template.Picture{Type: "image/svg+xml", Data: svg(1)})
	e.SelectAll()
	text := e.Copy()
	if err := e.Paste(text); err != nil {
		t.Fatal(err)
	}
	if got := ids(e); !slices.Equal(got, []string{"a", "b", "image", "a-2", "b-2", "image-2"}) || len(e.Selection()) != 3 {
		t.Errorf("%v, selected %v", got, e.Selection())
	}
	if a := place(t, e, "a-2"); a.X != 15 || len(e.Template().Pictures) != 1 {
		t.Errorf("%+v, %d pictures", a, len(e.Template().Pictures))
	}
	other := page()
	other.AddPicture(template.Element{Type: template.Image, Place: template.Place{W: 9, H: 9}}, "logo", template.Picture{Type: "image/svg+xml", Data: svg(2)})
	if err := other.Paste(text); err != nil {
		t.Fatal(err)
	}
	if a := place(t, other, "a"); a.X != 10 || len(other.Template().Pictures) != 2 {
		t.Errorf("on another page: %+v, %d pictures", a, len(other.Template().Pictures))
	}
	if err := other.Template().Check(); err != nil {
		t.Error(err)
	}
	other.Undo()
	if len(other.Elements()) != 1 || len(other.Template().Pictures) != 1 {
		t.Error("pasting is not one step")
	}
}

func svg(w int) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="` + string(rune('0'+w)) + `" height="9"><path d="M0 0h1v1z"/></svg>`)
}

func TestPastingWhatIsNoElement(t *testing.T) {
	e := page()
	if err := e.Paste("Welcome {to} all"); err != nil {
		t.Fatal(err)
	}
	if one := e.Elements()[0]; one.Type != template.Text || one.Content != "Welcome {{to} all" || e.Template().Check() != nil {
		t.Errorf("%+v", one)
	}
	before := file(t, e)
	if err := e.Paste(`{"lanyard_elements":1,"elements":[{"id":"x","type":"hologram","x":0,"y":0,"w":1,"h":1}]}`); err == nil {
		t.Error("an element that there is none of was pasted")
	}
	if !bytes.Equal(before, file(t, e)) {
		t.Error("something of it was")
	}
}

func TestEveryTypeCanBeAdded(t *testing.T) {
	for _, kind := range []template.Kind{template.Badge, template.Certificate} {
		e := edit.New(&template.Template{Schema: 1, ID: "t", Kind: kind, Names: map[string]string{"en": "T"}, Size: template.Size{W: 62, H: 29}})
		for _, of := range template.Types() {
			one := edit.Default(of, kind, e.Template().Size, "Text")
			if of == template.Image {
				one.Source = template.Logo
			}
			if !e.Add(one) || one.X < 0 || one.Y < 0 || one.X+one.W > 62.01 || one.Y+one.H > 29.01 {
				t.Errorf("%s: %+v", of, one)
			}
		}
		if err := e.Template().Check(); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestStepsOfOneKindAreOne(t *testing.T) {
	e := page(box("a", 10, 10, 10, 10), box("b", 40, 40, 10, 10))
	e.Select("a")
	for range 5 {
		e.Nudge(0.5, 0)
	}
	e.Select("b")
	e.Nudge(0, 1)
	e.Undo()
	e.Undo()
	if e.CanUndo() || place(t, e, "a").X != 10 {
		t.Errorf("two undos leave a at %v", place(t, e, "a"))
	}
	e.Redo()
	if e.Redo(); e.CanRedo() || place(t, e, "a").X != 12.5 || place(t, e, "b").Y != 41 {
		t.Error("redo does not bring both back")
	}
	saved := edit.Clone(e.Template())
	if e.Saved(saved); e.Changed() {
		t.Error("just saved, and changed")
	}
	if e.Undo(); !e.Changed() {
		t.Error("undone behind what was saved, and not changed")
	}
}

// Whatever somebody did, taking it all back gives the bytes that there were, and doing it again those that there were then.
func TestUndoingEverything(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		e := page(box("a", 10, 10, 10, 10), box("b", 40, 40, 20, 10), template.Element{ID: "s", Type: template.Stack,
			Place: template.Place{X: 5, Y: 70, W: 90, H: 30}, Items: []template.Item{{Content: "{name}", Words: template.Words{Size: 12}}}})
		before := file(t, e)
		for range 60 {
			random(r, e)
		}
		after := file(t, e)
		for e.Undo() {
		}
		if !bytes.Equal(before, file(t, e)) {
			t.Fatalf("seed %d: undo leaves\n%s", seed, file(t, e))
		}
		for e.Redo() {
		}
		if !bytes.Equal(after, file(t, e)) {
			t.Fatalf("seed %d: redo leaves\n%s\nwant\n%s", seed, file(t, e), after)
		}
	}
}

// random does something to a template, as somebody would who presses all keys.
func random(r *rand.Rand, e *edit.Editor) {
	all := e.Elements()
	pick := func() string {
		if len(all) == 0 {
			return ""
		}
		return all[r.IntN(len(all))].ID
	}
	switch r.IntN(16) {
	case 0, 1:
		e.Select(pick())
	case 2:
		e.Toggle(pick())
	case 3:
		e.SelectAll()
	case 4, 5, 6:
		handles := append(edit.Handles(), edit.Whole, edit.Whole, edit.Turn)
		handle := handles[r.IntN(len(handles))]
		if d := e.Drag(handle, edit.Snap{Grid: 5, Things: true, Within: 2}); d != nil {
			for range 3 {
				if handle == edit.Turn {
					d.Point(r.Float64()*100, r.Float64()*100, edit.Held{})
				}
				d.To(r.Float64()*60-30, r.Float64()*60-30, edit.Held{Straight: r.IntN(3) == 0, Free: r.IntN(3) == 0})
			}
			if r.IntN(4) == 0 {
				d.Cancel()
			} else {
				d.End()
			}
		}
	case 7:
		e.Nudge(float64(r.IntN(3)-1), 0.5)
	case 8:
		e.Align(edit.Edges()[r.IntN(6)])
	case 9:
		e.Distribute(r.IntN(2) == 0)
	case 10:
		e.Restack(edit.Orders()[r.IntN(4)])
	case 11:
		e.Change("", func(one *template.Element) {
			one.Rotation = float64(r.IntN(360))
			for i := range one.Items {
				one.Items[i].Words.Size++
			}
			if one.Words != nil {
				one.Words.Bold = !one.Words.Bold
			}
		})
	case 12:
		types := template.Types()
		e.Add(edit.Default(types[r.IntN(len(types))], template.Badge, e.Template().Size, "Text"))
	case 13:
		if text := e.Copy(); r.IntN(2) == 0 {
			_ = e.Paste(text)
		} else {
			e.Duplicate()
		}
	case 14:
		if r.IntN(3) == 0 {
			e.Delete()
		} else {
			e.Lock(pick(), r.IntN(2) == 0)
		}
	case 15:
		e.Turn()
		if e.Back() {
			e.Rename(pick(), "renamed")
		}
	}
}

func BenchmarkMoveAmongSixty(b *testing.B) {
	var all []template.Element
	for i := range 60 {
		all = append(all, box(string(rune('A'+i)), float64(i%8)*12, float64(i/8)*18, 10, 9))
	}
	e := page(all...)
	e.Select("A", "B")
	d := e.Drag(edit.Whole, edit.Snap{Things: true, Within: 1})
	b.ResetTimer()
	for i := range b.N {
		d.To(float64(i%50), float64(i%70), edit.Held{})
	}
}
