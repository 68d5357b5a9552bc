package transfer

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/seminar"
)

// Read takes a file, or a text from the clipboard, apart into rows. What it is shows from its content: a workbook, or text whose
// encoding and delimiter are found out; name is only asked when that leaves a doubt. The first row that names columns is the
// header, and titles above it are passed over. The errors are *seminar.Error with the codes of this package, what r
// gave, or the context's.
func Read(r io.Reader, name string, opt Options) (Table, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return Table{}, err
	}
	t, _, err := read(data, name, opt, 0)
	return t, err
}

// read reads a file to its end or, unless most is 0, about that many rows of it. It gives the sheets of a workbook too.
func read(data []byte, name string, opt Options, most int) (Table, []string, error) {
	if opt.Context == nil {
		opt.Context = context.Background()
	}
	for _, field := range opt.Map {
		if !Field(field).known() {
			var fields []string
			for _, f := range Fields() {
				fields = append(fields, string(f))
			}
			return Table{}, nil, seminar.Errorf(CodeField, "“{field}” is not a field of an attendee. The fields are: {fields}.").
				WithArg("field", field).WithArg("fields", strings.Join(fields, ", "))
		}
	}
	if d := opt.Delimiter; d != 0 && (d < '\t' || d == '\n' || d == '\r' || d == '"' || d > '~') {
		return Table{}, nil, seminar.Errorf(CodeDelimiter, "“{delimiter}” cannot divide the cells of a list. Choose a comma, a semicolon, a tab or |.").
			WithArg("delimiter", string(d))
	}
	switch {
	case len(data) > MaxSize:
		return Table{}, nil, seminar.Errorf(CodeTooLarge, "The file is larger than {limit} MB. Divide it and import the parts.").
			WithArg("limit", strconv.Itoa(MaxSize>>20))
	case len(data) == 0:
		return Table{}, nil, empty()
	}
	table := Table{Chosen: opt.Map, Names: opt.Names, Headerless: opt.Headerless}
	var sheets []string
	var err error
	switch {
	case isODS(data):
		table.Format = "ods"
		table.Rows, table.Sheet, sheets, err = readODS(data, opt, most)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		table.Format = "xlsx"
		table.Rows, table.Sheet, sheets, err = readWorkbook(data, opt, most)
	case lockedBook(data):
		err = locked()
	case foreign(data):
		err = notAList()
	case isCards(data):
		table.Format = "vcf"
		if _, _, err = decode(data, UTF8); err == nil {
			table.Rows, err = readCards(opt.Context, data)
		}
	case isJSON(data):
		table.Format = "json"
		if _, _, err = decode(data, UTF8); err == nil {
			table.Rows, err = readJSON(opt.Context, data)
		}
	default:
		table.Format = "csv"
		var text string
		if text, table.Encoding, err = decode(data, opt.Encoding); err == nil {
			table.Rows, table.Delimiter, err = parseCSV(encodedOnce(text), name, opt, most)
			unguard(table.Rows)
		}
	}
	if err != nil {
		return Table{}, sheets, err
	}
	if len(table.Rows) == 1 && table.Rows[0].Number == 0 || !slices.ContainsFunc(table.Rows, func(r Row) bool { return strings.Trim(strings.Join(r.Cells, ""), " \t\r\n;,|") != "" }) {
		return Table{}, sheets, empty()
	}
	if table.Format == "json" || table.Format == "vcf" {
		table.Headers, table.Rows = table.Rows[0].Cells, table.Rows[1:]
	} else {
		table.takeHeader()
	}
	if opt.Progress != nil {
		opt.Progress(len(table.Rows), len(table.Rows))
	}
	return table, sheets, nil
}

func empty() error { return seminar.Errorf(CodeEmpty, "The file is empty. Choose another one.") }

func notAList() *seminar.Error {
	return seminar.Errorf(CodeFormat, "This is not a list that can be read here. Save it as CSV or XLSX and try again.")
}

// foreign tells files that are surely no list: old workbooks, PDFs, pictures, pages.
func foreign(data []byte) bool {
	for _, magic := range []string{"\xd0\xcf\x11\xe0", "%PDF-", "\x89PNG", "\xff\xd8\xff", "SQLite format 3", "GIF8", "7z\xbc\xaf", "\x1f\x8b"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1000)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(text, []byte("<")) && slices.ContainsFunc([]string{"<!doctype", "<html", "<table", "<?xml"}, func(tag string) bool {
		return bytes.Contains(bytes.ToLower(text), []byte(tag)) // a page of a website that calls itself .xls
	})
}
