package programmepage

import (
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// question is one of the seminar's by its id.
func (p *Page) question(id seminar.ID) seminar.Question {
	for _, q := range p.now.questions {
		if q.ID == id {
			return q
		}
	}
	return seminar.Question{}
}

func (p *Page) subjectNamed(id seminar.ID) string {
	l := p.env.Lang
	if id == "" {
		return l.T("programme.question.when.category")
	}
	if q := p.question(id); q.ID != "" {
		return q.Said(l.Tag())
	}
	return l.T("programme.question.when.removed")
}

// valuesOf are what a condition on a question, or for "" on the category, is chosen from; nil if values are written.
func (p *Page) valuesOf(id seminar.ID) []pick {
	l := p.env.Lang
	var offered []pick
	if id == "" {
		offered = []pick{}
		for _, c := range p.now.categories {
			offered = append(offered, pick{string(c.ID), c.Name})
		}
		return offered
	}
	switch q := p.question(id); q.Type {
	case seminar.TypeYesNo, seminar.TypeConsent:
		return []pick{{"yes", l.T("common.yes")}, {"no", l.T("common.no")}}
	case seminar.TypeChoice, seminar.TypeSeveral:
		offered = []pick{}
		for _, o := range q.Options {
			offered = append(offered, pick{o, q.Option(o, l.Tag())})
		}
	}
	return offered
}

// whenInWords are conditions as a sentence, "" for none.
func (p *Page) whenInWords(when []seminar.Condition) string {
	l := p.env.Lang
	var parts []string
	for _, c := range when {
		offered := p.valuesOf(c.Question)
		var values []string
		for _, v := range c.Values {
			if i := slices.IndexFunc(offered, func(o pick) bool { return o.id == v }); i >= 0 {
				v = offered[i].label
			}
			values = append(values, v)
		}
		op := whenIn
		switch {
		case len(values) == 0 && c.Not:
			op = whenNone
		case len(values) == 0:
			op = whenAny
		case c.Not:
			op = whenNotIn
		}
		parts = append(parts, l.T("programme.question.when.say."+op, "what", p.subjectNamed(c.Question),
			"values", strings.Join(values, " "+l.T("programme.rule.or")+" ")))
	}
	if len(parts) == 0 {
		return ""
	}
	return l.T("programme.question.when.words", "conditions", strings.Join(parts, " "+l.T("programme.rule.and")+" "))
}
