package names

// reading is how loose takes letters that languages read differently.
type reading uint8

const (
	western reading = 1 // ch as sh, c as k or s, x as ks, j as y, th as s, dh as z, w as u, ee as i, no last e: English, French
	russian reading = 2 // h as g: Гусейнов is Hüseynov
	central reading = 4 // ch as h, j as y, w as v, rz as zh: Polish, Czech
	german  reading = 8 // ch as h, j as y, w as v, sch as zh, z as ts
)

// loose appends the class of every sound of a word of a-z0-9: g for q, g, k, gh; h for h, x, kh; c for ch, j, zh, dzh, ts;
// s for s, sh, sz, shch; v for w; a for a, e; o for o, u; i for i, y. Beside another vowel i and y vanish; doubled
// letters become one.
func loose(dst, word []byte, as reading) []byte {
	start := len(dst)
	for i := 0; i < len(word); {
		c := word[i]
		if has(word, i, "ou") && isVowel(at(word, i+2)) && (i == 0 || as&western != 0 && !isVowel(word[i-1])) { // Oualid is Walid
			dst, i = emit(dst, start, 'v', as), i+2
			continue
		}
		if isMute(word, i, as) {
			break
		}
		if isVowel(c) || isGlide(word, i, as) {
			dst, i = vowelRun(dst, start, word, i, as)
			continue
		}
		class, n := consonant(word, i, as)
		for _, k := range []byte(class) {
			dst = emit(dst, start, k, as)
		}
		i += n
	}
	if len(dst) == start {
		return append(dst, word...)
	}
	return dst
}

func emit(dst []byte, start int, class byte, as reading) []byte {
	if class == 'h' && as&russian != 0 {
		class = 'g'
	}
	if len(dst) > start && dst[len(dst)-1] == class && class > '9' {
		return dst
	}
	return append(dst, class)
}

// vowelRun takes the vowels and glides from i on: only those of a and o count, unless there is none.
func vowelRun(dst []byte, start int, word []byte, i int, as reading) ([]byte, int) {
	full := false
	for ; i < len(word) && (isVowel(word[i]) || isGlide(word, i, as)); i++ {
		if as&western != 0 && has(word, i, "ee") { // Hakeem is Hakim
			i++
			continue
		}
		switch word[i] {
		case 'a', 'e':
			dst, full = emit(dst, start, 'a', as), true
		case 'o', 'u', 'w':
			dst, full = emit(dst, start, 'o', as), true
		}
	}
	if !full {
		dst = emit(dst, start, 'i', as)
	}
	return dst, i
}

// isGlide says whether a reader takes j or w for part of the vowels about it.
func isGlide(word []byte, i int, as reading) bool {
	switch word[i] {
	case 'j':
		return as&(western|central|german) != 0 && (i == 0 || word[i-1] != 'd')
	case 'w':
		return as&western != 0 && i > 0
	}
	return false
}

// isMute says whether a French reader hears nothing of the last letter: Gagarine is Гагарин.
func isMute(word []byte, i int, as reading) bool {
	return as&western != 0 && hasMute(word) && i+1 == len(word)
}

func hasMute(word []byte) bool {
	n := len(word)
	return n > 5 && word[n-1] == 'e' && !isVowel(word[n-2])
}

// cluster is several letters for one sound, and its class as each reading takes it: the plain one, western, central,
// german. "" is a reading that does not know it.
type cluster struct{ letters, plain, western, central, german string }

// clusters are by their first letter, the longest first.
var clusters = [26][]cluster{
	'c' - 'a': {{"chtch", "s", "s", "s", "s"}, {"ch", "c", "s", "h", "h"}, {"cz", "c", "c", "c", "c"}, {"ck", "g", "g", "g", "g"}},
	'd' - 'a': {{"dsch", "c", "c", "c", "c"}, {"dzh", "c", "c", "c", "c"}, {"drz", "", "", "c", ""}, {"dj", "c", "c", "c", "c"}, {"dh", "d", "z", "d", "d"}},
	'g' - 'a': {{"gh", "g", "g", "g", "g"}, {"gue", "g", "g", "g", "g"}, {"gui", "g", "g", "g", "g"}},
	'k' - 'a': {{"krz", "", "", "gs", ""}, {"kh", "h", "h", "h", "h"}},
	'p' - 'a': {{"prz", "", "", "ps", ""}, {"ph", "f", "f", "f", "f"}},
	'q' - 'a': {{"que", "g", "g", "g", "g"}, {"qui", "g", "g", "g", "g"}},
	'r' - 'a': {{"rz", "", "", "c", ""}},
	's' - 'a': {{"schtsch", "s", "s", "s", "s"}, {"shtch", "s", "s", "s", "s"}, {"shch", "s", "s", "s", "s"}, {"szcz", "s", "s", "s", "s"},
		{"shh", "s", "s", "s", "s"}, {"sch", "s", "s", "s", "c"}, {"sh", "s", "s", "s", "s"}, {"sz", "s", "s", "s", "s"}},
	't' - 'a': {{"ttsch", "c", "c", "c", "c"}, {"tsch", "c", "c", "c", "c"}, {"tch", "c", "c", "c", "c"}, {"trz", "", "", "ts", ""},
		{"ts", "c", "c", "c", "c"}, {"tz", "c", "c", "c", "c"}, {"th", "t", "s", "t", "t"}},
	'z' - 'a': {{"zh", "c", "c", "c", "c"}, {"z", "", "", "", "c"}},
}

func (k *cluster) class(as reading) string {
	switch {
	case as&western != 0:
		return k.western
	case as == central:
		return k.central
	case as == german:
		return k.german
	}
	return k.plain
}

// consonant gives the class at i and how many letters it takes.
func consonant(word []byte, i int, as reading) (string, int) {
	c := word[i]
	if c < 'a' {
		return string(word[i : i+1]), 1
	}
	of := clusters[c-'a']
	for j := range of {
		if class := of[j].class(as); class != "" && has(word, i, of[j].letters) {
			if n := len(of[j].letters); c != 'q' && (c != 'g' || n == 2) {
				return class, n
			}
			return class, 2 // gue, qui: the vowel goes on with what follows it
		}
	}
	switch c {
	case 'q', 'k', 'g':
		return "g", 1
	case 'j':
		return "c", 1
	case 'c':
		return hardOrSoft(word, i, as), 1
	case 'x':
		if as&western != 0 {
			return "gs", 1
		}
		return "h", 1
	case 'h':
		if as&russian == 0 && i > 0 && i+1 == len(word) && len(word) > 3 && isVowel(word[i-1]) { // Fatimah is Fatima, but Rabah has an h
			return "", 1
		}
		return "h", 1
	case 'w':
		return "v", 1
	case 'f':
		if i+2 == len(word) && word[i+1] == 'f' { // Ivanoff
			return "v", 2
		}
	}
	return string(word[i : i+1]), 1
}

func hardOrSoft(word []byte, i int, as reading) string {
	if as&western == 0 {
		return "c"
	}
	switch at(word, i+1) {
	case 'e', 'i', 'y':
		return "s"
	}
	return "g"
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

func has(word []byte, i int, part string) bool {
	return len(word)-i >= len(part) && string(word[i:i+len(part)]) == part
}

func at(word []byte, i int) byte {
	if i < len(word) {
		return word[i]
	}
	return 0
}
