package typeset

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"lanyard/internal/page"
)

// Marks that nobody sees: each counts as a letter of its direction (UAX #9, 2.6).
const (
	leftMark  = '\u200E'
	rightMark = '\u200F'
)

// Reordered writes a line in the order in which it is seen, from left to right, for what shapes the runs of a text but lets them
// stand in the order in which they are written, as the window's toolkit does: there "مبادرة 2026" had its number at the wrong
// side, and the words of "Panel 1 شبكة" read from the wrong end. Marks between the runs keep them apart and each in its own
// direction. Where nothing runs from right to left the line is what it was.
func Reordered(line string, dir page.Direction) string {
	if dir != page.RTL && !strings.ContainsFunc(line, fromRight) {
		return line
	}
	text := []rune(line)
	runs, _ := embedding(text, dir)
	var out strings.Builder
	for _, r := range visual(runs, func(l level) int8 { return l.level }) {
		words := string(text[r.start:r.end])
		if r.level%2 == 1 {
			words = string(rightMark) + words + string(rightMark)
		}
		out.WriteString(string(leftMark) + words + string(leftMark))
	}
	return out.String()
}

// BeginsRightToLeft says whether a text runs from right to left by its first strong letter.
func BeginsRightToLeft(text string) bool {
	for _, r := range text {
		switch classOf(r) {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// fromRight says that a character may read from right to left.
func fromRight(r rune) bool {
	const firstHebrew = '\u0590' // no letter before it does
	if r < firstHebrew {
		return false
	}
	switch classOf(r) {
	case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI, bidi.FSI:
		return true
	}
	return false
}
