package export

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// ProblemFormats are the endings of the files that Problems can be.
func ProblemFormats() []string { return []string{".xlsx", ".csv"} }

// Problems are the rows of a list with which something was wrong at its import, or would be, for somebody to correct and import
// again.
type Problems struct {
	Lang   *i18n.Lang
	List   desk.ImportList // as it was read
	Report desk.ImportReport
}

// Write writes them in the format of a file's ending, and says how many rows they are. The format is one of ProblemFormats, or
// the error is CodeFormat.
func (p Problems) Write(ctx context.Context, w io.Writer, name string) (int, error) {
	ending := strings.ToLower(filepath.Ext(name))
	if !slices.Contains(ProblemFormats(), ending) {
		return 0, noFormat(ending, ProblemFormats())
	}
	opt := p.List.Options
	opt.Context, opt.Progress = ctx, nil
	table, err := transfer.Read(bytes.NewReader(p.List.Data), p.List.Name, opt)
	if err != nil {
		return 0, err
	}
	wrong := map[int]string{}
	for _, e := range p.Report.Errors {
		sentence := Problem(p.Lang, e)
		if e.Column != "" {
			sentence = e.Column + ": " + sentence
		}
		wrong[e.Row] = strings.TrimSpace(wrong[e.Row] + " " + sentence)
	}
	sheet := transfer.ProblemSheet(table, p.Lang.T("export.problems.column"), wrong, p.Report.People)
	sheet.Name, sheet.RTL = p.Lang.T("export.problems"), p.Lang.RTL()
	if ending == ".csv" {
		return len(sheet.Rows), transfer.WriteCSV(ctx, w, sheet, nil)
	}
	return len(sheet.Rows), transfer.WriteXLSX(ctx, w, []transfer.Sheet{sheet}, nil)
}

// Problem says what is wrong with a cell of a list.
func Problem(l *i18n.Lang, p transfer.Problem) string {
	key := "import.problem." + p.Code
	if !l.Has(key) {
		return l.Err(&seminar.Error{Code: p.Code, Message: p.Message, Args: p.Args})
	}
	var args []any
	for name, value := range p.Values() {
		args = append(args, name, value)
	}
	return l.T(key, args...)
}
