package widgets

import (
	"slices"
	"strings"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// separators stand between things that are read apart: a name and a country, the words of a button and its key.
var separators = [...]string{" · ", "  "}

// reading gives a line of a text in the order in which the toolkit has to draw it, since that lets numbers and words of the other
// direction stand as they are written. Things between separators each run in their own direction and stand in the page's order;
// a line of a text that goes on runs as the whole of it does.
func reading(line, text string, rtl bool) string {
	for _, separator := range separators {
		parts := strings.Split(line, separator)
		if len(parts) == 1 {
			continue
		}
		for i, one := range parts {
			parts[i] = reading(one, one, rtl)
		}
		if rtl {
			slices.Reverse(parts)
		}
		return strings.Join(parts, separator)
	}
	return typeset.Reordered(line, direction(text))
}

func direction(text string) page.Direction {
	if typeset.RightToLeft(text) {
		return page.RTL
	}
	return page.LTR
}
