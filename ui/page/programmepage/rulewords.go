package programmepage

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/attendance"
	"lanyard/ui/widgets"
)

// opNames are the operators by the names that their texts have.
var opNames = map[string]string{"<": "lt", "<=": "le", "==": "eq", "!=": "ne", ">=": "ge", ">": "gt", "in": "in", "not_in": "not_in"}

// kindOf is how a variable is compared, by the name that the texts of its operators have.
func kindOf(variable string) string {
	switch variable {
	case "now", "weekday", "category", "entry_status":
		return variable
	}
	return "number"
}

// ruleInWords is a rule as a sentence, "" for none.
func (p *Page) ruleInWords(raw json.RawMessage) string {
	r, err := attendance.ParseRule(raw)
	switch {
	case err != nil:
		return p.env.Lang.Err(err)
	case r == nil:
		return ""
	}
	return p.env.Lang.T("programme.rule.words", "rule", p.words(r, false))
}

// words puts a rule, or a part of one within brackets, into words.
func (p *Page) words(r *attendance.Rule, within bool) string {
	if r.Var != "" {
		return p.conditionInWords(r)
	}
	l, word, group := p.env.Lang, "programme.rule.and", r.All
	if r.Any != nil {
		word, group = "programme.rule.or", r.Any
	}
	if len(group) == 0 {
		return l.T(map[bool]string{true: "programme.rule.nobody", false: "programme.rule.everybody"}[r.Any != nil])
	}
	var parts []string
	for i := range group {
		parts = append(parts, p.words(&group[i], len(group) > 1))
	}
	text := strings.Join(parts, " "+l.T(word)+" ")
	if within && len(parts) > 1 {
		text = "(" + text + ")"
	}
	return text
}

func (p *Page) conditionInWords(r *attendance.Rule) string {
	l := p.env.Lang
	value := ""
	switch kindOf(r.Var) {
	case "now":
		value = writtenBound(l, r.Moment(), p.env.Seminar().Location())
		if r.Tolerance > 0 {
			value = widgets.Joined(" ", value, l.T("programme.rule.tolerance", "n", strconv.Itoa(r.Tolerance)))
		}
	case "weekday":
		value = p.weekday(int(r.Number()))
	case "category":
		var names []string
		for _, text := range r.Texts() {
			names = append(names, p.categoryNamed(text))
		}
		value = strings.Join(names, ", ")
	case "entry_status":
		var words []string
		for _, text := range r.Texts() {
			words = append(words, p.status(text))
		}
		value = strings.Join(words, ", ")
	default:
		value = strconv.FormatFloat(r.Number(), 'f', -1, 64)
	}
	return l.T("programme.rule.say."+kindOf(r.Var)+"."+opNames[r.Op], "what", l.T("programme.rule.var."+r.Var), "value", value)
}

// weekday is a day of the week, of which 1 is Monday.
func (p *Page) weekday(n int) string {
	if n < 1 || n > 7 {
		return strconv.Itoa(n)
	}
	return p.env.Lang.T("common.weekday." + strconv.Itoa(n%7))
}

func (p *Page) status(text string) string {
	if slices.Contains(statuses(), text) {
		return p.env.Lang.T("programme.rule.status." + text)
	}
	return text
}

func statuses() []string { return []string{"inside", "outside"} }

// categoryNamed is the name of a category that a rule means by its name or its id.
func (p *Page) categoryNamed(text string) string {
	for _, c := range p.now.categories {
		if string(c.ID) == text || strings.EqualFold(c.Name, text) {
			return c.Name
		}
	}
	return text
}
