package trust

import (
	"slices"
	"strings"
)

// mostDiffer is how many differences of one page are told.
const mostDiffer = 8

// differences are where the lines of a page differ from those of the original in a language. What the page lacks of the
// data does not hold; where it lacks words of the layout alone, as those of another version of Lanyard may be, somebody has to
// look, as where the page may not be alone in the file and says more. None, and not nil, for a page that agrees, however its lines
// are broken.
func (o *original) differences(lines, want []string, language string, alone bool) []Print {
	if !o.whole {
		return o.lacking(lines, want, language)
	}
	if sameWords(lines, want) {
		return []Print{}
	}
	missing, extra := without(want, lines), without(lines, want)
	all := []Print{}
	for _, line := range missing {
		one := Print{Field: "words", Signed: line, Page: likest(extra, []string{line}), Look: true}
		if one.Page == "" && len(missing) == len(extra) {
			one.Page = extra[len(all)] // in its place, and with no word in common
		}
		if d, ok := o.of(line, one.Page); ok {
			one.Field, one.Look = d.field, false
		}
		all = append(all, one)
	}
	for _, line := range extra {
		if !slices.ContainsFunc(all, func(p Print) bool { return p.Page == line }) {
			all = append(all, Print{Field: "words", Page: line, Look: !alone})
		}
	}
	return worstFirst(all)
}

// lacking are the lines of the original that a page does not say, where only what was signed is known. A title in another
// language than English is not: somebody has to look.
func (o *original) lacking(lines, want []string, language string) []Print {
	all := []Print{}
	for _, line := range want {
		page := likest(lines, []string{line})
		d, ok := o.of(line, page)
		if !ok || d.field == "name" || onPage(d.field, line, line, lines).OK {
			continue
		}
		foreign := language != "en" && (d.field == "seminar" || d.field == "title")
		all = append(all, Print{Field: d.field, Signed: line, Page: page, Look: foreign})
	}
	return worstFirst(all)
}

func worstFirst(all []Print) []Print {
	slices.SortStableFunc(all, func(a, b Print) int {
		switch {
		case a.Look == b.Look:
			return 0
		case b.Look:
			return -1
		}
		return 1
	})
	return all
}

// weight is by how much a page differs: one line that does not hold more than all where somebody has to look.
func weight(all []Print) int {
	w := 0
	for _, p := range all {
		if w++; !p.Look {
			w += 1 << 16
		}
	}
	return w
}

// sameWords says whether two pages say the same, in the same order or broken otherwise.
func sameWords(a, b []string) bool {
	if solid(strings.Join(a, "")) == solid(strings.Join(b, "")) {
		return true
	}
	return unordered(strings.Join(a, " ")) == unordered(strings.Join(b, " "))
}

// without are the lines that are not among others, each of which counts once.
func without(lines, others []string) []string {
	left := map[string]int{}
	for _, l := range others {
		left[solid(l)]++
	}
	var all []string
	for _, l := range lines {
		if key := solid(l); left[key] > 0 {
			left[key]--
		} else {
			all = append(all, l)
		}
	}
	return all
}

// solid is a line without its spaces, which another program may have set otherwise.
func solid(line string) string { return strings.ReplaceAll(line, " ", "") }
