package initiative

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/collation"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// make makes the fields, in the order in which somebody speaks: who, of whom, what.
func (f *Form) make() {
	l, t := f.env.Lang, f.env.Lang.T
	f.column = widgets.Column(theme.Space3)
	f.who = widgets.NewSuggest(t("initiative.who.find"))
	f.who.Find = f.find
	f.who.OnTaken = f.follow
	f.suggest("who", f.who)
	names := []string{t("form.none")}
	f.delegations = []string{""}
	for _, v := range f.known.delegations {
		names, f.delegations = append(names, v.Name), append(f.delegations, string(v.ID))
	}
	f.delegation = f.choice("delegation", t("common.word.delegation"), names)
	f.delegation.OnChanged = func(string) { f.chosen = true; f.changed() }
	f.title = f.entry("title", false)
	f.text = f.entry("text", true)
	f.text.SetMinRowsVisible(7)
	f.mirror = widgets.Body("")
	f.mirror.Lines, f.mirror.RTL = 40, true
	f.column.Add(f.mirror)
	f.theme = widgets.NewSuggest("")
	f.theme.Find = func(text string, offer func([]string)) {
		f.changed()
		offer(slices.DeleteFunc(begin(f.known.themes, text), func(one string) bool { return one == text }))
	}
	f.theme.OnTaken = func(string) { f.changed() }
	f.suggest("theme", f.theme)
	names, f.sessions = []string{t("initiative.session.none")}, []string{""}
	for _, v := range f.known.sessions {
		names = append(names, widgets.Joined(" · ", l.Time(v.Start.In(f.env.Seminar().Location())), v.Title))
		f.sessions = append(f.sessions, string(v.ID))
	}
	f.session = f.choice("session", t("common.word.session"), names)
	names, f.languages = []string{t("initiative.language.unsaid")}, []string{""}
	for _, v := range collation.Languages() {
		names, f.languages = append(names, v.Name), append(f.languages, v.Tag)
	}
	if f.base.Language != "" && !slices.Contains(f.languages, f.base.Language) {
		names, f.languages = append(names, f.base.Language), append(f.languages, f.base.Language)
	}
	f.language = f.choice("language", t("initiative.language"), names)
	names = nil
	for _, s := range seminar.InitiativeStatuses() {
		names = append(names, t("common.initiative."+string(s)))
	}
	f.status = f.choice("status", t("initiative.status"), names)
}

func (f *Form) field(name, label string, control fyne.CanvasObject) {
	one := widgets.NewFormField(label, control)
	one.RTL = f.env.Lang.RTL()
	f.fields[name] = one
	f.column.Add(one)
}

func (f *Form) entry(name string, multiline bool) *widgets.Entry {
	e := widgets.NewEntry("", multiline)
	e.OnEscape, e.OnEnter = f.Close, f.Save
	e.OnChanged = func(string) { f.changed() }
	f.field(name, f.env.Lang.T("initiative."+name), e)
	return e
}

func (f *Form) suggest(name string, s *widgets.Suggest) {
	s.Entry.OnEscape, s.OnEnter, s.Resized = f.Close, f.Save, f.column.Refresh
	f.field(name, f.env.Lang.T("initiative."+name), s.Content())
}

func (f *Form) choice(name, label string, names []string) *widgets.Select {
	c := widgets.NewSelect(names, func(string) { f.changed() })
	f.field(name, label, c)
	return c
}

// begin are the texts of which a word begins so, whatever the case.
func begin(all []string, text string) []string {
	want := strings.ToLower(strings.TrimSpace(text))
	var some []string
	for _, one := range all {
		if want != "" && strings.Contains(" "+strings.ToLower(one), " "+want) {
			some = append(some, one)
		}
	}
	return some
}

// pause is how long a hand rests before what it wrote is kept.
const pause = time.Second

// changed follows a letter or a choice.
func (f *Form) changed() {
	f.fields["title"].SetError("")
	f.reflect()
	if f.turn++; !f.open || !task.Live(f.env.Run) {
		return
	}
	turn := f.turn
	task.After(f.env.Run, pause, func() {
		if turn == f.turn && f.open {
			f.keep()
		}
	})
}

// reflect shows a text that runs from right to left as it is read, under the entry, which writes every text from the left.
func (f *Form) reflect() {
	v := f.value()
	right := seminar.Initiative{Title: v.Title, Text: v.Text, Language: v.Language}
	text := ""
	if FromRight(right) {
		text = strings.TrimSpace(v.Title + "\n" + v.Text)
	}
	f.mirror.SetText(text)
	f.mirror.Hidden = text == ""
	f.column.Refresh()
}
