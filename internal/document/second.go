package document

import (
	"slices"
	"strings"
	"unicode"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

// besideOf gives the tag of the language that a person's page speaks too, "" for none: the person's own, and English on a
// page in a person's own language, so that it can be shown abroad.
func (w *warnings) besideOf(a seminar.Attendee) string {
	tag, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	if tag == w.Tag() {
		tag = english
	}
	if tag == w.language() {
		return ""
	}
	return tag
}

// kitOf is a language by its tag. One that the window does not speak has English words, and dates of its own.
func (w *warnings) kitOf(tag string) *kit {
	k, ok := w.tongues[tag]
	if !ok {
		lang := i18n.Open(tag)
		k = &kit{Lang: lang, setter: w.setter}
		if lang.Tag() != tag {
			k.foreign = tag
		}
		if w.tongues == nil {
			w.tongues = map[string]*kit{}
		}
		w.tongues[tag] = k
	}
	return k
}

// countryIn is a country's name in a language of documents.
func countryIn(tag, code string) string {
	return i18n.OpenDocument(tag).Country(code)
}

// ownTitle is the seminar's title in the person's language where the certificate speaks it, and in the person's script
// where that is Arabic or Cyrillic and the document's is not.
func ownTitle(of seminar.Seminar, a seminar.Attendee, tag, second string) string {
	main := of.Title(tag)
	if title := strings.TrimSpace(of.Titles[second]); title != "" && title != main {
		return title
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
