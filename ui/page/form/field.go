package form

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// field is one field of the form: its control, its name in seminar.Problems, and the way in and out of the data.
type field struct {
	name   string
	box    *widgets.FormField
	keys   *keys
	target fyne.Focusable
	put    func(desk.Form)
	take   func(*desk.Form)

	// Of one of the seminar's own questions:
	question *seminar.Question
	others   []*keys // of further controls
	answer   func() string
	write    func(string)
}

func (f *field) focus() {
	if c := widgets.CanvasOf(f.target.(fyne.CanvasObject)); c != nil {
		c.Focus(f.target)
	}
}

func (f *Form) makeFields() {
	person := func(name string, of func(*seminar.Attendee) *string) *field {
		return f.text(name, func(v *desk.Form) *string { return of(&v.Attendee) })
	}
	given := person("given_name", func(a *seminar.Attendee) *string { return &a.GivenName })
	family := person("family_name", func(a *seminar.Attendee) *string { return &a.FamilyName })
	native := person("native_name", func(a *seminar.Attendee) *string { return &a.NativeName })
	badge := person("badge_name", func(a *seminar.Attendee) *string { return &a.BadgeName })
	f.given, f.family, f.native = given, family, native
	for _, one := range []*field{given, family, native, badge} {
		f.watchScripts(one)
	}
	organisation := person("organisation", func(a *seminar.Attendee) *string { return &a.Organisation })
	f.first = []*field{given, family, native, organisation, f.countryField()}
	if len(f.o.Categories) > 0 {
		ids, labels := []string{}, []string{}
		for _, c := range f.o.Categories {
			ids, labels = append(ids, string(c.ID)), append(labels, c.Name)
		}
		category := f.choice("category", ids, labels, func(v *desk.Form) *string { return (*string)(&v.Registration.CategoryID) })
		category.target.(*choice).OnChanged = func(string) { f.answers.follow(); f.askPlace() }
		f.category, f.first = category, append(f.first, category)
	}
	if len(f.o.Delegations) > 0 {
		ids, labels := []string{""}, []string{f.lang.T("form.none")}
		for _, d := range f.o.Delegations {
			ids, labels = append(ids, string(d.ID)), append(labels, d.Name)
		}
		f.delegation = f.choice("delegation", ids, labels, func(v *desk.Form) *string { return (*string)(&v.Registration.DelegationID) })
		f.delegation.target.(*choice).OnChanged = func(string) { f.askPlace() }
		f.rest = append(f.rest, f.delegation)
	}
	if f.o.Whole {
		var ids, labels []string
		for _, s := range seminar.Statuses() {
			ids, labels = append(ids, string(s)), append(labels, f.lang.T("common.status."+string(s)))
		}
		status := f.choice("status", ids, labels, func(v *desk.Form) *string { return (*string)(&v.Registration.Status) })
		status.target.(*choice).OnChanged = func(string) { f.askPlace() }
		f.rest = append(f.rest, status)
	}
	f.rest = append(f.rest,
		person("email", func(a *seminar.Attendee) *string { return &a.Email }),
		f.phone(),
		person("honorific", func(a *seminar.Attendee) *string { return &a.Honorific }),
		person("position", func(a *seminar.Attendee) *string { return &a.Position }),
		badge,
		person("access", func(a *seminar.Attendee) *string { return &a.Access }),
		person("dietary", func(a *seminar.Attendee) *string { return &a.Dietary }),
		person("desk_note", func(a *seminar.Attendee) *string { return &a.DeskNote }),
		f.attention())
	if f.o.ChoosePhoto != nil {
		f.rest = append(f.rest, f.photoField())
	}
	f.makeQuestions()
}

// makeQuestions makes the fields of the seminar's own questions.
func (f *Form) makeQuestions() {
	var here []seminar.Question
	for _, q := range f.o.Questions {
		if q.Shown(seminar.InForm) {
			here = append(here, q)
		}
	}
	f.answers = newAnswers(f.lang, f.o.Questions, here)
	if f.o.Zone != nil {
		f.answers.zone = f.o.Zone
	}
	f.answers.category = func() seminar.ID {
		v := desk.Form{Registration: seminar.Registration{CategoryID: f.base.Registration.CategoryID}}
		if f.category != nil {
			f.category.take(&v)
		}
		return v.Registration.CategoryID
	}
	f.answers.country = func() string { return f.country.chosen }
	f.answers.arrange = func() {
		if f.body != nil && !f.setting {
			f.arrange()
		}
	}
	f.answers.relaid = func() {
		if f.body != nil {
			f.body.Refresh()
		}
	}
	f.answers.grown = func(one *field) { f.body.Refresh(); f.reveal(one) }
	f.answers.follow()
	f.rest = append(f.rest, f.answers.fields...)
}

