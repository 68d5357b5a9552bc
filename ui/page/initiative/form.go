// Package initiative is the form of a proposal that is put forward in a session, in the panel of a page. What is half-written
// in it is kept on this desk, and is there again when the form is opened the next time: behind another page, after the window
// was closed, after the power was lost.
package initiative

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

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
	f.env.Window.Canvas().Focus(f.next())
}

// next is where somebody goes on writing: the first entry that is empty.
func (f *Form) next() fyne.Focusable {
	for _, e := range []*widgets.Entry{f.who.Entry, f.title, f.text, f.theme.Entry} {
		if strings.TrimSpace(e.Text) == "" {
			return e
		}
	}
	return f.title
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
