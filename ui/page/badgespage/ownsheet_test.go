package badgespage_test

import (
	"context"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/ui/page/badgespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestASheetOfOnesOwnIsMeasuredUsedAndRemoved(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := open(t, uitest.Options{Language: language})
		word := func(key string) string { return s.Lang.T("badges.own." + key) }
		drawn := func() bool {
			return slices.ContainsFunc(uitest.Within[*canvas.Image](s.Side), func(i *canvas.Image) bool {
				_, ok := i.Image.(*image.RGBA)
				return ok && i.FillMode == canvas.ImageFillContain
			})
		}
		choose(s, s.Lang.T("badges.sheet.a4"))
		choose(s, s.Lang.T("badges.stock.other"))
		s.Write("no maker has this")
		s.Press(fyne.KeyReturn) // all that is left is one's own
		if s.Entry(word("label_width")).Text != "105" || !drawn() {
			t.Fatalf("it begins as %q, drawn %v", s.Entry(word("label_width")).Text, drawn())
		}
		s.Fill(word("name"), "L4785")
		s.Fill(word("columns"), "3")
		if s.Press(fyne.KeyReturn); drawn() || s.Side == nil || s.Field(word("columns")).Error == "" || s.Field(word("name")).Error == "" {
			t.Errorf("a maker's number and three of 105 mm on A4 are taken: %q %q, drawn %v", s.Field(word("columns")).Error, s.Field(word("name")).Error, drawn())
		}
		s.Fill(word("name"), "Our holders")
		s.Picture("badges-own-wrong-" + language)
		for name, text := range map[string]string{"columns": "2", "rows": "4", "label_width": "86,5", "label_height": "60", "left": "16", "top": "25", "gap_across": "4", "gap_down": "2", "corner": "3"} {
			s.Fill(word(name), text)
		}
		s.Picture("badges-own-" + language)
		if s.Press(fyne.KeyReturn); s.Side != nil || len(s.Failed) > 0 {
			t.Fatalf("it is not added: %v", s.Failed)
		}
		own, err := s.Desk.Sheets(context.Background())
		s.No(err)
		if cells := sheet(s); len(own) != 1 || own[0].Measures.LabelWidth != 86.5 || cells.Columns != 2 || cells.Rows != 4 {
			t.Errorf("%+v is kept, %d × %d shown", own, cells.Columns, cells.Rows)
		}
		s.Show(badgespage.New(s.Env)) // as at the next start
		if sheet(s).Rows != 4 {
			t.Error("the paper is not remembered")
		}
		choose(s, s.Lang.T("badges.stock.other"))
		s.Picture("badges-own-offered-" + language)
		s.Write("L4785")
		if s.Button(word("remove")) != nil {
			t.Error("a maker's can be removed")
		}
		uitest.Find[*widgets.ScanEntry](s)[0].SetText("our")
		s.Tap(word("remove"))
		if own, err = s.Desk.Sheets(context.Background()); err != nil || len(own) != 0 || s.Side != nil {
			t.Errorf("after it was removed: %v %v", own, err)
		}
		if s.Changed(); len(uitest.Find[*widgets.SheetCells](s)) != 0 {
			t.Error("it is printed on still")
		}
		s.Undo()
		if sheet(s).Rows != 4 {
			t.Error("undo does not bring it back")
		}
	}
}
