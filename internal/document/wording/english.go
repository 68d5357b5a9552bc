package wording

func english() language {
	count := func(one, many string) func(int) string {
		return func(n int) string {
			if n == 1 {
				return "one " + one
			}
			return inEnglish(n) + " " + many
		}
	}
	return language{count("hour", "hours"), count("minute", "minutes"), after(" and ")}
}

// inEnglish is CLDR's spellout-cardinal-verbose: "one hundred and one".
func inEnglish(n int) string {
	ones := [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens := [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	h, r := n/100, n%100
	rest := ""
	switch {
	case r < 20:
		rest = ones[r]
	case r%10 == 0:
		rest = tens[r/10]
	default:
		rest = tens[r/10] + "-" + ones[r%10]
	}
	switch {
	case h == 0:
		return rest
	case rest == "":
		return ones[h] + " hundred"
	}
	return ones[h] + " hundred and " + rest
}
