package typeset

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
	xbidi "golang.org/x/text/unicode/bidi"

	"lanyard/internal/page"
)

// level is a stretch of text of one embedding level.
type level struct {
	start, end int
	level      int8
}

// embedding gives the bidirectional runs of the text and says whether the paragraph runs right to left.
func (s *Setter) embedding(text []rune, dir page.Direction) (runs []level, rtl bool) {
	rtl = dir == page.RTL || dir == page.Auto && beginsRTL(text)
	base := bidi.LeftToRight
	if rtl {
		base = bidi.RightToLeft
	}
	found := s.levels.Segment(text, base)
	for i := range found.NumRuns() {
		r := found.Run(i)
		run := level{r.Start, r.End, int8(r.Level)}
		if rtl || run.level%2 == 1 || run.level > 2 {
			runs = append(runs, run)
			continue
		}
		behind := len(runs) > 0 && runs[len(runs)-1].level%2 == 1
		runs = append(runs, numbersApart(text, run, behind)...)
	}
	return runs, rtl
}

// numbersApart undoes a simplification of the library, which joins the levels 0 and 2 of a paragraph that runs left to
// right. There level 2 is that of numbers among letters that run right to left: Arabic-Indic digits anywhere, European
// ones right behind such letters (UAX #9, W2, W4, W5 and W7).
func numbersApart(text []rune, run level, behind bool) []level {
	var out []level
	add := func(start, end int, l int8) {
		if n := len(out); n > 0 && out[n-1].level == l {
			out[n-1].end = end
		} else {
			out = append(out, level{start, end, l})
		}
	}
	for i := run.start; i < run.end; {
		n := number(text[i:run.end])
		if n > 0 && (behind || anyArabicDigit(text[i:i+n])) {
			add(i, i+n, 2)
			i += n
		} else {
			add(i, i+1, 0)
			i++
		}
		behind = false
	}
	return out
}

// number is the length of the number at the beginning of a text with its signs and separators, 0 if there is none.
func number(text []rune) int {
	i := 0
	for i < len(text) && classOf(text[i]) == xbidi.ET {
		i++
	}
	if i == len(text) || !digit(text[i]) {
		return 0
	}
	for i < len(text) {
		switch c := classOf(text[i]); {
		case digit(text[i]), c == xbidi.ET, c == xbidi.NSM, c == xbidi.BN:
			i++
		case (c == xbidi.CS || c == xbidi.ES) && i+1 < len(text) && digit(text[i+1]) && digit(text[i-1]):
			i++
		default:
			return i
		}
	}
	return i
}

func digit(r rune) bool {
	c := classOf(r)
	return c == xbidi.EN || c == xbidi.AN
}

func anyArabicDigit(text []rune) bool {
	return slices.ContainsFunc(text, func(r rune) bool { return classOf(r) == xbidi.AN })
}

func classOf(r rune) xbidi.Class {
	props, _ := xbidi.LookupRune(r)
	return props.Class()
}

// beginsRTL says whether the first strong letter outside isolates reads from right to left (UAX #9, P2 and P3).
func beginsRTL(text []rune) bool {
	depth := 0
	for _, r := range text {
		switch classOf(r) {
		case xbidi.LRI, xbidi.RLI, xbidi.FSI:
			depth++
		case xbidi.PDI:
			depth = max(depth-1, 0)
		case xbidi.R, xbidi.AL:
			if depth == 0 {
				return true
			}
		case xbidi.L:
			if depth == 0 {
				return false
			}
		}
	}
	return false
}

// visual puts the runs of a line into the order in which they stand from left to right (UAX #9, L2).
func visual(runs []shapedRun) []shapedRun {
	out := slices.Clone(runs)
	highest, lowest := int8(0), int8(127)
	for _, r := range out {
		highest = max(highest, r.level)
		if r.level%2 == 1 {
			lowest = min(lowest, r.level)
		}
	}
	for level := highest; level >= lowest && level > 0; level-- {
		for i := 0; i < len(out); i++ {
			if out[i].level < level {
				continue
			}
			j := i
			for j < len(out) && out[j].level >= level {
				j++
			}
			slices.Reverse(out[i:j])
			i = j
		}
	}
	return out
}
