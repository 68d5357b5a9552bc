package document

import (
	"slices"
	"strings"
	"unicode"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

// tongue is a language that stands beside the document's own on a certificate; nil is none.
type tongue struct{ *kit }

// besideOf gives the language that a person's certificate speaks too: the person's own if Lanyard has it, and English on
// a certificate in a person's own language, so that it can be shown abroad.
func (w *warnings) besideOf(a seminar.Attendee) tongue {
	base, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	tag := base
	if base == w.Tag() && base != "en" {
		tag = "en"
	}
	if base == "" || tag == w.language() {
		return tongue{}
	}
	if w.tongues == nil {
		w.tongues = map[string]*kit{}
	}
	k, ok := w.tongues[tag]
	if !ok {
		if lang := i18n.Open(tag); lang.Tag() == tag {
			k = &kit{Lang: lang, setter: w.setter}
		}
		w.tongues[tag] = k
	}
	return tongue{k}
}

// with is a text of the document with the other language's after it, on the same line.
func (t tongue) with(text, key string) string {
	if t.kit == nil || text == "" {
		return text
	}
	return text + " · " + t.T(key)
}

// ownTitle is the seminar's title in the person's language where the certificate speaks it, and in the person's script
// where that is Arabic or Cyrillic and the document's is not.
func ownTitle(of seminar.Seminar, a seminar.Attendee, tag string, t tongue) string {
	main := of.Title(tag)
	if t.kit != nil {
		if title := strings.TrimSpace(of.Titles[t.Tag()]); title != "" && title != main {
			return title
		}
	}
	script := scriptOf(a.NativeName)
	if script == nil {
		script = scriptOf(a.Name())
	}
	if script == nil || script == scriptOf(main) {
		return ""
	}
	tags := make([]string, 0, len(of.Titles))
	for t := range of.Titles {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	for _, t := range append([]string{a.Language, "ar", "ru"}, tags...) {
		if title := strings.TrimSpace(of.Titles[t]); title != main && scriptOf(title) == script {
			return title
		}
	}
	return ""
}

// scriptOf is Arabic or Cyrillic if a text's first letter is of that script, and nil otherwise.
func scriptOf(text string) *unicode.RangeTable {
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			return unicode.Arabic
		case unicode.Is(unicode.Cyrillic, r):
			return unicode.Cyrillic
		case unicode.IsLetter(r):
			return nil
		}
	}
	return nil
}
