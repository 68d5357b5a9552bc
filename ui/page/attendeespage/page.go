// Package attendeespage is everybody who is registered in a seminar: a table over the database, filters above it, one
// person in the panel, and what can be done to several.
package attendeespage

import (
	"context"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/page/intake"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the attendees.
type Page struct {
	env      *uipage.Env
	content  *fyne.Container
	list     fyne.CanvasObject // the page as it usually is; an import or the pairs take its place for a while
	body     *fyne.Container
	entry    *widgets.Entry
	filters  *filters
	count    *widgets.Text
	places   *fyne.Container // how full the seminar is
	carry    *widgets.Button
	bar      *fyne.Container
	table    *widgets.DataTable
	intake   *intake.Intake // the import under way, nil if none
	photos   *photos        // the photos that are looked at, nil if none
	pairing  *pairing       // the search for people registered twice, nil if none
	filter   seminar.RosterFilter
	known    known
	loading  task.Latest[known]
	press    *paper.Press
	likely   form.Asking
	attended *attended  // of the person who is open, nil if none is
	past     *past      // of the same, nil if nothing happened
	shown    seminar.ID // who is in the panel, "" for nobody
	asked    atomic.Pointer[question]
	of       seminar.ID // the seminar that the selection belongs to
	busy     bool       // a change to several is under way
	coming   bool       // the page has just come to the front
}

// known is what rows refer to.
type known struct {
	list        seminar.ID
	categories  []seminar.Category
	delegations []seminar.Delegation
	questions   []seminar.Question
	countries   []string
	total       int
	places      taken
	earlier     []seminar.Seminar // others of the workspace: those before it, the last first, then the later ones
}

// New makes the page.
func New(env *uipage.Env) *Page {
	p := &Page{env: env, press: paper.NewPress(env, "Ctrl+P")}
	p.filter.Order = seminar.ByFamilyName
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.entry = widgets.NewEntry(t("attendees.search"), false)
	p.entry.OnChanged = func(text string) { p.filter.Search = text; p.refilter() }
	p.entry.OnEscape = func() { p.entry.SetText(""); p.take() }
	p.entry.OnEnter = p.take
	p.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown {
			p.take()
		}
		return ev.Name == fyne.KeyDown
	}
	p.count = widgets.Quiet("")
	p.count.Lines, p.count.Align, p.count.RTL = 1, widgets.AlignEnd, rtl
	p.bar, p.body, p.places = container.NewStack(), container.NewStack(), container.NewVBox()
	add := widgets.NewPrimary(t("attendees.add"), theme.IconPersonAdd, p.add)
	take := widgets.NewButtonWithIcon(t("attendees.import"), theme.Icon(theme.IconUpload), p.chooseImport)
	faces := widgets.NewButtonWithIcon(t("attendees.photos"), theme.Icon(theme.IconCamera), p.choosePhotos)
	twice := widgets.NewButtonWithIcon(t("attendees.twins"), theme.Icon(theme.IconMerge), p.findTwins)
	twice.Importance = widget.LowImportance
	p.carry = widgets.NewButtonWithIcon(t("attendees.carry"), theme.Icon(theme.IconRepeat), p.openCarry)
	p.carry.Importance = widget.LowImportance
	p.carry.Hide()
	give := widgets.NewButtonWithIcon(t("attendees.export"), theme.Icon(theme.IconDownload), func() { p.export(nil) })
	p.makeTable()
	p.filters = newFilters(p)
	title := widgets.Title(t("attendees.title"))
	title.RTL = rtl
	head := widgets.Heading(rtl, title, faces, twice, p.carry, take, give, add)
	chips := widgets.Edge(rtl, nil, nil, nil, widgets.Column(0, widgets.Fixed(countWidth, 32, p.count)), p.filters.row)
	top := container.NewVBox(widgets.Column(theme.Space3, head, p.entry, chips, p.places), widgets.Fixed(0, theme.Space1, container.NewStack()))
	p.list = container.New(&between{}, top, p.body, p.bar)
	p.content = widgets.Padded(theme.Space5, container.NewStack(p.list))
	return p
}

