package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Answers are the seminar's own questions with a control for each. A form holds them among its fields; the desk asks
// those that a check-in waits for.
type Answers struct {
	lang   *i18n.Lang
	fields []*field
	body   *fyne.Container
}

// NewAnswers makes the controls.
func NewAnswers(lang *i18n.Lang, questions []seminar.Question) *Answers {
	a := &Answers{lang: lang, body: widgets.Column(theme.Space3)}
	for _, q := range questions {
		one := a.field(q)
		a.fields = append(a.fields, one)
		a.body.Add(one.box)
	}
	return a
}

// Content is the questions under each other.
func (a *Answers) Content() fyne.CanvasObject { return a.body }

// Wire says what Enter in the last one, or Ctrl+Enter, and Escape do, and a badge scanned in between.
func (a *Answers) Wire(submit, cancel func(), code func(string)) {
	for i, one := range a.fields {
		one.keys.submit, one.keys.cancel, one.keys.next, one.keys.code = submit, cancel, submit, code
		if i+1 < len(a.fields) {
			one.keys.next = a.fields[i+1].focus
		}
	}
}

// Focus puts the cursor into the first that is not answered, else into the last. The controls must be in a window.
func (a *Answers) Focus() {
	given := a.Value()
	for i, one := range a.fields {
		if given[seminar.ID(one.name)] == "" || i == len(a.fields)-1 {
			one.focus()
			return
		}
	}
}

// Set writes what was answered before.
func (a *Answers) Set(given map[seminar.ID]string) {
	v := desk.Form{Registration: seminar.Registration{Answers: given}}
	for _, one := range a.fields {
		one.put(v)
	}
}

// Value is what was answered, by question; what was left empty is not among it.
func (a *Answers) Value() map[seminar.ID]string {
	var v desk.Form
	for _, one := range a.fields {
		one.take(&v)
	}
	return v.Registration.Answers
}

func (a *Answers) field(q seminar.Question) *field {
	put := func(v *desk.Form, answer string) {
		switch {
		case answer != "":
			if v.Registration.Answers == nil {
				v.Registration.Answers = map[seminar.ID]string{}
			}
			v.Registration.Answers[q.ID] = answer
		default:
			delete(v.Registration.Answers, q.ID)
		}
	}
	one := &field{name: string(q.ID)}
	var control fyne.CanvasObject
	if ids, labels := a.options(q); ids != nil {
		c := newChoice(ids, labels)
		control, one.target, one.keys = c, c, &c.keys
		one.put = func(v desk.Form) { c.setID(v.Registration.Answers[q.ID]) }
		one.take = func(v *desk.Form) { put(v, c.id()) }
	} else {
		e := newEntry()
		control, one.target, one.keys = e, e, &e.keys
		one.put = func(v desk.Form) {
			e.SetText(v.Registration.Answers[q.ID])
			e.CursorColumn = len([]rune(e.Text)) // whoever comes back goes on writing
		}
		one.take = func(v *desk.Form) { put(v, strings.TrimSpace(e.Text)) }
		if q.Type == "date" {
			e.PlaceHolder = "2025-07-18"
		}
	}
	one.box = widgets.NewFormField(q.Text, control)
	one.box.Required, one.box.RTL = q.Required, a.lang.RTL()
	return one
}

// options are what a question offers to choose from, nil if anything may be written.
func (a *Answers) options(q seminar.Question) (ids, labels []string) {
	switch q.Type {
	case "yesno":
		return []string{"", "yes", "no"}, []string{" ", a.lang.T("common.yes"), a.lang.T("common.no")}
	case "choice":
		return append([]string{""}, q.Options...), append([]string{" "}, q.Options...)
	}
	return nil, nil
}
