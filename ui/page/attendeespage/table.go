package attendeespage

import (
	"context"
	"image/color"
	"slices"
	"strings"
	"sync"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// question is what the rows are asked with: taken on the UI thread, read by the workers, never changed.
type question struct {
	filter seminar.RosterFilter
	known  known
	zone   *time.Location
	formal bool // honorifics before names

	once  sync.Once // the rows are counted once a question, not once a page of them
	total int
	err   error
}

// reload takes the filter as it stands and asks for the rows anew.
func (p *Page) reload() {
	p.asked.Store(p.question())
	p.table.Reload()
}

// refilter is reload after the filter changed: who is not shown any more is not selected any more either.
func (p *Page) refilter() {
	p.filters.marked()
	p.table.ClearSelection()
	p.reload()
}

func (p *Page) question() *question {
	of := p.env.Seminar()
	q := &question{filter: p.filter, known: p.known, zone: of.Location(),
		formal: p.env.Setting(desk.SettingHonorifics) == desk.HonorificsShown}
	q.filter.SeminarID, q.filter.ListID = of.ID, p.known.list
	q.filter.Status, q.filter.Country = slices.Clone(p.filter.Status), slices.Clone(p.filter.Country)
	q.filter.CategoryID, q.filter.DelegationID = slices.Clone(p.filter.CategoryID), slices.Clone(p.filter.DelegationID)
	q.filter.AgreedTo = slices.Clone(p.filter.AgreedTo)
	return q
}

// shownAtMost is how many people a search gives: the best matches, ranked.
const shownAtMost = 200

func (p *Page) makeTable() {
	t := p.env.Lang.T
	column := func(id seminar.RosterOrder, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: string(id), Title: t("attendees.column." + string(id)), Width: width, Grow: grow, Sortable: true}
	}
	p.table = widgets.NewDataTable(p.env.Run, []widgets.TableColumn{column(seminar.ByFamilyName, 200, true), column(seminar.ByOrganisation, 180, true),
		column(seminar.ByCountry, 110, false), column(seminar.ByCategory, 140, false), column(seminar.ByStatus, 168, false),
		column(seminar.ByBadgeNumber, 80, false), column(seminar.ByArrived, 90, false)}, p.fetch)
	p.table.SortBy, p.table.RTL = string(seminar.ByFamilyName), p.env.Lang.RTL()
	p.table.OnSort = p.sort
	p.table.OnOpen = func(id string) { p.Open(seminar.ID(id)) }
	p.table.OnSelectionChanged = p.showBar
	p.table.OnError = p.env.Fail
	p.table.OnTotal = p.counted
}

func (p *Page) counted(n int) {
	text := p.env.Lang.N("attendees.count", n)
	if n >= shownAtMost && strings.TrimSpace(p.filter.Search) != "" {
		text = p.env.Lang.N("attendees.count.best", n)
	}
	p.count.SetText(text)
}

// fetch reads one page of rows, off the UI thread.
func (p *Page) fetch(ctx context.Context, offset, limit int) (widgets.TablePage, error) {
	q := p.asked.Load()
	if q == nil || q.filter.SeminarID == "" {
		return widgets.TablePage{}, nil
	}
	f := q.filter
	f.Offset, f.Limit = offset, limit
	d := p.env.Desk()
	q.once.Do(func() { q.total, q.err = d.Count(p.env.Context, q.filter) })
	if q.err != nil {
		return widgets.TablePage{}, q.err
	}
	rows, err := d.Roster(ctx, f)
	if err != nil {
		return widgets.TablePage{}, err
	}
	answer := widgets.TablePage{Total: q.total, Rows: make([]widgets.TableRow, len(rows))}
	for i, r := range rows {
		answer.Rows[i] = p.row(q, r)
	}
	return answer, nil
}

func (p *Page) row(q *question, r seminar.RosterRow) widgets.TableRow {
	l := p.env.Lang
	name := r.Name()
	if q.formal {
		name = r.Formal()
	}
	if r.NativeName != "" && r.NativeName != r.Name() {
		name += "  " + r.NativeName
	}
	arrived := widgets.TableCell{}
	if r.Presence.Arrived {
		arrived = widgets.TableCell{Text: l.Time(r.Presence.First.In(q.zone)), Kind: widgets.KindAccepted}
	}
	status := widgets.TableCell{Text: l.T("common.status." + string(r.Status)), Quiet: r.Status != seminar.Confirmed}
	if r.Blocked {
		status = widgets.TableCell{Text: l.T("common.status.blocked"), Kind: widgets.KindRefused}
	}
	return widgets.TableRow{ID: string(r.AttendeeID), Cells: []widgets.TableCell{{Text: name, Bold: true}, {Text: r.Organisation, Quiet: true},
		{Text: l.Country(r.Country)}, q.known.category(r.CategoryID), status, {Text: r.BadgeNumber, Quiet: true}, arrived}}
}

func (k known) category(id seminar.ID) widgets.TableCell {
	for _, c := range k.categories {
		if c.ID == id {
			return widgets.TableCell{Text: c.Name, Colour: colour(c.Colour)}
		}
	}
	return widgets.TableCell{}
}

func colour(hex string) color.Color {
	c, err := page.ParseColour(hex)
	if err != nil {
		return nil
	}
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF}
}
