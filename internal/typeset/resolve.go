package typeset

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is an isolating run sequence: the characters that the rules for weak and neutral types look at together.
type sequence struct {
	p              *embedded
	at             []int // of its characters
	level          int8
	before, behind bidi.Class // sos and eos
}

// weak resolves marks, numbers and what belongs to them (W1 to W7).
func (s *sequence) weak() {
	t := s.p.types
	prev := s.before
	for _, i := range s.at { // W1
		if t[i] == bidi.NSM {
			t[i] = prev
		}
		if prev = t[i]; opensIsolate(prev) || prev == bidi.PDI {
			prev = bidi.ON
		}
	}
	strong := s.before
	for _, i := range s.at { // W2 and W3
		switch t[i] {
		case bidi.L, bidi.R:
			strong = t[i]
		case bidi.AL:
			strong, t[i] = bidi.AL, bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				t[i] = bidi.AN
			}
		}
	}
	for k := 1; k+1 < len(s.at); k++ { // W4
		i, l, r := s.at[k], t[s.at[k-1]], t[s.at[k+1]]
		if l == r && (l == bidi.EN && (t[i] == bidi.ES || t[i] == bidi.CS) || l == bidi.AN && t[i] == bidi.CS) {
			t[i] = l
		}
	}
	s.each(func(c bidi.Class) bool { return c == bidi.ET }, func(signs []int, l, r bidi.Class) { // W5
		if l == bidi.EN || r == bidi.EN {
			s.set(signs, bidi.EN)
		}
	})
	strong = s.before
	for _, i := range s.at { // W6 and W7
		switch t[i] {
		case bidi.ES, bidi.ET, bidi.CS:
			t[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = t[i]
		case bidi.EN:
			if strong == bidi.L {
				t[i] = bidi.L
			}
		}
	}
}

// each calls f for every longest stretch of types, with the types left and right of it.
func (s *sequence) each(is func(bidi.Class) bool, f func(stretch []int, l, r bidi.Class)) {
	t := s.p.types
	for k := 0; k < len(s.at); k++ {
		if !is(t[s.at[k]]) {
			continue
		}
		end := k
		for end < len(s.at) && is(t[s.at[end]]) {
			end++
		}
		l, r := s.before, s.behind
		if k > 0 {
			l = t[s.at[k-1]]
		}
		if end < len(s.at) {
			r = t[s.at[end]]
		}
		f(s.at[k:end], l, r)
		k = end
	}
}

func (s *sequence) set(at []int, c bidi.Class) {
	for _, i := range at {
		s.p.types[i] = c
	}
}

// strong is a type as brackets and neutral characters see it: numbers count as letters that run right to left.
func strong(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return c, false
}

// brackets gives both of a pair the direction of what they hold (N0).
func (s *sequence) brackets() {
	own := direction(s.level)
	for _, pair := range s.pairs() {
		ours, theirs := false, false
		for _, i := range s.at[pair.open+1 : pair.end] {
			c, ok := strong(s.p.types[i])
			ours = ours || ok && c == own
			theirs = theirs || ok && c != own
		}
		if !ours && !theirs {
			continue
		}
		c := own
		if !ours {
			context := s.before
			for k := pair.open - 1; k >= 0; k-- {
				if before, ok := strong(s.p.types[s.at[k]]); ok {
					context = before
					break
				}
			}
			c = context // theirs, or else our own
		}
		for _, k := range [2]int{pair.open, pair.end} {
			s.p.types[s.at[k]] = c
			for k++; k < len(s.at) && s.p.classes[s.at[k]] == bidi.NSM; k++ {
				s.p.types[s.at[k]] = c
			}
		}
	}
}

// pair is a pair of brackets, by their places in the sequence.
type pair struct{ open, end int }

// pairs finds the pairs of brackets in the order of their openers (BD16).
func (s *sequence) pairs() []pair {
	const most = 63
	type opener struct {
		k      int
		closer rune
	}
	var open []opener
	var out []pair
	for k, i := range s.at {
		props, _ := bidi.LookupRune(s.p.text[i])
		switch {
		case s.p.types[i] != bidi.ON || !props.IsBracket():
		case props.IsOpeningBracket():
			if len(open) == most {
				return nil
			}
			open = append(open, opener{k, canonical([]rune(bidi.ReverseString(string(s.p.text[i])))[0])})
		default:
			for j := len(open) - 1; j >= 0; j-- {
				if open[j].closer == canonical(s.p.text[i]) {
					out = append(out, pair{open[j].k, k})
					open = open[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	return out
}

// canonical is the one of two equivalent brackets that counts.
func canonical(r rune) rune {
	if r == '\u232A' {
		return '\u3009'
	}
	return r
}

// neutral gives spaces and marks of punctuation the direction of their surroundings (N1 and N2).
func (s *sequence) neutral() {
	is := func(c bidi.Class) bool {
		return c == bidi.ON || c == bidi.WS || c == bidi.S || c == bidi.B || c == bidi.PDI || opensIsolate(c)
	}
	s.each(is, func(stretch []int, l, r bidi.Class) {
		left, _ := strong(l)
		right, _ := strong(r)
		if left != right {
			left = direction(s.level)
		}
		s.set(stretch, left)
	})
}

// implicit raises levels where a direction differs from that of the sequence (I1 and I2).
func (s *sequence) implicit() {
	for _, i := range s.at {
		switch c := s.p.types[i]; {
		case s.level%2 == 1 && c != bidi.R, s.level%2 == 0 && c == bidi.R:
			s.p.levels[i] = s.level + 1
		case s.level%2 == 0 && c != bidi.L:
			s.p.levels[i] = s.level + 2
		}
	}
}
