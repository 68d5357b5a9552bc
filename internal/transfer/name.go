package transfer

import (
	"slices"
	"strings"
	"unicode"
)

// Divide divides a whole name as it is usual in a country (ISO 3166-1 alpha-2), for a proposal: as an import does, except that
// people of the former Soviet Union, whose lists have the family name first, say their own names the other way round.
func Divide(whole, country string) (given, family string) {
	given, family, _ = (&divider{}).divide(whole, country)
	return given, family
}

// divide gives the parts of a name. "Family, Given" is divided at the comma. Letters are left as they are.
func (d *divider) divide(whole, country string) (given, family string, by Division) {
	if f, g, ok := strings.Cut(whole, ","); ok && strings.TrimSpace(f) != "" && strings.TrimSpace(g) != "" {
		return oneLine(g), oneLine(f), DividedAtComma
	}
	words, country := nameWords(whole), strings.ToUpper(country)
	switch {
	case len(words) == 0:
		return "", "", DividedNot
	case len(words) == 1:
		if given, family := divideLetters(words[0], country); family != "" {
			return given, family, DividedByScript
		}
		return loose(words), "", DividedNot
	case len(words) == 3 && patronymics[strings.ToLower(words[2])] && !familyByEnding(words[0]): // "Əli Vəli oğlu": no family name
		return loose(words), "", DividedByPatronymic
	}
	first, by := d.familyFirst(words, country)
	at := behindFamily(words)
	if !first {
		at = beforeFamily(words, twoFamilyNames[country])
		return loose(words[:at]), loose(words[at:]), by
	}
	return loose(words[at:]), loose(words[:at]), by
}

// behindFamily is where the given name begins behind a family name.
func behindFamily(words []string) int {
	at := 1
	for at < len(words)-1 && particle(words[at-1]) {
		at++
	}
	return at
}

// beforeFamily is where the family name begins behind a given name: with the last word, or the last two where people have
// their mother's family name too, and the particles before ("Jean de La Fontaine", "José Ortega y Gasset").
func beforeFamily(words []string, two bool) int {
	at := len(words)
	for n := 0; n == 0 || two && n == 1 && at > 1; n++ {
		at--
		for at > 1 && particle(words[at-1]) {
			at--
		}
		if at > 1 && (words[at-1] == "y" || words[at-1] == "e") {
			at -= 2
			n = 1
		}
	}
	return max(at, 1)
}

// twoFamilyNames are the countries where people have their father's and their mother's.
var twoFamilyNames = wordSet("ES MX CO PE CL VE EC BO CR CU DO GT HN NI PA PY SV UY")

// glue holds two words together while a name is divided.
const glue = "\u2060"

// nameWords are the words of a name; those of an Arabic name that belong together are one.
func nameWords(whole string) []string {
	words := strings.Fields(whole)
	for i := len(words) - 2; i >= 0; i-- {
		next := words[i+1]
		if leads[strings.ToLower(words[i])] || follows[strings.ToLower(next)] {
			words[i] += glue + next
			words = slices.Delete(words, i+1, i+2)
		}
	}
	return words
}

var (
	leads   = wordSet("عبد أبو ابو abd abdul abdel abdur abu abou")
	follows = wordSet("الدين العابدين الله al-din ad-din ud-din el-din eddine")
)

// loose are words as they were written.
func loose(words []string) string {
	return strings.ReplaceAll(strings.Join(words, " "), glue, " ")
}

// divideLetters divides a name without spaces where its script allows it: the first letter of a Chinese or Korean name is the
// family name, or the first two. Japanese names show nowhere where to divide them.
func divideLetters(word, country string) (given, family string) {
	letters := []rune(word)
	if len(letters) < 2 || len(letters) > 4 || country == "JP" || !eastern(word) || strings.ContainsFunc(word, kana) {
		return "", ""
	}
	at := 1
	if len(letters) > 2 && doubles[string(letters[:2])] {
		at = 2
	}
	return string(letters[at:]), string(letters[:at])
}

var doubles = wordSet("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 令狐 皇甫 慕容 夏侯 东方 東方 남궁 제갈 선우 황보 독고 사공")

func kana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// eastern says whether a word is in the letters of China, Korea and Japan, in which the family name is always first.
func eastern(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) && !kana(r) })
}

// particle says whether a word belongs to the family name after it. Only small letters: "Van" is also a given name.
func particle(word string) bool {
	if unicode.IsUpper([]rune(word)[0]) {
		return bigParticles[word]
	}
	return particles[word]
}

var (
	bigParticles = map[string]bool{"La": true, "Le": true, "El": true, "Al": true, "Bin": true, "Ibn": true}
	particles    = wordSet("de la le du des del della di da dos van von den der ter zu bin ben ibn bint al el al- el- ibni las los san " +
		"фон де ван аль ибн бин بن بنت ابن آل")
)

func wordSet(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

// oneLine makes a cell's line ends and runs of spaces one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
