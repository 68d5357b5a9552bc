package widgets_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// inked is how dark each pixel of a line of a text is that stands alone in a window, without the empty columns at its sides.
func inked(t *testing.T, text *widgets.Text, line int) [][]int {
	t.Helper()
	text.Lines = line + 1
	high := text.HeightFor(700) / float32(text.Lines)
	img := window(t, text, 700, text.HeightFor(700)).Canvas().Capture()
	ground := grey(img, img.Bounds().Max.X-1, 0)
	var columns [][]int
	last := 0
	for x := 0; x < img.Bounds().Dx(); x++ {
		column, dark := make([]int, int(high)), false
		for y := range column {
			column[y] = ground - grey(img, x, int(float32(line)*high+0.5)+y)
			dark = dark || column[y] > 40
		}
		if dark {
			last = len(columns) + 1
		}
		if dark || len(columns) > 0 {
			columns = append(columns, column)
		}
	}
	return columns[:last]
}

func grey(img image.Image, x, y int) int {
	return int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
}

// alike is how much two pictures of the same letters may differ, in grey levels a pixel: they begin at parts of a pixel.
const alike = 20

// find gives the column at which a picture stands in another, and how much they differ there, in grey levels a pixel.
func find(line, one [][]int) (at, off int) {
	off = 255
	for x := 0; x+len(one) <= len(line); x++ {
		sum := 0
		for i, column := range one {
			for y, v := range column {
				d := v - line[x+i][y]
				sum += max(d, -d)
			}
		}
		if sum /= len(one) * len(one[0]); sum < off {
			at, off = x, sum
		}
	}
	return at, off
}

func TestNumbersAndWordsStandWhereTheyAreRead(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	for name, c := range map[string]struct {
		rtl  bool
		text string
		want []string // from left to right
	}{
		"a number behind":       {text: "مبادرة 2026", want: []string{"2026", "مبادرة"}},
		"a number before":       {text: "2026 مبادرة", want: []string{"مبادرة", "2026"}},
		"a number between":      {text: "مبادرة 2026 متحف", want: []string{"متحف", "2026", "مبادرة"}},
		"its own digits":        {text: "مبادرة ٢٠٢٦ متحف", want: []string{"متحف", "٢٠٢٦", "مبادرة"}},
		"Latin words":           {text: "شبكة Panel B متحف", want: []string{"متحف", "Panel B", "شبكة"}},
		"in a Latin line":       {text: "Panel 1 شبكة 12 متحف end", want: []string{"Panel 1", "متحف", "12", "شبكة", "end"}},
		"Hebrew":                {text: "מוזיאון 2026", want: []string{"2026", "מוזיאון"}},
		"things apart":          {text: "حسن · متحف 7 · Museums", want: []string{"حسن", "7", "متحف", "Museums"}},
		"things from the right": {rtl: true, text: "Panel A · متحف 7 · Museums", want: []string{"Museums", "7", "متحف", "Panel A"}},
		"a sentence about":      {text: "حسن was registered.", want: []string{"حسن", "was registered."}},
		"a sentence with":       {text: "Saved: شبكة متحف", want: []string{"Saved:", "متحف", "شبكة"}},
		"a key":                 {rtl: true, text: "شبكة متحف  Ctrl+⏎", want: []string{"Ctrl+⏎", "متحف", "شبكة"}},
		"nothing of the kind":   {text: "Panel 1 · 2026", want: []string{"Panel 1", "2026"}},
	} {
		text := widgets.Section(c.text)
		text.RTL = c.rtl
		line, from := inked(t, text, 0), 0
		for _, want := range c.want {
			one := inked(t, widgets.Section(want), 0)
			at, off := find(line[from:], one)
			if off > alike {
				t.Errorf("%s: %q is not in %q behind column %d: nearest at %d differs by %d", name, want, c.text, from, from+at, off)
				continue
			}
			from += at + len(one)
		}
	}
}

func TestALineThatGoesOnRunsAsItsText(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	text := widgets.NewText("شبكة المتاحف\nPanel A متحف", theme.SectionSize, theme.Text)
	text.Style.Bold = true
	line, from := inked(t, text, 1), 0
	for _, want := range []string{"متحف", "Panel A"} {
		one := inked(t, widgets.Section(want), 0)
		at, off := find(line[from:], one)
		if off > alike {
			t.Errorf("%q is not behind column %d", want, from)
		}
		from += at + len(one)
	}
}

// drawn are the texts that an object draws.
func drawn(o fyne.CanvasObject) []string {
	var all []string
	for _, text := range uitest.Within[*canvas.Text](o) {
		all = append(all, text.Text)
	}
	return all
}

func TestControlsAndMenusAreReadToo(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	const title = "الجلسة 12 متحف"
	chosen := ""
	choice := widgets.NewSelect([]string{"Panel 1", title, strings.Repeat("A committee for everything ", 6)}, func(text string) { chosen = text })
	for name, o := range map[string]fyne.CanvasObject{"button": widgets.NewButton(title, nil), "choice": choice, "check": widgets.NewCheck(title, nil)} {
		win := window(t, o, 300, 300)
		if choice == o {
			choice.SetSelectedIndex(1)
		}
		got := drawn(o)
		if len(got) != 1 || !strings.Contains(got[0], "متحف") || strings.Index(got[0], "متحف") > strings.Index(got[0], "12") {
			t.Errorf("the %s says %q", name, got)
		}
		if choice == o {
			choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			menu := win.Canvas().Overlays().Top()
			if menu == nil {
				t.Fatal("no menu is open")
			}
			all := drawn(menu)
			if len(all) != 3 || all[1] != got[0] {
				t.Errorf("the menu says %q", all)
			}
			if width := uitest.Within[*widget.PopUpMenu](menu)[0].Size().Width; width > 500 {
				t.Errorf("the menu is %v wide", width)
			}
			win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if chosen != "Panel 1" || choice.SelectedIndex() != 0 {
				t.Errorf("%q was chosen", chosen)
			}
		}
	}
}

// madeOfSelect is a list that a form has made its own.
type madeOfSelect struct{ widgets.Select }

func TestTheMenuOfAChoiceOpensUnderIt(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	plain, made := widgets.NewSelect(nil, nil), &madeOfSelect{}
	made.ExtendBaseWidget(made)
	for _, c := range []interface {
		fyne.CanvasObject
		fyne.Focusable
		SetOptions([]string)
	}{plain, made} {
		c.SetOptions([]string{"Delegate", "Guest"})
		win := window(t, container.NewVBox(widgets.NewButton("Above", nil), c), 300, 300)
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		menu := uitest.Within[*widget.PopUpMenu](win.Canvas().Overlays().Top())[0]
		if end := c.Position().Y + c.Size().Height; menu.Position().Y < end {
			t.Errorf("the menu of a %T that ends at %v opens at %v", c, end, menu.Position().Y)
		}
	}
}
