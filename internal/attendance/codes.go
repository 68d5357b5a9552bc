package attendance

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"lanyard/internal/seminar"
)

// scannerPrefix is what scanners put before a code: an AIM identifier (ISO/IEC 15424, "]Q1") or an escape such as \000026.
var scannerPrefix = regexp.MustCompile(`^(\\0{3}\d{3}|\][A-Za-z][0-9A-Za-z])`)

// longestCode bounds what a text is read in every possible way for, in bytes: no code is longer.
const longestCode = 128

// Codes gives what a scanner or a hand may have meant, the likeliest first. Spaces, line ends and scanners' prefixes are
// taken off, other scripts' digits folded, and what another keyboard layout made of the code is read backwards. A part of
// what was typed is never a code, with one exception that cannot be mistaken: 33 digits whose check digits hold, between
// signs that a scanner was told to add.
func Codes(raw string) []string {
	plain := strings.TrimFunc(raw, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	bare := plain
	if strings.HasPrefix(plain, `\`) || strings.HasPrefix(plain, "]") {
		bare = scannerPrefix.ReplaceAllString(plain, "")
	}
	digits := digitsOf(bare, false)
	if seminar.CheckCode(nil, digits) != seminar.CodeMalformed { // nearly every scan: check digits that hold leave nothing to guess
		return slices.Compact([]string{digits, bare, plain})
	}
	var others []string
	if len(bare) <= longestCode {
		others = meant(bare)
	}
	var all []string
	add := func(text string) {
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	add(digits)
	add(digitsOf(bare, true))
	for _, other := range others {
		add(digitsOf(other, false))
	}
	for _, text := range append([]string{plain}, others...) {
		add(embedded(text))
	}
	add(bare)
	add(plain)
	for _, other := range others {
		add(scannerPrefix.ReplaceAllString(other, ""))
	}
	return all
}

// embedded finds a badge code with something before or after it, such as "QR:…#"; "" if there is none, or two.
func embedded(text string) string {
	runs := strings.FieldsFunc(FoldDigits(text), func(r rune) bool { return r < '0' || r > '9' })
	found := ""
	for _, run := range runs {
		if seminar.CheckCode(nil, run) == seminar.CodeMalformed {
			continue
		}
		if found != "" {
			return ""
		}
		found = run
	}
	return found
}

// NormaliseCode is the likeliest reading of what was typed.
func NormaliseCode(raw string) string {
	if all := Codes(raw); len(all) > 0 {
		return all[0]
	}
	return ""
}

// azerty is the unshifted digit row of a French keyboard, as layouts and Caps Lock send it.
var azerty = map[rune]rune{'&': '1', 'é': '2', 'É': '2', '"': '3', '\'': '4', '’': '4', '(': '5', '-': '6', '§': '6',
	'è': '7', 'È': '7', '_': '8', '!': '8', 'ç': '9', 'Ç': '9', 'à': '0', 'À': '0'}

// digitsOf folds a text into a badge code's digits, or "" if it is not one: 33 digits with only spaces between.
func digitsOf(text string, french bool) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			continue
		case french && azerty[r] != 0:
			r = azerty[r]
		case unicode.Is(unicode.Nd, r):
			r = digit(r)
		}
		if r < '0' || r > '9' {
			return ""
		}
		b.WriteRune(r)
	}
	if b.Len() != seminar.CodeLength {
		return ""
	}
	return b.String()
}

// FoldDigits writes the decimal digits of any script as 0 to 9.
func FoldDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) {
			return digit(r)
		}
		return r
	}, text)
}

// digit is a decimal digit of any script as 0 to 9: Unicode keeps each script's ten in a row from a zero.
func digit(r rune) rune {
	for n := range rune(10) {
		if !unicode.Is(unicode.Nd, r-n-1) {
			return '0' + n
		}
	}
	// Ranges that touch each other (mathematical digits) start at a multiple of ten from the first.
	return '0' + (r-0x1D7CE)%10
}
