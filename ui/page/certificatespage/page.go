// Package certificatespage issues certificates: who has earned one and why not the others, the real page, one button.
package certificatespage

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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

// The lists: those who earned a certificate and have none, those who did not earn one, the certificates issued.
const (
	earned    = "earned"
	notEarned = "not_earned"
	issued    = "issued"
)

// Page is the certificates.
type Page struct {
	env     *page.Env
	content fyne.CanvasObject
	which   *widgets.Segmented
	search  *widgets.Entry
	list    *widgets.PickList
	people  *fyne.Container   // the list, or why it is empty
	columns fyne.CanvasObject // list, preview and choices
	body    *fyne.Container   // the columns, or what to do where there is nobody
	title   *fyne.Container
	preview *paper.Preview
	issue   *widgets.Button
	save    *widgets.Button
	press   *widgets.Button // prints; hidden where there is no printer
	choices *paper.Choices
	kind    *widgets.Select // which kind of certificate, where there are several
	kinds   []seminar.CertificateKind
	asks    *widgets.Text   // what the kind asks for
	shown   *fyne.Container // about the entry in front
	found   found
	check   func(text string) // checks a text while the panel for it is open
	busy    bool              // certificates are being made for a file
	front   bool              // the page is in front
	of      seminar.ID
	wanted  seminar.ID // a certificate to bring to the front when it is there
	begun   bool       // the list to begin with was chosen for this kind
	latest  task.Latest[found]
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, preview: paper.New(env)}
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.which = widgets.NewSegmented(nil, earned, func(string) { p.refresh() })
	p.which.RTL = rtl
	p.segments()
	p.search = widgets.NewEntry(t("certificates.search"), false)
	p.search.OnChanged = func(string) { p.load() }
	p.search.OnEscape = func() { p.search.SetText(""); p.list.Take() }
	p.search.OnEnter = func() { p.list.Take() }
	p.list = widgets.NewPickList()
	p.list.RTL = rtl
	p.list.OnMoved = func(int) { p.show() }
	p.list.OnTyped = func(r rune) { p.env.Window.Canvas().Focus(p.search); p.search.TypedRune(r) }
	p.people = container.NewStack(p.list)
	p.kind = widgets.NewSelect(nil, func(string) { p.begun = false; p.load() })
	p.kind.Hide()
	p.title = widgets.Edge(rtl, nil, nil, nil, p.which, widgets.Title(t("certificates.title")))
	head := widgets.Column(theme.Space3, p.title,
		widgets.Row(rtl, theme.Space3, widgets.Fixed(paper.PeopleWidth, 0, p.search), widgets.Fixed(paper.PeopleWidth, 0, p.kind)))
	p.makeChoices()
	p.columns = paper.Layout(rtl, p.people, p.preview.Content(), p.choices)
	p.body = container.NewStack(p.columns)
	p.content = paper.Page(rtl, head, p.body)
	return p
}

// makeChoices makes the column at the end: what can be done with all of them, with the one in front, and with one from outside.
func (p *Page) makeChoices() {
	t := p.env.Lang.T
	p.issue = widgets.NewPrimary("", theme.IconCertificates, p.issueAll)
	p.save = widgets.NewButtonWithIcon("", theme.Icon(theme.IconSave), p.saveAll)
	p.press = widgets.NewButtonWithIcon("", theme.Icon(theme.IconPrint), p.printAll)
	verify := widgets.NewButtonWithIcon(t("certificates.verify"), theme.Icon(theme.IconShield), p.verify)
	key := widgets.NewButtonWithIcon(t("certificates.public"), theme.Icon(theme.IconUnlock), p.publicKey)
	kinds := widgets.NewButtonWithIcon(t("certificates.kinds"), theme.Icon(theme.IconChecklist), p.editKinds)
	design := widgets.NewButtonWithIcon(t("designer.open"), theme.Icon(theme.IconEdit), p.design)
	explained := widgets.Caption(t("certificates.explained"))
	explained.Lines = 5
	p.asks = widgets.Caption("")
	p.asks.Lines, p.asks.RTL = 10, p.env.Lang.RTL()
	p.shown = widgets.TextColumn(theme.Space2, 0)
	p.choices = paper.NewChoices(p.issue, p.press, p.save, verify, p.shown, widgets.Rule(), p.asks, kinds, design, key, widgets.Rule(), explained)
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	p.front = true
	p.load()
	p.list.Take()
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.front = false
	p.latest.Cancel()
	p.env.Window.Canvas().Unfocus()
}

// back gives the list the keys again when a panel was closed.
func (p *Page) back() {
	if p.front {
		p.list.Take()
	}
}

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	save := paper.KeyLabel(p.save, t("certificates.key.save"))
	return []page.Binding{{Shortcut: page.Ctrl(fyne.KeyI), Label: paper.KeyLabel(p.issue, t("certificates.key.issue")), Do: p.issueAll},
		{Shortcut: page.Ctrl(fyne.KeyS), Label: save, Do: p.saveAll},
		{Shortcut: page.Ctrl(fyne.KeyP), Label: paper.KeyLabel(p.press, save), Do: p.printAll}, p.preview.PrintsKey(),
		{Shortcut: page.Ctrl(fyne.KeyF), Label: t("certificates.search"), Do: func() { p.env.Window.Canvas().Focus(p.search) }},
		{Shortcut: page.Ctrl(fyne.KeyE), Label: t("designer.open"), Do: p.design},
		{Shortcut: page.Ctrl(fyne.KeyD), Label: t("certificates.verify"), Do: p.verify},
		{Shortcut: page.Ctrl(fyne.KeyR), Label: t("certificates.reissue.key"), Do: p.reissueKey},
		{Shortcut: page.Ctrl(fyne.KeyO), Label: t("certificates.kinds"), Do: p.editKinds},
		{Shortcut: page.Ctrl(fyne.KeyT), Label: t("certificates.public"), Do: p.publicKey},
		{Key: fyne.KeyDown, Label: t("badges.next"), Do: func() { p.list.Step(1) }}, {Key: fyne.KeyUp, Label: t("badges.previous"), Do: func() { p.list.Step(-1) }}}
}

// design opens the designer for certificates.
func (p *Page) design() { p.env.Open(page.Designer, seminar.ID(template.Certificate)) }

// inFront is the entry shown, or nil.
func (p *Page) inFront() *entry {
	entries := p.found.lists[p.which.Selected]
	if i := p.list.Cursor; i >= 0 && i < len(entries) {
		return &entries[i]
	}
	return nil
}

// show shows the page that the person in front has, or would get, and says which of the two it is.
func (p *Page) show() {
	front := p.inFront()
	p.about(front)
	if front == nil {
		p.preview.Clear()
		return
	}
	e, of, d, o := *front, p.env.Seminar().ID, p.env.Desk(), p.preview.Options()
	p.preview.Say(p.state(e))
	p.preview.Show(func(ctx context.Context) (docpage.Document, error) {
		var one document.Certificate
		if e.certificate == nil {
			var err error
			if one, err = d.CertificatePreview(ctx, of, e.who); err != nil {
				return docpage.Document{}, err
			}
			one.Issued = time.Time{} // not today's: it is not issued today unless somebody does
		} else {
			pages, err := d.CertificatePages(ctx, of, []seminar.Certificate{*e.certificate})
			if err != nil {
				return docpage.Document{}, err
			}
			one = pages[0]
		}
		doc, _ := document.Certificates([]document.Certificate{one}, o)
		return doc, nil
	})
}
