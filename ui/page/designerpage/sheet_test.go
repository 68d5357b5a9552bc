package designerpage_test

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/page/paper"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// inked is how much of each quarter of a picture is not white: upper left, upper right, lower left, lower right.
func inked(img image.Image) [4]int {
	var n [4]int
	b := img.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if r, g, bl, _ := img.At(x, y).RGBA(); r+g+bl < 3*0xffff {
				n[y*2/b.Dy()*2+x*2/b.Dx()]++
			}
		}
	}
	return n
}

// turnOver is P.
func turnOver(s *uitest.Stand, p *designerpage.Page) {
	s.Helper()
	for _, b := range p.Bindings() {
		if b.Shortcut == nil && b.Key == fyne.KeyP {
			b.Do()
			return
		}
	}
	s.Fatal("P does nothing")
}

// A key leads to the sheet as it prints and back, with everybody on it or one, from the cell on that is free.
func TestTheSheetThatItPrintsOn(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	p.Stage().MouseUp(nil)
	turnOver(s, p)
	if img := p.Sheet(); img == nil || img.Bounds().Dx() >= img.Bounds().Dy() {
		t.Fatal("a page each is not shown")
	}
	stock := uitest.Within[*widgets.Select](s.Field(s.Lang.T("designer.sheet.stock")))[0]
	if slices.ContainsFunc(stock.Options, func(o string) bool { return len(o) > 4 && o[:4] == "Dymo" }) {
		t.Errorf("labels that the page is too large for are offered: %q", stock.Options)
	}
	stock.SetSelected(s.Lang.T("badges.sheet.a4"))
	if p.Editor().Template().Stock != "a4" {
		t.Errorf("the template has %q", p.Editor().Template().Stock)
	}
	if n := inked(p.Sheet()); slices.Min(n[:]) < 1000 {
		t.Errorf("a full sheet of four has ink in its quarters as %v", n)
	}
	s.Picture("designer-sheet")
	cells := uitest.Within[*widgets.SheetCells](s.Field(s.Lang.T("designer.sheet.start")))[0]
	cells.Choose(3)
	if n := inked(p.Sheet()); n[0] > 1000 || n[1] > 1000 || n[2] < 1000 || n[3] < 1000 {
		t.Errorf("from the third cell on there is ink as %v", n)
	}
	uitest.Find[*widgets.Check](s)[0].SetChecked(false)
	if n := inked(p.Sheet()); n[2] < 1000 || n[3] > 1000 {
		t.Errorf("one badge alone has ink as %v", n)
	}
	s.Bind(fyne.KeyEscape)
	if p.Sheet() != nil || s.Opened != "" {
		t.Error("Escape does not lead back to the template")
	}
	turnOver(s, p)
	s.Bind(fyne.KeyT)
	if p.Sheet() == nil || !p.Editor().Back() {
		t.Error("the sheet of backs is not shown")
	}
	s.Bind(fyne.KeyZ) // the sheet chosen
	turnOver(s, p)
	if p.Sheet() != nil || p.Editor().Template().Stock != "" {
		t.Errorf("back on the template it is printed on %q", p.Editor().Template().Stock)
	}
	s.Window.Canvas().Focus(p.Stage())
}

// Without a sheet of its own a template prints on the desk's; what is selected is seen on the template.
func TestTheSheetOfTheDesk(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{}, designerpage.New)
	s.Settings[paper.SettingSheet] = "a4"
	p.Open(seminar.ID(template.Badge))
	turnOver(s, p)
	if n := inked(p.Sheet()); slices.Min(n[:]) < 1000 {
		t.Errorf("ink in the quarters %v", n)
	}
	s.Window.Canvas().Focus(p.Layers())
	if s.Press(fyne.KeyDown); p.Sheet() != nil {
		t.Error("what is selected is out of sight")
	}
}

// A certificate prints on a page of its own.
func TestTheSheetOfACertificate(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{}, designerpage.New)
	p.Open(seminar.ID(template.Certificate))
	turnOver(s, p)
	if img := p.Sheet(); img == nil || slices.Max(func() []int { n := inked(img); return n[:] }()) < 1000 {
		t.Error("it is not shown")
	}
}
