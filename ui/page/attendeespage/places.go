package attendeespage

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// taken is how full a seminar is: its quotas, who waits, who is to be told that they moved up.
type taken struct {
	quotas          []desk.Quota
	waiting, untold int
	approval        bool // some registrations are approved by somebody
}

func (k *known) readPlaces(ctx context.Context, d *desk.Desk, of seminar.Seminar) error {
	var err error
	if k.places.quotas, err = d.Quotas(ctx, of.ID); err != nil {
		return err
	}
	waiting, err := d.Waiting(ctx, of.ID)
	if err != nil {
		return err
	}
	moved, err := d.MovedUp(ctx, of.ID)
	if err != nil {
		return err
	}
	k.places.waiting, k.places.approval = len(waiting), of.Approval
	for _, m := range moved {
		if !m.Told {
			k.places.untold++
		}
	}
	for _, c := range k.categories {
		k.places.approval = k.places.approval || c.Approval
	}
	return nil
}

// showPlaces says under the filters how full the seminar is, and leads to the waiting list. Of categories and delegations only those
// that are more than full are named.
func (p *Page) showPlaces() {
	l, k := p.env.Lang, p.known.places
	var parts []string
	for _, q := range k.quotas {
		switch {
		case q.Of == seminar.EntitySeminar:
			parts = append(parts, l.T("attendees.places.taken", "taken", l.Number(q.Taken), "places", l.Number(q.Places)))
			if q.Over() > 0 {
				parts = append(parts, l.N("attendees.places.over", q.Over()))
			}
		case q.Over() > 0:
			parts = append(parts, widgets.Joined(": ", q.Name, l.N("attendees.places.over", q.Over())))
		}
	}
	if k.waiting > 0 {
		parts = append(parts, l.N("attendees.places.waiting", k.waiting))
	}
	if k.untold > 0 {
		parts = append(parts, l.N("attendees.places.untold", k.untold))
	}
	p.places.Objects = nil
	if len(parts) > 0 {
		said := widgets.Quiet(widgets.Joined(" · ", parts...))
		said.RTL, said.Lines = l.RTL(), 1
		var more fyne.CanvasObject
		if k.waiting+k.untold > 0 {
			more = widgets.NewButtonWithIcon(l.T("attendees.waiting"), theme.Icon(theme.IconClock), p.openWaiting)
		}
		p.places.Objects = []fyne.CanvasObject{widgets.Edge(l.RTL(), nil, nil, nil, more, container.NewVBox(widgets.Spring(), said, widgets.Spring()))}
	}
	p.places.Refresh()
	p.list.Refresh()
}

// queue is what the panel of the waiting list shows.
type queue struct {
	waiting []desk.Waiter
	moved   []desk.MovedRow
}

// openWaiting shows the waiting list in the panel, and above it who moved up and is to be told.
func (p *Page) openWaiting() {
	of, d := p.env.Seminar(), p.env.Desk()
	if of.ID == "" || !p.env.Leaving() {
		return
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (queue, error) {
		var q queue
		var err error
		if q.waiting, err = d.WaitingList(ctx, of.ID); err != nil {
			return q, err
		}
		q.moved, err = d.MovedUpList(ctx, of.ID)
		return q, err
	}, func(q queue, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.showWaiting(of, q)
	})
}

// rowsSeen is how many rows of a list in the panel are seen at once.
const rowsSeen = 6

