package desk_test

import (
	"math"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/document/stock"
	"lanyard/internal/seminar"
)

// holders are eight labels of a packet without a number.
var holders = seminar.Sheet{Name: "Our holders", Measures: seminar.SheetMeasures{Width: 210, Height: 297, Columns: 2, Rows: 4, Left: 15, Top: 20,
	LabelWidth: 88, LabelHeight: 60, GapAcross: 4, GapDown: 3, Corner: 2}}

func TestASheetOfOnesOwnIsOfferedAndTakenAway(t *testing.T) {
	f := open(t)
	s, added, err := f.AddSheet(ctx, holders)
	if err != nil {
		t.Fatal(err)
	}
	find := func(name string) (stock.Stock, bool) {
		all, err := f.Stocks(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return stock.Find(all, name)
	}
	for _, name := range []string{"our HOLDERS", string(s.ID)} {
		got, ok := find(name)
		if !ok || got.Cells() != 8 || got.Across != 92 || got.Down != 63 || got.Measured() != holders.Measures {
			t.Errorf("%q is %+v", name, got)
		}
	}
	if _, ok := find("L4785"); !ok {
		t.Error("the makers' are gone")
	}
	if _, _, err := f.AddSheet(ctx, holders); seminar.CodeOf(err) != desk.CodeSheetTaken {
		t.Errorf("a second of the name: %v", err)
	}
	removed, err := f.RemoveSheet(ctx, s.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := find("Our holders"); ok {
		t.Error("it is offered after it was taken away")
	}
	if _, err := f.RemoveSheet(ctx, s.ID); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("taken away twice: %v", err)
	}
	for _, step := range []struct {
		undo  desk.Action
		there bool
	}{{removed, true}, {added, false}} {
		if _, err := f.Undo(ctx, string(step.undo), ""); err != nil {
			t.Fatal(err)
		}
		if _, ok := find("Our holders"); ok != step.there {
			t.Errorf("after the undo it is there: %v", ok)
		}
	}
}

func TestASheetThatCannotBeIsRefusedFieldByField(t *testing.T) {
	for name, c := range map[string]struct {
		change      func(*seminar.Sheet)
		code, field string
	}{
		"no name":      {func(s *seminar.Sheet) { s.Name = " – " }, desk.CodeSheetName, "name"},
		"a maker's":    {func(s *seminar.Sheet) { s.Name = "l4785" }, desk.CodeSheetTaken, "name"},
		"no paper":     {func(s *seminar.Sheet) { s.Measures.Width = 0 }, desk.CodeSheetNumber, "width"},
		"NaN":          {func(s *seminar.Sheet) { s.Measures.Top = math.NaN() }, desk.CodeSheetNumber, "top"},
		"negative gap": {func(s *seminar.Sheet) { s.Measures.GapDown = -1 }, desk.CodeSheetNumber, "gap_down"},
		"a round one":  {func(s *seminar.Sheet) { s.Measures.Corner = 31 }, desk.CodeSheetNumber, "corner"},
		"too many":     {func(s *seminar.Sheet) { s.Measures.Columns = 3 }, desk.CodeSheetWide, "columns"},
		"too high":     {func(s *seminar.Sheet) { s.Measures.Top = 60 }, desk.CodeSheetHigh, "rows"},
		"a ruler":      {func(s *seminar.Sheet) { s.Measures.Left = 30.4 }, "", ""},
	} {
		s := holders
		c.change(&s)
		_, _, err := open(t).AddSheet(ctx, s)
		if seminar.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if all, _ := err.(seminar.Problems); c.code != "" && (len(all) != 1 || all[0].Field != c.field) {
			t.Errorf("%s: %+v", name, all)
		}
	}
}
