package names

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// group says which of a word's two choices a letter's second spelling goes with. All letters of a group change
// together, so that a word has at most four spellings: nobody writes one ş as sh and the next as s.
type group uint8

const (
	vowels     group = 1 // the first choice
	consonants group = 2 // the second choice
)

// letter is how one letter is written in Latin: usually, and otherwise.
type letter struct {
	usual, other string
	group        group
	known        bool
}

// maxVariants is the most spellings of one word kept at any tier.
const maxVariants = 4

// low holds the letters below U+0700: Latin, Greek, Cyrillic, Armenian, Arabic. high holds Latin Extended Additional
// (Vietnamese and scholarly transcriptions). Georgian has a table of its own.
var (
	low      = tableOf(0, 0x700, latin, greek, cyrillic, armenian, arabic)
	high     = tableOf(0x1E00, 0x1F00)
	georgian = tableOf(0x10D0, 0x1100, mkhedruli)
)

func lookup(r rune) letter {
	switch {
	case r < 0x700:
		return low[r]
	case r >= 0x1E00 && r < 0x1F00:
		return high[r-0x1E00]
	case r >= 0x10D0 && r < 0x1100:
		return georgian[r-0x10D0]
	}
	return letter{}
}

// tableOf lays out a range of letters from specifications (see read); a Latin letter in none of them is its base
// letter without its marks.
func tableOf(from, to rune, specs ...string) []letter {
	table := make([]letter, to-from)
	for r := from; r < to; r++ {
		if base := unmarked(r); base != "" {
			table[r-from] = letter{usual: base, known: true}
		}
	}
	for _, spec := range specs {
		for _, entry := range strings.Fields(spec) {
			r, l := read(entry)
			table[r-from] = l
		}
	}
	return table
}

// read takes one entry: a letter, "=", its usual spelling, then "/" (vowels) or "|" (consonants) and its other
// spelling if it has one. A letter that is not sounded has nothing after "=".
func read(entry string) (rune, letter) {
	name, spelling, _ := strings.Cut(entry, "=")
	l := letter{usual: spelling, known: true}
	if i := strings.IndexAny(spelling, "/|"); i >= 0 {
		l.usual, l.other = spelling[:i], spelling[i+1:]
		l.group = vowels
		if spelling[i] == '|' {
			l.group = consonants
		}
	}
	return []rune(name)[0], l
}

func unmarked(r rune) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(r)) {
		if c < 0x80 && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			b.WriteRune(c)
		} else if c < 0x300 || c > 0x36F {
			return ""
		}
	}
	return b.String()
}

// latin holds the letters that are more than a base letter with marks, or whose marks are commonly written out.
// The umlauts' second spelling is German; romanise leaves it out of Turkic words.
const latin = `
ə=a/e ǝ=a/e ı=i ş=sh|s ș=sh|s ç=ch|c ğ=g|gh ǧ=g|gh c=c|j
ö=o|oe ü=u|ue ä=a|ae å=a|aa ø=o|oe æ=ae œ=oe ß=ss ñ=n|ng
š=sh|s č=ch|c ž=zh|z ŝ=shch|sch ć=c|ch ś=s|sh ź=z ż=z|zh ł=l ą=a|on ę=e|en đ=d|dj ð=d|dh þ=th
ň=n|ng ý=y â=a/ia û=u/iu ë=e/yo ħ=h ŧ=t ŋ=ng ĸ=k ɣ=gh|g ƣ=gh|g ɵ=o/u ƶ=zh|z ɛ=e ɔ=o ſ=s
`

const greek = `
α=a ά=a β=v γ=g|gh δ=d|dh ε=e έ=e ζ=z η=i ή=i θ=th ι=i ί=i ϊ=i ΐ=i κ=k λ=l μ=m ν=n ξ=x|ks ο=o ό=o π=p ρ=r σ=s ς=s τ=t
υ=y/u ύ=y/u ϋ=y/u ΰ=y/u φ=f|ph χ=ch|kh ψ=ps ω=o ώ=o
`
