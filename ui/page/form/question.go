package form

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

const (
	questionLines = 4 // of a question over its control
	wordingLines  = 24
	longRows      = 3 // of an entry for a longer text
)

// field makes the control of a question, by its type.
func (a *Answers) field(q seminar.Question) *field {
	one := &field{name: string(q.ID), question: &q}
	tag := a.lang.Tag()
	label, help := q.Said(tag), widgets.Joined(" ", q.Helped(tag), q.Span())
	var control fyne.CanvasObject
	switch q.Type {
	case seminar.TypeYesNo:
		control = a.choice(one, []string{"", "yes", "no"}, []string{" ", a.lang.T("common.yes"), a.lang.T("common.no")})
	case seminar.TypeChoice:
		labels := []string{" "}
		for _, o := range q.Options {
			labels = append(labels, q.Option(o, tag))
		}
		control = a.choice(one, append([]string{""}, q.Options...), labels)
	case seminar.TypeSeveral:
		control = a.several(one)
	case seminar.TypeCountry:
		control = a.land(one)
	case seminar.TypeConsent:
		control, help = a.consent(one), ""
	default:
		control = a.entry(one)
	}
	one.box = widgets.NewFormField(label, control)
	one.box.Required, one.box.RTL, one.box.Lines, one.box.Hint = q.Required, a.lang.RTL(), questionLines, help
	one.put = func(v desk.Form) { one.write(v.Registration.Answers[q.ID]) }
	one.take = func(v *desk.Form) { take(v, q.ID, one.answer()) }
	return one
}

// take puts an answer into a form, or takes an empty one out of it.
func take(v *desk.Form, id seminar.ID, answer string) {
	if answer == "" {
		delete(v.Registration.Answers, id)
		return
	}
	if v.Registration.Answers == nil {
		v.Registration.Answers = map[seminar.ID]string{}
	}
	v.Registration.Answers[id] = answer
}

// choice is a list to choose one of. An answer that is not offered any more is offered to whoever gave it.
func (a *Answers) choice(one *field, ids, labels []string) fyne.CanvasObject {
	c := newChoice(ids, labels)
	one.target, one.keys, one.answer = c, &c.keys, c.id
	one.write = func(answer string) {
		if !slices.Contains(c.ids, answer) {
			c.ids, labels = append(slices.Clone(ids), answer), append(slices.Clone(labels[:len(ids)]), answer)
			c.SetOptions(labels)
		}
		c.setID(answer)
	}
	c.OnChanged = func(string) { a.changed(one) }
	return c
}

// entry is an entry for what is written: a text, a number, a date, a phone number, an e-mail address.
func (a *Answers) entry(one *field) fyne.CanvasObject {
	e, q := newEntry(), one.question
	one.target, one.keys = e, &e.keys
	one.answer = func() string { return strings.TrimSpace(e.Text) }
	one.write = func(answer string) {
		e.SetText(answer)
		e.CursorColumn = len([]rune(e.Text)) // whoever comes back goes on writing
	}
	usual := widgets.Joined(" ", q.Helped(a.lang.Tag()), q.Span())
	e.OnChanged = func(string) {
		if q.Type == seminar.TypeDate {
			if hint := widgets.Joined(" · ", usual, a.day(e.Text)); hint != one.box.Hint {
				one.box.SetHint(hint)
				a.relaid()
			}
		}
		a.changed(one)
	}
	switch q.Type {
	case seminar.TypeText:
		return e
	case seminar.TypeLong:
		e.rows()
		return e
	case seminar.TypeDate:
		e.PlaceHolder = "2025-07-18"
		e.up, e.down = func() { a.turn(e, 1) }, func() { a.turn(e, -1) }
	case seminar.TypePhone:
		e.PlaceHolder = "+994 50 555 01 01"
	}
	e.focused = func(gained bool) {
		if !gained {
			a.left(one, e.SetText)
		}
	}
	return e
}

// day is the day that a text means, as the language writes it.
func (a *Answers) day(text string) string {
	if t, ok := dayOf(text); ok {
		return a.lang.LongDate(t)
	}
	return ""
}

// turn goes to the next day, or the one before.
func (a *Answers) turn(e *entry, by int) {
	if t, ok := dayOf(e.Text); ok {
		e.SetText(t.AddDate(0, 0, by).Format(time.DateOnly))
	}
}

func dayOf(text string) (time.Time, bool) {
	read, problem := desk.ReadAnswer(seminar.Question{Type: seminar.TypeDate}, text, "", time.Time{})
	if problem != nil {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, read)
	return t, err == nil
}

