// Package attendeespage is everybody who is registered in a seminar: a table over the database, filters above it, one
// person in the panel, and what can be done to several.
package attendeespage

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