// labelled makes a field around a control.
func (f *Form) labelled(name string, control fyne.CanvasObject, target fyne.Focusable, k *keys) *field {
	box := widgets.NewFormField(f.lang.T("form."+name), control)
	box.RTL = f.lang.RTL()
	if key := "form." + name + ".hint"; f.lang.Has(key) {
		box.Hint = f.lang.T(key)
	}
	return &field{name: name, box: box, keys: k, target: target}
}

func (f *Form) text(name string, of func(*desk.Form) *string) *field {
	e := newEntry()
	one := f.labelled(name, e, e, &e.keys)
	e.OnChanged = func(string) { f.corrected(one); f.askLikely(one) }
	one.put = func(v desk.Form) { e.SetText(*of(&v)) }
	one.take = func(v *desk.Form) { *of(v) = strings.TrimSpace(e.Text) }
	return one
}

// corrected takes the error off a field that somebody is putting right. An error of the name goes from all its parts.
func (f *Form) corrected(one *field) {
	for _, other := range f.all() {
		named := strings.HasSuffix(one.name, "_name") && strings.HasSuffix(other.name, "_name")
		if other == one || named {
			f.cleared(other)
		}
	}
}

// cleared takes the error off one field.
func (f *Form) cleared(one *field) {
	if one.box.Error != "" {
		one.box.SetError("")
		f.body.Refresh()
	}
}

// watchScripts warns, while a name is typed, of a word that mixes letters of two scripts.
func (f *Form) watchScripts(one *field) {
	usual := one.box.Hint
	one.target.(*entry).OnChanged = func(text string) {
		f.corrected(one)
		hint := usual
		if mixed := names.Mixed(text); len(mixed) > 0 {
			hint = f.lang.T("form.notice.mixed", "word", mixed[0].Word, "letters", mixed[0].Letters, "script", f.lang.Script(mixed[0].Script))
		}
		if one.box.Hint != hint {
			one.box.Hint = hint
			one.box.Refresh()
			f.body.Refresh()
		}
		f.propose()
		f.askLikely(one)
	}
}

// phone is an entry for a phone number, which becomes what is kept of it as soon as somebody leaves it.
func (f *Form) phone() *field {
	one := f.text("phone", func(v *desk.Form) *string { return &v.Attendee.Phone })
	e := one.target.(*entry)
	e.focused = func(gained bool) {
		number, problem := desk.ReadAnswer(seminar.Question{Type: seminar.TypePhone}, e.Text, f.answers.country(), time.Time{})
		if !gained && problem == nil && number != e.Text && f.base.Attendee.Phone != e.Text {
			e.SetText(number)
		}
	}
	return one
}

func (f *Form) choice(name string, ids, labels []string, of func(*desk.Form) *string) *field {
	c := newChoice(ids, labels)
	one := f.labelled(name, c, c, &c.keys)
	one.put = func(v desk.Form) { c.setID(*of(&v)) }
	one.take = func(v *desk.Form) {
		if c.SelectedIndex() >= 0 {
			*of(v) = c.id()
		}
	}
	return one
}

func (f *Form) countryField() *field {
	var one *field
	f.country = newCountryField(f.lang, func() {
		if f.body != nil {
			f.propose()
			f.body.Refresh()
			f.reveal(one)
		}
	})
	one = f.labelled("country", f.country.object, f.country.entry, &f.country.entry.keys)
	one.put = func(v desk.Form) { f.country.set(v.Attendee.Country) }
	one.take = func(v *desk.Form) { v.Attendee.Country = strings.TrimSpace(f.country.code()) }
	return one
}

func (f *Form) attention() *field {
	t := newTick(f.lang.T("form.attention"))
	one := f.labelled("attention", t, t, &t.keys)
	one.box.Label = ""
	one.put = func(v desk.Form) { t.SetChecked(v.Attendee.Attention) }
	one.take = func(v *desk.Form) { v.Attendee.Attention = t.Checked }
	return one
}

// fields are the texts of a form as one comparable value.
func fields(v desk.Form) [20]string {
	a, r := v.Attendee, v.Registration
	attention := ""
	if a.Attention {
		attention = "1"
	}
	return [20]string{a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Honorific, a.Position, a.Organisation,
		a.Country, a.Email, a.Phone, a.Access, a.Dietary, a.DeskNote, attention, string(r.CategoryID), string(r.DelegationID), string(r.Status), string(a.Photo), r.OverWhy}
}
