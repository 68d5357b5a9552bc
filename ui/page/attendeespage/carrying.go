package attendeespage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// carrying is the choice of people of another seminar who are registered in this one too.
type carrying struct {
	page                          *Page
	from                          seminar.Seminar
	came                          *widgets.Chip
	category, delegation, country *widgets.FilterChip
	list                          *widgets.PickList
	count                         *widgets.Text
	yes                           *widgets.Button
	panel                         *widgets.SidePanel
	people                        []desk.Carryable
	off                           map[seminar.ID]bool // who was unticked
	finding                       task.Latest[carryable]
}

// carryable is who there is, and what the seminar that they come from has to choose by.
type carryable struct {
	people                           []desk.Carryable
	categories, delegations, country []widgets.Choice
}

// openCarry opens the choice of people of another seminar, those of the last one first.
func (p *Page) openCarry() {
	if len(p.known.earlier) == 0 || p.env.Seminar().ID == "" || !p.env.Leaving() {
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	c := &carrying{page: p, from: p.known.earlier[0], off: map[seminar.ID]bool{}}
	var names []string
	for _, s := range p.known.earlier {
		names = append(names, s.Title(l.Tag())+" · "+s.Start)
	}
	from := widgets.NewSelect(names, nil)
	from.SetSelectedIndex(0)
	from.OnChanged = func(string) {
		c.from = p.known.earlier[max(0, from.SelectedIndex())]
		for _, f := range []*widgets.FilterChip{c.category, c.delegation, c.country} {
			f.Chosen = nil
		}
		c.find()
	}
	field := widgets.NewFormField(l.T("attendees.carry.from"), from)
	field.RTL = rtl
	c.came = widgets.NewChip(l.T("attendees.carry.came"), -1, func(bool) { c.find() })
	chip := func(key string) *widgets.FilterChip {
		f := widgets.NewFilterChip(l.T(key), l.T("common.all"), nil, func([]string) { c.find() })
		f.RTL = rtl
		return f
	}
	c.came.RTL = rtl
	c.category, c.delegation, c.country = chip("attendees.column.category"), chip("common.word.delegation"), chip("attendees.column.country")
	c.count = widgets.Quiet("")
	c.count.RTL = rtl
	c.list = widgets.NewPickList()
	c.list.Ticks, c.list.RTL = true, rtl
	shut := func() { p.env.Panel(nil, nil); p.take() }
	c.list.Ticked = func(id string) bool { return !c.off[seminar.ID(id)] }
	c.list.OnToggled = func(i int) {
		id := seminar.ID(c.list.Items[i].ID)
		c.off[id] = !c.off[id]
		c.say()
	}
	c.list.OnEscape = shut
	c.yes = widgets.NewPrimary(l.T("attendees.carry.yes"), theme.IconPersonAdd, c.carry)
	column := widgets.Column(theme.Space3, field, widgets.Flow(rtl, theme.Space2, c.came, c.category, c.delegation, c.country), c.count,
		widgets.Fixed(0, 8*widgets.ResultRowHeight, c.list))
	c.panel = widgets.NewSidePanel(l.T("attendees.carry"), column, shut, widgets.NewButton(l.T("common.cancel"), shut), c.yes)
	c.panel.RTL, c.panel.Submit = rtl, c.carry
	p.env.Panel(c.panel, c.finding.Cancel)
	p.env.Window.Canvas().Focus(from)
	c.find()
}

// find looks for the people whom the filters choose. Who is registered here already is not among them.
func (c *carrying) find() {
	p, d, to := c.page, c.page.env.Desk(), c.page.env.Seminar().ID
	f := desk.CarryFilter{From: c.from.ID, Came: c.came.Selected, Categories: typed[seminar.ID](c.category.Chosen),
		Delegations: typed[seminar.ID](c.delegation.Chosen), Countries: slices.Clone(c.country.Chosen)}
	c.finding.Run(p.env.Context, p.env.Run, func(ctx context.Context) (carryable, error) {
		var found carryable
		all, err := d.Carryables(ctx, to, f)
		if err != nil {
			return found, err
		}
		found.people = slices.DeleteFunc(all, func(v desk.Carryable) bool { return v.Here })
		categories, err := d.Categories(ctx, f.From)
		if err != nil {
			return found, err
		}
		for _, v := range categories {
			found.categories = append(found.categories, widgets.Choice{ID: string(v.ID), Label: v.Name})
		}
		delegations, err := d.Delegations(ctx, f.From)
		if err != nil {
			return found, err
		}
		for _, v := range delegations {
			found.delegations = append(found.delegations, widgets.Choice{ID: string(v.ID), Label: v.Name})
		}
		countries, err := d.Countries(ctx, f.From)
		for _, code := range countries {
			found.country = append(found.country, widgets.Choice{ID: code, Label: p.env.Lang.Country(code)})
		}
		return found, err
	}, func(found carryable, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		c.show(found)
	})
}

func (c *carrying) show(found carryable) {
	l := c.page.env.Lang
	c.people = found.people
	c.category.Choices, c.delegation.Choices, c.country.Choices = found.categories, found.delegations, found.country
	c.category.Hidden, c.delegation.Hidden, c.country.Hidden = len(found.categories) == 0, len(found.delegations) == 0, len(found.country) < 2
	items := make([]widgets.PickItem, len(c.people))
	for i, v := range c.people {
		items[i] = widgets.PickItem{ID: string(v.Row.AttendeeID), Title: v.Row.Formal(), Meta: widgets.Joined(" · ", v.Row.Organisation, l.Country(v.Row.Country))}
		if v.Came {
			items[i].Tag = l.T("attendees.carry.tag")
		}
	}
	c.list.Set(items)
	c.say()
	for _, o := range []fyne.CanvasObject{c.category, c.delegation, c.country, c.list, c.panel} {
		o.Refresh()
	}
}

// ticked are those who are carried over.
func (c *carrying) ticked() []seminar.ID {
	var ids []seminar.ID
	for _, v := range c.people {
		if !c.off[v.Row.AttendeeID] {
			ids = append(ids, v.Row.AttendeeID)
		}
	}
	return ids
}

func (c *carrying) say() {
	n := len(c.ticked())
	c.count.SetText(c.page.env.Lang.N("attendees.carry.count", n))
	if c.yes.Disabled() != (n == 0) {
		if n == 0 {
			c.yes.Disable()
		} else {
			c.yes.Enable()
		}
	}
}

func (c *carrying) carry() {
	p, l, from, ids, to := c.page, c.page.env.Lang, c.from.ID, c.ticked(), c.page.env.Seminar().ID
	if len(ids) == 0 || p.busy {
		return
	}
	p.busy = true
	p.env.Panel(nil, nil)
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Carried, error) { return d.CarryOver(ctx, from, to, ids) },
		func(done desk.Carried, err error) {
			p.busy = false
			if err != nil {
				p.env.Fail(err)
				return
			}
			said := []string{l.N("attendees.carry.done", done.Registered)}
			if done.Waiting > 0 {
				said = append(said, l.N("attendees.places.waiting", done.Waiting))
			}
			p.env.Done(strings.Join(said, " "), done.Action)
			if len(done.Missing) > 0 {
				p.env.Done(l.T("attendees.carry.missing", "names", strings.Join(done.Missing, ", ")), "")
			}
			p.take()
		})
}
