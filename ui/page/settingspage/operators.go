package settingspage

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// staff is the card of who may work at the desks, and with which role.
type staff struct {
	page   *Page
	name   fyne.CanvasObject // of whoever works here, where there are no operators
	list   *fyne.Container
	lock   fyne.CanvasObject
	latest task.Latest[[]seminar.Operator]
	all    []seminar.Operator
	shown  bool
	keys   []*widgets.Button // of the list, in their order
}

// lockTimes are after how many minutes a desk that nobody touches locks itself; 0 is never. The window knows what holds
// where nothing is chosen: 15.
func lockTimes() []string { return []string{"0", "1", "5", "15"} }

func (p *Page) newStaff() *staff {
	s := &staff{page: p, name: p.text("operator", "settings.operator"), list: widgets.Column(theme.Space2)}
	l := p.env.Lang
	var times []widgets.Segment
	for _, m := range lockTimes() {
		label := l.T("settings.lock.never")
		if n, _ := strconv.Atoi(m); n > 0 {
			label = l.T("settings.lock.minutes", "n", l.Number(n))
		}
		times = append(times, widgets.Segment{ID: m, Label: label})
	}
	chosen := p.env.Setting("lock_after")
	if chosen == "" {
		chosen = "15"
	}
	choice := widgets.NewSegmented(times, chosen, nil)
	choice.RTL = l.RTL()
	choice.OnChanged = func(m string) {
		page.Do(p.env, func(ctx context.Context, d *desk.Desk) (bool, error) {
			return true, d.Require(ctx, seminar.RightManage)
		}, func(_ bool, err error) {
			if err != nil {
				choice.Selected = chosen
				choice.Refresh()
				p.env.Fail(err)
				return
			}
			chosen = m
			p.env.SetSetting("lock_after", m)
		})
	}
	field := widgets.NewFormField(l.T("settings.lock"), choice)
	field.Hint, field.RTL = l.T("settings.lock.hint"), l.RTL()
	s.lock = field
	s.name.Hide()
	s.lock.Hide()
	return s
}

// card is the card; the name of whoever works here stands with the desk's.
func (s *staff) card() fyne.CanvasObject { return s.page.group("settings.operators", s.list, s.lock) }

// load reads who may work here.
func (s *staff) load() {
	p := s.page
	d := p.env.Desk()
	s.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.Operator, error) { return d.Operators(ctx) },
		func(all []seminar.Operator, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			if s.shown && slices.Equal(all, s.all) {
				return // a control of the card may have the focus
			}
			s.all, s.shown = all, true
			s.show()
		})
}

func (s *staff) show() {
	p, l := s.page, s.page.env.Lang
	canvas := p.env.Window.Canvas()
	at := slices.IndexFunc(s.keys, func(b *widgets.Button) bool { return canvas.Focused() == fyne.Focusable(b) })
	s.keys = nil
	s.list.RemoveAll()
	add := widgets.NewButtonWithIcon(l.T("settings.operators.add"), theme.Icon(theme.IconPersonAdd), s.add)
	if len(s.all) == 0 {
		none := widgets.Quiet(l.T("settings.operators.none"))
		none.Lines, none.RTL = 4, l.RTL()
		add.SetText(l.T("settings.operators.first"))
		s.list.Add(none)
		s.name.Show()
		s.lock.Hide()
	} else {
		s.name.Hide()
		s.lock.Show()
	}
	for _, o := range s.all {
		name := widgets.Body(o.Name)
		name.Lines, name.RTL = 1, l.RTL()
		role := widgets.NewStatusPill(widgets.KindNeutral, l.T("common.role."+string(o.Role)))
		role.Icon, role.RTL = theme.IconShield, l.RTL()
		if o.Role == seminar.Steward {
			role.Icon = theme.IconPerson
		}
		edit := widgets.NewButtonWithIcon(l.T("settings.operators.edit"), theme.Icon(theme.IconEdit), func() { s.edit(o) })
		edit.Importance = widget.LowImportance
		s.keys = append(s.keys, edit)
		end := widgets.Row(l.RTL(), theme.Space2, role, edit)
		s.list.Add(widgets.Edge(l.RTL(), nil, nil, nil, end, name))
	}
	s.list.Add(widgets.Row(l.RTL(), 0, add))
	s.keys = append(s.keys, add)
	p.content.Refresh()
	if at >= 0 { // the button that had the focus is another now
		s.focus(at)
	}
	widgets.KeepInView(p.content)
}

// focus gives one of the list's buttons the focus; one that is pressed loses it to the toolkit.
func (s *staff) focus(at int) { s.page.env.Window.Canvas().Focus(s.keys[min(at, len(s.keys)-1)]) }

// add opens the form of a new operator. The first is an administrator: somebody has to give the others their rights.
func (s *staff) add() {
	o := seminar.Operator{Role: seminar.Steward}
	if len(s.all) == 0 {
		o.Role = seminar.Administrator
	}
	s.edit(o)
}
