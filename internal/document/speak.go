package document

import (
	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
)

// said is a text filled in for a subject. Text in the person's language that has nothing to add to the document's is left
// out: there is no second language, or no wording in it, or it says the same.
func (m *maker) said(w phrase, s *subject) string {
	first := voice{kit: &m.kit, first: &m.kit, tag: m.wordsTag()}
	switch {
	case w.language == both:
		return joined(" · ", first.fill(w, s), isolated(m.beside(w, s, first)))
	case w.language == "" || !w.spoken():
	case w.language == person:
		return m.beside(w, s, first)
	default:
		first = voice{kit: m.kitOf(w.language), first: &m.kit, tag: w.language}
	}
	return first.fill(w, s)
}

// isolated keeps the signs of a text together with it in one of the other direction (UAX #9, FSI and PDI).
func isolated(text string) string {
	if text == "" {
		return ""
	}
	return "\u2068" + text + "\u2069"
}

// fill is a wording with its variables filled in.
func (v voice) fill(w phrase, s *subject) string {
	return w.in(v).Fill(func(name string) string { return v.value(s, name) })
}

func (m *maker) beside(w phrase, s *subject, first voice) string {
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
	text := c.Fill(func(name string) string { return second.value(s, name) })
	if text == first.fill(w, s) {
		return ""
	}
	return text
}

// in is the wording in a language, or the one for all.
func (w phrase) in(v voice) template.Content {
	if key := w.key(v.tag); key != "" {
		return w.contents[key]
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
	if len(all) == 0 {
		return true
	}
	v := voice{kit: &m.kit, first: &m.kit}
	return template.Holds(all, func(name string) string { return v.value(s, name) })
}
