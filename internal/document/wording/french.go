package wording

func french() language {
	// Heure and minute are feminine: une, vingt et une.
	count := func(one, many string) func(int) string {
		return func(n int) string {
			if n == 1 {
				return "une " + one
			}
			return inFrench(n) + " " + many
		}
	}
	return language{count("heure", "heures"), count("minute", "minutes"), after(" et ")}
}

// inFrench is CLDR's spellout-cardinal-feminine in the spelling before 1990, without the hyphens at "et". Vingt and cent
// take their s only at the end of the number: quatre-vingts, deux cents, but deux cent une.
func inFrench(n int) string {
	ones := [...]string{"", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
		"quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"}
	tens := [...]string{"", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"}
	h, r := n/100, n%100
	rest := ""
	switch t, o := r/10, r%10; {
	case r < 20:
		rest = ones[r]
	case r == 80:
		rest = "quatre-vingts"
	case r == 71:
		rest = "soixante et onze"
	case t == 7 || t == 9: // soixante-douze, quatre-vingt-onze
		rest = tens[t] + "-" + ones[10+o]
	case o == 0:
		rest = tens[t]
	case o == 1 && t != 8:
		rest = tens[t] + " et une"
	default:
		rest = tens[t] + "-" + ones[o]
	}
	hundreds := ""
	switch {
	case h == 1:
		hundreds = "cent"
	case h > 1 && r == 0:
		hundreds = ones[h] + " cents"
	case h > 1:
		hundreds = ones[h] + " cent"
	}
	return joined(hundreds, rest)
}
