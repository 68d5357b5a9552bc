package desk

import (
	"context"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"lanyard/internal/document/stock"
	"lanyard/internal/seminar"
)

// Codes of sheets that cannot be.
const (
	CodeSheetName   = "sheet_name"   // nothing to be found by, or too long
	CodeSheetTaken  = "sheet_taken"  // another has the name
	CodeSheetNumber = "sheet_number" // out of bounds
	CodeSheetWide   = "sheet_wide"   // more labels than the paper has room for across
	CodeSheetHigh   = "sheet_high"   // … and down
)

// Bounds of a sheet of one's own; lengths in millimetres.
const (
	leastPaper    = 20
	mostPaper     = 1200
	leastLabel    = 5
	mostLabels    = 100 // in a row or a column
	longestSheet  = 60  // letters of a name
	rulerMistakes = 0.5 // by how much labels may reach over the paper
)

// Sheets gives the sheets of one's own, by name.
func (d *Desk) Sheets(ctx context.Context) ([]seminar.Sheet, error) {
	list, err := all[seminar.Sheet](ctx, d, seminar.EntitySheet, "")
	sortBy(list, func(s seminar.Sheet) string { return strings.ToLower(s.Name) + string(s.ID) })
	return list, err
}

// Stocks gives everything that badges can be printed on: the sheets of one's own, then plain paper and the makers'.
func (d *Desk) Stocks(ctx context.Context) ([]stock.Stock, error) {
	own, err := d.Sheets(ctx)
	var list []stock.Stock
	for _, s := range own {
		list = append(list, stock.Of(s))
	}
	return append(list, stock.All()...), err
}

// AddSheet keeps a sheet of one's own for every desk. Errors: those of ValidateSheet; CodeSheetTaken.
func (d *Desk) AddSheet(ctx context.Context, s seminar.Sheet) (seminar.Sheet, Action, error) {
	s.ID, s.Name = orNew(s.ID), strings.TrimSpace(s.Name)
	p := ValidateSheet(s)
	there, err := d.Stocks(ctx)
	if err != nil {
		return s, "", err
	}
	for _, other := range there {
		if _, same := stock.Find([]stock.Stock{other}, s.Name); same && p.For("name") == nil {
			p = append(p, seminar.Errorf(CodeSheetTaken, "“{name}” is the name of another sheet already.").WithArg("name", s.Name).WithField("name"))
		}
	}
	action, err := save(ctx, d, seminar.EntitySheet, s.ID, s, p)
	return s, action, err
}

// RemoveSheet takes a sheet of one's own away; undo brings it back.
func (d *Desk) RemoveSheet(ctx context.Context, id seminar.ID) (Action, error) {
	before, err := get[seminar.Sheet](ctx, d, seminar.EntitySheet, id)
	if err != nil {
		return "", err
	}
	before.Removed = true
	return save(ctx, d, seminar.EntitySheet, id, before, nil)
}

// ValidateSheet says what is wrong with a sheet of one's own, by the fields of its JSON.
func ValidateSheet(s seminar.Sheet) seminar.Problems {
	var p seminar.Problems
	if stock.Nameless(s.Name) || utf8.RuneCountInString(s.Name) > longestSheet || strings.ContainsFunc(s.Name, func(r rune) bool { return r < ' ' }) {
		p = append(p, seminar.Errorf(CodeSheetName, "A name has a letter or a digit, and at most {limit} of them.").
			WithArg("limit", strconv.Itoa(longestSheet)).WithField("name"))
	}
	m := s.Measures
	for _, one := range []struct {
		field          string
		n, least, most float64
	}{{"width", m.Width, leastPaper, mostPaper}, {"height", m.Height, leastPaper, mostPaper}, {"columns", float64(m.Columns), 1, mostLabels}, {"rows", float64(m.Rows), 1, mostLabels},
		{"left", m.Left, 0, mostPaper}, {"top", m.Top, 0, mostPaper}, {"label_width", m.LabelWidth, leastLabel, mostPaper}, {"label_height", m.LabelHeight, leastLabel, mostPaper},
		{"gap_across", m.GapAcross, 0, mostPaper}, {"gap_down", m.GapDown, 0, mostPaper}, {"corner", m.Corner, 0, max(0, min(m.LabelWidth, m.LabelHeight)/2)}} {
		if !(one.n >= one.least && one.n <= one.most) { // no NaN either
			p = append(p, seminar.Errorf(CodeSheetNumber, "A number from {least} to {most} belongs here.").
				WithArg("least", tenths(one.least)).WithArg("most", tenths(one.most)).WithField(one.field))
		}
	}
	if len(p) > 0 && (len(p) > 1 || p[0].Field != "name") {
		return p
	}
	if w := m.Left + float64(m.Columns)*(m.LabelWidth+m.GapAcross) - m.GapAcross; w > m.Width+rulerMistakes {
		p = append(p, beyond(CodeSheetWide, "The margin and the labels with their gaps are {mm} mm wide, the paper {paper} mm.", "columns", w, m.Width))
	}
	if h := m.Top + float64(m.Rows)*(m.LabelHeight+m.GapDown) - m.GapDown; h > m.Height+rulerMistakes {
		p = append(p, beyond(CodeSheetHigh, "The margin and the labels with their gaps are {mm} mm high, the paper {paper} mm.", "rows", h, m.Height))
	}
	return p
}

func beyond(code, message, field string, is, paper float64) *seminar.Error {
	return seminar.Errorf(code, message).WithArg("mm", tenths(is)).WithArg("paper", tenths(paper)).WithField(field)
}

func tenths(mm float64) string { return strconv.FormatFloat(math.Round(mm*10)/10, 'f', -1, 64) }
