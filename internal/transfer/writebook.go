package transfer

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Limits of the format: letters in the name of a sheet, and in a cell.
const (
	maxSheetName = 31
	maxCell      = 32767
)

// WriteXLSX writes sheets as one workbook, with a header row that stays in view, numbers as numbers and times as times.
// Texts are written as texts: none is a formula, whatever it begins with. Rows go to the file as they come, it stops when the context
// ends and says how far it is, counted in rows of all sheets. progress may be nil.
func WriteXLSX(ctx context.Context, w io.Writer, sheets []Sheet, progress func(done, total int)) error {
	f := excelize.NewFile()
	defer f.Close()
	b := book{File: f, used: map[string]bool{}, progress: progress}
	for _, s := range sheets {
		b.total += len(s.Rows)
	}
	if err := b.styles(); err != nil {
		return err
	}
	for i, s := range sheets {
		name := b.name(s.Name, i)
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = b.sheet(ctx, name, s)
		}
		if err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := f.WriteTo(w)
	return err
}

// book is a workbook being written.
type book struct {
	*excelize.File
	used              map[string]bool
	header, time, day int // styles
	done, total       int // rows
	progress          func(done, total int)
}

func (b *book) styles() (err error) {
	b.header, err = b.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"0F766E"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	if err != nil {
		return err
	}
	for format, style := range map[string]*int{"yyyy-mm-dd hh:mm": &b.time, "yyyy-mm-dd": &b.day} {
		if *style, err = b.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) sheet(ctx context.Context, name string, s Sheet) error {
	if err := b.layout(name, s); err != nil {
		return err
	}
	w, err := b.NewStreamWriter(name)
	if err != nil {
		return err
	}
	titles := make([]any, len(s.Columns))
	for i := len(s.Columns) - 1; i >= 0; i-- { // the library puts each width before those it has; the format wants them in order
		titles[i] = excelize.Cell{StyleID: b.header, Value: cellText(s.Columns[i].Title)}
		if err := w.SetColWidth(i+1, i+1, widthOf(s.Columns[i])); err != nil {
			return err
		}
	}
	panes := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := w.SetPanes(&panes); err != nil {
		return err
	}
	if err := w.SetRow("A1", titles, excelize.RowOpts{Height: 20}); err != nil {
		return err
	}
	cells := make([]any, len(s.Columns))
	for n, row := range s.Rows {
		if err := step(ctx, b.done, b.total, b.progress); err != nil {
			return err
		}
		b.done++
		for i := range s.Columns {
			cells[i] = nil
			if i < len(row) {
				cells[i] = b.cell(row[i])
			}
		}
		at, err := excelize.CoordinatesToCellName(1, n+2)
		if err != nil {
			return err
		}
		if err := w.SetRow(at, cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// layout makes a sheet ready for use: every column can be filtered, and on paper it is one page wide, with its header on
// each.
func (b *book) layout(name string, s Sheet) error {
	if s.RTL {
		if err := b.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &s.RTL}); err != nil {
			return err
		}
	}
	if len(s.Columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.Columns), len(s.Rows)+1)
	if err != nil {
		return err
	}
	if err := b.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	fit, wide, endless := true, 1, 0
	orientation, paper := "landscape", 9 // A4
	if err := b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &paper, FitToWidth: &wide, FitToHeight: &endless}); err != nil {
		return err
	}
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1"})
}

func (b *book) cell(v any) any {
	switch v := v.(type) {
	case nil, int, int64, float64:
		return v
	case string:
		if v == "" { // an empty text is no empty cell: a filter would tell them apart
			return nil
		}
		return cellText(v)
	case Date:
		if at, err := time.Parse(time.DateOnly, string(v)); err == nil && at.Year() > 1900 { // the format counts from there, and wrongly at first
			return excelize.Cell{StyleID: b.day, Value: at}
		}
		return b.cell(string(v))
	case time.Time:
		if v.IsZero() {
			return nil
		}
		// The format knows no zones: what the clock on the wall showed is what the cell shows.
		wall := time.Date(v.Year(), v.Month(), v.Day(), v.Hour(), v.Minute(), v.Second(), 0, time.UTC)
		return excelize.Cell{StyleID: b.time, Value: wall}
	}
	return cellText(fmt.Sprint(v))
}

// cellText leaves out what XML cannot hold and what is beyond the length of a cell.
func cellText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	for utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell])
	}
	return s
}

func widthOf(c Column) float64 {
	switch {
	case c.Width > 0:
		return min(c.Width, 255)
	case c.Kind == Number:
		return 12
	case c.Kind == Time:
		return 18
	}
	return 24
}

// name is a sheet's name as the format allows it, and unlike those before it.
func (b *book) name(wanted string, index int) string {
	clean := strings.Trim(strings.NewReplacer("[", "(", "]", ")", ":", " ", "*", " ", "?", " ", "/", "-", "\\", "-").Replace(cellText(wanted)), " '\n\t")
	if clean == "" {
		clean = fmt.Sprintf("Sheet %d", index+1)
	}
	name := short(clean, maxSheetName)
	for n := 2; b.used[strings.ToLower(name)]; n++ {
		tail := fmt.Sprintf(" (%d)", n)
		name = short(clean, maxSheetName-len(tail)) + tail
	}
	b.used[strings.ToLower(name)] = true
	return name
}

func short(s string, letters int) string {
	if r := []rune(s); len(r) > letters {
		return strings.TrimSpace(string(r[:letters]))
	}
	return s
}
