package transfer

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Kind is what a column of a sheet holds.
type Kind int

// The kinds of column.
const (
	Text   Kind = iota
	Number      // int, int64, float64
	Time        // time.Time, shown as wall clock of its own zone
)

// Date is a day as 2006-01-02, which a workbook has as a date; what is none stays a text.
type Date string

// Column is one column of a sheet.
type Column struct {
	ID    string // what the column holds, in every language the same: a Field, or a word of the kind of sheet
	Title string
	Width float64 // in letters, for workbooks; 0 is a width by kind
	Kind  Kind
}

// Sheet is a table to write.
type Sheet struct {
	Name    string
	RTL     bool // of a workbook: the first column stands on the right
	Plain   bool // of a CSV: without the mark by which spreadsheets know UTF-8
	Columns []Column
	Rows    [][]any // nil and zero times are empty cells
}

const timeLayout = "2006-01-02 15:04"

// WriteCSV writes a sheet as CSV that spreadsheets open right: UTF-8 with its mark (but for a plain one), commas, CR LF. A text that a
// spreadsheet would run as a formula gets an apostrophe in front, which Read takes off again. It stops when the context ends and says
// how far it is. progress may be nil.
func WriteCSV(ctx context.Context, w io.Writer, s Sheet, progress func(done, total int)) error {
	out := bufio.NewWriter(w)
	if !s.Plain {
		out.WriteString("\ufeff")
	}
	for i, c := range s.Columns {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(quoted(guarded(c.Title)))
	}
	out.WriteString("\r\n")
	for n, row := range s.Rows {
		if err := step(ctx, n, len(s.Rows), progress); err != nil {
			return err
		}
		for i := range s.Columns {
			if i > 0 {
				out.WriteByte(',')
			}
			if i < len(row) {
				out.WriteString(quoted(csvCell(row[i])))
			}
		}
		out.WriteString("\r\n")
	}
	return out.Flush()
}

// step looks every 500 rows whether to go on.
func step(ctx context.Context, done, total int, progress func(done, total int)) error {
	if done%500 != 0 {
		return nil
	}
	if progress != nil {
		progress(done, total)
	}
	return ctx.Err()
}

func csvCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return guarded(strings.ReplaceAll(v, "\x00", "")) // a list with one is taken for a damaged one
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.Format(timeLayout)
	}
	return guarded(fmt.Sprint(v))
}

func quoted(s string) string {
	if !strings.ContainsAny(s, ",;\t\"\r\n|") && strings.TrimSpace(s) == s {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
