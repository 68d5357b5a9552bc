package settingspage

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// operatorForm is one operator in the panel.
type operatorForm struct {
	staff  *staff
	base   seminar.Operator
	name   *widgets.Entry
	pin    *widgets.Entry
	again  *widgets.Entry
	role   *widgets.Segmented
	fields map[string]*widgets.FormField
	column *fyne.Container
	panel  *widgets.SidePanel
}

func (s *staff) edit(o seminar.Operator) {
	env := s.page.env
	if !env.Leaving() {
		return
	}
	l := env.Lang
	f := &operatorForm{staff: s, base: o, fields: map[string]*widgets.FormField{}}
	f.name, f.pin, f.again = widgets.NewEntry("", false), widgets.NewEntry("", false), widgets.NewEntry("", false)
	f.name.Text = o.Name
	var roles []widgets.Segment
	for _, r := range seminar.Roles() {
		roles = append(roles, widgets.Segment{ID: string(r), Label: l.T("common.role." + string(r))})
	}
	f.role = widgets.NewSegmented(roles, string(o.Role), func(string) { f.explain() })
	f.role.RTL = l.RTL()
	for _, e := range []*widgets.Entry{f.name, f.pin, f.again} {
		e.OnEnter, e.OnEscape = f.save, f.leave
		e.OnChanged = func(string) { f.clear() }
	}
	for _, e := range []*widgets.Entry{f.pin, f.again} {
		e.Password = true
		e.ActionItem = layout.NewSpacer() // instead of the toolkit's eye, which shows what others should not see
	}
	title := l.T("settings.operators.add")
	f.field("name", f.name)
	if len(s.all) > 0 { // the first has no choice
		f.field("role", widgets.Fixed(widgets.PanelWidth-2*theme.Space4, 0, f.role))
		f.explain()
	}
	pin := f.field("pin", f.pin)
	pin.Hint = l.T("settings.operators.pin.hint", "from", desk.ShortestPIN, "to", desk.LongestPIN)
	f.field("again", f.again)
	foot := []fyne.CanvasObject{widgets.NewPrimary(l.T("common.save"), "", f.save)}
	if o.ID != "" {
		title = o.Name
		pin.Hint = l.T("settings.operators.pin.keep")
		foot = append([]fyne.CanvasObject{widgets.NewButtonWithIcon(l.T("settings.operators.remove"), theme.Icon(theme.IconCross), f.remove)}, foot...)
	}
	f.panel = widgets.NewSidePanel(title, f.column, f.leave, foot...)
	f.panel.RTL = l.RTL()
	env.Guard(f.panel, f.changed)
	at := slices.IndexFunc(s.all, func(known seminar.Operator) bool { return known.ID == o.ID })
	if at < 0 {
		at = len(s.all) // the button that adds
	}
	env.Panel(f.panel, func() { s.focus(at) })
	env.Window.Canvas().Focus(f.name)
}

func (f *operatorForm) field(name string, control fyne.CanvasObject) *widgets.FormField {
	l := f.staff.page.env.Lang
	field := widgets.NewFormField(l.T("settings.operators."+name), control)
	field.RTL = l.RTL()
	f.fields[name] = field
	if f.column == nil {
		f.column = widgets.Column(theme.Space3)
	}
	f.column.Add(field)
	return field
}

// explain says what the role that is chosen may do.
func (f *operatorForm) explain() {
	f.fields["role"].SetHint(f.staff.page.env.Lang.T("settings.operators.may." + f.role.Selected))
	f.clear()
}

func (f *operatorForm) clear() {
	for _, field := range f.fields {
		field.SetError("")
	}
	f.column.Refresh()
}

func (f *operatorForm) close() { f.staff.page.env.Panel(nil, nil) }

// leave closes the form without saving it.
func (f *operatorForm) leave() {
	if f.panel.Leaving() {
		f.close()
	}
}

// changed says whether somebody changed anything since the form was opened.
func (f *operatorForm) changed() bool {
	return f.name.Text != f.base.Name || f.role.Selected != string(f.base.Role) || f.pin.Text != "" || f.again.Text != ""
}

// saved is an operator who was written down, and the desk in the hands of the first of all.
type saved struct {
	operator seminar.Operator
	action   desk.Action
	in       *desk.Desk
}

func (f *operatorForm) save() {
	env, l := f.staff.page.env, f.staff.page.env.Lang
	o, pin, first := f.base, f.pin.Text, len(f.staff.all) == 0
	o.Name, o.Role = f.name.Text, seminar.Role(f.role.Selected)
	if pin != f.again.Text {
		f.fields["again"].SetError(l.T("settings.operators.again.differs"))
		f.column.Refresh()
		env.Window.Canvas().Focus(f.again)
		return
	}
	page.Do(env, func(ctx context.Context, d *desk.Desk) (saved, error) {
		var s saved
		var err error
		if s.operator, s.action, err = d.SaveOperator(ctx, o, pin); err == nil && first {
			s.in, err = d.SignIn(ctx, s.operator.ID, pin)
		}
		return s, err
	}, func(s saved, err error) {
		if err != nil {
			f.problems(err)
			return
		}
		f.close()
		f.staff.changed(l.T("settings.operators.saved", "name", s.operator.Name), s.action, s.in)
	})
}

func (f *operatorForm) problems(err error) {
	var all seminar.Problems
	if !errors.As(err, &all) {
		f.staff.page.env.Fail(err)
		return
	}
	for _, e := range all {
		field := f.fields[e.Field]
		if field == nil {
			f.staff.page.env.Fail(e)
			continue
		}
		field.SetError(f.staff.page.env.Lang.Err(e))
		if focus, ok := field.Control.(fyne.Focusable); ok {
			f.staff.page.env.Window.Canvas().Focus(focus)
		}
	}
	f.column.Refresh()
}

func (f *operatorForm) remove() {
	env := f.staff.page.env
	page.Do(env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.RemoveOperator(ctx, f.base.ID) },
		func(a desk.Action, err error) {
			if err != nil {
				env.Fail(err)
				return
			}
			f.close()
			f.staff.changed(env.Lang.T("settings.operators.removed", "name", f.base.Name), a, nil)
		})
}

// changed tells everybody.
func (s *staff) changed(message string, a desk.Action, in *desk.Desk) {
	env := s.page.env
	env.OperatorsChanged(in)
	env.Done(message, a)
	s.load()
}
