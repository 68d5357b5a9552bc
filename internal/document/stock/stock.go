// Package stock knows the paper that badges are printed on as it is sold: sheets of labels, inserts and cards, and rolls,
// each with the measures that its maker publishes.
package stock

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"lanyard/internal/page"
)

// Kind is what a piece of the stock is.
type Kind string

// The kinds.
const (
	Plain  Kind = "plain"  // paper that is cut apart along marks, or is one badge whole
	Label  Kind = "label"  // sticks
	Insert Kind = "insert" // of card, perforated, for a holder
	Card   Kind = "card"   // of card, perforated, such as a business card
	Roll   Kind = "roll"   // of a label printer, a label at a time
	// Cut is plain paper that is cut to the size of a maker's insert: the maker publishes that, but not where inserts stand on
	// the sheets it sells.
	Cut Kind = "cut"
	Own Kind = "own" // a sheet of a desk's own
)

// Stock is one kind of sheet or label. Lengths are millimetres.
type Stock struct {
	Name  string `json:"name"`            // as command lines, settings and templates have it: "avery-l4785", "a4"
	Title string `json:"title,omitempty"` // what a sheet of one's own is called
	Brand string `json:"brand,omitempty"`
	Part  string `json:"part,omitempty"` // the maker's number
	// Also are numbers of the same maker for sheets of the same measures.
	Also []string  `json:"also,omitempty"`
	Kind Kind      `json:"kind"`
	Size page.Size `json:"sheet"` // of the sheet; of a roll the label. H is 0 for a roll that is cut where the label ends.
	Cell page.Size `json:"label"`
	// Columns and Rows are how many pieces there are across and down.
	Columns int     `json:"columns"`
	Rows    int     `json:"rows"`
	Left    float64 `json:"left"` // from the sheet's edge to the first piece
	Top     float64 `json:"top"`
	Across  float64 `json:"across"` // from the left edge of one piece to that of the next
	Down    float64 `json:"down"`   // from the top edge of one piece to that of the next
	Radius  float64 `json:"radius"` // of the corners
}

// Cells is how many pieces a sheet has.
func (s Stock) Cells() int { return s.Columns * s.Rows }

// Marked says that the pieces are cut apart by hand, and so want marks.
func (s Stock) Marked() bool { return s.Kind == Cut || s.Kind == Plain && s.Cells() > 1 }

// All are the stocks, plain paper first, then by maker. Change a copy.
func All() []Stock {
	all := make([]Stock, 0, len(plain)+len(labels))
	return append(append(all, plain...), labels...)
}

// Named finds a stock by its name, or by its maker's number with the maker or alone where no other maker has it; case,
// spaces and dashes do not matter: "avery-l4785", "Avery L4785", "l4785", and "L4784", which has the same measures.
func Named(name string) (Stock, bool) {
	return Find(All(), name)
}

// bare is a name without what people write in different ways.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Measures says a size as packets do: "99.1 × 67.7 mm", and of a roll that has no end "62 mm".
func Measures(s page.Size) string {
	tenths := func(mm float64) string { return strconv.FormatFloat(math.Round(mm*10)/10, 'f', -1, 64) }
	if s.H == 0 {
		return tenths(s.W) + " mm"
	}
	return tenths(s.W) + " × " + tenths(s.H) + " mm"
}

// named is the name of a maker's stock.
func named(brand, part string) string {
	return strings.ToLower(brand + "-" + strings.ReplaceAll(part, " ", "-"))
}
