package document

import (
	"lanyard/internal/document/template"
)

// layout is a template whose texts are taken apart, once for all pages.
type layout struct {
	*template.Template
	front, back []element
}

// element is one of a template.
type element struct {
	template.Element
	text  wording
	items []item
	// own says that what it shows differs from person to person; otherwise it is drawn once for many.
	own bool
}

// item is one text of a stack.
type item struct {
	template.Item
	text, flag wording
}

// wording is a content in the languages that it has.
type wording struct {
	content  content
	contents map[string]content
	language string // template.Words.Language
}

func newLayout(t *template.Template) *layout {
	return &layout{Template: t, front: elements(t.Front), back: elements(t.Back)}
}

func (l *layout) side(back bool) []element {
	if back {
		return l.back
	}
	return l.front
}

func elements(of []template.Element) []element {
	all := make([]element, len(of))
	for i, e := range of {
		language := ""
		if e.Words != nil {
			language = e.Words.Language
		}
		one := element{Element: e, text: newWording(e.Content, e.Contents, language), own: e.Source == template.Photo || conditioned(e.Show)}
		one.own = one.own || one.text.own()
		for _, it := range e.Items {
			v := item{Item: it, text: newWording(it.Content, it.Contents, it.Words.Language), flag: newWording(it.Flag, nil, "")}
			one.own = one.own || v.text.own() || v.flag.own() || conditioned(it.Show)
			one.items = append(one.items, v)
		}
		all[i] = one
	}
	return all
}

func newWording(text string, texts map[string]string, language string) wording {
	w := wording{content: parse(text), language: language}
	for tag, text := range texts {
		if w.contents == nil {
			w.contents = map[string]content{}
		}
		w.contents[tag] = parse(text)
	}
	return w
}

// own says whether the text differs from person to person.
func (w wording) own() bool {
	if w.language == person {
		return true
	}
	own := false
	see := func(name string) { own = own || variables[name].own }
	w.content.each(see)
	for _, c := range w.contents {
		c.each(see)
	}
	return own
}

// conditioned says whether conditions look at what differs from person to person.
func conditioned(all []template.Condition) bool {
	for _, c := range all {
		if variables[c.Variable].own {
			return true
		}
	}
	return false
}

// person is the language of a text that speaks the attendee's.
const person = "person"

// spoken says whether the text is another one in another language.
func (w wording) spoken() bool {
	spoken := len(w.contents) > 0
	w.content.each(func(name string) { spoken = spoken || variables[name].spoken })
	return spoken
}
