package transfer

import (
	"bytes"
	"context"
	"strings"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/seminar"
)

// readWorkbook gives the rows of a sheet. Formulas are never worked out: a cell is what its maker last saw in it.
func readWorkbook(ctx context.Context, data []byte, opt Options) ([]Row, string, error) {
	if err := sound(ctx, data); err != nil {
		return nil, "", err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: MaxSize, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, "", unreadable(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if opt.Sheet != "" {
		for _, s := range sheets {
			if strings.EqualFold(s, strings.TrimSpace(opt.Sheet)) {
				rows, err := readSheet(ctx, f, s, opt.Progress)
				return rows, s, err
			}
		}
		return nil, "", seminar.Errorf(CodeSheet, "There is no sheet “{sheet}” in this file. It has: {sheets}.").
			WithArg("sheet", opt.Sheet).WithArg("sheets", strings.Join(sheets, ", "))
	}
	for _, s := range sheets {
		if visible, err := f.GetSheetVisible(s); err != nil || !visible {
			continue
		}
		rows, err := readSheet(ctx, f, s, opt.Progress)
		if err != nil || len(rows) > 0 {
			return rows, s, err
		}
	}
	return nil, "", nil
}

func readSheet(ctx context.Context, f *excelize.File, sheet string, progress func(done, total int)) ([]Row, error) {
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil, unreadable(err)
	}
	defer shown.Close()
	var rows []Row
	for number := 1; shown.Next(); number++ {
		if number%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if progress != nil {
				progress(number, 0)
			}
		}
		cells, err := shown.Columns()
		if err != nil {
			return nil, unreadable(err)
		}
		if !blank(cells) {
			rows = append(rows, Row{Number: number, Cells: cells})
		}
	}
	if err := shown.Error(); err != nil {
		return nil, unreadable(err)
	}
	return rows, ctx.Err()
}

func unreadable(err error) error {
	return seminar.Errorf(CodeFormat, "This is not a list that can be read here. Save it as CSV or XLSX and try again.").Because(err)
}
