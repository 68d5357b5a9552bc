package names

import (
	"slices"
	"strings"
)

// level is how alike two words are, 0 for two words that have nothing to do with each other.
type level struct {
	score  float64
	reason Reason
}

// The scores of words. From alikeScore on nobody could tell the two by their sound.
const (
	alikeScore   = 0.93
	boneScore    = 0.88
	slipScore    = 0.80
	shortSlip    = 0.72
	initialScore = 0.75
	oneGender    = 0.55 // Umid and Umida, Kərimov and Kərimova
)

func (r *memory) words(a, b *word) level {
	if a == b {
		return level{1, SameName}
	}
	key := [2]int{min(a.id, b.id), max(a.id, b.id)}
	l, ok := r.levels[key]
	if !ok {
		l = compare(a, b)
		r.levels[key] = l
	}
	return l
}

func compare(a, b *word) level {
	foreign := a.arabic != b.arabic || a.latin != b.latin
	switch {
	case share(a.strict, b.strict) && foreign:
		return level{0.98, OtherScript}
	case share(a.strict, b.strict):
		return level{0.98, Respelled}
	case share(a.loose, b.loose) && foreign:
		return level{alikeScore, OtherScript}
	case share(a.loose, b.loose):
		return level{alikeScore, SoundsAlike}
	case a.arabic != b.arabic && shareLong(a.bones, b.bones):
		return level{boneScore, OtherScript}
	}
	if len(a.text) == 1 || len(b.text) == 1 {
		if len(a.strict) > 0 && len(b.strict) > 0 && a.strict[0][0] == b.strict[0][0] {
			return level{initialScore, Shortened}
		}
		return level{}
	}
	var best level
	for _, one := range a.strict {
		for _, two := range b.strict {
			if l := slip(one, two); l.score > best.score {
				best = l
			}
		}
	}
	if best.score == 0 {
		for _, one := range a.loose {
			for _, two := range b.loose {
				if l := slip(one, two); l.score > 0 && l.score != oneGender {
					best = level{shortSlip, OneLetter}
				}
			}
		}
	}
	return best
}

// slip says whether one letter differs, is missing, or has changed places; in a long word also two.
func slip(a, b string) level {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 3 || len(long)-len(short) > 2 {
		return level{}
	}
	if long == short+"a" {
		return level{oneGender, OneLetter}
	}
	switch d := editDistance(a, b, 2); {
	case d == 1 && len(short) > 4 && a[0] == b[0]:
		return level{slipScore, OneLetter}
	case d == 1:
		return level{shortSlip, OneLetter}
	case d == 2 && len(short) > 8:
		return level{shortSlip, SeveralLetters}
	}
	return level{}
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(f string) bool { return slices.Contains(b, f) })
}

func shareLong(a, b []string) bool {
	return slices.ContainsFunc(a, func(f string) bool { return len(f) > 1 && slices.Contains(b, f) })
}

// editDistance counts letters changed, left out, added, or exchanged with the next, up to most+1.
func editDistance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most || len(a) > 60 || len(b) > 60 {
		return most + 1
	}
	var room [3][64]int
	before, last, row := room[0][:], room[1][:], room[2][:]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}

// agreement is what two organisations are to each other.
type agreement int

const (
	unsure agreement = iota // one may be part of the other, or a short form
	agreeing
	disagreeing
)

// organisations compares two organisations by the words of their loose keys.
func (r *memory) organisations(a, b *word) agreement {
	if a == b {
		return agreeing
	}
	key := [2]int{min(a.id, b.id), max(a.id, b.id)}
	v, ok := r.orgs[key]
	if !ok {
		v = agree(a, b)
		r.orgs[key] = v
	}
	return v
}

func agree(a, b *word) agreement {
	one, two := strings.Fields(KeysOf(a.text).Loose), strings.Fields(KeysOf(b.text).Loose)
	if len(one) > len(two) {
		one, two = two, one
	}
	common := 0
	for _, w := range one {
		if slices.Contains(two, w) {
			common++
		}
	}
	switch {
	case len(one) > 0 && common == len(one) && len(two) <= 2*len(one):
		return agreeing
	case common > 0 && common*2 >= len(one):
		return unsure
	}
	return disagreeing
}
