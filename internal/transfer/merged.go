package transfer

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A cell that was merged over several rows, such as a delegation beside its people, holds for all of them.

// mostMerged is how many merged cells of a sheet are looked at, and how many rows one may hold for.
const mostMerged, tallestMerged = 10_000, 1000

// mergedCells are the merged cells of the sheets of a workbook, such as "A2:A4", by the parts that they are in.
type mergedCells map[string][]string

// fill gives the rows below a merged cell its text.
func fill(rows []Row, merged []string) {
	at := func(number int) int {
		i, _ := slices.BinarySearchFunc(rows, number, func(r Row, n int) int { return r.Number - n })
		return i
	}
	for _, m := range merged {
		first, last, _ := strings.Cut(m, ":")
		column, from, err := excelize.CellNameToCoordinates(first)
		_, to, failed := excelize.CellNameToCoordinates(last)
		top := at(from)
		if err != nil || failed != nil || to-from > tallestMerged || top == len(rows) || rows[top].Number != from {
			continue
		}
		text := rows[top].Cell(column - 1)
		for i := top + 1; i < len(rows) && rows[i].Number <= to; i++ {
			rows[i].inherit(column-1, text)
		}
	}
}

// inherit gives an empty cell of a row the text of a merged one above.
func (r *Row) inherit(column int, text string) {
	if text == "" || r.Cell(column) != "" {
		return
	}
	if missing := column + 1 - len(r.Cells); missing > 0 {
		r.Cells = append(r.Cells, make([]string, missing)...)
	}
	r.Cells[column] = text
	r.Merged = append(r.Merged, column)
}

// sheetPart is the part of a workbook that a sheet is in (ECMA-376, part 1, 18.2.19), in small letters; "" if it says none.
func sheetPart(z *zip.Reader, sheet string) string {
	id := ""
	elements(z, "xl/workbook.xml", func(t xml.StartElement) {
		if t.Name.Local == "sheet" && attribute(t, "name") == sheet {
			id = attribute(t, "id")
		}
	})
	target := ""
	elements(z, "xl/_rels/workbook.xml.rels", func(t xml.StartElement) {
		if t.Name.Local == "Relationship" && attribute(t, "Id") == id {
			target = attribute(t, "Target")
		}
	})
	if rest, absolute := strings.CutPrefix(target, "/"); absolute {
		return strings.ToLower(rest)
	}
	return strings.ToLower(path.Join("xl", target))
}

// elements goes through the elements of a part that was found sound.
func elements(z *zip.Reader, part string, each func(xml.StartElement)) {
	f, err := z.Open(part)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }()
	for d := xml.NewDecoder(io.LimitReader(f, smallPart)); ; {
		token, err := d.RawToken()
		if err != nil {
			return
		}
		if t, ok := token.(xml.StartElement); ok {
			each(t)
		}
	}
}
