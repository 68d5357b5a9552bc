package document

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Table is one table of a report. How it looks on paper is its shape; its values are the same everywhere.
type Table struct {
	Name    string // for programs: "countries"
	Title   string
	Shape   Shape
	Columns []Column
	// Parts are the rows below headings; a table without headings has one part without a title.
	Parts []Part
	// Parted is the title of the column that spreadsheets have in place of the headings.
	Parted string
	Foot   []Entry // a last row, such as sums; nil is none
	Empty  string  // the sentence in place of no rows
	Note   string  // below the title
	Legend string
	Paged  bool // every part has a page of its own
	// Continued keeps the table below the one before it, without a heading of its own.
	Continued bool
	tiles     int     // of figures: how many are large
	least     float64 // height of a row on paper, in millimetres
}

// Shape is how a table is drawn on paper.
type Shape int

// The shapes.
const (
	Plain   Shape = iota // rows below a head
	Figures              // the first rows large, the others in a line
	Columns              // upright bars over time: from, to, number
	Bars                 // what, part, whole
	Stacks               // what, and the parts of a whole beside each other
	Cards                // texts below each other
	Marks                // people by sessions
)

// Part is rows below a heading.
type Part struct {
	Title string
	Note  string // below the heading, on paper alone: what the tables say elsewhere
	Flag  string // country
	Rows  [][]Entry
}

// The kinds of a column's values.
const (
	ColumnText    = "text"    // string
	ColumnNumber  = "number"  // int
	ColumnTime    = "time"    // time.Time in the seminar's zone
	ColumnMinutes = "minutes" // int
	ColumnPercent = "percent" // int
	ColumnCountry = "country" // string: ISO 3166-1 alpha-2, or "" for none
)

// Place is where paper has the values of a column.
type Place int

// The places.
const (
	Own    Place = iota // a column of its own
	Below               // a second line in the column before it
	Flag                // a flag before the text of the column before it
	Within              // said in the column before it
)

// Column is a column of a table.
type Column struct {
	Title string
	Sheet string // in a spreadsheet, where a value stands as a bare number; "" is Title
	Kind  string // "" is ColumnText
	Place Place
	Share float64 // of the paper's width
	Width float64 // in characters, in a workbook; 0 is one by kind
	Lines int     // that an entry takes on paper at the most; 0 is 2
	Bold  bool
	Start bool // numbers and times stand at the start, not at the end
	Bar   bool // a bar shows the percentage
	Box   bool // an entry without a value is a box to sign in or to tick
}

// Entry is one value of a table.
type Entry struct {
	Value any    // string, int or time.Time by the column's kind; nil is none
	Text  string // as paper has it; "" is the value in the words of its kind
	Code  string // of a category its colour, of a status the status, of a figure in a line that it is there
}

// val is an entry of a bare value.
func val(v any) Entry { return Entry{Value: v} }

// row makes a row of bare values and of entries.
func row(values ...any) []Entry {
	all := make([]Entry, len(values))
	for i, v := range values {
		if e, ok := v.(Entry); ok {
			all[i] = e
		} else {
			all[i].Value = v
		}
	}
	return all
}

// rows are the rows of a table without headings.
func rows(all [][]Entry) []Part { return []Part{{Rows: all}} }

// when is a time, or nothing for the zero time.
func when(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

// some is a number, or nothing for 0.
func some(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// Len is how many rows the table has, without its last one of sums.
func (t Table) Len() int {
	n := 0
	for _, p := range t.Parts {
		n += len(p.Rows)
	}
	return n
}

// written is an entry as paper has it.
func (k kit) written(c Column, e Entry, days bool) string {
	if e.Text != "" {
		return e.Text
	}
	switch v := e.Value.(type) {
	case string:
		if c.Kind == ColumnCountry {
			return k.countryNamed(v)
		}
		return v
	case int:
		switch c.Kind {
		case ColumnMinutes:
			return k.attended(v)
		case ColumnPercent:
			return k.T("document.percent", "n", v)
		}
		return k.Number(v)
	case time.Time:
		return k.clock(v, days)
	}
	if c.Kind != "" && c.Kind != ColumnText && !c.Box {
		return "–"
	}
	return ""
}

// countryNamed is the name of a country, or the words for none.
func (k kit) countryNamed(code string) string {
	if code == "" {
		return k.T("common.no_country")
	}
	return k.Country(code)
}

func (k kit) attended(minutes int) string {
	if minutes == 0 {
		return "–"
	}
	return k.Hours(minutes)
}

// together is the time of many people, in whole hours once it is long: the minutes would say nothing more.
func (k kit) together(minutes int) Entry {
	e := val(minutes)
	if minutes >= 600 {
		e.Text = k.Hours((minutes + 30) / 60 * 60)
	}
	return e
}

// word is the text of a key made of a stem and a word of the domain, or that word itself if there is no text for it.
func (k kit) word(stem, name string) string {
	if name == "" || !k.Has(stem+name) {
		return name
	}
	return k.T(stem + name)
}

// headed is the text of a key at the head of a line.
func (k kit) headed(key string) string {
	text := k.T(key)
	first, size := utf8.DecodeRuneInString(text)
	if k.Tag() == "az" {
		return string(unicode.AzeriCase.ToTitle(first)) + text[size:]
	}
	return string(unicode.ToTitle(first)) + text[size:]
}

// percentage is a part of a whole in per cent, rounded; nil of nothing.
func percentage(part, of int) any {
	if of <= 0 {
		return nil
	}
	return (200*part + of) / (2 * of)
}

// Grid is a table as spreadsheets have it: the titles of its columns with the kinds of their values, and rows of values:
// string, int or time.Time, or nil for none. Countries are in words.
type Grid struct {
	Name, Title string
	Columns     []Column
	Rows        [][]any
}

// Grid gives the table as spreadsheets have it.
func (r Report) Grid(t Table) Grid {
	g := Grid{Name: t.Name, Title: t.Title}
	if g.Title == "" {
		g.Title = r.Title
	}
	if t.Parted != "" {
		g.Columns = append(g.Columns, Column{Title: t.Parted, Kind: ColumnText, Width: 24})
	}
	for _, c := range t.Columns {
		if c.Sheet != "" {
			c.Title = c.Sheet
		}
		if c.Kind == "" {
			c.Kind = ColumnText
		}
		g.Columns = append(g.Columns, c)
	}
	g.Rows = make([][]any, 0, t.Len()+1)
	add := func(part string, entries []Entry) {
		row := make([]any, 0, len(g.Columns))
		if t.Parted != "" {
			row = append(row, part)
		}
		for i, e := range entries {
			v := e.Value
			if s, ok := v.(string); ok && t.Columns[i].Kind == ColumnCountry {
				v = ""
				if s != "" {
					v = r.kit.Country(s)
				}
			}
			row = append(row, v)
		}
		g.Rows = append(g.Rows, row)
	}
	for _, p := range t.Parts {
		for _, entries := range p.Rows {
			add(p.Title, entries)
		}
	}
	if t.Foot != nil {
		add("", t.Foot)
	}
	return g
}

// Grids are all tables of the report as spreadsheets have them.
func (r Report) Grids() []Grid {
	all := make([]Grid, len(r.Tables))
	for i, t := range r.Tables {
		all[i] = r.Grid(t)
	}
	return all
}

// numbered is the number of a row, for the column of numbers.
func numbered(i int) Entry { return Entry{Value: i + 1, Text: strconv.Itoa(i + 1)} }

// lines joins a text and what stands below it.
func lines(first, second string) string {
	if strings.TrimSpace(second) == "" {
		return first
	}
	return first + "\n" + second
}