// land is an entry that finds a country.
func (a *Answers) land(one *field) fyne.CanvasObject {
	f := newCountryField(a.lang, func() {
		if one.box != nil {
			a.changed(one)
			if a.grown != nil {
				a.grown(one)
			}
		}
	})
	one.target, one.keys = f.entry, &f.entry.keys
	one.answer = func() string {
		if f.chosen != "" {
			return f.chosen
		}
		return strings.TrimSpace(f.entry.Text)
	}
	one.write = f.set
	return f.object
}

// several is a box to tick for each option. An answer that is not offered any more has a box for whoever gave it.
func (a *Answers) several(one *field) fyne.CanvasObject {
	q := one.question
	column := widgets.Column(0)
	var ticks []*tick
	var options []string
	add := func(option string) {
		t := newTick("")
		i := len(ticks)
		t.up, t.down = func() { step(ticks, i-1) }, func() { step(ticks, i+1) }
		t.OnChanged = func(bool) { a.changed(one) }
		ticks, options = append(ticks, t), append(options, option)
		column.Add(ticked(a.lang, t, q.Option(option, a.lang.Tag())))
	}
	for _, o := range q.Options {
		add(o)
	}
	if len(ticks) == 0 { // a form that is being made
		add("…")
	}
	one.target, one.keys = ticks[0], &ticks[0].keys
	for _, t := range ticks[1:] {
		one.others = append(one.others, &t.keys)
	}
	one.answer = func() string {
		var chosen []string
		for i, t := range ticks {
			if t.Checked {
				chosen = append(chosen, options[i])
			}
		}
		return strings.Join(chosen, seminar.OptionBreak)
	}
	one.write = func(answer string) {
		chosen := q.Chosen(answer)
		for _, o := range chosen {
			if !slices.Contains(options, o) {
				add(o)
				one.others = append(one.others, &ticks[len(ticks)-1].keys)
			}
		}
		for i, t := range ticks {
			t.SetChecked(slices.Contains(chosen, options[i]))
		}
	}
	return column
}

func step(ticks []*tick, to int) {
	if to < 0 || to >= len(ticks) {
		return
	}
	if c := widgets.CanvasOf(ticks[to]); c != nil {
		c.Focus(ticks[to])
	}
}

// consent is what is to be agreed to, with a box to tick. Of one that was given it says when, and whether the wording was another
// one.
func (a *Answers) consent(one *field) fyne.CanvasObject {
	q, l := one.question, a.lang
	wording := widgets.NewText(q.Wording(l.Tag()), theme.BodySize, theme.Text)
	wording.Lines, wording.MinWidth, wording.RTL = wordingLines, 48, l.RTL()
	t := newTick("")
	kept, before := "", "" // while it is ticked, and while it is not: a consent that was withdrawn stays on record
	said := widgets.Caption("")
	said.Lines, said.RTL = 3, l.RTL()
	one.target, one.keys = t, &t.keys
	one.answer = func() string {
		switch {
		case !t.Checked:
			return before
		case kept != "":
			return kept
		}
		return seminar.Agreed{State: seminar.ConsentGiven, Version: seminar.WordingID(q.Wording(l.Tag()))}.Answer()
	}
	one.write = func(answer string) {
		c := seminar.ParseConsent(answer)
		if kept, before = "", answer; c.Holds() {
			kept, before = answer, ""
		}
		t.SetChecked(c.Holds())
		said.SetText(consentSaid(l, *q, c, a.zone))
		said.Hidden = said.Text == ""
	}
	t.OnChanged = func(bool) { a.changed(one) }
	said.Hide()
	column := widgets.Column(theme.Space1, ticked(l, t, l.T("form.consent.agree")), said)
	if q.Helped(l.Tag()) != "" {
		column.Objects = append([]fyne.CanvasObject{wording}, column.Objects...)
	}
	return column
}

// consentSaid tells when a consent was given, and that it was to another wording.
func consentSaid(l *i18n.Lang, q seminar.Question, c seminar.Agreed, zone *time.Location) string {
	at := c.Moment().In(zone)
	switch {
	case at.IsZero():
		return ""
	case !c.Holds():
		return widgets.Joined(" – ", l.T("privacy.consent."+string(c.State)), l.Date(at)+" "+l.Time(at))
	}
	said := l.T("form.consent.given", "date", l.Date(at), "time", l.Time(at))
	if _, same := q.CurrentWordings()[c.Version]; c.Version != "" && !same {
		said = widgets.Joined(" ", said, l.T("form.consent.other"))
	}
	return said
}
