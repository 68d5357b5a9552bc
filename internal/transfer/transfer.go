// Package transfer takes lists of people in from CSV, TSV and XLSX files, as registration systems and offices make
// them, from JSON and address cards, and writes tables out, a programme as a calendar too. It knows nothing of storage, screens or languages of the interface.
package transfer

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"lanyard/internal/seminar"
)

// Codes of the errors of this package.
const (
	CodeEncoding        = "file_encoding"         // not valid in its encoding; Args line, column, encoding
	CodeUnknownEncoding = "file_unknown_encoding" // Args encoding
	CodeEmpty           = "file_empty"
	CodeFormat          = "file_format"    // neither text nor a workbook
	CodeQuote           = "file_quote"     // an open quotation mark; Args line
	CodeSheet           = "file_sheet"     // Args sheet, sheets
	CodeTooLarge        = "file_too_large" // Args limit, in MB
	CodeTooMany         = "file_too_many"  // more cells than any list; Args limit
	CodePassword        = "file_password"  // encrypted
	CodeColumns         = "file_columns"   // no column holds names; Args headers
	CodeField           = "file_field"     // Options.Map names no field; Args field, fields
	CodeJSON            = "file_json"      // no array of flat objects; Args n, the rows before
	CodeCard            = "file_card"      // an address card that is none; Args n, which
	CodeDamaged         = "file_damaged"   // a cell shows a text that the workbook lacks; Args cell
	CodeDelimiter       = "file_delimiter" // Options.Delimiter cannot divide cells; Args delimiter
)

// Codes of what can be wrong with a row or one of its cells (the codes of Problem), and of why a row is skipped.
const (
	CodeNoName      = "no_name"
	CodeBadEmail    = "email"
	CodeBadCountry  = "country"
	CodeBadStatus   = "status"
	CodeBadPhone    = "phone"
	CodeBadDate     = "date"
	CodeRounded     = "phone_rounded" // a spreadsheet left only the first digits
	CodeGuests      = "guests"        // Args guests: how many more than the one who is named
	CodeBadQuantity = "quantity"      // Args limit
	CodeHidden      = "hidden"        // the row does not show in the spreadsheet
	CodeFormula     = "formula"       // the cell shows an error of a spreadsheet
	CodeTotal       = "total"         // the row counts those above
	CodeRefunded    = "refunded"
	CodeVoid        = "void"
	CodeDeclined    = "declined"
	CodeCancelled   = "cancelled"
	CodeWithdrawn   = "withdrawn"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 256 << 20

// Options say how to read a file. The zero value finds everything out by itself.
type Options struct {
	Encoding   string            // "", "auto", or a name such as "utf-8", "utf-16le", "windows-1251": see Encodings
	Delimiter  rune              // between the cells of a text; 0 finds it out
	Sheet      string            // of a workbook; "" is the first that is a list of people, or else that holds anything
	Headerless bool              // the first row is a person already; the columns are then called "column 1", "column 2"…
	Map        map[string]string // column (Table.Key) -> field, before what is recognised; "" or "ignore" leaves it out, "auto" does not say
	Names      NameOrder         // how whole names are divided

	Context  context.Context       // cancels the reading; may be nil
	Progress func(done, total int) // rows read and, where known, in all (else 0); may be nil
}

// Table is a file as rows of texts.
type Table struct {
	Format     string // "csv" (of whatever delimiter), "xlsx", "ods", "json" or "vcf"
	Encoding   string // of a csv: "utf-8", "windows-1251"…
	Delimiter  rune   // of a csv
	Sheet      string // of a workbook
	Headers    []string
	Headerless bool // the file has no header; Headers are those of Indico's import, or numbers
	Rows       []Row
	Chosen     map[string]string // Options.Map
	Names      NameOrder         // Options.Names
}

// Keys are what Options.Map calls the columns: by their headers, or "column 3" for one that has none of its own.
func (t Table) Keys() []string {
	times := map[string]int{}
	for _, h := range t.Headers {
		times[fold(h)]++
	}
	keys := slices.Clone(t.Headers)
	for i, h := range t.Headers {
		if word := fold(h); word == "" || times[word] > 1 {
			keys[i] = numbered(i)
		}
	}
	return keys
}

// Key is that of a column, from 0.
func (t Table) Key(column int) string { return t.Keys()[column] }

// Has says whether Options.Map can call a column so.
func (t Table) Has(column string) bool {
	word := fold(column)
	return slices.ContainsFunc(append(t.Keys(), t.Headers...), func(name string) bool { return fold(name) == word })
}

func numbered(column int) string { return "column " + strconv.Itoa(column+1) }

// Row is one row of a table, without those that hold nothing.
type Row struct {
	Number int // the line at which it starts, or the row of the sheet, from 1
	Cells  []string
	Hidden bool  // it does not show in the spreadsheet
	Merged []int // columns of cells that have the text of a merged one above
}

// Cell is the text of a column, "" beyond the last.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// Person is somebody on a list.
type Person struct {
	Row         int
	ID          seminar.ID        // of somebody whom this program knows, if the list says so (FieldPerson)
	Key         string            // the same for the same row in another export: by secret, id, e-mail address or name
	Attendee    seminar.Attendee  // without ID
	Status      seminar.Status    // "" if the list does not say
	Category    string            // name
	Delegation  string            // name
	ForeignCode string            // what the other system's ticket carries
	BadgeNumber string            // by which a list that was written here says whom it means
	CheckedIn   string            // as the list has it; "" is not
	Answers     map[string]string // to the seminar's own questions, by their ids
	Whole       string            // the whole name, if the list has no columns for its parts
	Divided     Division          // how Whole was divided
}

// Skip is a row that was left out on purpose.
type Skip struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"` // a sentence
	Code   string `json:"code"`
	Person Person `json:"-"` // whose row it is, as far as the list says
}

// Problem is something wrong with a row. Only a row without a name is left out for it: a person with an unreadable
// e-mail address, country or status is taken in without it. In a language of the interface it is the text of
// "import.problem." and the code, filled in with value and Args.
type Problem struct {
	Row     int               `json:"row"`
	Column  string            `json:"column"`
	Value   string            `json:"value"`
	Code    string            `json:"code"`
	Args    map[string]string `json:"args,omitempty"`
	Message string            `json:"message"` // in English
}

// Result is the people of a list, and what became of every other row: Rows is the sum of People, Skipped and the rows
// without a name.
type Result struct {
	Rows    int
	People  []Person
	Skipped []Skip
	Errors  []Problem
	Source  string // of which system or with which headers: the same for another export of the same list

	columns map[Field]string // headers
	count   int              // of the people who are not kept in People
	again   iter.Seq[Person] // makes them; nil where they are kept
}

// Column is the header of the column that a field of a person came from, or the field's own name if there was none.
func (r Result) Column(field string) string {
	candidates := []Field{Field(field)}
	if f := Field(field); f == FieldGivenName || f == FieldFamilyName {
		candidates = append(candidates, FieldName, FieldFamilyFirst)
	}
	for _, f := range candidates {
		if header := r.columns[f]; header != "" {
			return header
		}
	}
	return field
}
