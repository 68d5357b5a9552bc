package transfer

import (
	"context"
	"encoding/json"
	"io"
	"time"

	"lanyard/internal/document"
)

// ReportTypes are the endings of the files that WriteReport writes.
func ReportTypes() []string { return []string{"xlsx", "csv", "json"} }

// WriteReport writes the tables of a report as a workbook with a sheet for each, as CSV with one below the other, or as JSON; format
// is one of ReportTypes. A plain CSV is without the mark by which spreadsheets know UTF-8. It stops when the context ends and says how
// far it is. progress may be nil.
func WriteReport(ctx context.Context, w io.Writer, format string, plain bool, r document.Report, progress func(done, total int)) error {
	grids := r.Grids()
	switch format {
	case "xlsx":
		sheets := make([]Sheet, len(grids))
		for i, g := range grids {
			sheets[i] = sheetOf(g, r.RTL())
		}
		return WriteXLSX(ctx, w, sheets, progress)
	case "csv":
		s := stacked(r.Title, grids)
		s.Plain = plain
		return WriteCSV(ctx, w, s, progress)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return writeReportJSON(w, r, grids)
}

func sheetOf(g document.Grid, rtl bool) Sheet {
	s := Sheet{Name: g.Title, RTL: rtl, Rows: g.Rows}
	for _, c := range g.Columns {
		s.Columns = append(s.Columns, Column{Title: c.Title, Width: c.Width, Kind: kindOf(c.Kind)})
	}
	return s
}

func kindOf(kind string) Kind {
	switch kind {
	case document.ColumnNumber, document.ColumnMinutes, document.ColumnPercent:
		return Number
	case document.ColumnTime:
		return Time
	}
	return Text
}

// stacked is one table as it is, and several below each other: a line with the title of each, its head, its rows, an empty line.
func stacked(title string, grids []document.Grid) Sheet {
	if len(grids) == 1 {
		return sheetOf(grids[0], false)
	}
	wide := 1
	for _, g := range grids {
		wide = max(wide, len(g.Columns))
	}
	s := Sheet{Name: title, Columns: make([]Column, wide)}
	s.Columns[0].Title = title
	for _, g := range grids {
		head := make([]any, len(g.Columns))
		for i, c := range g.Columns {
			head[i] = c.Title
		}
		s.Rows = append(append(s.Rows, nil, []any{g.Title}, head), g.Rows...)
	}
	return s
}

// reportJSON is a report for programs. Columns and Rows are those of its first table.
type reportJSON struct {
	Kind    string      `json:"kind"`
	Title   string      `json:"title"`
	Columns []string    `json:"columns"`
	Rows    [][]any     `json:"rows"`
	Tables  []tableJSON `json:"tables"`
}

type tableJSON struct {
	Name    string       `json:"name"`
	Title   string       `json:"title"`
	Columns []columnJSON `json:"columns"`
	Rows    [][]any      `json:"rows"`
}

type columnJSON struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
}

func writeReportJSON(w io.Writer, r document.Report, grids []document.Grid) error {
	out := reportJSON{Kind: r.Kind, Title: r.Title, Columns: []string{}, Rows: [][]any{}, Tables: []tableJSON{}}
	for i, g := range grids {
		t := tableJSON{Name: g.Name, Title: g.Title, Columns: []columnJSON{}, Rows: [][]any{}}
		for _, c := range g.Columns {
			t.Columns = append(t.Columns, columnJSON{c.Title, c.Kind})
		}
		for _, row := range g.Rows {
			t.Rows = append(t.Rows, inJSON(row))
		}
		out.Tables = append(out.Tables, t)
		if i == 0 {
			for _, c := range g.Columns {
				out.Columns = append(out.Columns, c.Title)
			}
			out.Rows = t.Rows
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// inJSON are the values of a row as JSON has them: a time to the second with its zone.
func inJSON(row []any) []any {
	all := make([]any, len(row))
	for i, v := range row {
		if t, ok := v.(time.Time); ok {
			v = t.Format(time.RFC3339)
		}
		all[i] = v
	}
	return all
}
