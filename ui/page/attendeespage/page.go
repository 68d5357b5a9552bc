// Package attendeespage is everybody who is registered in a seminar: a table over the database, filters above it, one
// person in the panel, and what can be done to several.
package attendeespage

import (
	"context"
	"image/color"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the attendees.
type Page struct {
	env     *uipage.Env
	content *fyne.Container
	body    *fyne.Container
	entry   *widgets.Entry
	chips   *fyne.Container
	count   *widgets.Text
	bar     *fyne.Container
	table   *widgets.DataTable
	filter  seminar.RosterFilter
	known   known
	loading task.Latest[known]
	reading task.Latest[chosen]
	asked   atomic.Pointer[question]
	of      seminar.ID // the seminar that the selection belongs to
}

// question is what the rows are asked with: taken on the UI thread, read by the worker, never changed.
type question struct {
	filter seminar.RosterFilter
	known  known
	zone   *time.Location
}

// reload takes the filter as it stands and asks for the rows anew.
func (p *Page) reload() {
	of := p.env.Seminar()
	q := &question{filter: p.filter, known: p.known, zone: of.Location()}
	q.filter.SeminarID, q.filter.ListID = of.ID, p.known.list
	q.filter.Status = slices.Clone(p.filter.Status)
	p.asked.Store(q)
	p.table.Reload()
}

// known is what rows refer to.
type known struct {
	list        seminar.ID
	categories  []seminar.Category
	delegations []seminar.Delegation
	questions   []seminar.Question
	total       int
}

// New makes the page.
func New(env *uipage.Env) *Page {
	p := &Page{env: env}
	p.filter.Order = seminar.ByFamilyName
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.entry = widgets.NewEntry(t("attendees.search"), false)
	p.entry.OnChanged = func(text string) { p.filter.Search = text; p.reload() }
	p.entry.OnEscape = func() { p.entry.SetText("") }
	p.entry.OnEnter = func() { p.table.Take() }
	p.count = widgets.Quiet("")
	p.chips, p.bar, p.body = container.NewHBox(), container.NewHBox(), container.NewStack()
	add := widget.NewButtonWithIcon(t("attendees.add"), theme.IconIn(theme.IconPersonAdd, theme.OnAccent), p.add)
	add.Importance = widget.HighImportance
	take := widget.NewButtonWithIcon(t("attendees.import"), theme.Icon(theme.IconUpload), p.chooseImport)
	give := widget.NewButtonWithIcon(t("attendees.export"), theme.Icon(theme.IconDownload), p.export)
	p.makeTable()
	p.makeChips()
	head := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, take, give, add), widgets.Title(t("attendees.title")))
	top := widgets.Column(theme.Space3, head, p.entry, widgets.Edge(rtl, nil, nil, nil, widgets.Fixed(140, 0, p.count), container.NewHScroll(p.chips)))
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, top, p.bar, nil, nil, p.body))
	return p
}

func (p *Page) makeTable() {
	t := p.env.Lang.T
	column := func(id seminar.RosterOrder, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: string(id), Title: t("attendees.column." + string(id)), Width: width, Grow: grow, Sortable: true}
	}
	p.table = widgets.NewDataTable(p.env.Run, []widgets.TableColumn{column(seminar.ByFamilyName, 200, true), column(seminar.ByOrganisation, 180, true),
		column(seminar.ByCountry, 110, false), column(seminar.ByCategory, 140, false), column(seminar.ByStatus, 120, false),
		column(seminar.ByBadgeNumber, 80, false), {ID: "arrived", Title: t("attendees.column.arrived"), Width: 80}}, p.fetch)
	p.table.SortBy, p.table.RTL = string(seminar.ByFamilyName), p.env.Lang.RTL()
	p.table.OnSort = func(by string, descending bool) {
		p.table.SortBy, p.table.Descending = by, descending
		p.filter.Order = seminar.RosterOrder(by)
		if descending {
			p.filter.Order = "-" + p.filter.Order
		}
		p.reload()
	}
	p.table.OnOpen = func(id string) { p.Open(seminar.ID(id)) }
	p.table.OnSelectionChanged = p.showBar
	p.table.OnError = p.env.Fail
	p.table.OnTotal = func(n int) { p.count.SetText(p.env.Lang.N("attendees.count", n)) }
}

