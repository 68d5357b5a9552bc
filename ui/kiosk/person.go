package kiosk

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

const (
	searchFrom = 3 // letters: who types fewer does not know the name
	mostRows   = 6
	mostMisses = 3 // of the second fact
)

// scanned says whether a text can only come from a badge. A badge number or an e-mail address, which others may know,
// lets nobody in alone.
func scanned(text string) bool {
	return len(text) >= 16 && !strings.ContainsFunc(text, unicode.IsSpace) && strings.ContainsFunc(text, unicode.IsDigit) && !strings.Contains(text, "@")
}

func (v *View) typed(text string) {
	text = strings.TrimSpace(text)
	v.touched()
	if len([]rune(text)) < searchFrom || scanned(text) || strings.ContainsFunc(text, unicode.IsDigit) {
		v.searching.Cancel()
		v.rows, v.rowsFor = nil, ""
		v.results.Set(nil)
		return
	}
	v.search(text, func() {})
}

func (v *View) search(text string, then func()) {
	d, f := v.env.Desk(), seminar.RosterFilter{SeminarID: v.env.Seminar().ID, ListID: v.o.List.ID, Search: text, Limit: mostRows}
	v.searching.Run(v.env.Context, v.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
		func(rows []seminar.RosterRow, err error) {
			if err != nil {
				v.env.Log.Error("kiosk", "error", err)
				return
			}
			v.rows, v.rowsFor = rows, text
			results := make([]widgets.Result, len(rows))
			for i, r := range rows { // no more of them than whoever looks for themselves needs
				results[i] = widgets.Result{ID: string(r.AttendeeID), Title: r.Name(), Meta: r.Organisation}
			}
			v.results.Set(results)
			if len(rows) == 0 {
				v.hint.SetText(v.lang.T("kiosk.nobody"))
			} else {
				v.hint.SetText(v.lang.T("kiosk.choose"))
			}
			then()
		})
}

// submit is Enter in the entry: a badge, or the name that is marked.
func (v *View) submit(text string) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
	case scanned(text):
		v.entry.Clear()
		v.checkin(desk.Scan{Code: text})
	case text == v.rowsFor:
		v.chosen(v.results.Highlight)
	case len([]rune(text)) >= searchFrom:
		v.search(text, func() { v.chosen(v.results.Highlight) })
	}
}

// chosen asks whoever chose a name for one more fact.
func (v *View) chosen(i int) {
	if i < 0 || i >= len(v.rows) {
		return
	}
	d, row := v.env.Desk(), v.rows[i]
	task.Run(v.env.Context, v.env.Run, func(ctx context.Context) (desk.Form, error) { return d.Person(ctx, row.SeminarID, row.AttendeeID) },
		func(who desk.Form, err error) {
			fact := desk.FactOf(who.Attendee)
			if err != nil || fact == "" || v.misses[who.Attendee.ID] >= mostMisses {
				v.toDesk()
				return
			}
			v.askFact(who.Attendee, fact)
		})
}

func (v *View) askFact(who seminar.Attendee, fact desk.Fact) {
	l, rtl := v.lang, v.lang.RTL()
	v.touched()
	name := widgets.NewText(who.Name(), theme.NameSize, theme.Text)
	name.Style.Bold, name.Lines, name.MinWidth, name.Least, name.RTL = true, 2, -1, theme.SectionSize, rtl
	entry := widgets.NewEntry("", false)
	field := widgets.NewFormField(l.T("kiosk.fact."+string(fact)), entry)
	field.RTL = rtl
	send := func() {
		if desk.Confirms(who, fact, entry.Text) {
			delete(v.misses, who.ID)
			v.checkin(desk.Scan{AttendeeID: who.ID})
			return
		}
		if v.misses[who.ID]++; v.misses[who.ID] >= mostMisses {
			v.toDesk()
			return
		}
		v.touched()
		field.SetError(l.T("kiosk.fact.wrong"))
	}
	entry.OnChanged = func(string) { v.touched(); field.SetError("") }
	entry.OnEnter, entry.OnEscape = send, v.Ready
	buttons := widgets.Row(rtl, theme.Space3, widgets.NewPrimary(l.T("kiosk.continue"), theme.IconCheck, send), widgets.NewButton(l.T("kiosk.not_me"), v.Ready))
	v.show(widgets.Column(theme.Space5, name, field, buttons))
	v.focus(entry)
}

// ask asks what must be known before somebody goes in.
func (v *View) ask(s desk.Scan, a desk.ScanAnswer) {
	if slices.ContainsFunc(a.Questions, func(q seminar.Question) bool { return !q.Shown(seminar.AtSelf) }) {
		v.toDesk()
		return
	}
	l := v.lang
	v.touched()
	questions := form.NewAnswers(l, a.Asking)
	send := func() {
		v.touched()
		if !questions.Complete() {
			return
		}
		again := s
		again.Code, again.AttendeeID = "", a.Bearer
		again.Answers = map[seminar.ID]string{}
		maps.Copy(again.Answers, s.Answers)
		maps.Copy(again.Answers, questions.Value())
		v.checkin(again)
	}
	questions.Wire(send, v.Ready, func(code string) { v.Ready(); v.submit(code) })
	name := widgets.NewText(a.Person.Name(), theme.NameSize, theme.Text)
	name.Style.Bold, name.Lines, name.MinWidth, name.Least, name.RTL = true, 2, -1, theme.SectionSize, l.RTL()
	v.show(widgets.Column(theme.Space5, name, questions.Content(), widgets.Row(l.RTL(), theme.Space3,
		widgets.NewPrimary(l.T("kiosk.continue"), theme.IconCheck, send), widgets.NewButton(l.T("kiosk.not_me"), v.Ready))))
	questions.Focus()
}

// askPIN lets whoever has the PIN end the kiosk.
func (v *View) askPIN() {
	l, rtl := v.lang, v.lang.RTL()
	v.touched()
	entry := widgets.NewEntry("", false)
	entry.Password = true
	field := widgets.NewFormField(l.T("kiosk.pin"), entry)
	field.RTL = rtl
	send := func() {
		v.touched()
		v.o.Unlock(entry.Text, func(wrong error) {
			if wrong == nil {
				v.turn++
				v.o.OnLeave()
				return
			}
			entry.SetText("")
			field.SetError(l.Err(wrong))
		})
	}
	entry.OnEnter, entry.OnEscape = send, v.Ready
	v.show(widgets.Column(theme.Space5, field, widgets.Row(rtl, theme.Space3, widgets.NewPrimary(l.T("kiosk.leave"), theme.IconUnlock, send),
		widgets.NewButton(l.T("common.cancel"), v.Ready))))
	v.focus(entry)
}

func (v *View) focus(f fyne.Focusable) { v.env.Window.Canvas().Focus(f) }
