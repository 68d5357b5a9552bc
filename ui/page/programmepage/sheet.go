package programmepage

import (
	"errors"
	"reflect"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// sheet is a form in the panel: fields by the names that problems carry.
type sheet struct {
	page   *Page
	of     seminar.ID // the session that it shows, "" for a new one or a seminar
	fields map[string]*widgets.FormField
	inner  map[string]fyne.Focusable // what takes the focus of a field whose control does not
	order  []string
	column *fyne.Container
	panel  *widgets.SidePanel
	first  fyne.Focusable
	save   func()
	retime func(seminar.Session) // the session was moved meanwhile
	filled func() any            // the form as it is filled in, to know whether anything was changed
	before any                   // and as it was when it was opened
}

func (p *Page) newSheet() *sheet {
	return &sheet{page: p, fields: map[string]*widgets.FormField{}, inner: map[string]fyne.Focusable{}, column: widgets.Column(theme.Space3)}
}

// field makes a labelled control; the caller puts it where it belongs.
func (s *sheet) field(name, label string, control fyne.CanvasObject) *widgets.FormField {
	f := widgets.NewFormField(label, control)
	f.RTL = s.page.env.Lang.RTL()
	s.fields[name], s.order = f, append(s.order, name)
	return f
}

func (s *sheet) add(name, label string, control fyne.CanvasObject) *widgets.FormField {
	f := s.field(name, label, control)
	s.column.Add(f)
	return f
}

// steer gives an entry the keys of the form.
func (s *sheet) steer(e *widgets.Entry) *widgets.Entry {
	e.OnEscape = s.leave
	e.OnEnter = func() { s.save() }
	if s.first == nil {
		s.first = e
	}
	return e
}

func (s *sheet) entry(name, label, text string) *widgets.Entry {
	e := s.steer(widgets.NewEntry("", false))
	e.Text = text
	s.add(name, label, e)
	return e
}

// dayField is an entry for a day: the day of the week that was read stands below it, Up and Down go to the next day or the one before.
func (s *sheet) dayField(name, label, iso string) (*widgets.Entry, *widgets.FormField) {
	l := s.page.env.Lang
	e := s.steer(widgets.NewEntry("", false))
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		e.Text = writtenDay(l, t)
	}
	f := s.field(name, label, e)
	said := func(text string) {
		f.SetError("")
		hint := ""
		if t, ok := readDay(l, text); ok {
			hint = l.T("common.weekday." + strconv.Itoa(int(t.Weekday())))
		}
		f.SetHint(hint)
	}
	e.OnChanged = said
	e.OnKey = func(ev *fyne.KeyEvent) bool {
		t, ok := readDay(l, e.Text)
		by := map[fyne.KeyName]int{fyne.KeyUp: 1, fyne.KeyDown: -1}[ev.Name]
		if !ok || by == 0 {
			return false
		}
		e.SetText(writtenDay(l, t.AddDate(0, 0, by)))
		return true
	}
	said(e.Text)
	return e, f
}

// clockField is an entry for a time of day; Up and Down move it by five minutes.
func (s *sheet) clockField(name, label string, at time.Time) (*widgets.Entry, *widgets.FormField) {
	l := s.page.env.Lang
	e := s.steer(widgets.NewEntry("", false))
	e.Text = l.Time(at)
	e.OnKey = func(ev *fyne.KeyEvent) bool {
		h, m, ok := readClock(e.Text)
		by := map[fyne.KeyName]int{fyne.KeyUp: 5, fyne.KeyDown: -5}[ev.Name]
		if !ok || by == 0 {
			return false
		}
		e.SetText(l.Time(time.Date(2000, 1, 1, h, m+by, 0, 0, time.UTC)))
		return true
	}
	return e, s.field(name, label, e)
}

// beside adds two fields on one line.
func (s *sheet) beside(a, b *widgets.FormField) {
	s.column.Add(widgets.Side(s.page.env.Lang.RTL(), theme.Space3, 120, a, b))
}

// leave closes the form.
func (s *sheet) leave() {
	if s.leaving() {
		s.close()
	}
}

// leaving says whether the form may be closed: what was typed is not lost by one key.
func (s *sheet) leaving() bool {
	if s.panel.Note == "" && s.changed() {
		s.panel.SetNote(s.page.env.Lang.T("common.unsaved"))
		return false
	}
	return true
}

// changed says whether somebody changed anything since the form was opened.
func (s *sheet) changed() bool { return !reflect.DeepEqual(s.before, s.filled()) }

func (s *sheet) close() {
	s.page.sheet = nil
	s.page.env.Panel(nil, nil)
}

// open shows the sheet; more are buttons beside the one that saves.
func (s *sheet) open(title string, more ...fyne.CanvasObject) {
	env := s.page.env
	save := widgets.NewPrimary(env.Lang.T("common.save"), "", func() { s.save() })
	s.before = s.filled()
	s.panel = widgets.NewSidePanel(title, s.column, s.leave, append(more, save)...)
	s.panel.RTL, s.panel.Leaving, s.panel.Submit = env.Lang.RTL(), s.leaving, func() { s.save() }
	env.Panel(s.panel, func() {
		if s.page.sheet == s {
			s.page.sheet = nil
		}
		s.page.beside()
	})
	s.page.sheet = s // after the one before has been told that it is closed
	s.page.beside()
	if s.first != nil && env.Window != nil {
		env.Window.Canvas().Focus(s.first)
	}
}

// problems puts each problem beside its field and the cursor into the first; false if the error is something else.
func (s *sheet) problems(err error) bool {
	for _, f := range s.fields {
		f.SetError("")
	}
	var all seminar.Problems
	if !errors.As(err, &all) {
		return false
	}
	for _, e := range all {
		if f := s.fields[e.Field]; f != nil && f.Error == "" {
			f.SetError(s.page.env.Lang.Err(e))
		}
	}
	for _, name := range s.order {
		target, ok := s.fields[name].Control.(fyne.Focusable)
		if !ok {
			target, ok = s.inner[name]
		}
		if ok && s.fields[name].Error != "" {
			s.page.env.Window.Canvas().Focus(target)
			break
		}
	}
	s.column.Refresh()
	return true
}

// problem is one of the page's own, already in words.
func (s *sheet) problem(field, key string, args ...any) *seminar.Error {
	return seminar.Errorf("programme", s.page.env.Lang.T(key, args...)).WithField(field)
}
