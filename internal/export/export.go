// Package export makes the tables that leave a workspace: the people, the programme, delegations, initiatives, check-ins.
// The window and the command line write the same ones, in every format that transfer knows.
package export

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// What is what an export is of.
type What string

// The exports.
const (
	People      What = "people"
	Programme   What = "programme"
	Delegations What = "delegations"
	Initiatives What = "initiatives"
	Checkins    What = "checkins"
)

// Whats are all of them, in the order in which a list offers them.
func Whats() []What { return []What{People, Programme, Delegations, Initiatives, Checkins} }

// Formats are the endings of the files that an export can be.
func (w What) Formats() []string {
	tables := []string{".xlsx", ".csv", ".json"}
	switch w {
	case People:
		return append(tables, ".vcf")
	case Programme:
		return append(tables, ".ics")
	}
	return tables
}

// CodeFormat is the code of a file that an export cannot be. Args: ending, endings.
const CodeFormat = "export_format"

// Export is one table on its way out.
type Export struct {
	Desk     *desk.Desk
	Lang     *i18n.Lang
	Seminar  seminar.Seminar
	Rows     []seminar.RosterRow   // People: whom
	Plain    bool                  // of a CSV: without the mark of UTF-8
	Progress func(done, total int) // rows; may be nil
}

// Write writes an export in the format of a file's ending, and says how many rows it has. The format is one of the
// Formats, or the error is CodeFormat.
func (x Export) Write(ctx context.Context, w io.Writer, what What, name string) (int, error) {
	ending := strings.ToLower(filepath.Ext(name))
	if !slices.Contains(what.Formats(), ending) {
		return 0, noFormat(ending, what.Formats())
	}
	if ending == ".ics" {
		return x.calendar(ctx, w)
	}
	sheet, err := x.Sheet(ctx, what)
	if err != nil {
		return 0, err
	}
	switch ending {
	case ".csv":
		err = transfer.WriteCSV(ctx, w, sheet, x.Progress)
	case ".json":
		err = transfer.WriteJSON(ctx, w, sheet, x.Progress)
	case ".vcf":
		err = transfer.WriteCards(ctx, w, sheet, x.Progress)
	default:
		err = transfer.WriteXLSX(ctx, w, []transfer.Sheet{sheet}, x.Progress)
	}
	return len(sheet.Rows), err
}

func noFormat(ending string, endings []string) error {
	return seminar.Errorf(CodeFormat, "This cannot be a {ending} file. It can be {endings}.").
		WithArg("ending", ending).WithArg("endings", strings.Join(endings, ", "))
}

// Sheet is an export as a table.
func (x Export) Sheet(ctx context.Context, what What) (transfer.Sheet, error) {
	s := transfer.Sheet{Name: x.Lang.T("export.what." + string(what)), RTL: x.Lang.RTL(), Plain: x.Plain}
	var err error
	switch what {
	case People:
		err = x.everybody(ctx, &s)
	case Programme:
		err = x.programme(ctx, &s)
	case Delegations:
		err = x.delegations(ctx, &s)
	case Initiatives:
		err = x.initiatives(ctx, &s)
	case Checkins:
		err = x.checkins(ctx, &s)
	default:
		err = fmt.Errorf("export: there is none of %q", what)
	}
	return s, err
}

// columns are columns by their names among the texts; one that ends in # holds numbers, in @ times.
func (x Export) columns(ids ...string) []transfer.Column {
	all := make([]transfer.Column, len(ids))
	for i, id := range ids {
		c := transfer.Column{ID: strings.TrimRight(id, "#@")}
		switch {
		case strings.HasSuffix(id, "#"):
			c.Kind = transfer.Number
		case strings.HasSuffix(id, "@"):
			c.Kind = transfer.Time
		}
		c.Title = x.Lang.T("column." + c.ID)
		all[i] = c
	}
	return all
}

// yes is a tick in words.
func (x Export) yes(is bool) string {
	if is {
		return x.Lang.T("common.yes")
	}
	return x.Lang.T("common.no")
}

// local is a moment on the clock of the seminar; nil for none.
func (x Export) local(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.In(x.Seminar.Location()).Truncate(time.Second)
}