func (p *Page) showWaiting(of seminar.Seminar, q queue) {
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil); p.take() }
	column := widgets.Column(theme.Space2)
	section := func(key string) {
		title := widgets.Section(l.T(key))
		title.RTL = l.RTL()
		column.Add(title)
	}
	var untold []seminar.ID
	list := func(items []widgets.PickItem, ids []seminar.ID) *widgets.PickList {
		w := widgets.NewPickList()
		w.RTL = l.RTL()
		w.OnEnter = func() { p.Open(ids[w.Cursor]) }
		w.OnEscape = shut
		w.Set(items)
		shown := float32(min(len(items), rowsSeen))
		column.Add(widgets.Fixed(0, shown*widgets.ResultRowHeight+(shown-1)*theme.Space1, w))
		return w
	}
	zone := of.Location()
	var first *widgets.PickList
	if len(q.moved) > 0 {
		section("attendees.moved_up")
		var items []widgets.PickItem
		var ids []seminar.ID
		for _, m := range q.moved {
			item := widgets.PickItem{ID: string(m.Row.AttendeeID), Title: m.Row.Formal(),
				Meta: widgets.Joined(" · ", m.Row.Organisation, m.Row.Email), Tag: l.T("attendees.moved_up.told")}
			if !m.Told {
				untold = append(untold, m.Row.AttendeeID)
				item.Tag = when(l, m.At.In(zone), p.env.Desk().Now().In(zone))
				item.Kind = widgets.KindAttention
			}
			items, ids = append(items, item), append(ids, m.Row.AttendeeID)
		}
		first = list(items, ids)
		section("attendees.waiting")
	}
	if len(q.waiting) == 0 {
		none := widgets.Quiet(l.T("attendees.waiting.none"))
		none.RTL = l.RTL()
		column.Add(none)
	} else {
		hint := widgets.Caption(l.T("attendees.waiting.hint"))
		hint.RTL, hint.Lines = l.RTL(), 2
		column.Add(hint)
		var items []widgets.PickItem
		var ids []seminar.ID
		for _, w := range q.waiting {
			items = append(items, widgets.PickItem{ID: string(w.Row.AttendeeID), Title: l.Number(w.Position) + ". " + w.Row.Formal(),
				Meta: widgets.Joined(" · ", p.known.named(w.Row.CategoryID), p.known.delegation(w.Row.DelegationID), w.Row.Organisation), Tag: when(l, w.Since.In(zone), p.env.Desk().Now().In(zone))})
			ids = append(ids, w.Row.AttendeeID)
		}
		if w := list(items, ids); first == nil {
			first = w
		}
	}
	foot := []fyne.CanvasObject{widgets.NewButton(l.T("common.close"), shut)}
	if len(untold) > 0 {
		foot = append(foot, widgets.NewPrimary(l.N("attendees.moved_up.tell", len(untold)), theme.IconCheck, func() {
			shut()
			p.act(l.T("attendees.moved_up.saved"), func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.SayTold(ctx, of.ID, untold) })
		}))
	}
	panel := widgets.NewSidePanel(l.T("attendees.waiting"), column, shut, foot...)
	panel.RTL = l.RTL()
	p.env.Panel(panel, nil)
	if first != nil {
		p.env.Window.Canvas().Focus(first.Focusable())
	}
}

// when is the time of a moment of today, the day of any other.
func when(l *i18n.Lang, at, now time.Time) string {
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return l.Time(at)
	}
	return l.Date(at)
}

// named is the name of a category, delegation that of a delegation; "" for none.
func (k known) named(id seminar.ID) string {
	for _, c := range k.categories {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

func (k known) delegation(id seminar.ID) string {
	for _, d := range k.delegations {
		if d.ID == id {
			return d.Name
		}
	}
	return ""
}

// approve approves people who are pending, and says how many of them wait for a place.
func (p *Page) approve(ids []seminar.ID) {
	of, l := p.env.Seminar().ID, p.env.Lang
	if len(ids) == 0 || p.busy {
		return
	}
	p.busy = true
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Approved, error) { return d.Approve(ctx, of, ids) },
		func(done desk.Approved, err error) {
			p.busy = false
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.table.ClearSelection()
			p.table.Take()
			message := l.N("attendees.approved", done.Confirmed)
			if done.Waiting > 0 {
				message = l.T("attendees.approved.waiting", "n", l.Number(done.Confirmed), "waiting", l.Number(done.Waiting))
			}
			if done.Action == "" {
				message = l.T("attendees.approved.none")
			}
			p.env.Done(message, done.Action)
		})
}

// askDecline asks why people are declined, which may stay empty.
func (p *Page) askDecline(ids []seminar.ID) {
	if len(ids) == 0 {
		return
	}
	l, of := p.env.Lang, p.env.Seminar().ID
	p.askWhy(l.N("attendees.decline.title", len(ids)), l.T("attendees.decline.why"), l.T("attendees.decline.hint"), l.T("attendees.decline"), theme.IconCross, func(why string) {
		p.act(l.N("attendees.changed", len(ids)), func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.Decline(ctx, of, ids, why) })
	})
}

// askPlace asks why people get a place although there is none, and changes their registrations with that reason.
func (p *Page) askPlace(ids []seminar.ID, full error, edit func(*seminar.Registration, string)) {
	l := p.env.Lang
	p.askWhy(l.N("attendees.place.title", len(ids)), l.T("attendees.place.why"), l.Err(full), l.T("attendees.place"), theme.IconCheck, func(why string) {
		p.changeAll(ids, func(r *seminar.Registration) { edit(r, strings.TrimSpace(why)) })
	})
}
