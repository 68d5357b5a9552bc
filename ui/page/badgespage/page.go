// Package badgespage makes badges: who, the real page, one button.
package badgespage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Whose badges: those not printed yet, everybody's, those ticked.
const (
	unprinted = "unprinted"
	everybody = "all"
	selected  = "selected"
)

// Page is the badges.
type Page struct {
	env        *page.Env
	content    fyne.CanvasObject
	who        *widgets.Segmented
	search     *widgets.Entry
	category   *choice
	delegation *choice
	order      *paper.Order
	list       *widgets.PickList
	people     *fyne.Container   // the list, or why it is empty
	columns    fyne.CanvasObject // list, preview and choices
	body       *fyne.Container   // the columns, or what to do where there is nobody
	title      *fyne.Container
	preview    *paper.Preview
	choices    *paper.Choices
	ticks      *widgets.Text
	untick     *widgets.Button
	without    *widgets.Text // how many get no badge
	mark       *widgets.Check
	save       *widgets.Button
	press      *widgets.Button // prints; hidden where there is no printer
	stock      *stock
	person     *widgets.Text
	prints     *widgets.Text
	lost       *fyne.Container // what can be done about the badge of the person shown
	found      found
	ticked     map[seminar.ID]bool
	of         seminar.ID // the seminar that the ticks belong to
	making     bool       // badges are being made for a file
	latest     task.Latest[found]
	layout     *choice            // a template for all, whatever those of their categories
	template   *template.Template // the one chosen, or what is in its place
	waits      bool               // it is still on its way from another desk
	laying     task.Latest[laid]
	designed   seminar.ID // the template that was just designed: it is chosen once it is offered
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, ticked: map[seminar.ID]bool{}, preview: paper.New(env)}
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.who = widgets.NewSegmented(nil, unprinted, func(string) { p.load() })
	p.who.RTL = rtl
	p.segments()
	p.search = widgets.NewEntry(t("badges.search"), false)
	p.search.OnChanged = func(string) { p.load() }
	p.search.OnEnter = func() { p.list.Toggle() }
	p.search.OnEscape = func() { p.search.SetText(""); p.list.Take() }
	p.category, p.delegation = newChoice(t("badges.any_category"), p.load), newChoice(t("badges.any_delegation"), p.load)
	p.order = paper.NewOrder(env, "badges.order", seminar.ByFamilyName, p.load)
	p.list = widgets.NewPickList()
	p.list.Ticks, p.list.RTL = true, rtl
	p.list.Ticked = func(id string) bool { return p.ticked[seminar.ID(id)] }
	p.list.OnMoved = func(int) { p.show() }
	p.list.OnToggled = p.toggled
	p.list.OnTyped = func(r rune) { p.env.Window.Canvas().Focus(p.search); p.search.TypedRune(r) }
	p.people = container.NewStack(p.list)
	p.title = widgets.Edge(rtl, nil, nil, nil, p.who, widgets.Title(t("badges.title")))
	head := widgets.Column(theme.Space3, p.title,
		widgets.Row(rtl, theme.Space2, widgets.Fixed(paper.PeopleWidth, 0, p.search), widgets.Fixed(200, 0, p.category.Select), widgets.Fixed(200, 0, p.delegation.Select), widgets.Fixed(200, 0, p.order.Select)))
	p.makeChoices()
	p.columns = paper.Layout(rtl, p.people, p.preview.Content(), p.choices)
	p.body = container.NewStack(p.columns)
	p.content = paper.Page(rtl, head, p.body)
	return p
}

