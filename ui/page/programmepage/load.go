package programmepage

import (
	"context"
	"reflect"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// programme is what the page shows.
type programme struct {
	of          seminar.Seminar
	seminars    []seminar.Seminar // of the series
	sessions    []seminar.Session
	lists       []seminar.List
	categories  []seminar.Category
	delegations []seminar.Delegation
	heads       map[seminar.ID]seminar.RosterRow   // of the delegations, by attendee
	sizes       map[seminar.ID]desk.DelegationSize // as they were counted last
	book        desk.InitiativeBook
	questions   []seminar.Question
	layouts     []desk.Layout // of badges
	series      []seminar.Series
	quotas      map[seminar.ID]desk.Quota // of the seminar, categories and delegations
}

// load reads the programme; the answer to an older question is dropped.
func (p *Page) load() {
	of, d, part := p.env.Seminar(), p.env.Desk(), p.tabs.Selected
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (programme, error) {
		now := programme{of: of}
		if of.ID == "" {
			return now, nil
		}
		all, err := d.Seminars(ctx)
		if err != nil {
			return now, err
		}
		for _, s := range all {
			if s.SeriesID == of.SeriesID {
				now.seminars = append(now.seminars, s)
			}
		}
		if now.sessions, err = d.Sessions(ctx, of.ID); err != nil {
			return now, err
		}
		return now, now.readParts(ctx, d, part)
	}, func(now programme, err error) {
		defer p.stepped()
		if err != nil {
			p.env.Fail(err)
			return
		}
		now.sizes = p.now.sizes // until they are counted anew
		if p.tabs.Selected == partDelegations {
			defer p.size()
		}
		if !p.coming && !p.turned && p.wanted == "" && p.fresh == "" && reflect.DeepEqual(now, p.now) {
			return // a scan, mostly: the programme is the same
		}
		p.now, p.sessions = now, now.sessions
		p.show(of, now.seminars)
		for _, s := range p.sessions {
			if p.sheet != nil && p.sheet.of == s.ID && p.sheet.retime != nil {
				p.sheet.retime(s)
			}
		}
		if p.sheet == nil && (p.turned || p.coming && p.env.Window.Canvas().Focused() == nil) {
			p.takeRows() // the arrow keys go through them at once
		}
		p.coming, p.turned = false, false
		p.openWanted()
	})
}

// takeRows gives the rows of the part in front the focus.
func (p *Page) takeRows() {
	switch {
	case p.part().name == "" && len(p.sessions) > 0:
		p.agenda.take()
	case p.part().name != "" && len(p.shelf.items) > 0:
		p.shelf.take()
	case p.turned:
		p.env.Window.Canvas().Unfocus()
	}
}

// readParts reads what the parts besides the sessions hold; what only one of them shows is read while it is in front.
func (now *programme) readParts(ctx context.Context, d *desk.Desk, part string) error {
	of := now.of.ID
	var err error
	if now.lists, err = d.Lists(ctx, of); err != nil {
		return err
	}
	if now.categories, err = d.Categories(ctx, of); err != nil {
		return err
	}
	if now.delegations, err = d.Delegations(ctx, of); err != nil {
		return err
	}
	switch part {
	case partDelegations:
		now.heads, err = d.Heads(ctx, of, now.delegations)
	case partInitiatives:
		now.book, err = d.InitiativeBook(ctx, of)
	}
	if err != nil {
		return err
	}
	if now.questions, err = d.Questions(ctx, of); err != nil {
		return err
	}
	if now.layouts, err = d.Layouts(ctx, of, template.Badge); err != nil {
		return err
	}
	if now.series, err = d.AllSeries(ctx); err != nil {
		return err
	}
	quotas, err := d.Quotas(ctx, of)
	now.quotas = map[seminar.ID]desk.Quota{}
	for _, q := range quotas {
		now.quotas[q.ID] = q
	}
	return err
}
