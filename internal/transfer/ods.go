package transfer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// An OpenDocument spreadsheet is read by ourselves: no kept library does, and what a list needs of it is a walk through one part,
// content.xml (OpenDocument 1.3, part 3, 9.1: table:table, table:table-row, table:table-cell, text:p).

// mostRepeated is how often a cell that holds something, and how often the rows of a sheet together, may stand for themselves and
// the ones after them: they are counted, not written out, so that a few bytes could mean a million people.
const mostRepeated = 1000

// isODS says whether a zip file is an OpenDocument spreadsheet, by its first part.
func isODS(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 200)], []byte("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
}

// readODS gives the rows of a sheet: that of Options.Sheet, or the first that is a list of people, or else that holds anything.
func readODS(data []byte, opt Options, most int) (rows []Row, sheet string, sheets []string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, "", nil, unreadable(err)
	}
	if lockedODS(z) {
		return nil, "", nil, locked()
	}
	part, err := z.Open("content.xml")
	if err != nil {
		return nil, "", nil, unreadable(err)
	}
	defer func() { _ = part.Close() }()
	if info, err := part.Stat(); err != nil || !bearable(uint64(info.Size()), uint64(len(data))) {
		return nil, "", nil, unreadable(errors.Join(err, errTooDense))
	}
	o := odsReader{xml: xml.NewTokenDecoder(&shallow{xml: xml.NewDecoder(part)}), opt: opt, most: most}
	if err := o.read(); err != nil {
		return nil, "", o.sheets, err
	}
	if opt.Sheet != "" && o.sheet == "" {
		return nil, "", o.sheets, noSheet(opt.Sheet, o.sheets)
	}
	return o.rows, o.sheet, o.sheets, nil
}

// odsReader walks through content.xml.
type odsReader struct {
	xml  *xml.Decoder
	opt  Options
	most int

	sheets []string
	sheet  string // whose rows these are
	rows   []Row
	taken  room
	again  int // rows that were only counted
	spaces int // likewise
	merged map[int]*tall
}

func (o *odsReader) read() error {
	for depth := 0; ; {
		token, err := o.xml.Token()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return unreadable(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			if t.Name.Local != "table" {
				continue
			}
			depth--
			name := attribute(t, "name")
			o.sheets = append(o.sheets, name)
			if err := o.take(name); err != nil {
				return err
			}
		}
	}
}

// take reads a sheet if it is that of Options.Sheet or, where that chooses none, if none before it is a list of people.
func (o *odsReader) take(name string) error {
	chosen := o.opt.Sheet != ""
	if chosen && !strings.EqualFold(name, strings.TrimSpace(o.opt.Sheet)) || !chosen && promising(o.rows, o.opt) {
		return o.xml.Skip()
	}
	before := o.rows
	o.rows = nil
	if err := o.table(); err != nil {
		return err
	}
	if chosen || len(before) == 0 && len(o.rows) > 0 || promising(o.rows, o.opt) {
		o.sheet = name
	} else {
		o.rows = before
	}
	return nil
}

// table reads a sheet to its end.
func (o *odsReader) table() error {
	o.merged = map[int]*tall{}
	number := 1
	for depth := 1; depth > 0; {
		token, err := o.xml.Token()
		if err != nil {
			return unreadable(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if t.Name.Local != "table-row" { // groups and header rows hold rows too
				depth++
				continue
			}
			times := repeated(t, "number-rows-repeated")
			row, err := o.row()
			if err != nil {
				return err
			}
			cells := row.Cells
			row.Hidden = slices.Contains([]string{"collapse", "filter"}, attribute(t, "visibility"))
			if number%1000 == 0 {
				if err := o.opt.Context.Err(); err != nil {
					return err
				}
				if o.opt.Progress != nil {
					o.opt.Progress(number, 0)
				}
			}
			if blank(cells) {
				number += times
				continue
			}
			if o.again += times - 1; o.again > mostRepeated {
				return unreadable(errTooDense)
			}
			for range times {
				if err := o.taken.take(len(cells)); err != nil {
					return err
				}
				if o.most == 0 || len(o.rows) < o.most {
					row.Number = number
					o.rows = append(o.rows, row)
				}
				number++
			}
		}
	}
	return nil
}
