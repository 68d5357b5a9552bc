package deskpage

import (
	"context"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// known is what changes seldom: the seminar's lists, categories, delegations and questions.
type known struct {
	seminar     seminar.Seminar
	desk        string // this desk's letter
	lists       []seminar.List
	categories  []seminar.Category
	delegations []seminar.Delegation
	questions   []seminar.Question
	sessions    []seminar.Session
}

// counts is what changes with every scan.
type counts struct {
	tally  seminar.Tally
	recent []seminar.Checkin
	people map[seminar.ID]seminar.RosterRow // of the recent scans
}

const recentLimit = 50

// load reads what the page is about and shows it; then (which may be nil) runs after it.
func (p *Page) load(then func()) {
	s := p.env.Seminar()
	if s.ID == "" {
		p.loading.Cancel()
		p.reading, p.early = false, nil
		p.known = known{}
		p.list = seminar.List{}
		p.empty(widgets.NewEmptyState(theme.IconProgramme, p.env.Lang.T("desk.none.title"), p.env.Lang.T("desk.none.sentence"),
			p.env.Lang.T("desk.none.button"), p.toProgramme))
		return
	}
	d := p.env.Desk()
	p.reading = true
	p.loading.Run(p.env.Context, p.env.Run, func(ctx context.Context) (known, error) { return readKnown(ctx, d, s) },
		func(k known, err error) {
			p.reading = false
			if err != nil {
				if len(p.early) > 0 {
					p.early = nil
					p.failed(err)
					return
				}
				p.env.Fail(err)
				return
			}
			if k.seminar.ID != p.known.seminar.ID {
				p.lastPerson, p.counts = nil, counts{} // what is half-written belongs to its seminar
			}
			p.known = k
			p.chooseList(p.env.Setting(page.ListSetting(s.ID)))
			defer p.scanEarly()
			if p.list.ID == "" {
				p.empty(widgets.NewEmptyState(theme.IconDoor, p.env.Lang.T("desk.no_list.title"),
					p.env.Lang.T("desk.no_list.sentence"), p.env.Lang.T("desk.none.button"), p.toProgramme))
				return
			}
			p.full()
			p.count()
			if then != nil {
				then()
			}
			p.Tick()
		})
}

func (p *Page) toProgramme() { p.env.Open(page.Programme, "") }

func readKnown(ctx context.Context, d *desk.Desk, s seminar.Seminar) (known, error) {
	k := known{seminar: s}
	who, err := d.Identity(ctx)
	k.desk = who.Desk
	if err == nil {
		k.lists, err = d.Lists(ctx, s.ID)
	}
	if err == nil {
		k.categories, err = d.Categories(ctx, s.ID)
	}
	if err == nil {
		k.delegations, err = d.Delegations(ctx, s.ID)
	}
	if err == nil {
		k.questions, err = d.Questions(ctx, s.ID)
	}
	if err == nil {
		k.sessions, err = d.Sessions(ctx, s.ID)
	}
	return k, err
}

// count reads the counters and the recent scans again.
func (p *Page) count() {
	d, of, list := p.env.Desk(), p.known.seminar, p.list
	p.counting.Run(p.env.Context, p.env.Run, func(ctx context.Context) (counts, error) { return readCounts(ctx, d, of, list) },
		func(c counts, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.keepPicked(c.recent)
			p.counts = c
			p.showCounts()
			p.showRecent()
		})
}

func readCounts(ctx context.Context, d *desk.Desk, of seminar.Seminar, list seminar.List) (counts, error) {
	c := counts{people: map[seminar.ID]seminar.RosterRow{}}
	var err error
	if c.tally, err = d.Tally(ctx, list); err != nil {
		return c, err
	}
	if c.recent, err = d.Recent(ctx, of.ID, list.ID, recentLimit); err != nil {
		return c, err
	}
	c.ofDay(of, list, d.Now())
	var ids []seminar.ID
	for _, r := range c.recent {
		if r.AttendeeID != "" {
			ids = append(ids, r.AttendeeID)
		}
	}
	if len(ids) == 0 {
		return c, nil
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of.ID, ListID: list.ID, Only: ids})
	for _, r := range rows {
		c.people[r.AttendeeID] = r
	}
	return c, err
}

func (p *Page) category(id seminar.ID) seminar.Category {
	for _, c := range p.known.categories {
		if c.ID == id {
			return c
		}
	}
	return seminar.Category{}
}

// empty shows what to do next instead of the page.
func (p *Page) empty(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

func (p *Page) full() {
	if len(p.content.Objects) != 1 || p.content.Objects[0] != p.main {
		p.empty(p.main)
	}
}
