package transfer

import "strings"

// triggers begin what a spreadsheet takes for a formula (OWASP, CSV injection), with the full-width forms that some of
// them fold into these.
const triggers = "=+-@\t\r\n＝＋－＠"

// formula says whether a spreadsheet could run a text. Numbers and phone numbers begin like formulas and are none.
func formula(s string) bool { return triggered(s) && !number(s) }

func triggered(s string) bool {
	for _, r := range s {
		return strings.ContainsRune(triggers, r)
	}
	return false
}

// number says whether a text is a sign and a number, or an international phone number.
func number(s string) bool {
	rest := strings.TrimLeft(s, "+-")
	if len(s)-len(rest) != 1 || rest == "" || rest[0] < '0' || rest[0] > '9' {
		return false
	}
	marks := 0
	for _, r := range rest {
		switch {
		case r >= '0' && r <= '9':
		case r == '.' || r == ',':
			marks++
		case r == ' ' && s[0] == '+':
		default:
			return false
		}
	}
	return marks <= 1 && !strings.HasSuffix(rest, " ")
}

// guarded puts an apostrophe before what a spreadsheet would take for a formula, and before what looks guarded already.
func guarded(s string) string {
	if formula(s) || guardedAlready(s) {
		return "'" + s
	}
	return s
}

func guardedAlready(s string) bool {
	bare := strings.TrimLeft(s, "'")
	return len(bare) < len(s) && triggered(bare)
}

// unguard takes off the apostrophe that programs (ours too) put before a cell that a spreadsheet would run.
func unguard(rows []Row) {
	for _, r := range rows {
		for i, c := range r.Cells {
			if guardedAlready(c) {
				r.Cells[i] = c[1:]
			}
		}
	}
}
