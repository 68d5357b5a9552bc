package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"

	"lanyard/internal/page"
)

// The bidirectional algorithm (UAX #9) is written out here: the libraries at hand give the direction of a run but not its
// level, and the order of numbers and of Latin words among letters that run right to left hangs on the levels.

// level is a stretch of text of one embedding level.
type level struct {
	start, end int
	level      int8
}

// embedding gives the stretches of a paragraph of one level each, and says whether it runs right to left.
func embedding(text []rune, dir page.Direction) (runs []level, rtl bool) {
	levels, rtl := levelsOf(text, dir)
	for i, l := range levels {
		if n := len(runs); n > 0 && runs[n-1].level == l {
			runs[n-1].end++
		} else {
			runs = append(runs, level{i, i + 1, l})
		}
	}
	return runs, rtl
}

// levelsOf gives the level of every character.
func levelsOf(text []rune, dir page.Direction) (levels []int8, rtl bool) {
	p := &embedded{text: text, classes: make([]bidi.Class, len(text)), levels: make([]int8, len(text))}
	plain := true
	for i, r := range text {
		p.classes[i] = classOf(r)
		plain = plain && leftToRight(p.classes[i])
	}
	rtl = dir == page.RTL || dir == page.Auto && beginsRTL(p.classes)
	if plain && !rtl {
		return p.levels, false
	}
	if rtl {
		p.base = 1
	}
	p.types = slices.Clone(p.classes)
	p.explicit()
	for _, s := range p.sequences() {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit()
	}
	p.finish()
	return p.levels, rtl
}

func classOf(r rune) bidi.Class {
	props, _ := bidi.LookupRune(r)
	return props.Class()
}

// leftToRight says that characters of a class alone never leave the order from left to right.
func leftToRight(c bidi.Class) bool {
	switch c {
	case bidi.L, bidi.EN, bidi.ES, bidi.ET, bidi.CS, bidi.WS, bidi.ON, bidi.NSM, bidi.BN:
		return true
	}
	return false
}

func opensIsolate(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// beginsRTL says whether the first strong letter outside isolates, up to the end of the isolate that the text stands in,
// reads from right to left (P2 and P3).
func beginsRTL(classes []bidi.Class) bool {
	depth := 0
	for _, c := range classes {
		switch {
		case opensIsolate(c):
			depth++
		case c == bidi.PDI:
			if depth == 0 {
				continue
			}
			depth--
		case depth == 0 && (c == bidi.R || c == bidi.AL):
			return true
		case depth == 0 && c == bidi.L:
			return false
		}
	}
	return false
}

// visual puts the runs of a line into the order in which they stand from left to right (UAX #9, L2); of tells a run's level.
func visual[T any](runs []T, of func(T) int8) []T {
	out := slices.Clone(runs)
	highest, lowest := int8(0), int8(127)
	for _, r := range out {
		highest = max(highest, of(r))
		if of(r)%2 == 1 {
			lowest = min(lowest, of(r))
		}
	}
	for level := highest; level >= lowest && level > 0; level-- {
		for i := 0; i < len(out); i++ {
			if of(out[i]) < level {
				continue
			}
			j := i
			for j < len(out) && of(out[j]) >= level {
				j++
			}
			slices.Reverse(out[i:j])
			i = j
		}
	}
	return out
}
