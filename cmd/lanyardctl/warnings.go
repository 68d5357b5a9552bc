package main

import (
	"fmt"
	"io"

	"lanyard/internal/document"
)

// shownAlike is how many warnings of a kind are read one by one: a sheet too small for its badges says so of everybody.
const shownAlike = 10

// plainWarnings says what the pages could not show, the first of each kind, and how many more there are.
func plainWarnings(w io.Writer, all []document.Warning) {
	seen := map[string]int{}
	for _, one := range all {
		if seen[one.Code]++; seen[one.Code] <= shownAlike {
			if one.AttendeeID != "" {
				fmt.Fprintf(w, "%s: ", one.AttendeeID)
			}
			fmt.Fprintln(w, one.Message)
		}
	}
	more := 0
	for _, n := range seen {
		more += max(n-shownAlike, 0)
	}
	if more > 0 {
		fmt.Fprintf(w, "and %d more like these; --json has all of them\n", more)
	}
}
