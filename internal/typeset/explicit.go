package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// embedded is a paragraph on its way to its levels.
type embedded struct {
	text    []rune
	classes []bidi.Class // of the characters
	types   []bidi.Class // what the rules have made of the classes
	levels  []int8
	base    int8
}

// deepest is the highest level that an embedding may have (BD2).
const deepest = 125

// status is an entry of the stack of embeddings; without an override it is ON.
type status struct {
	level    int8
	override bidi.Class
	isolate  bool
}

// next is the level of an embedding or isolate within.
func (s status) next(rtl bool) int8 {
	if rtl {
		return (s.level + 1) | 1
	}
	return (s.level + 2) &^ 1
}

// removed are the characters that the rules behind X9 do not see.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// explicit follows the embeddings, overrides and isolates (X1 to X8).
func (p *embedded) explicit() {
	stack := []status{{p.base, bidi.ON, false}}
	var tooDeep, isolatesTooDeep, isolates int
	top := func() status { return stack[len(stack)-1] }
	set := func(i int) {
		p.levels[i] = top().level
		if o := top().override; o != bidi.ON {
			p.types[i] = o
		}
	}
	fits := func(level int8) bool { return level <= deepest && tooDeep == 0 && isolatesTooDeep == 0 }
	for i, c := range p.classes {
		switch c {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO:
			s := status{top().next(c == bidi.RLE || c == bidi.RLO), bidi.ON, false}
			switch c {
			case bidi.LRO:
				s.override = bidi.L
			case bidi.RLO:
				s.override = bidi.R
			}
			if fits(s.level) {
				stack = append(stack, s)
			} else if isolatesTooDeep == 0 {
				tooDeep++
			}
		case bidi.LRI, bidi.RLI, bidi.FSI:
			set(i)
			rtl := c == bidi.RLI || c == bidi.FSI && beginsRTL(p.within(i))
			if level := top().next(rtl); fits(level) {
				isolates++
				stack = append(stack, status{level, bidi.ON, true})
			} else {
				isolatesTooDeep++
			}
		case bidi.PDI:
			switch {
			case isolatesTooDeep > 0:
				isolatesTooDeep--
			case isolates > 0:
				tooDeep = 0
				for !top().isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				isolates--
			}
			set(i)
		case bidi.PDF:
			switch {
			case isolatesTooDeep > 0:
			case tooDeep > 0:
				tooDeep--
			case !top().isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case bidi.BN:
		case bidi.B:
			p.levels[i] = p.base
		default:
			set(i)
		}
	}
}

// within gives the classes inside an isolate.
func (p *embedded) within(opener int) []bidi.Class {
	depth := 0
	for i, c := range p.classes[opener:] {
		switch {
		case opensIsolate(c):
			depth++
		case c == bidi.PDI:
			if depth--; depth == 0 {
				return p.classes[opener+1 : opener+i]
			}
		}
	}
	return p.classes[opener+1:]
}

// sequences gives the isolating run sequences (BD13 and X10): stretches of one level, those before and behind an isolate
// together.
func (p *embedded) sequences() []*sequence {
	var all []*sequence
	var opened []int                   // isolates
	closes := make(map[int]int)        // the opener of an isolate by its PDI
	waiting := make(map[int]*sequence) // that end with an opener
	for i, c := range p.classes {
		if opensIsolate(c) {
			opened = append(opened, i)
		} else if n := len(opened); c == bidi.PDI && n > 0 {
			closes[i] = opened[n-1]
			opened = opened[:n-1]
		}
	}
	var current *sequence
	last := -1
	for i, c := range p.classes {
		if removed(c) {
			continue
		}
		if last < 0 || p.levels[i] != p.levels[last] {
			opener, closing := closes[i]
			if current = waiting[opener]; !closing || current == nil {
				current = &sequence{p: p}
				all = append(all, current)
			}
		}
		current.at = append(current.at, i)
		if opensIsolate(c) {
			waiting[i] = current
		}
		last = i
	}
	for _, s := range all {
		s.begin(opened)
	}
	return all
}

// begin finds the types that count as standing before and behind a sequence. Unclosed are the isolates without an end.
func (s *sequence) begin(unclosed []int) {
	p, first, last := s.p, s.at[0], s.at[len(s.at)-1]
	s.level = p.levels[first]
	before, behind := p.base, p.base
	for i := first - 1; i >= 0; i-- {
		if !removed(p.classes[i]) {
			before = p.levels[i]
			break
		}
	}
	if !slices.Contains(unclosed, last) {
		for i := last + 1; i < len(p.classes); i++ {
			if !removed(p.classes[i]) {
				behind = p.levels[i]
				break
			}
		}
	}
	s.before, s.behind = direction(max(before, s.level)), direction(max(behind, s.level))
}

// direction is that of a level.
func direction(level int8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// finish gives removed characters the level of what stands before them, and spaces at the end of the text and before
// separators that of the paragraph (L1).
func (p *embedded) finish() {
	before := p.base
	for i, c := range p.classes {
		if removed(c) {
			p.levels[i] = before
		}
		before = p.levels[i]
	}
	ending := true
	for i := len(p.classes) - 1; i >= 0; i-- {
		c := p.classes[i]
		switch {
		case c == bidi.B || c == bidi.S:
			ending = true
		case c != bidi.WS && c != bidi.PDI && !opensIsolate(c) && !removed(c):
			ending = false
		}
		if ending {
			p.levels[i] = p.base
		}
	}
}
