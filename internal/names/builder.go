package names

import (
	"bytes"
	"slices"
)

// builder gathers the keys of one person.
type builder struct {
	keys   [3]wordSet
	word   spellings
	seen   []rune  // letters of the words of the text so far, one after another
	starts []int32 // where each begins in seen
	room   [128]rune
	places [24]int32
}

func (b *builder) start() { b.seen, b.starts = b.room[:0], b.places[:0] }

// text adds the words of one part of a name.
func (b *builder) text(part string) {
	first := len(b.starts) // words of other parts are never glued to
	eachWord(part, func(w written) bool {
		repeated := b.has(w.letters)
		b.starts = append(b.starts, int32(len(b.seen)))
		b.seen = append(b.seen, w.letters...)
		if !repeated {
			b.add(w.letters)
			b.extra(w)
		}
		if n := len(b.starts) - 1; n > first {
			before := b.seen[b.starts[n-1]:b.starts[n]]
			if w.hyphenated || isParticle(before) || string(w.letters) == "الدين" {
				b.glue(before, w.letters)
			}
		}
		return true
	})
}

// add adds all spellings of a word.
func (b *builder) add(letters []rune) {
	b.word.of(letters, Skeleton)
	b.keep()
	if whole := b.word.strict.all(); len(whole) > 0 {
		var room [2][24]byte
		var tails [2][]byte
		n := 0
		for _, w := range whole {
			if tail := tailOf(w); tail != nil && n < len(tails) {
				tails[n] = append(room[n][:0], tail...)
				n++
			}
		}
		for _, tail := range tails[:n] {
			b.word.ofLatin(tail, false)
			b.keep()
		}
	}
}

func (b *builder) keep() {
	for t, sets := range [...][2]*forms{{&b.word.strict}, {&b.word.loose}, {&b.word.shape, &b.word.skeleton}} {
		for _, set := range sets {
			for _, w := range set.all() {
				b.keys[t].add(w)
			}
		}
	}
}

// extra adds what else a word is known by: without its Arabic article, without the part before an elision.
func (b *builder) extra(w written) {
	b.arabic(w.letters)
	if n := w.elided; n > 0 && len(w.letters) > n+2 {
		b.add(w.letters[n:])
	}
}

// glue adds two words as one. After Abd, and in names in -eddine, the article's l is that of the next letter: Abdurrahman.
func (b *builder) glue(one, two []rune) {
	var room [64]rune
	b.add(append(append(room[:0], one...), two...))
	if (len(one) == 3 && one[0] == ayn || string(two) == "الدين") && len(two) > 3 && two[0] == alef && two[1] == lam && isSun(two[2]) {
		b.add(append(append(room[:0], one...), two[2:]...))
	}
}

func (b *builder) has(word []rune) bool {
	for i, start := range b.starts {
		end := int32(len(b.seen))
		if i+1 < len(b.starts) {
			end = b.starts[i+1]
		}
		if slices.Equal(b.seen[start:end], word) {
			return true
		}
	}
	return false
}

// isParticle says whether a word is commonly written together with the next.
func isParticle(word []rune) bool {
	if len(word) > 5 {
		return false
	}
	switch string(word) {
	case "al", "el", "ul", "abd", "abdu", "abdul", "abdel", "abdal", "de", "da", "di", "du", "la", "le", "van", "von",
		"mc", "mac", "ben", "bin", "ibn", "bou", "abu", "абд", "абдул", "абдель", "аль", "эль", "عبد", "ابو", "أبو", "بن", "ابن":
		return true
	}
	return false
}

// tails are endings of compound names that people also write apart.
var tails = []string{"zada", "zade", "zoda", "zadeh", "zadah", "oglu", "ogly", "oghlu", "oghly", "ogli", "ugli", "uly",
	"uulu", "qizi", "kizi", "kyzy", "qyzy", "gizi", "bek", "beg", "khan", "jon"}

// tailOf gives the ending of a compound name in Latin letters, and what follows Abd in one such as Abdurrahman.
func tailOf(word []byte) []byte {
	for _, tail := range tails {
		if len(word) >= len(tail)+3 && bytes.HasSuffix(word, []byte(tail)) {
			return word[len(word)-len(tail):]
		}
	}
	if len(word) > 8 && bytes.HasPrefix(word, []byte("abd")) && isVowel(word[3]) && (word[4] == 'l' || word[4] == word[5]) {
		return word[5:]
	}
	return nil
}

// wordSet is a key in the making: words apart by spaces, each once.
type wordSet struct {
	text   []byte
	starts []int32 // where each word begins in text
	room   [320]byte
	places [32]int32
}

func (s *wordSet) add(word []byte) {
	if s.text == nil {
		s.text, s.starts = s.room[:0], s.places[:0]
	}
	end := len(s.text)
	for i := len(s.starts) - 1; i >= 0; i-- {
		if start := int(s.starts[i]); end-start == len(word) && string(s.text[start:end]) == string(word) {
			return
		}
		end = int(s.starts[i]) - 1
	}
	if len(s.text) > 0 {
		s.text = append(s.text, ' ')
	}
	s.starts = append(s.starts, int32(len(s.text)))
	s.text = append(s.text, word...)
}

func (s *wordSet) String() string { return string(s.text) }
