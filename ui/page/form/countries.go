package form

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lanyard/assets/flags"
	"lanyard/internal/i18n"
)

// country is one country as it can be written: its code, its name in the interface's language and in English.
type country struct {
	Code, Name string
	folded     []string // the names without case and accents
}

// countries are all of ISO 3166-1, by name.
func countries(lang *i18n.Lang) []country {
	english := i18n.Open("en")
	var all []country
	for _, code := range flags.Codes() {
		c := country{Code: code, Name: lang.Country(code)}
		c.folded = []string{fold(c.Name)}
		if other := fold(english.Country(code)); other != c.folded[0] {
			c.folded = append(c.folded, other)
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b country) int { return strings.Compare(a.folded[0], b.folded[0]) })
	return all
}

// find gives the countries that a text can mean, the likeliest first: by code, by the beginning of a name, by the
// beginning of a word in it.
func find(all []country, text string) []country {
	want := fold(text)
	if want == "" {
		return nil
	}
	var tiers [4][]country
	for _, c := range all {
		if t := tier(c, want); t >= 0 {
			tiers[t] = append(tiers[t], c)
		}
	}
	return slices.Concat(tiers[:]...)
}

// Countries gives the codes of the countries that a text can mean, the likeliest first.
func Countries(lang *i18n.Lang, text string) []string {
	var codes []string
	for _, c := range find(countries(lang), text) {
		codes = append(codes, c.Code)
	}
	return codes
}

func tier(c country, want string) int {
	if strings.EqualFold(c.Code, want) {
		return 0
	}
	best := -1
	for _, name := range c.folded {
		switch {
		case name == want:
			return 0
		case strings.HasPrefix(name, want):
			best = 1
		case best != 1 && strings.Contains(name, " "+want):
			best = 2
		case best < 0 && len(want) > 3 && strings.Contains(name, want):
			best = 3
		}
	}
	return best
}

// fold takes case and accents off a text. The Azerbaijani ə counts as e, the dotless ı as i.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.TrimSpace(s)) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r):
		case r == 'ə':
			b.WriteByte('e')
		case r == 'ı':
			b.WriteByte('i')
		case r == '’' || r == 'ʻ' || r == '\'':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
