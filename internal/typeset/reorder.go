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

// RightToLeft says whether a text of unknown language runs from right to left: by its first letter and by most of them, since a
// sentence of the other direction may begin or end with a name.
func RightToLeft(text string) bool {
	balance, begins := 0, 0
	for _, r := range text {
		way := 0
		switch classOf(r) {
		case bidi.R, bidi.AL:
			way = 1
		case bidi.L:
			way = -1
		}
		if balance += way; begins == 0 {
			begins = way
		}
	}
	return begins > 0 && balance > 0
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
