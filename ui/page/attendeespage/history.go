package attendeespage

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/widgets"
)

// moment is something that happened to a person: a scan with its answer, or a change.
type moment struct {
	at  time.Time
	row widgets.Result
	all string // everything there is to say about it
}

// mostMoments is how much of a history is shown, the newest.
const mostMoments = 200

// history is what happened to a person, newest first.
func (p *Page) history(ctx context.Context, d *desk.Desk, id seminar.ID, zone *time.Location) ([]moment, error) {
	ops, err := d.Operations(ctx, desk.OperationFilter{Subject: id, Limit: mostMoments})
	if err != nil {
		return nil, err
	}
	rows, err := d.Checkins(ctx, "", id)
	if err != nil {
		return nil, err
	}
	scans, lists := map[seminar.ID]seminar.Checkin{}, map[seminar.ID]string{}
	for _, c := range rows {
		scans[c.ID] = c
		if _, known := lists[c.ListID]; !known {
			var l seminar.List // also of another seminar, or removed
			if _, err := d.Get(ctx, seminar.EntityList, c.ListID, &l); err != nil {
				return nil, err
			}
			lists[c.ListID] = l.Name
		}
	}
	all := make([]moment, len(ops))
	for i, o := range ops {
		if c, ok := scans[o.Subject]; ok && o.Kind == journal.KindOf(seminar.EntityCheckin, journal.Add) {
			all[i] = p.scanned(c, lists[c.ListID], zone)
			continue
		}
		if all[i], err = p.changed(ctx, d, id, o, zone); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(a, b moment) int { return b.at.Compare(a.at) })
	return all, nil
}

// scanned is a scan with its answer.
func (p *Page) scanned(c seminar.Checkin, list string, zone *time.Location) moment {
	l := p.env.Lang
	m := p.moment(c.Datetime.In(zone), l.T("common.type."+string(c.Type)), c.Undone, list, c.Desk, c.Operator)
	if !c.Undone {
		m.row.Kind = uipage.KindOf(c)
	}
	switch {
	case !c.Successful:
		m.row.Title = l.T("common.reason." + string(c.Reason))
		if e := c.Explained(); e != nil {
			m.all += "\n" + l.Err(e)
		}
	case c.Forced:
		m.row.Title = widgets.Joined(" · ", m.row.Title, l.T("desk.recent.forced"))
		m.all = widgets.Joined("\n", m.all, uipage.ForcedWhy(l, c))
	case c.Assumed:
		m.row.Title = widgets.Joined(" · ", m.row.Title, l.T("attendees.attendance.assumed"))
	}
	return m
}

// changed is any other operation.
func (p *Page) changed(ctx context.Context, d *desk.Desk, id seminar.ID, o journal.Operation, zone *time.Location) (moment, error) {
	what, err := p.what(ctx, d, id, o)
	if err != nil {
		return moment{}, err
	}
	undone, err := d.Undone(ctx, o.ID)
	if err != nil {
		return moment{}, err
	}
	return p.moment(o.Wall.In(zone), what, undone, "", o.Desk, o.Operator), nil
}

// moment says what, when, where and by whom.
func (p *Page) moment(at time.Time, what string, undone bool, list, letter, operator string) moment {
	l := p.env.Lang
	where := widgets.Joined(" · ", list, l.T("window.desk", "letter", letter), operator)
	m := moment{at: at, row: widgets.Result{Title: what, Meta: widgets.Joined(" · ", l.Date(at)+" "+l.Time(at), where)},
		all: widgets.Joined(" · ", l.LongDate(at)+" "+l.Time(at), where)}
	if undone {
		m.row.Tag = l.T("desk.recent.undone")
		m.all = widgets.Joined(" · ", m.all, m.row.Tag)
	}
	return m
}

// what is an operation in words; of a merge, with whom.
func (p *Page) what(ctx context.Context, d *desk.Desk, id seminar.ID, o journal.Operation) (string, error) {
	l := p.env.Lang
	if o.Kind != journal.KindOf(seminar.EntityMerge, journal.Set) {
		return l.T("attendees.history." + string(o.Kind)), nil
	}
	var m seminar.Merge
	if err := json.Unmarshal(o.Body, &m); err != nil {
		return l.T("attendees.history.merge.set"), nil // of a newer version: that it was is known all the same
	}
	other := m.DropID
	if other == id {
		other = m.KeepID
	}
	var a seminar.Attendee
	if _, err := d.Get(ctx, seminar.EntityAttendee, other, &a); err != nil {
		return "", err
	}
	if m.Apart {
		return l.T("attendees.history.apart", "name", a.Name()), nil
	}
	return l.T("attendees.history.merged", "name", a.Name()), nil
}

// historyKey goes to the history of the person who is open.
func (p *Page) historyKey() {
	if p.past != nil {
		p.past.list.Take()
	}
}
