package transfer

import (
	"archive/zip"
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/seminar"
)

// readWorkbook gives the rows of a sheet. Formulas are never worked out: a cell is what its maker last saw in it.
func readWorkbook(data []byte, opt Options, most int) ([]Row, string, []string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, "", nil, unreadable(err)
	}
	merged, err := sound(opt.Context, z)
	if err != nil {
		return nil, "", nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: MaxSize, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, "", nil, unreadable(err)
	}
	defer f.Close()
	if err := plainNumbers(f); err != nil {
		return nil, "", nil, unreadable(err)
	}
	sheets := f.GetSheetList()
	if opt.Sheet != "" {
		for _, s := range sheets {
			if strings.EqualFold(s, strings.TrimSpace(opt.Sheet)) {
				rows, err := readSheet(f, s, opt, most)
				fill(rows, merged[sheetPart(z, s)])
				return rows, s, sheets, err
			}
		}
		return nil, "", sheets, noSheet(opt.Sheet, sheets)
	}
	chosen := ""
	for _, s := range sheets {
		if visible, err := f.GetSheetVisible(s); err != nil || !visible {
			continue
		}
		rows, err := readSheet(f, s, opt, headRows)
		if err != nil {
			return nil, s, sheets, err
		}
		if promising(rows, opt) {
			chosen = s
			break
		}
		if len(rows) > 0 && chosen == "" {
			chosen = s
		}
	}
	if chosen == "" {
		return nil, "", sheets, nil
	}
	rows, err := readSheet(f, chosen, opt, most)
	fill(rows, merged[sheetPart(z, chosen)])
	return rows, chosen, sheets, err
}

func readSheet(f *excelize.File, sheet string, opt Options, most int) ([]Row, error) {
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil, unreadable(err)
	}
	defer shown.Close()
	var rows []Row
	var taken room
	for number := 1; (most == 0 || len(rows) < most) && shown.Next(); number++ {
		if number%1000 == 0 {
			if err := opt.Context.Err(); err != nil {
				return nil, err
			}
			if opt.Progress != nil {
				opt.Progress(number, 0)
			}
		}
		cells, err := shown.Columns()
		if err != nil {
			return nil, unreadable(err)
		}
		for i, c := range cells {
			cells[i] = strings.TrimSuffix(c, midnight)
		}
		if !blank(cells) {
			if err := taken.take(len(cells)); err != nil {
				return nil, err
			}
			rows = append(rows, Row{Number: number, Cells: cells, Hidden: shown.GetRowOpts().Hidden})
		}
	}
	if err := shown.Error(); err != nil {
		return nil, unreadable(err)
	}
	return rows, opt.Context.Err()
}

func unreadable(err error) error {
	return notAList().Because(err)
}

func noSheet(name string, sheets []string) error {
	return seminar.Errorf(CodeSheet, "There is no sheet “{sheet}” in this file. It has: {sheets}.").
		WithArg("sheet", name).WithArg("sheets", strings.Join(sheets, ", "))
}
