package transfer

import (
	"net/mail"
	"strings"
	"unicode"
)

// unsaid says whether a cell has a text that says nothing: a dash, or what a system writes where nobody wrote anything.
func unsaid(text string) bool {
	if strings.Trim(text, "-—–‑−_.?/\\ ") == "" {
		return true
	}
	switch strings.ToLower(text) {
	case "n/a", "info requested": // Eventbrite's, for guests on an order
		return true
	}
	return false
}

// noContact says whether a cell says that there is no address, number, country or date.
func noContact(text string) bool {
	return noContacts[fold(text)]
}

var noContacts = folded("no|none|anonymous|not provided|not available|unknown|нет|нет данных|не указано|неизвестно|отсутствует|yox|yoxdur|qeyd edilməyib|non|aucun|aucune|yoʻq|жоқ|жок|لا يوجد")

// formulaErrors are what a spreadsheet shows where it cannot work a formula out, in English and Russian.
var formulaErrors = wordSet("#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #ERROR! #FIELD! #Н/Д #ССЫЛКА! #ЗНАЧ! #ДЕЛ/0! #ИМЯ? #ПУСТО! #ЧИСЛО!")

// formulaError says whether a cell shows one of them.
func formulaError(text string) bool {
	return strings.HasPrefix(text, "#") && formulaErrors[strings.ToUpper(text)]
}

// addressOf is the e-mail address of a cell that may hold a name too: "Leyla Nuri <leyla@example.org>".
func addressOf(text string) string {
	text = strings.TrimRight(strings.TrimPrefix(text, "mailto:"), ".,; ")
	if strings.HasSuffix(text, ">") {
		if m, err := mail.ParseAddress(text); err == nil {
			return m.Address
		}
	}
	return text
}

// totals begin the rows of a list that count the ones above.
var totals = folded("total|totals|grand total|subtotal|total participants|итого|всего|всего участников|итого участников|всего человек|итого человек|cəmi|cəmi nəfər|" +
	"yekun|toplam|genel toplam|jami|жами|барлығы|бардыгы|жамъи|ҳамагӣ|total général|المجموع|الإجمالي|مجموع")

func folded(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Split(words, "|") {
		all[fold(w)] = true
	}
	return all
}

// counts says whether a row counts those above: its first cell that holds anything says so, where a name should stand or in a row
// without one, and nothing in it is of a person.
func (b *builder) counts(r Row, p Person) bool {
	for i, c := range r.Cells {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		var f Field
		if i < len(b.mapping.Fields) {
			f = b.mapping.Fields[i]
		}
		if p.Attendee.Name() != "" && !isName(f) || p.Attendee.Email != "" || p.Attendee.Phone != "" {
			return false
		}
		return totals[strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return r
		}, fold(c))]
	}
	return false
}
