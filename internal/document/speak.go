package document

import (
	"slices"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
)

// said is a text filled in for a subject. Text in the person's language that has nothing to add to the document's is left
// out: there is no second language, or no wording in it, or it says the same.
func (m *maker) said(w wording, s *subject) string {
	first := voice{kit: &m.kit, first: &m.kit, tag: m.wordsTag()}
	switch {
	case w.language != person && w.language != "" && w.spoken():
		first = voice{kit: m.kitOf(w.language), first: &m.kit, tag: w.language}
	case w.language == person && w.spoken():
		return m.beside(w, s, first)
	}
	return w.in(first).fill(func(name string) string { return first.value(s, name) })
}

func (m *maker) beside(w wording, s *subject, first voice) string {
	second := voice{second: true, first: &m.kit, tag: m.besideOf(s.attendee)}
	if second.tag != "" {
		second.kit = m.kitOf(second.tag)
	}
	c := w.content
	if len(w.contents) > 0 {
		known, ok := w.contents[second.tag]
		switch {
		case ok:
			c = known
		case second.tag != english:
			return ""
		}
	}
	text := c.fill(func(name string) string { return second.value(s, name) })
	if text == w.in(first).fill(func(name string) string { return first.value(s, name) }) {
		return ""
	}
	return text
}

// in is the wording in a language, or the one for all.
func (w wording) in(v voice) content {
	if c, ok := w.contents[v.tag]; ok {
		return c
	}
	base, _, _ := strings.Cut(v.tag, "-")
	if c, ok := w.contents[base]; ok {
		return c
	}
	return w.content
}

const english = "en"

// wordsTag is the language of the document by which wordings are chosen: a pseudo-language from the right has Arabic ones.
func (m *maker) wordsTag() string {
	switch m.Tag() {
	case i18n.RTLTag:
		return "ar"
	case i18n.LongTag:
		return english
	}
	return m.Tag()
}

// shown says whether all conditions hold.
func (m *maker) shown(all []template.Condition, s *subject) bool {
	v := voice{kit: &m.kit, first: &m.kit}
	for _, c := range all {
		value := v.value(s, c.Variable)
		holds := value != ""
		if len(c.Is) > 0 {
			holds = slices.ContainsFunc(c.Is, func(is string) bool { return strings.EqualFold(strings.TrimSpace(is), value) })
		}
		if holds == c.Not {
			return false
		}
	}
	return true
}
