package wording

import (
	"golang.org/x/text/feature/plural"
	xlanguage "golang.org/x/text/language"
)

func russian() language {
	// The noun follows CLDR's plural of the language: один час, два часа, пять часов.
	count := func(feminine bool, one, few, many string) func(int) string {
		return func(n int) string {
			noun := many
			switch plural.Cardinal.MatchPlural(xlanguage.Russian, n, 0, 0, 0, 0) {
			case plural.One:
				noun = one
			case plural.Few:
				noun = few
			}
			return inRussian(n, feminine) + " " + noun
		}
	}
	return language{count(false, "час", "часа", "часов"), count(true, "минута", "минуты", "минут"), after(" ")}
}

// inRussian is CLDR's spellout-cardinal-masculine and -feminine: a number ends in один, два or in одна, две.
func inRussian(n int, feminine bool) string {
	ones := [...]string{"", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
		"двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"}
	tens := [...]string{"", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"}
	hundreds := [...]string{"", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"}
	if feminine {
		ones[1], ones[2] = "одна", "две"
	}
	r := n % 100
	if r < 20 {
		return joined(hundreds[n/100], ones[r])
	}
	return joined(hundreds[n/100], tens[r/10], ones[r%10])
}
