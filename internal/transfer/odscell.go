package transfer

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// mostSpaces is how many spaces a sheet may have that are counted and not written out.
const mostSpaces = 1 << 20

// tall is a cell that was merged over several rows.
type tall struct {
	text string
	left int // rows below that it holds for
}

// row reads the cells of a row. What stands empty behind the last one, as far as the sheet is wide, is left.
func (o *odsReader) row() (Row, error) {
	var r Row
	empty := 0
	for {
		token, err := o.xml.Token()
		if err != nil {
			return r, unreadable(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			o.below(&r)
			return r, nil
		case xml.StartElement:
			times := repeated(t, "number-columns-repeated")
			text, err := o.cell(t)
			if err != nil {
				return r, err
			}
			if text == "" {
				empty += times
				continue
			}
			if len(r.Cells)+empty+times > widest || times > mostRepeated {
				return r, unreadable(errTooDense)
			}
			r.Cells = append(slices.Grow(r.Cells, empty+times), make([]string, empty)...)
			empty = 0
			if rows := repeated(t, "number-rows-spanned"); rows > 1 && rows <= tallestMerged {
				o.merged[len(r.Cells)] = &tall{text, rows}
			}
			for range times {
				r.Cells = append(r.Cells, text)
			}
		}
	}
}

// below gives a row that holds anything the texts of the merged cells above.
func (o *odsReader) below(r *Row) {
	hold := !blank(r.Cells)
	for column, m := range o.merged {
		if hold {
			r.inherit(column, m.text)
		}
		if m.left--; m.left == 0 {
			delete(o.merged, column)
		}
	}
}

// cell is the text of a cell, its paragraphs on lines of their own, or the value of a date. A note on a cell is not of it.
func (o *odsReader) cell(of xml.StartElement) (string, error) {
	var lines []string
	var b strings.Builder
	for depth := 1; depth > 0; {
		token, err := o.xml.Token()
		if err != nil {
			return "", unreadable(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if depth > 1 {
				b.Write(t)
			}
		case xml.EndElement:
			if depth--; depth == 1 && t.Name.Local == "p" {
				lines = append(lines, b.String())
				b.Reset()
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "annotation":
				if err := o.xml.Skip(); err != nil {
					return "", unreadable(err)
				}
				continue
			case "s":
				n := min(repeated(t, "c"), mostRepeated)
				if o.spaces += n; o.spaces > mostSpaces {
					return "", unreadable(errTooDense)
				}
				b.WriteString(strings.Repeat(" ", n))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			}
			depth++
		}
	}
	if date := attribute(of, "date-value"); date != "" {
		return strings.TrimSuffix(date, "T00:00:00"), nil
	}
	if whole := attribute(of, "value"); attribute(of, "value-type") == "float" && strings.Trim(whole, "0123456789") == "" {
		return whole, nil // a long number, which the text may show as 9.94E+11
	}
	return strings.Join(lines, "\n"), nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// repeated is how many times something stands, at least once.
func repeated(t xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<20)
}
