package widgets

import (
	"slices"
	"strings"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// separator stands between things that are read apart: a name, a country, a title.
const separator = " · "

// reading gives a line of a text in the order in which the toolkit has to draw it, since that lets numbers and words of the other
// direction stand as they are written. Things between separators each run in their own direction and stand in the page's order;
// a line of a text that goes on runs as the whole of it does.
func reading(line, text string, rtl bool) string {
	parts := strings.Split(line, separator)
	if len(parts) == 1 {
		return typeset.Reordered(line, direction(text))
	}
	for i, one := range parts {
		parts[i] = typeset.Reordered(one, direction(one))
	}
	if rtl {
		slices.Reverse(parts)
	}
	return strings.Join(parts, separator)
}

func direction(text string) page.Direction {
	if typeset.RightToLeft(text) {
		return page.RTL
	}
	return page.LTR
}
