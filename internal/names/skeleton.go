package names

import "bytes"

// A skeleton is what is left of a loose word when its vowels tell nothing. How much they may tell depends on the
// writing. Arabic script leaves short vowels out, so there the consonants must do: Hasan is حسن by h, s and n. A word
// that has its vowels is never held against another by consonants alone unless they are many, else Wei would be found
// by "fyv": two such words must have vowels in the same places, whichever these are (Gofur and Gafur; see shape).
//
// The skeleton key therefore holds, of a word with vowels, its shape, and its consonants behind the mark '0'; of a word
// without, its consonants behind '1'.
const (
	vowelled  = '0'
	unwritten = '1'
)

// How many consonants tell how much.
const (
	shortSkeleton = 2 // up to as many must be the whole word: Zayd is zd, and so would Zadornov be
	foreign       = 3 // the same, of a word typed in Arabic against one with vowels
	clipped       = 4 // the fewest that somebody means who types no vowels: mhmd, and they must be the whole word
	longSkeleton  = 5 // as many tell enough whatever the vowels: Musrepov is Müsirepov
)

// isBare says whether a word is in Arabic letters, which leave out short vowels.
func isBare(word []rune) bool {
	for _, r := range word {
		if r >= 0x600 && r < 0x700 {
			return true
		}
	}
	return false
}

// mark begins the consonants of a word in the skeleton key.
func (s *spellings) mark() byte {
	if s.bare {
		return unwritten
	}
	return vowelled
}

// ask calls f with the forms by which a typed word is looked for at the skeleton tier until it answers false. whole
// says that a form must be a whole word of the key, since there is too little of it to begin one.
func (s *spellings) ask(f func(form []byte, whole bool) bool) {
	vowels, length := s.bare, 0
	for _, word := range s.strict.all() {
		vowels = vowels || bytes.ContainsAny(word, "aeiouy")
		length = max(length, len(word))
	}
	for _, form := range s.shape.all() {
		n := consonantsOf(form)
		if !vowels || n < shortSkeleton || n == shortSkeleton && len(form) < 2*shortSkeleton {
			continue // Yusif and Yusuf have two vowels that help
		}
		if !f(form, n == shortSkeleton) {
			return
		}
	}
	for _, form := range s.skeleton.all() {
		n := consonantsOf(form[1:])
		if n == 0 || n == 1 && (length < 4 || form[1] != 'a') || !vowels && n < clipped {
			continue // Yahya is ah
		}
		form[0] = unwritten
		if !f(form, !vowels || n <= shortSkeleton) {
			return
		}
		form[0] = vowelled
		if (s.bare || !vowels || n >= longSkeleton) && !f(form, !vowels || n <= foreign) {
			return
		}
	}
}

// shape appends a loose word with all vowels in one place as a, and g and h, f and v, b and p as one, since Arabic and
// Russian lack one or the other, and s and z, since German does.
func shape(dst, loose []byte) []byte {
	start := len(dst)
	for _, c := range loose {
		if c = merged(c); len(dst) == start || dst[len(dst)-1] != c {
			dst = append(dst, c)
		}
	}
	return dst
}

// skeleton appends the consonants of a loose word. A vowel that begins it stays as a, since Arabic writes it.
func skeleton(dst, loose []byte) []byte {
	for i, c := range loose {
		if c = merged(c); c != 'a' || i == 0 {
			dst = append(dst, c)
		}
	}
	return dst
}

// merged gives the class of a class.
func merged(c byte) byte {
	switch c {
	case 'o', 'i':
		return 'a'
	case 'h':
		return 'g'
	case 'v':
		return 'f'
	case 'p':
		return 'b'
	case 'z':
		return 's'
	}
	return c
}

func consonantsOf(shape []byte) int { return len(shape) - bytes.Count(shape, []byte("a")) }

func hasDigit(word []byte) bool {
	for _, c := range word {
		if c <= '9' {
			return true
		}
	}
	return false
}
