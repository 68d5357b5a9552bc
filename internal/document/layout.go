package document

import (
	"slices"
	"strings"

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
	text  phrase
	items []item
	// own says that what it shows differs from person to person; otherwise it is drawn once for many.
	own bool
}

// item is one text of a stack.
type item struct {
	template.Item
	text, flag phrase
}

// phrase is a content in the languages that it has.
type phrase struct {
	content  template.Content
	contents map[string]template.Content
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
		one := element{Element: e, text: newPhrase(e.Content, e.Contents, language), own: e.Source == template.Photo || e.Source == template.Signature || conditioned(e.Show)}
		one.own = one.own || one.text.own()
		for _, it := range e.Items {
			v := item{Item: it, text: newPhrase(it.Content, it.Contents, it.Words.Language), flag: newPhrase(it.Flag, nil, "")}
			one.own = one.own || v.text.own() || v.flag.own() || conditioned(it.Show)
			one.items = append(one.items, v)
		}
		all[i] = one
	}
	return all
}

func newPhrase(text string, texts map[string]string, language string) phrase {
	w := phrase{content: parsed(text), language: language}
	for tag, text := range texts {
		if w.contents == nil {
			w.contents = map[string]template.Content{}
		}
		w.contents[tag] = parsed(text)
	}
	return w
}

// own says whether the text differs from person to person.
func (w phrase) own() bool {
	if w.language == person || w.language == both {
		return true
	}
	own := w.content.Variables()
	for _, c := range w.contents {
		own = append(own, c.Variables()...)
	}
	return slices.ContainsFunc(own, isOwn)
}

// isOwn says whether a variable differs from person to person.
func isOwn(name string) bool {
	return variables[name].own || strings.HasPrefix(name, template.QuestionPrefix)
}

// parsed takes a text apart. Of a template that was never checked a brace that is not closed is a brace.
func parsed(text string) template.Content {
	c, _ := template.ParseContent(text)
	return c
}

// conditioned says whether conditions look at what differs from person to person.
func conditioned(all []template.Condition) bool {
	for _, c := range all {
		if isOwn(c.Variable) {
			return true
		}
	}
	return false
}

const (
	person = template.Person
	both   = template.Both
)

// spoken says whether the text is another one in another language.
func (w phrase) spoken() bool {
	return len(w.contents) > 0 ||
		slices.ContainsFunc(w.content.Variables(), func(name string) bool { return variables[name].spoken })
}
