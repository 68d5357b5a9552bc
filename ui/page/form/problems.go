package form

import (
	"errors"

	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ShowProblems shows each problem beside its field and puts the cursor there, and says whether err was a matter of the
// form. nil takes all problems away and is true.
func (f *Form) ShowProblems(err error) bool {
	var problems seminar.Problems
	var one *seminar.Error
	switch {
	case err == nil:
	case errors.As(err, &problems):
	case errors.As(err, &one) && one.Field != "":
		problems = seminar.Problems{one}
	default:
		return false
	}
	unfold := false
	for _, r := range f.rest {
		unfold = unfold || problems.For(r.name) != nil
	}
	if unfold && f.folded {
		f.Unfold()
	}
	known := show(f.lang, f.places.among(f.all()), problems)
	f.body.Refresh()
	return len(problems) == 0 || known > 0
}

// show puts each problem beside its field and the cursor into the first of them, and says how many there are.
func show(l *i18n.Lang, fields []*field, problems seminar.Problems) int {
	var bad *field
	known := 0
	for _, one := range fields {
		text := ""
		if p := problems.For(one.name); p != nil {
			text = l.Err(p)
			known++
			if bad == nil {
				bad = one
			}
		}
		one.box.SetError(text)
	}
	if bad != nil && widgets.CanvasOf(bad.box) != nil {
		bad.focus()
	}
	return known
}

// Check says whether the form can be saved, as far as it can tell: the answers to the seminar's own questions, and the reason for a
// place beyond a quota; what stands against it is shown with all else that is wrong with the form. A new person must answer what nobody
// asks later at a desk, unless the answers follow; of one who is registered already no answer that must be there may be taken away.
func (f *Form) Check() bool {
	registered := f.base.Registration.ID != ""
	problems := f.answers.problems(func(q seminar.Question) bool {
		return registered && q.Answered(f.base.Registration.Answers[q.ID]) || !registered && !f.later.follow && desk.Owed(q)
	})
	f.offerLater(registered, problems)
	if f.places.beyond() && f.places.reason() == "" {
		problems = append(problems, seminar.Errorf(seminar.CodeRequired, "Please write why.").WithField(f.places.why.name))
	}
	if len(problems) == 0 {
		return true
	}
	f.ShowProblems(append(desk.ValidateForm(f.Value()), problems...))
	return false
}

// Sentences say what was taken out of the names of somebody registered. Of a mixed word the form spoke while it was typed.
func Sentences(lang *i18n.Lang, notices []desk.Notice) []string {
	var all []string
	for _, n := range notices {
		if n.Code != names.NoticeMixed {
			all = append(all, Sentence(lang, n))
		}
	}
	return all
}

// Sentence says one thing that is odd about a text of a person.
func Sentence(lang *i18n.Lang, n desk.Notice) string {
	return lang.T("form.notice."+n.Code, n.Args(lang.Script)...)
}

// ShowNotices tells above the fields what was odd about the names, without keeping anybody from going on.
func (f *Form) ShowNotices(sentences ...string) {
	f.hint.RemoveAll()
	f.hint.Hidden = len(sentences) == 0
	for _, s := range sentences {
		text := widgets.Body(s)
		text.Colour, text.RTL = theme.AttentionText, f.lang.RTL()
		icon := widget.NewIcon(theme.IconIn(theme.IconAlert, theme.AttentionText))
		f.hint.Add(widgets.Edge(f.lang.RTL(), nil, nil, widgets.Fixed(theme.Space5, theme.Space5, icon), nil, text))
	}
	f.body.Refresh()
}
