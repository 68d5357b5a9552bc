package transfer

import (
	"strconv"

	"lanyard/internal/seminar"
)

// mostCells is how many cells a list may have: those of a hundred thousand people in thirty columns. A few bytes of a file can
// mean a row that is sixteen thousand cells wide.
const mostCells = 3 << 20

// room is how many cells a list has so far, a row counting as one more.
type room int

// take counts a row, and fails with CodeTooMany when the list becomes larger than any list of people.
func (r *room) take(cells int) error {
	if *r += room(1 + cells); *r <= mostCells {
		return nil
	}
	return seminar.Errorf(CodeTooMany, "This list has more than {limit} cells. Leave out the rows and columns that are not needed, or divide it and import the parts.").
		WithArg("limit", strconv.Itoa(mostCells))
}
