package transfer

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/seminar"
)

// mostShared is how many texts the cells of a workbook may share.
const mostShared = 1 << 20

// longestIndex is how much of a cell's value is read as the number of a shared text, in bytes.
const longestIndex = 64

// sharedTexts is how many texts the cells of a workbook share (ECMA-376, part 1, 18.4.9): a cell of type "s" says which of them
// it shows. Where there is none, the library that reads the workbook shows an empty cell.
type sharedTexts int

// sharingCells walks through the tokens of the parts with cells and texts.
type sharingCells struct {
	texts  *sharedTexts
	merged []string
	row    int
	column int
	cell   string // where it says that it is, such as "B7"; "" if it does not
	shares bool   // the cell shows a shared text
	value  bool   // what comes now is a cell's value
	which  []byte // of the shared texts
}

func (s *sharingCells) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "row":
			s.row++
			if n, err := strconv.Atoi(attribute(t, "r")); err == nil {
				s.row = n
			}
			s.column = 0
		case "c":
			s.column++
			s.cell, s.shares, s.which = attribute(t, "r"), attribute(t, "t") == "s", s.which[:0]
		case "v":
			s.value = true
		case "mergeCell":
			if len(s.merged) < mostMerged {
				s.merged = append(s.merged, attribute(t, "ref"))
			}
		case "si":
			*s.texts++
		}
		if s.column > widest || *s.texts > mostShared {
			return errTooDense
		}
	case xml.CharData:
		if s.value && s.shares && len(s.which) < longestIndex {
			s.which = append(s.which, t[:min(len(t), longestIndex)]...)
		}
	case xml.EndElement:
		if s.value = s.value && t.Name.Local != "v"; t.Name.Local == "c" && s.shares && len(s.which) > 0 {
			if n, err := strconv.Atoi(string(bytes.TrimSpace(s.which))); err != nil || n < 0 || n >= int(*s.texts) {
				return s.damaged()
			}
		}
	}
	return nil
}

func (s *sharingCells) damaged() error {
	if s.cell == "" {
		s.cell, _ = excelize.CoordinatesToCellName(max(1, s.column), max(1, s.row))
	}
	return seminar.Errorf(CodeDamaged, "This workbook is damaged: the text of cell {cell} is not in it. Open it in a spreadsheet program, look at that cell, save the file and try again.").
		WithArg("cell", s.cell)
}
