package transfer

import (
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/seminar"
)

// mark begins the headers of the columns that ProblemSheet adds to those of a list.
const mark = "Lanyard: "

// headerPerson is the header of FieldPerson, in every language.
const headerPerson = mark + "id"

// added says whether a column was added to a list by ProblemSheet.
func added(header string) bool { return strings.HasPrefix(header, mark) }

// ProblemSheet are the rows of a list with which something is wrong, as they stand in it, for somebody to correct and import
// again. Behind its columns two are added: what is wrong, under a title and by the number of the row, and whom the row became, so
// that the corrected one is theirs. They count for nothing else.
func ProblemSheet(t Table, title string, wrong map[int]string, became map[int]seminar.ID) Sheet {
	s := Sheet{}
	for _, h := range t.Headers {
		if !added(h) {
			s.Columns = append(s.Columns, Column{Title: h})
		}
	}
	s.Columns = append(s.Columns, Column{Title: mark + title, Width: 60}, Column{Title: headerPerson})
	for _, r := range t.Rows {
		if wrong[r.Number] == "" {
			continue
		}
		var cells []any
		for i, h := range t.Headers {
			if !added(h) {
				cells = append(cells, r.Cell(i))
			}
		}
		s.Rows = append(s.Rows, append(cells, wrong[r.Number], string(became[r.Number])))
	}
	return s
}

// idOf is an id as this program writes them; "" for any other text.
func idOf(text string) seminar.ID {
	id, err := uuid.Parse(text)
	if err != nil {
		return ""
	}
	return seminar.ID(id.String())
}
