package wording

import "strings"

func tajik() language {
	count := func(noun string) func(int) string { return func(n int) string { return inTajik(n) + " " + noun } }
	// The conjunction is the enclitic -у on the word before: панҷ соату сӣ дақиқа.
	return language{count("соат"), count("дақиқа"), after("у ")}
}

// inTajik follows the grammar (Perry, A Tajik Persian Reference Grammar, 2005, on numerals), as CLDR has no rules for it:
// the parts of a number are joined by the enclitic -у, -ю after a vowel; сӣ loses its length before it.
func inTajik(n int) string {
	ones := [...]string{"", "як", "ду", "се", "чор", "панҷ", "шаш", "ҳафт", "ҳашт", "нӯҳ", "даҳ", "ёздаҳ", "дувоздаҳ", "сенздаҳ",
		"чордаҳ", "понздаҳ", "шонздаҳ", "ҳабдаҳ", "ҳаждаҳ", "нуздаҳ"}
	tens := [...]string{"", "", "бист", "сӣ", "чил", "панҷоҳ", "шаст", "ҳафтод", "ҳаштод", "навад"}
	var parts []string
	switch h := n / 100; {
	case n == 100:
		return "сад"
	case h > 0:
		parts = append(parts, ones[h]+"сад")
	}
	r := n % 100
	if r >= 20 {
		parts = append(parts, tens[r/10])
		r %= 10
	}
	if r > 0 {
		parts = append(parts, ones[r])
	}
	for i := range parts[:len(parts)-1] {
		if parts[i] == "сӣ" {
			parts[i] = "сию"
		} else {
			parts[i] += "у"
		}
	}
	return strings.Join(parts, " ")
}
