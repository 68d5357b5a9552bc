package transfer

import (
	"strings"
	"unicode"
)

// splitName divides a whole name. "Family, Given" divides at the comma; a name ending in a patronymic ("Алиев Вели
// Ахмедович", "Əliyev Əli Vəli oğlu") has the family name first; else the last word is the family name, with the
// particles before it ("Jean de La Fontaine"). Letters are left as they are.
func splitName(whole string, familyFirst bool) (given, family string) {
	if f, g, ok := strings.Cut(whole, ","); ok && strings.TrimSpace(f) != "" && strings.TrimSpace(g) != "" {
		return oneLine(g), oneLine(f)
	}
	words := strings.Fields(whole)
	switch {
	case len(words) == 0:
		return "", ""
	case len(words) == 1:
		return words[0], ""
	case familyFirst || len(words) > 2 && patronymic(words[len(words)-1]):
		at := 1
		for at < len(words)-1 && particle(words[at-1]) {
			at++
		}
		return strings.Join(words[at:], " "), strings.Join(words[:at], " ")
	}
	at := len(words) - 1
	for at > 1 && particle(words[at-1]) {
		at--
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

// Divide divides a whole name as it is usual in a country (ISO 3166-1 alpha-2), for a proposal: as an import does, and with
// the family name first where the country writes it so, or where the first word is one by its ending and the last is not
// ("Иванов Пётр"). Words of an Arabic name that belong together stay together.
func Divide(whole, country string) (given, family string) {
	words := strings.Fields(whole)
	for i := len(words) - 2; i >= 0; i-- {
		if next := words[i+1]; words[i] == "عبد" || next == "الدين" || next == "العابدين" || next == "الله" {
			words[i] += glue + next
			words = append(words[:i+1], words[i+2:]...)
		}
	}
	first := familyFirst[strings.ToUpper(country)]
	if n := len(words); n == 2 {
		first = first || familyByEnding(words[0]) && !familyByEnding(words[1])
	}
	given, family = splitName(strings.Join(words, " "), first)
	return strings.ReplaceAll(given, glue, " "), strings.ReplaceAll(family, glue, " ")
}

// glue holds two words together while a name is divided.
const glue = "\u2060"

// familyFirst are the countries that write the family name first in their own letters. (Those of the former Soviet Union
// do so in lists, and people do not: there the endings say.)
var familyFirst = map[string]bool{"CN": true, "HU": true, "JP": true, "KH": true, "KP": true, "KR": true, "MN": true, "TW": true, "VN": true}

// familyByEnding says whether a word can hardly be anything but a family name.
func familyByEnding(word string) bool {
	w := strings.ToLower(word)
	if len([]rune(w)) < 6 { // Лев is a given name
		return false
	}
	for _, end := range []string{"ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая", "енко", "зода", "задә", "заде", "швили", "შვილი", "յան"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// patronymic says whether a word can only be the end of a patronymic.
func patronymic(word string) bool {
	w := strings.ToLower(word)
	for _, whole := range []string{"oğlu", "qızı", "оглы", "кызы", "oʻgʻli", "o'g'li", "qizi", "ұлы", "қызы", "уулу", "огли", "uulu", "kyzy", "ogly"} {
		if w == whole {
			return true
		}
	}
	for _, end := range []string{"ович", "евич", "овна", "евна", "инична", "ична", "ұлы", "қызы"} {
		if strings.HasSuffix(w, end) && len([]rune(w)) > len([]rune(end)) {
			return true
		}
	}
	return false
}

// particle says whether a word belongs to the family name after it. Only small letters: "Van" is also a given name.
func particle(word string) bool {
	if r := []rune(word); unicode.IsUpper(r[0]) {
		return word == "La" || word == "Le" || word == "El" || word == "Al" || word == "Bin" || word == "Ibn"
	}
	switch word {
	case "de", "la", "le", "du", "des", "del", "della", "di", "da", "dos", "van", "von", "den", "der", "ter", "zu",
		"bin", "ben", "ibn", "bint", "al", "el", "al-", "el-", "ibni", "фон", "де", "ван", "аль", "ибн", "бин", "بن", "بنت", "ابن", "آل":
		return true
	}
	return false
}

// oneLine makes a cell's line ends and runs of spaces one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
