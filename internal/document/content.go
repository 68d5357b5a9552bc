package document

import (
	"strings"
	"unicode"
)

// content is a text with variables, taken apart: words and variables in their order.
type content []part

// part is words, or the variable of a name.
type part struct{ words, variable string }

// parse takes a text such as "{given_name} {family_name}" apart. "{{" is a brace, and so is one that is never closed.
func parse(text string) content {
	var c content
	words := ""
	for {
		before, after, open := strings.Cut(text, "{")
		words += before
		if !open {
			break
		}
		if rest, double := strings.CutPrefix(after, "{"); double {
			words, text = words+"{", rest
			continue
		}
		name, rest, closed := strings.Cut(after, "}")
		if !closed {
			words += "{" + after
			break
		}
		if words != "" {
			c = append(c, part{words: words})
		}
		c = append(c, part{variable: strings.TrimSpace(name)})
		words, text = "", rest
	}
	if words != "" {
		c = append(c, part{words: words})
	}
	return c
}

// fill is the text with its variables filled in. What stands between two variables and has no letter, such as a comma, goes
// with a variable that is empty; a line all of whose variables are empty goes as a whole, and its label with it.
func (c content) fill(value func(name string) string) string {
	var lines []string
	for _, l := range c.lines() {
		if text, ok := l.line(value); ok {
			lines = append(lines, text)
		}
	}
	return strings.Trim(strings.Join(lines, "\n"), " \n")
}

// lines are the parts between line ends.
func (c content) lines() []content {
	all := []content{nil}
	for _, p := range c {
		if p.variable != "" {
			all[len(all)-1] = append(all[len(all)-1], p)
			continue
		}
		for i, words := range strings.Split(p.words, "\n") {
			if i > 0 {
				all = append(all, nil)
			}
			if words != "" {
				all[len(all)-1] = append(all[len(all)-1], part{words: words})
			}
		}
	}
	return all
}

func (c content) line(value func(string) string) (text string, ok bool) {
	variables, full := 0, 0
	pending := "" // a separator, until what comes after it turns out to be something
	said := false
	var b strings.Builder
	for _, p := range c {
		if p.variable == "" {
			if separates(p.words) {
				pending = p.words
				continue
			}
			b.WriteString(pending)
			b.WriteString(p.words)
			pending, said = "", true
			continue
		}
		variables++
		v := strings.TrimSpace(value(p.variable))
		if v == "" {
			continue
		}
		full++
		if said || pending != "" && opens(pending) {
			b.WriteString(pending)
		}
		b.WriteString(v)
		pending, said = "", true
	}
	if strings.ContainsFunc(pending, closes) {
		b.WriteString(pending)
	}
	return b.String(), variables == 0 || full > 0
}

// separates says that words only stand between others: they have no letter and no digit.
func separates(words string) bool {
	return !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// opens says that a sign belongs to what comes after it, as a bracket or a quotation mark does.
func opens(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) || r == '#' || r == '№' })
}

// closes says that a sign belongs to what comes before it.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || r == '.' || r == '%' || r == '!'
}

// each tells see of the names of the variables.
func (c content) each(see func(name string)) {
	for _, p := range c {
		if p.variable != "" {
			see(p.variable)
		}
	}
}
