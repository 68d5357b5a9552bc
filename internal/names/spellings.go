package names

import "bytes"

// spellings are the forms of one word at every tier. Of the skeleton tier there are two: what is left when all vowels
// count as one, and when they count for nothing.
type spellings struct {
	strict, loose, shape, skeleton forms
	bare                           bool // written without its vowels, as in Arabic script
}

// of fills the spellings of a word in lower case without apostrophes and marks, down to a tier.
func (s *spellings) of(word []rune, to Tier) {
	s.clear()
	groups, turkic, latin := choices(word)
	s.bare = to == Skeleton && isBare(word)
	for variant := group(0); variant <= vowels|consonants; variant++ {
		if variant&^groups == 0 {
			s.strict.finish(romanise(s.strict.begin(), word, variant, turkic))
		}
	}
	if to > Strict {
		s.coarsen(latin && !turkic, to)
	}
}

// ofLatin fills the spellings of a word that is a-z0-9 already.
func (s *spellings) ofLatin(word []byte, ambiguous bool) {
	s.clear()
	s.strict.finish(append(s.strict.begin(), word...))
	s.coarsen(ambiguous, Skeleton)
}

func (s *spellings) clear() {
	s.strict.reset()
	s.loose.reset()
	s.shape.reset()
	s.skeleton.reset()
}

// coarsen fills the loose forms from the strict ones and the skeletons from the loose ones. The plain reading of every
// spelling comes before the readings of other languages, should there be too many.
func (s *spellings) coarsen(ambiguous bool, to Tier) {
	var in [maxVariants]letters
	for i, word := range s.strict.all() {
		in[i] = lettersIn(word)
	}
	for _, as := range [...]reading{0, russian, western, western | russian, central, german} {
		if as&(western|central|german) != 0 && !ambiguous {
			continue
		}
		for i, word := range s.strict.all() {
			if !differs(word, in[i], as) {
				continue
			}
			s.loose.finish(loose(s.loose.begin(), word, as))
		}
	}
	if to == Loose {
		return
	}
	for _, word := range s.loose.all() {
		if hasDigit(word) {
			continue
		}
		if !s.bare {
			s.shape.finish(shape(s.shape.begin(), word))
		}
		s.skeleton.finish(skeleton(append(s.skeleton.begin(), s.mark()), word))
	}
}

// letters is the set of the letters of a word of a-z.
type letters uint32

func lettersIn(word []byte) (in letters) {
	for _, c := range word {
		if c >= 'a' {
			in |= 1 << (c - 'a')
		}
	}
	return in
}

// The letters that readings take otherwise.
var (
	ofRussian = lettersIn([]byte("hx"))
	ofWestern = lettersIn([]byte("chjwx"))
	ofCentral = lettersIn([]byte("chj"))
	ofGerman  = lettersIn([]byte("wj"))
	z         = lettersIn([]byte("z"))
)

// differs says whether a reading may take a word otherwise than the plain one.
func differs(word []byte, in letters, as reading) bool {
	switch as {
	case russian:
		return in&ofRussian != 0
	case western:
		return in&ofWestern != 0 || hasMute(word) || bytes.Contains(word, []byte("ou")) || bytes.Contains(word, []byte("ee"))
	case western | russian:
		return in&ofWestern != 0
	case central:
		return in&ofCentral != 0 || in&z != 0 && bytes.Contains(word, []byte("rz"))
	case german:
		return in&ofGerman != 0 && in&z != 0 || bytes.Contains(word, []byte("sch"))
	}
	return true
}

// forms is a set of at most maxVariants short words that allocates nothing for names of common length.
type forms struct {
	room  [maxVariants + 1][40]byte
	words [maxVariants + 1][]byte
	n     int
}

func (f *forms) reset() { f.n = 0 }

// begin gives an empty slice to append the next word to.
func (f *forms) begin() []byte { return f.room[f.n][:0] }

// finish keeps a word unless it is empty, known already, or one too many.
func (f *forms) finish(word []byte) {
	if len(word) == 0 || f.n == maxVariants {
		return
	}
	for _, w := range f.words[:f.n] {
		if bytes.Equal(w, word) {
			return
		}
	}
	f.words[f.n] = word
	f.n++
}

func (f *forms) all() [][]byte {
	if f == nil {
		return nil
	}
	return f.words[:f.n]
}