// fetch reads one page of rows, off the UI thread.
func (p *Page) fetch(ctx context.Context, offset, limit int) (widgets.TablePage, error) {
	q := p.asked.Load()
	if q == nil {
		return widgets.TablePage{}, nil
	}
	f := q.filter
	f.Offset, f.Limit = offset, limit
	d := p.env.Desk()
	total, err := d.Count(ctx, f)
	if err != nil {
		return widgets.TablePage{}, err
	}
	rows, err := d.Roster(ctx, f)
	if err != nil {
		return widgets.TablePage{}, err
	}
	answer := widgets.TablePage{Total: total, Rows: make([]widgets.TableRow, len(rows))}
	for i, r := range rows {
		answer.Rows[i] = p.row(q, r)
	}
	return answer, nil
}

func (p *Page) row(q *question, r seminar.RosterRow) widgets.TableRow {
	l := p.env.Lang
	name := r.Name()
	if r.NativeName != "" && r.NativeName != name {
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

// makeChips makes the filters: statuses, then who came and whose badge is missing.
func (p *Page) makeChips() {
	t := p.env.Lang.T
	for _, s := range seminar.Statuses() {
		p.chips.Add(widgets.NewChip(t("common.status."+string(s)), -1, func(on bool) {
			p.filter.Status = without(p.filter.Status, s)
			if on {
				p.filter.Status = append(p.filter.Status, s)
			}
			p.reload()
		}))
	}
	arrived := func(key string, want bool) {
		p.chips.Add(widgets.NewChip(t(key), -1, func(on bool) {
			p.filter.Arrived = nil
			if on {
				p.filter.Arrived = &want
			}
			p.reload()
		}))
	}
	arrived("attendees.arrived", true)
	arrived("attendees.not_arrived", false)
	p.chips.Add(widgets.NewChip(t("attendees.unprinted"), -1, func(on bool) { p.filter.Unprinted = on; p.reload() }))
}

func without[T comparable](all []T, one T) []T {
	var rest []T
	for _, v := range all {
		if v != one {
			rest = append(rest, v)
		}
	}
	return rest
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	if of := p.env.Seminar().ID; of != p.of {
		p.of = of
		p.table.ClearSelection()
		p.showBar(nil)
	}
	p.load()
}

// Hide implements page.Page.
func (p *Page) Hide() { p.loading.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []uipage.Binding {
	t := p.env.Lang.T
	ctrl := func(key fyne.KeyName) fyne.KeyboardShortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
	}
	return []uipage.Binding{{Shortcut: ctrl(fyne.KeyN), Label: t("attendees.add"), Do: p.add},
		{Shortcut: ctrl(fyne.KeyF), Label: t("attendees.search"), Do: func() { p.env.Window.Canvas().Focus(p.entry) }},
		{Shortcut: ctrl(fyne.KeyO), Label: t("attendees.import"), Do: p.chooseImport},
		{Shortcut: ctrl(fyne.KeyS), Label: t("attendees.export"), Do: p.export}}
}

// load reads what rows refer to, then the rows.
func (p *Page) load() {
	of := p.env.Seminar().ID
	d := p.env.Desk()
	p.loading.Run(p.env.Context, p.env.Run, func(ctx context.Context) (known, error) {
		var k known
		if of == "" {
			return k, nil
		}
		lists, err := d.Lists(ctx, of)
		if err != nil {
			return k, err
		}
		if len(lists) > 0 {
			k.list = lists[0].ID
		}
		if k.categories, err = d.Categories(ctx, of); err != nil {
			return k, err
		}
		if k.delegations, err = d.Delegations(ctx, of); err != nil {
			return k, err
		}
		if k.questions, err = d.Questions(ctx, of); err != nil {
			return k, err
		}
		k.total, err = d.Count(ctx, seminar.RosterFilter{SeminarID: of})
		return k, err
	}, func(k known, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.known = k
		p.show()
	})
}

func (p *Page) show() {
	t := p.env.Lang.T
	p.body.Objects = []fyne.CanvasObject{p.table}
	if p.known.total == 0 {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconAttendees, t("attendees.empty.title"), t("attendees.empty.text"),
			t("attendees.import"), p.chooseImport)}
	}
	p.body.Refresh()
	p.reload()
}

// showBar is what can be done to the people selected.
func (p *Page) showBar(ids []string) {
	p.bar.Objects = nil
	if len(ids) > 0 {
		p.bar.Add(widgets.Section(p.env.Lang.T("attendees.selected", "n", strconv.Itoa(len(ids)))))
		for _, b := range p.bulk(ids) {
			p.bar.Add(b)
		}
	}
	p.bar.Refresh()
	p.content.Refresh()
}
