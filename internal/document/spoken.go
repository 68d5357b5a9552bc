package document

import (
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// Spoken says which of the texts that an element or an item has in several languages a page shows to somebody: tags of contents,
// "" for the text that all other languages have. language is that of its template.Words. None of them is shown in a second
// language that the person does not have, or that they have no text in.
func Spoken(contents map[string]string, language string, to seminar.Attendee, o Options) []string {
	m := newMaker(o)
	w := newPhrase("", contents, language)
	var all []string
	if language != person {
		tag := m.wordsTag()
		if language != "" && language != both {
			tag = language
		}
		all = append(all, w.key(tag))
	}
	if language == person || language == both {
		tag := m.besideOf(to)
		if _, own := w.contents[tag]; own {
			all = append(all, tag)
		} else if tag == english {
			all = append(all, "")
		}
	}
	return slices.Compact(all)
}

// key is the tag of the wording in a language, "" for the one for all.
func (w phrase) key(tag string) string {
	if _, ok := w.contents[tag]; ok {
		return tag
	}
	base, _, _ := strings.Cut(tag, "-")
	if _, ok := w.contents[base]; ok {
		return base
	}
	return ""
}
