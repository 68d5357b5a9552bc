package transfer

import "sync"

// What a cell is read as, for whoever reads the same texts one by one: answers to a seminar's own questions.

// Phone gives a number in E.164 where it can be read so, completed by the country (ISO 3166-1 alpha-2, "" for none) of whom
// it is. What is written otherwise but is a number stays as it is; ok is false for what is none. Read again, it is the same.
func Phone(written, country string) (number string, ok bool) {
	for {
		if number, ok = phone(written, country); !ok || number == written {
			return number, ok
		}
		written = number // "0.0.0" loses a spreadsheet's ".0" more than once
	}
}

// Email says whether a text is an e-mail address.
func Email(text string) bool { return validEmail(text) }

// Day gives a date as 2006-01-02; the day stands before the month. "" is no date.
func Day(text string) string { return dayOf(oneLine(text), false) }

// YesNo reads yes and no in the languages of our lists; ok is false for any other text.
func YesNo(text string) (yesText, ok bool) {
	yesText = yes(text)
	return yesText, yesText || no(text) || fold(text) == "yox"
}

// Country is the ISO 3166-1 alpha-2 code of a country given by code or by its name in any of the languages of our lists; "" is
// none.
func Country(text string) string { return knownCountries().code(text) }

// knownCountries are made once: their names are looked up in eighteen languages.
var knownCountries = sync.OnceValue(newCountries)
