package form

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Answers are the seminar's own questions with a control for each, of which those are shown that are asked of this person after
// what has been answered so far. A form holds them among its fields; the desk and the self check-in ask those that a check-in
// waits for. What was written into one that is not shown any more stays there, but is no answer.
type Answers struct {
	lang     *i18n.Lang
	all      []seminar.Question    // that conditions look at
	known    map[seminar.ID]string // what was answered before
	category func() seminar.ID
	country  func() string
	zone     *time.Location // in which it says when a consent was given
	fields   []*field
	body     *fyne.Container
	shown    []*field
	// arrange puts the fields that are shown into their place, once they are others.
	arrange func()
	wire    func()
	relaid  func()       // texts below the fields are others: their heights may be
	grown   func(*field) // a field has another height; may be nil
}

// NewAnswers makes the controls of what a desk has to ask somebody.
func NewAnswers(lang *i18n.Lang, asking desk.Asking) *Answers {
	a := newAnswers(lang, asking.Questions, asking.Questions)
	a.known = asking.Known
	a.category, a.country = func() seminar.ID { return asking.Category }, func() string { return asking.Country }
	a.arrange = a.fill
	a.follow()
	return a
}

func newAnswers(lang *i18n.Lang, all, questions []seminar.Question) *Answers {
	a := &Answers{lang: lang, all: all, zone: time.Local, body: widgets.Column(theme.Space3)}
	a.relaid = a.body.Refresh
	for _, q := range questions {
		a.fields = append(a.fields, a.field(q))
	}
	return a
}

// Content is the questions under each other.
func (a *Answers) Content() fyne.CanvasObject { return a.body }

// fill puts the questions that are asked under each other.
func (a *Answers) fill() {
	a.body.RemoveAll()
	for _, one := range a.shown {
		a.body.Add(one.box)
	}
	call(a.wire)
	a.body.Refresh()
}

// follow shows the questions that are asked now.
func (a *Answers) follow() {
	if shown := a.asked(); !slices.Equal(shown, a.shown) || a.shown == nil {
		a.shown = shown
		call(a.arrange)
	}
}

// asked are the fields of the questions that are asked.
func (a *Answers) asked() []*field {
	shown := []*field{}
	asked := seminar.Asked(a.all, a.category(), a.given())
	for _, one := range a.fields {
		if slices.ContainsFunc(asked, func(q seminar.Question) bool { return string(q.ID) == one.name }) {
			shown = append(shown, one)
		}
	}
	return shown
}

// given is everything that was answered, as it would be kept where it can be read.
func (a *Answers) given() map[seminar.ID]string {
	given := map[seminar.ID]string{}
	maps.Copy(given, a.known)
	for _, one := range a.fields {
		given[one.question.ID] = one.answer()
		if read, problem := a.read(one); problem == nil {
			given[one.question.ID] = read
		}
	}
	return given
}

func (a *Answers) read(one *field) (string, *seminar.Error) {
	text := one.answer()
	if text == a.known[one.question.ID] {
		return text, nil
	}
	return desk.ReadAnswer(*one.question, text, a.country(), time.Time{})
}

// Wire says what Enter in the last one, or Ctrl+Enter, and Escape do, and a badge scanned in between.
func (a *Answers) Wire(submit, cancel func(), code func(string)) {
	a.wire = func() {
		wire(a.shown, submit, func(_ *field, k *keys) { k.submit, k.cancel, k.code = submit, cancel, code })
	}
	a.wire()
}

// wire lets Enter go from each field to the next, and from the last one on.
func wire(fields []*field, last func(), rest func(*field, *keys)) {
	for i, one := range fields {
		next := last
		if i+1 < len(fields) {
			next = fields[i+1].focus
		}
		for _, k := range append([]*keys{one.keys}, one.others...) {
			rest(one, k)
			k.next = next
		}
	}
}

// Focus puts the cursor into the first that is not answered, else into the last. The controls must be in a window.
func (a *Answers) Focus() {
	for i, one := range a.shown {
		if one.answer() == "" || i == len(a.shown)-1 {
			one.focus()
			return
		}
	}
}

// Set writes what was answered before.
func (a *Answers) Set(given map[seminar.ID]string) {
	for _, one := range a.fields {
		one.write(given[one.question.ID])
	}
	a.follow()
}

// Value is what was answered to the questions that are shown; what was left empty is not among it.
func (a *Answers) Value() map[seminar.ID]string {
	var given map[seminar.ID]string
	for _, one := range a.shown {
		if text := one.answer(); text != "" {
			if given == nil {
				given = map[seminar.ID]string{}
			}
			given[one.question.ID] = text
		}
	}
	return given
}

// Complete says whether every question that is shown has the answer it needs; where not, the problem stands beside it and the
// cursor goes there.
func (a *Answers) Complete() bool {
	problems := a.problems(func(seminar.Question) bool { return true })
	show(a.lang, a.shown, problems)
	a.body.Refresh()
	return len(problems) == 0
}

// problems are what is wrong with the answers that are shown; insist says of which questions an answer must be given here.
func (a *Answers) problems(insist func(seminar.Question) bool) seminar.Problems {
	var problems seminar.Problems
	for _, one := range a.shown {
		q := *one.question
		read, problem := a.read(one)
		switch {
		case problem != nil:
			problems = append(problems, problem)
		case !q.Answered(read) && q.Required && insist(q):
			problems = append(problems, desk.Missing(q))
		}
	}
	return problems
}

// changed follows a change of one answer: its problem goes, and other questions may be asked.
func (a *Answers) changed(one *field) {
	if one.box.Error != "" {
		one.box.SetError("")
		a.relaid()
	}
	a.follow()
}

// left makes a text that can be read what is kept of it, and says at once what cannot be.
func (a *Answers) left(one *field, write func(string)) {
	read, problem := a.read(one)
	if problem != nil {
		one.box.SetError(a.lang.Err(problem))
		a.relaid()
	} else if read != one.answer() {
		write(read)
	}
}
