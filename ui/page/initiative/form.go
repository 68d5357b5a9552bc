// Package initiative is the form of a proposal that is put forward in a session, in the panel of a page. What is half-written
// in it is kept on this desk, and is there again when the form is opened the next time: behind another page, after the window
// was closed, after the power was lost.
package initiative

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/collation"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Form is one that is open, or about to be.
type Form struct {
	env    *page.Env
	saved  func(seminar.Initiative) // may be nil
	shut   func()                   // may be nil
	base   seminar.Initiative
	before seminar.Initiative
	known  known
	panel  *widgets.SidePanel
	column *fyne.Container
	open   bool
	saving bool
	closed bool // for good: nothing is kept any more
	late   bool // it was closed before there was anything to show

	title, text                           *widgets.Entry
	who, theme                            *widgets.Suggest
	delegation, session, language, status *widgets.Select
	delegations, sessions, languages      []string // as the choices have them
	fields                                map[string]*widgets.FormField
	mirror                                *widgets.Text // the text as it is read, where it runs from right to left
	people                                map[string]seminar.RosterRow
	finding                               task.Latest[[]seminar.RosterRow]
	turn                                  int  // of the last letter: an older wait keeps nothing
	chosen                                bool // somebody chose the delegation
}

// known is what the form offers.
type known struct {
	sessions    []seminar.Session
	delegations []seminar.Delegation
	themes      []string
	running     seminar.ID
	who         string // of the initiative that is changed
}

// Open reads what there is to choose from, and opens the form in the panel: of a new initiative (without an id), or of one that
// is there. saved gets what was saved; shut is told when the form is closed, saved or not. Either may be nil.
func Open(env *page.Env, v seminar.Initiative, saved func(seminar.Initiative), shut func()) *Form {
	f := &Form{env: env, base: v, saved: saved, shut: shut, fields: map[string]*widgets.FormField{}, people: map[string]seminar.RosterRow{}}
	d, of := env.Desk(), env.Seminar()
	task.Run(env.Context, env.Run, func(ctx context.Context) (known, error) {
		var k known
		var err error
		if k.sessions, err = d.Sessions(ctx, of.ID); err != nil {
			return k, err
		}
		if k.delegations, err = d.Delegations(ctx, of.ID); err != nil {
			return k, err
		}
		book, err := d.InitiativeBook(ctx, of.ID)
		k.themes, k.who = book.Themes(), v.By
		for _, l := range book.Lines {
			if l.ID == v.ID && v.ID != "" {
				k.who = l.Who
			}
		}
		if s, ok := desk.Running(k.sessions, of, d.Now()); ok {
			k.running = s.ID
		}
		return k, err
	}, func(k known, err error) {
		if err != nil {
			env.Fail(err)
			f.end()
			return
		}
		if f.known = k; !f.late {
			f.show()
		}
	})
	return f
}

func (f *Form) show() {
	t, rtl := f.env.Lang.T, f.env.Lang.RTL()
	if f.base.ID == "" {
		f.base.SeminarID, f.base.Status = f.env.Seminar().ID, seminar.Proposed
		if f.base.SessionID == "" {
			f.base.SessionID = f.known.running
		}
	}
	f.make()
	f.fill(f.base, f.known.who)
	f.before = f.value()
	drafted := f.restore()
	foot := []fyne.CanvasObject{widgets.NewPrimary(t("common.save")+"  Ctrl+⏎", "", f.Save)}
	title := t("common.word.initiative")
	if f.base.ID == "" {
		title = t("initiative.new")
	}
	if drafted {
		again := widgets.NewButtonWithIcon(t("initiative.draft.drop"), theme.Icon(theme.IconTrash), func() {
			f.fill(f.base, f.known.who)
			f.panel.SetNote("")
			f.env.Window.Canvas().Focus(f.who.Entry)
		})
		foot = append([]fyne.CanvasObject{again}, foot...)
	}
	f.panel = widgets.NewSidePanel(title, f.column, f.Close, foot...)
	f.panel.RTL = rtl
	f.panel.Leaving = func() bool { f.keep(); return true }
	if drafted {
		f.panel.Note = t("initiative.draft.here")
	}
	f.env.Panel(f.panel, f.gone)
	f.open = true // after the panel before was told that it is closed
	f.env.Window.Canvas().Focus(f.who.Entry)
}

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

// IsOpen says whether the form is in the panel.
func (f *Form) IsOpen() bool { return f.open }

// Close closes the form. What is half-written is kept, and that is said.
func (f *Form) Close() {
	if f.open {
		f.env.Panel(nil, nil)
		return
	}
	f.late = true
	f.end()
}

// gone is told that the panel is closed, whichever way.
func (f *Form) gone() {
	if !f.open {
		return
	}
	f.open = false
	f.finding.Cancel()
	if !f.closed && f.keep() {
		f.env.Done(f.env.Lang.T("initiative.draft.kept"), "")
	}
	f.end()
}

func (f *Form) end() {
	if f.shut != nil {
		f.shut()
	}
}

// Save saves what is written. What is wrong stands beside its field.
func (f *Form) Save() {
	if !f.open || f.saving {
		return
	}
	f.saving = true
	v := f.value()
	type done struct {
		v      seminar.Initiative
		action desk.Action
	}
	page.Do(f.env, func(ctx context.Context, d *desk.Desk) (done, error) {
		v, action, err := d.SaveInitiative(ctx, v)
		return done{v, action}, err
	}, func(one done, err error) {
		f.saving = false
		if err != nil {
			if !f.problems(err) {
				f.env.Fail(err)
			}
			return
		}
		f.closed = true
		f.forget()
		f.Close()
		if f.saved != nil {
			f.saved(one.v)
		}
		if one.action != "" {
			f.env.Done(f.env.Lang.T("initiative.saved", "title", one.v.Title), one.action)
		}
	})
}

func (f *Form) problems(err error) bool {
	var all seminar.Problems
	if !errors.As(err, &all) {
		return false
	}
	for _, e := range all {
		if one := f.fields[e.Field]; one != nil {
			one.SetError(f.env.Lang.Err(e))
		}
	}
	if f.fields["title"].Error != "" {
		f.env.Window.Canvas().Focus(f.title)
	}
	f.column.Refresh()
	return true
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