// put shows an object where the page is, and the list again for nil.
func (p *Page) put(o fyne.CanvasObject) {
	if o == nil {
		o = p.list
	}
	inner := p.content.Objects[0].(*fyne.Container)
	inner.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	if of := p.env.Seminar().ID; of != p.of {
		p.of = of
		p.filters.forget()
		p.table.ClearSelection()
		p.showBar(nil)
		p.leaveImport()
		p.leavePhotos()
		p.leaveTwins()
	}
	p.coming = true
	p.load()
	if p.intake != nil {
		p.intake.Show(true)
	}
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.loading.Cancel()
	if p.intake != nil {
		p.intake.Show(false)
	}
}

// Changed implements page.Changing.
func (p *Page) Changed() {
	p.load()
	if p.pairing != nil {
		p.pairing.changed()
	}
	if p.intake != nil {
		p.intake.Changed()
	}
	if p.attended != nil {
		p.attended.load()
	}
}

// Bindings implements page.Bound. The keys with Ctrl are the same whatever stands in the place of the list.
func (p *Page) Bindings() []uipage.Binding {
	t := p.env.Lang.T
	save := t("attendees.export")
	switch {
	case p.photos != nil:
		save = t("attendees.photos.keep.key")
	case p.intake != nil:
		save = t("intake.problems.save")
	}
	shortcuts := []uipage.Binding{{Shortcut: uipage.Ctrl(fyne.KeyN), Label: t("attendees.add"), Do: p.add},
		{Shortcut: uipage.Ctrl(fyne.KeyF), Label: t("attendees.search"), Do: func() { p.leaveTwins(); p.leavePhotos(); p.leaveImport(); p.env.Window.Canvas().Focus(p.entry) }},
		{Shortcut: uipage.Ctrl(fyne.KeyD), Label: t("attendees.twins.find"), Do: p.findTwins},
		{Shortcut: uipage.Ctrl(fyne.KeyO), Label: t("attendees.import"), Do: p.chooseImport},
		{Shortcut: &fyne.ShortcutPaste{}, Label: t("intake.key.paste"), Do: p.pasteImport},
		{Shortcut: uipage.Ctrl(fyne.KeyReturn), Label: t("intake.key.next"), Do: p.nextStep},
		{Shortcut: uipage.Ctrl(fyne.KeyG), Label: t("attendees.photos"), Do: p.choosePhotos},
		{Shortcut: uipage.Ctrl(fyne.KeyB), Label: t("attendees.carry"), Do: p.listed(p.openCarry)},
		{Shortcut: uipage.Ctrl(fyne.KeyW), Label: t("attendees.waiting"), Do: p.listed(p.openWaiting)},
		{Shortcut: uipage.Ctrl(fyne.KeyE), Label: t("attendees.approve"), Do: p.listed(func() { p.approve(typed[seminar.ID](p.table.Selected())) })},
		{Shortcut: uipage.Ctrl(fyne.KeyI), Label: t("attendees.decline"), Do: p.listed(func() { p.askDecline(typed[seminar.ID](p.table.Selected())) })},
		{Shortcut: uipage.Ctrl(fyne.KeyS), Label: save, Do: p.saveKey},
		{Shortcut: uipage.Ctrl(fyne.KeyP), Label: t("attendees.badges"), Do: p.listed(func() { p.badges(p.table.Selected()) })},
		{Shortcut: uipage.Ctrl(fyne.KeyR), Label: t("attendees.key.order"), Do: p.listed(p.chooseOrder)},
		{Shortcut: uipage.Ctrl(fyne.KeyH), Label: t("attendees.attendance.key"), Do: p.correctKey},
		{Shortcut: uipage.Ctrl(fyne.KeyJ), Label: t("attendees.history.key"), Do: p.historyKey},
		{Shortcut: uipage.Ctrl(fyne.KeyU), Label: t("privacy.key"), Do: p.privacyKey},
		{Shortcut: &fyne.ShortcutSelectAll{}, Label: t("attendees.key.all"), Do: p.listed(p.table.SelectAll)}}
	if p.pairing != nil {
		return append(p.pairing.bindings(), shortcuts...)
	}
	if p.photos != nil {
		return append(p.photos.bindings(), shortcuts...)
	}
	if p.intake != nil {
		return append(p.importKeys(), shortcuts...)
	}
	return append(shortcuts, []uipage.Binding{
		{Key: fyne.KeyF2, Label: t("form.key.likely")},
		{Key: fyne.KeyF3, Label: t("form.key.proposal")},
		{Key: fyne.KeyF4, Label: t("form.key.place")},
		{Key: fyne.KeyF6, Label: t("form.key.later")},
		{Key: fyne.KeyReturn, Label: t("attendees.key.open")},
		{Key: fyne.KeySpace, Label: t("attendees.key.select")},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift}, Label: t("attendees.key.range")},
		{Key: fyne.KeyEscape, Label: t("attendees.key.none"), Do: p.table.ClearSelection},
		{Key: fyne.KeyDelete, Label: t("attendees.cancel"), Do: p.listed(func() { p.cancelAll(p.table.Selected()) })}}...)
}

