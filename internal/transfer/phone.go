package transfer

import (
	"strconv"
	"strings"
	"unicode"
)

// dialling is how a country's numbers are written: its code, the prefix of calls inside the country, and how many
// digits follow either.
type dialling struct {
	code, trunk string
	length      int
}

// diallingOf are the countries whose numbers are completed when a list writes them without their code (ITU-T E.164
// country codes; lengths of the national plans).
func diallingOf(country string) (dialling, bool) {
	d, ok := map[string]dialling{
		"AZ": {"994", "0", 9}, "UZ": {"998", "", 9}, "TJ": {"992", "", 9}, "KZ": {"7", "8", 10}, "KG": {"996", "0", 9},
		"TM": {"993", "8", 8}, "RU": {"7", "8", 10}, "BY": {"375", "80", 9}, "UA": {"380", "0", 9}, "GE": {"995", "0", 9},
		"TR": {"90", "0", 10}, "FR": {"33", "0", 9}, "GB": {"44", "0", 10}, "MA": {"212", "0", 9}, "DZ": {"213", "0", 9},
		"TN": {"216", "", 8}, "EG": {"20", "0", 10}, "SA": {"966", "0", 9}, "AE": {"971", "0", 9}, "QA": {"974", "", 8},
		"KW": {"965", "", 8}, "JO": {"962", "0", 9}, "IQ": {"964", "0", 10}, "PK": {"92", "0", 10}, "US": {"1", "1", 10},
	}[country]
	return d, ok
}

// phone gives a number in E.164 where it can be read so: with its country's code, or completed by the person's
// country. What is written otherwise but is a number stays as it is; ok is false for what is none.
func phone(written, country string) (number string, ok bool) {
	text := strings.Map(asciiDigit, oneLine(written))
	if rounded(text) {
		return "", false
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && strings.ContainsAny(text, "eE") && f > 1e7 && f < 1e15 {
		text = strconv.FormatFloat(f, 'f', 0, 64) // a spreadsheet's idea of a long number
	}
	text = strings.TrimPrefix(strings.TrimSuffix(text, ".0"), "tel:")
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	if digits == "" || strings.Trim(text, "+0123456789 ()-./") != "" || strings.LastIndexByte(text, '+') > 0 {
		return "", false
	}
	international := strings.HasPrefix(text, "+")
	if rest, double := strings.CutPrefix(digits, "00"); double && !international {
		digits, international = rest, true
	}
	d, known := diallingOf(country)
	switch {
	case international && len(digits) >= 8 && len(digits) <= 15 && digits[0] != '0':
		return "+" + digits, true
	case international || !known:
		return text, true
	case len(digits) == len(d.code)+d.length && strings.HasPrefix(digits, d.code):
		return "+" + digits, true
	case d.trunk != "" && len(digits) == len(d.trunk)+d.length && strings.HasPrefix(digits, d.trunk):
		return "+" + d.code + digits[len(d.trunk):], true
	case len(digits) == d.length && digits[0] != '0':
		return "+" + d.code + digits, true
	}
	return text, true
}

// rounded says whether a text is a spreadsheet's idea of a long number, with fewer digits than the number has: 9.94505E+11.
func rounded(text string) bool {
	number, exponent, ok := strings.Cut(strings.ToUpper(text), "E+")
	n, err := strconv.Atoi(exponent)
	_, behind, _ := strings.Cut(strings.Replace(number, ",", ".", 1), ".")
	return ok && err == nil && n < 20 && len(behind) < n && strings.Trim(number, "0123456789.,") == "" && number != ""
}

// asciiDigit turns Arabic-Indic and Persian digits, the spaces of typesetters and their hyphens into plain ones.
func asciiDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r == '‐' || r == '‑' || r == '–' || r == '−':
		return '-'
	case r == '+':
		return '+'
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}
