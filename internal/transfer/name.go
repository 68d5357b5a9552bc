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
