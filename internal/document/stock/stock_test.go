package stock_test

import (
	"math"
	"testing"

	"lanyard/internal/document/stock"
	"lanyard/internal/page"
)

func TestEveryStockFitsOnItsSheet(t *testing.T) {
	names := map[string]bool{}
	for _, s := range stock.All() {
		if names[s.Name] || s.Name == "" {
			t.Errorf("there are two stocks %q", s.Name)
		}
		names[s.Name] = true
		if s.Columns < 1 || s.Rows < 1 || s.Cell.W < 20 || s.Kind == "" || (s.Brand == "") != (s.Part == "") {
			t.Errorf("%s is not whole: %+v", s.Name, s)
		}
		right := s.Size.W - s.Left - float64(s.Columns-1)*s.Across - s.Cell.W
		if s.Left < 0 || right < -0.01 || s.Across < s.Cell.W-0.01 {
			t.Errorf("%s: columns are %.2f mm from the left, %.2f from the right, %.2f apart and %.2f wide", s.Name, s.Left, right, s.Across, s.Cell.W)
		}
		// Makers centre their grids, so that either edge may enter a printer first: what stands far off it was copied wrongly.
		if math.Abs(s.Left-right) > 1 {
			t.Errorf("%s: margins of %.2f and %.2f mm", s.Name, s.Left, right)
		}
		if s.Size.H == 0 { // a roll without an end
			continue
		}
		bottom := s.Size.H - s.Top - float64(s.Rows-1)*s.Down - s.Cell.H
		if s.Top < 0 || bottom < -0.01 || s.Down < s.Cell.H-0.01 || math.Abs(s.Top-bottom) > 1 {
			t.Errorf("%s: rows are %.2f mm from the top, %.2f from the bottom, %.2f apart and %.2f high", s.Name, s.Top, bottom, s.Down, s.Cell.H)
		}
		if s.Radius > min(s.Cell.W, s.Cell.H)/2 {
			t.Errorf("%s: corners of %.1f mm", s.Name, s.Radius)
		}
	}
}

func TestAStockIsFoundAsPeopleWriteIt(t *testing.T) {
	for written, want := range map[string]string{"a4": "a4", "A4": "a4", "avery-l4785": "avery-l4785", "Avery L4785": "avery-l4785", "l4785": "avery-l4785",
		"L4784": "avery-l4785", "avery 8395": "avery-5395", "dk11202": "brother-dk-11202", "C32011": "avery-c32011", "A6 page": "a6-page"} {
		if s, ok := stock.Named(written); !ok || s.Name != want {
			t.Errorf("%q is %q, not %q", written, s.Name, want)
		}
	}
	for _, written := range []string{"", " - ", "a2", "avery"} {
		if s, ok := stock.Named(written); ok {
			t.Errorf("%q is %q", written, s.Name)
		}
	}
}

// TestPublishedSizes holds some sizes against what stands on the packets.
func TestPublishedSizes(t *testing.T) {
	for name, want := range map[string]struct {
		size  page.Size
		cells int
	}{"L4785": {page.Size{W: 80, H: 50}, 10}, "L7418": {page.Size{W: 86, H: 55}, 8}, "L7160": {page.Size{W: 63.5, H: 38.1}, 21}, "L7163": {page.Size{W: 99.1, H: 38.1}, 14},
		"L7165": {page.Size{W: 99.1, H: 67.7}, 8}, "C32011": {page.Size{W: 85, H: 54}, 10}, "5395": {page.Size{W: 85.7, H: 59.3}, 8}, "5392": {page.Size{W: 101.6, H: 76.2}, 6},
		"5390": {page.Size{W: 88.9, H: 56.4}, 8}, "herma 4667": {page.Size{W: 96, H: 50.8}, 10}, "herma 4418": {page.Size{W: 63.5, H: 29.6}, 27}, "a4": {page.A6, 4}, "dymo 99014": {page.Size{W: 54, H: 101}, 1}} {
		s, ok := stock.Named(name)
		if !ok || math.Abs(s.Cell.W-want.size.W) > 0.1 || math.Abs(s.Cell.H-want.size.H) > 0.1 || s.Cells() != want.cells {
			t.Errorf("%s: %d of %v mm, want %d of %v", name, s.Cells(), s.Cell, want.cells, want.size)
		}
	}
}
