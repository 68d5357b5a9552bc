package names

import (
	"strings"
)

// habit is whose spellings a country's names have.
type habit int

const (
	english habit = iota
	french
	persian
)

// habits are those of countries that do not spell as the Gulf does.
var habits = map[string]habit{"DZ": french, "MA": french, "TN": french, "MR": french, "TD": french, "DJ": french, "KM": french,
	"SN": french, "ML": french, "NE": french, "FR": french, "BE": french, "IR": persian, "AF": persian}

// arabicWords is the lexicon by word, in plain letters: the spellings by habit, where a habit has one.
var arabicWords = readLexicon(arabicLexicon)

// egyptianWords are what egyptian has instead.
var egyptianWords = readLexicon(egyptian)

// readLexicon reads words, "=", and their spellings with commas between; _ is a space.
func readLexicon(lexicon string) map[string][3]string {
	all := map[string][3]string{}
	for _, entry := range strings.Fields(lexicon) {
		word, spellings, _ := strings.Cut(strings.ReplaceAll(entry, "_", " "), "=")
		var columns [3]string
		copy(columns[:], strings.Split(spellings, ","))
		all[plainArabic(word)] = columns
	}
	return all
}

// plainArabic is a word without the signs that are left out as often as not, and with one form of letters that have
// several.
func plainArabic(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isMark(r):
			return -1
		case strings.ContainsRune("أإآٱ", r):
			return alef
		case r == 'ى' || r == yaFa || r == 'ئ':
			return ya
		case r == 'ؤ':
			return waw
		case r == 'ة' || r == 'ہ' || r == 'ۀ':
			return ha
		case r == 'ک':
			return 'ك'
		}
		return r
	}, word)
}

// arabicNames spells a name of several words, "" if one of them is not in the lexicon.
func arabicNames(words []string, country string) string {
	country = strings.ToUpper(country)
	h, ok := habits[country]
	if !ok && country == "" && strings.ContainsAny(strings.Join(words, ""), "یکپچژگ") {
		h = persian
	}
	var out []string
	for i := 0; i < len(words); i++ {
		word := plainArabic(words[i])
		if i+1 < len(words) {
			if whole := arabicWord(word+plainArabic(words[i+1]), h, country); whole != "" { // عبد الله is one name
				out = append(out, whole)
				i++
				continue
			}
		}
		spelling := arabicWord(word, h, country)
		if rest, article := strings.CutPrefix(word, "ال"); spelling == "" && article {
			if spelling = arabicWord(rest, h, country); spelling != "" {
				spelling = articleOf(h, country) + spelling
			}
		}
		if spelling == "" {
			return ""
		}
		out = append(out, spelling)
	}
	return strings.Join(out, " ")
}

// arabicWord is a word's spelling by a habit, else by another: "" if the lexicon does not have the word.
func arabicWord(word string, h habit, country string) string {
	known := arabicWords[word]
	if h == english && (country == "EG" || country == "SD") {
		if own := egyptianWords[word][0]; own != "" {
			return own
		}
		if rest, ok := strings.CutPrefix(known[english], "Abdul"); ok {
			return "Abdel" + rest
		}
	}
	for _, s := range []string{known[h], known[english], known[persian], known[french]} {
		if s != "" {
			return s
		}
	}
	return ""
}

// articleOf is how the article before a family name is spelt.
func articleOf(h habit, country string) string {
	if h == french || country == "EG" || country == "SD" {
		return "El "
	}
	return "Al "
}