// saveKey keeps the photos that are looked at, writes the problems of the list that is taken in, or else the list that is shown.
func (p *Page) saveKey() {
	if p.photos != nil {
		p.photos.run()
		return
	}
	if p.intake != nil {
		p.intake.SaveProblems()
		return
	}
	p.listed(func() { p.export(p.table.Selected()) })()
}

// listed does something only while the list is there to be seen.
func (p *Page) listed(do func()) func() {
	return func() {
		if p.pairing == nil && p.intake == nil && p.photos == nil {
			do()
		}
	}
}

// take gives the focus to what stands on the page. Where nobody is registered there is no table yet: it takes the focus as
// soon as it comes.
func (p *Page) take() {
	switch {
	case p.pairing != nil:
		p.pairing.take()
	case p.photos != nil:
		p.photos.take()
	case p.intake != nil:
		p.intake.Take()
	case p.known.total == 0:
		p.env.Window.Canvas().Unfocus()
		p.coming = true
	default:
		p.table.Take()
	}
}

// load reads what rows refer to, then the rows.
func (p *Page) load() {
	event := p.env.Seminar()
	of := event.ID
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
		if k.countries, err = d.Countries(ctx, of); err != nil {
			return k, err
		}
		if k.total, err = d.Count(ctx, seminar.RosterFilter{SeminarID: of}); err != nil {
			return k, err
		}
		if err := k.readPlaces(ctx, d, event); err != nil {
			return k, err
		}
		k.earlier, err = d.Seminars(ctx)
		slices.Reverse(k.earlier)
		k.earlier = slices.DeleteFunc(k.earlier, func(s seminar.Seminar) bool { return s.ID == of })
		slices.SortStableFunc(k.earlier, func(a, b seminar.Seminar) int { return b2i(a.Start > event.Start) - b2i(b.Start > event.Start) })
		return k, err
	}, func(k known, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.known = k
		p.carry.Hidden = len(k.earlier) == 0
		p.showPlaces()
		p.show()
	})
}

func (p *Page) show() {
	t := p.env.Lang.T
	p.filters.offer(p.known)
	p.body.Objects = []fyne.CanvasObject{p.table}
	switch {
	case p.of == "": // nothing else on the page does anything
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconAttendees, t("attendees.empty.seminar.title"), t("attendees.empty.seminar.text"),
			t("attendees.empty.seminar.button"), func() { p.env.Open(uipage.Programme, "") })}
	case p.known.total == 0:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconAttendees, t("attendees.empty.title"), t("attendees.empty.text"),
			t("attendees.import"), p.chooseImport)}
	}
	p.body.Refresh()
	p.reload()
	if p.coming && p.env.Window.Canvas().Focused() == nil && p.known.total > 0 {
		p.take() // the arrow keys go through the people at once
	}
	p.coming = false
}