// makeChoices makes the column at the end: what is made, and the badge of the person shown.
func (p *Page) makeChoices() {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	p.press = widgets.NewPrimary("", theme.IconPrint, p.print)
	p.save = widgets.NewPrimary("", theme.IconSave, p.make)
	p.mark = widgets.NewCheck(t("badges.mark"), nil)
	p.mark.Checked = true
	p.ticks = widgets.Quiet("")
	p.ticks.Lines = 1
	p.untick = widgets.NewButton(t("badges.untick"), func() { clear(p.ticked); p.load() })
	p.untick.Importance = widget.LowImportance
	p.without = widgets.Quiet("")
	p.without.Lines = 3
	p.person = widgets.Body("")
	p.person.Style.Bold = true
	p.prints = widgets.Quiet("")
	replace := widgets.NewButtonWithIcon(t("badges.replace"), theme.Icon(theme.IconRepeat), p.replace)
	explained := widgets.Caption(t("badges.explained"))
	explained.Lines = 4
	p.lost = paper.Column(widgets.Rule(), p.person, p.prints, replace, explained)
	p.layout = newChoice(t("badges.layout.own"), func() { p.relayout() })
	p.stock = newStock(p.env, p.repaper)
	caption := widgets.Caption(t("badges.layout"))
	caption.RTL = rtl
	design := widgets.NewButtonWithIcon(t("designer.open"), theme.Icon(theme.IconEdit), p.design)
	p.choices = paper.NewChoices(p.press, p.save, p.mark, widgets.Edge(rtl, nil, nil, nil, p.untick, p.ticks), p.without, widgets.TextColumn(theme.Space1, 0, caption, p.layout.Select, design), p.stock.content, p.lost)
	p.repaper()
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	if of := p.env.Seminar().ID; of != p.of {
		p.of = of
		clear(p.ticked)
		p.category.clear()
		p.delegation.clear()
	}
	p.load()
	p.list.Take()
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.latest.Cancel()
	p.env.Window.Canvas().Unfocus()
}

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	save := paper.KeyLabel(p.save, t("badges.key.save"))
	return []page.Binding{{Shortcut: page.Ctrl(fyne.KeyS), Label: save, Do: p.make}, {Shortcut: page.Ctrl(fyne.KeyP), Label: paper.KeyLabel(p.press, save), Do: p.print}, p.preview.PrintsKey(),
		{Shortcut: page.Ctrl(fyne.KeyF), Label: t("badges.search"), Do: func() { p.env.Window.Canvas().Focus(p.search) }},
		{Shortcut: page.Ctrl(fyne.KeyE), Label: t("designer.open"), Do: p.design},
		{Shortcut: &fyne.ShortcutSelectAll{}, Label: t("badges.key.all"), Do: p.tickAll},
		{Key: fyne.KeyDown, Label: t("badges.next"), Do: func() { p.list.Step(1) }}, {Key: fyne.KeyUp, Label: t("badges.previous"), Do: func() { p.list.Step(-1) }},
		{Key: fyne.KeySpace, Label: t("badges.tick"), Do: p.list.Toggle}}
}

// toggled ticks or unticks somebody.
func (p *Page) toggled(i int) {
	id := p.found.rows[i].AttendeeID
	if p.ticked[id] {
		delete(p.ticked, id)
	} else {
		p.ticked[id] = true
	}
	p.tickedChanged()
}

// tickedChanged follows other people ticked: how many badges there are, and who stands on a sheet.
func (p *Page) tickedChanged() {
	p.counted()
	if p.stock.cells != nil {
		p.show()
	}
}

// tickAll ticks everybody in the list, or unticks them if they all are.
func (p *Page) tickAll() {
	all := true
	for _, r := range p.found.rows {
		all = all && p.ticked[r.AttendeeID]
	}
	for _, r := range p.found.rows {
		if all {
			delete(p.ticked, r.AttendeeID)
		} else {
			p.ticked[r.AttendeeID] = true
		}
	}
	p.list.Refresh()
	p.tickedChanged()
}

// front is the row shown, or nil.
func (p *Page) front() *seminar.RosterRow {
	if i := p.list.Cursor; i >= 0 && i < len(p.found.rows) {
		return &p.found.rows[i]
	}
	return nil
}

// show shows the badge of the person in front.
func (p *Page) show() {
	front := p.front()
	if front == nil {
		p.lost.Hide()
		p.preview.Clear()
		return
	}
	row := *front
	p.person.SetText(row.Name())
	printed := p.env.Lang.T("badges.prints.none")
	if row.Prints > 0 {
		printed = p.env.Lang.N("badges.prints", row.Prints)
	}
	p.prints.SetText(row.BadgeNumber + " · " + printed)
	p.lost.Show()
	p.choices.Refresh()
	d, o, rows, wanted := p.env.Desk(), p.options(), p.found.rows, p.wanted()
	p.preview.Show(func(ctx context.Context) (docpage.Document, error) {
		if len(wanted.Only) > 0 && o.Sheet.Cells() > 0 { // who is ticked may stand on the sheet without standing in the list
			var err error
			if rows, err = d.Roster(ctx, wanted); err != nil {
				return docpage.Document{}, err
			}
		}
		return proof(ctx, d, rows, row, o)
	})
}

// options are how the badges are made, on the paper chosen.
func (p *Page) options() document.Options {
	o := p.stock.on(p.preview.Options())
	o.Template, o.TemplateWaits = p.template, p.waits
	return o
}

// repaper follows a change of the paper. Who prints only backs has printed no badge.
func (p *Page) repaper() {
	if p.stock.faces() == document.Back {
		p.mark.Disable()
	} else {
		p.mark.Enable()
	}
	p.choices.Refresh()
	p.show()
}
