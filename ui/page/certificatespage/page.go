// Package certificatespage issues certificates: who has earned one and why not the others, the real page, one button.
package certificatespage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the certificates.
type Page struct {
	env     *page.Env
	content fyne.CanvasObject
	list    *widgets.ResultList
	body    *fyne.Container
	preview *paper.Preview
	count   *widgets.Text
	issue   *widget.Button
	save    *widget.Button
	people  []desk.Eligibility
	shown   int
	latest  task.Latest[[]desk.Eligibility]
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, preview: paper.New(env), count: widgets.Body("")}
	t := env.Lang.T
	p.list = widgets.NewResultList(func(i int, _ widgets.Result) { p.choose(i) })
	p.list.OnHighlighted = func(i int, _ widgets.Result) { p.choose(i) }
	p.body = container.NewStack(p.list)
	p.issue = widget.NewButtonWithIcon("", theme.IconIn(theme.IconCertificates, theme.OnAccent), p.issueAll)
	p.issue.Importance = widget.HighImportance
	p.save = widget.NewButtonWithIcon(t("certificates.save"), theme.Icon(theme.IconSave), p.write)
	revoke := widget.NewButtonWithIcon(t("certificates.revoke"), theme.Icon(theme.IconTrash), p.revoke)
	explained := widgets.Quiet(t("certificates.explained"))
	explained.Lines = 6
	choices := widgets.Column(theme.Space3, p.count, p.issue, p.save, revoke, explained)
	p.content = paper.Layout(env.Lang.RTL(), widgets.Title(t("certificates.title")), p.body, p.preview.Content(), choices)
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	ctrl := func(key fyne.KeyName) fyne.KeyboardShortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
	}
	return []page.Binding{{Shortcut: ctrl(fyne.KeyI), Label: t("certificates.issue.key"), Do: p.issueAll},
		{Shortcut: ctrl(fyne.KeyS), Label: t("certificates.save"), Do: p.write},
		{Key: fyne.KeyDown, Label: t("badges.next"), Do: func() { p.list.Step(1) }}, {Key: fyne.KeyUp, Label: t("badges.previous"), Do: func() { p.list.Step(-1) }}}
}

func (p *Page) load() {
	of, d := p.env.Seminar().ID, p.env.Desk()
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]desk.Eligibility, error) {
		if of == "" {
			return nil, nil
		}
		return d.Eligibility(ctx, of)
	}, func(all []desk.Eligibility, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.people = all
		p.refresh()
	})
}

func (p *Page) refresh() {
	l := p.env.Lang
	rows := make([]widgets.Result, len(p.people))
	for i, e := range p.people {
		r := widgets.Result{ID: string(e.Row.AttendeeID), Title: e.Row.Name(), Meta: l.Hours(e.Minutes)}
		switch {
		case e.Certificate != nil:
			r.Tag, r.Kind = e.Certificate.Serial, widgets.KindAccepted
		case e.Eligible():
			r.Tag = l.T("certificates.eligible")
		default:
			r.Meta, r.Kind = l.Err(e.Why), widgets.KindAttention
		}
		rows[i] = r
	}
	p.list.Set(rows)
	p.body.Objects = []fyne.CanvasObject{p.list}
	if len(rows) == 0 {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconCertificates, l.T("certificates.empty.title"), l.T("certificates.empty.text"),
			l.T("badges.empty.button"), func() { p.env.Open(page.Attendees, "") })}
	}
	p.body.Refresh()
	open, issued := len(p.waiting()), len(p.issued())
	p.count.SetText(l.N("certificates.count", issued))
	p.issue.SetText(l.N("certificates.issue", open))
	able(p.issue, open > 0)
	able(p.save, issued > 0)
	p.choose(min(p.shown, max(0, len(p.people)-1)))
}

func able(b *widget.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// waiting are those who have earned a certificate and not got it yet.
func (p *Page) waiting() []seminar.ID {
	var ids []seminar.ID
	for _, e := range p.people {
		if e.Eligible() && e.Certificate == nil {
			ids = append(ids, e.Row.AttendeeID)
		}
	}
	return ids
}

func (p *Page) issued() []seminar.Certificate {
	var all []seminar.Certificate
	for _, e := range p.people {
		if e.Certificate != nil {
			all = append(all, *e.Certificate)
		}
	}
	return all
}

// choose shows the page that a person has or would get.
func (p *Page) choose(i int) {
	if i < 0 || i >= len(p.people) {
		return
	}
	p.shown = i
	e, of, d := p.people[i], p.env.Seminar().ID, p.env.Desk()
	p.preview.Show(func(ctx context.Context) (docpage.Document, error) {
		one, err := d.CertificatePreview(ctx, of, e)
		if err != nil {
			return docpage.Document{}, err
		}
		doc, _ := document.Certificates([]document.Certificate{one}, p.preview.Options())
		return doc, nil
	})
}

func (p *Page) issueAll() {
	ids, of, d := p.waiting(), p.env.Seminar().ID, p.env.Desk()
	if len(ids) == 0 {
		return
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Issued, error) { return d.IssueCertificates(ctx, of, ids) },
		func(done desk.Issued, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(p.env.Lang.N("certificates.issued", len(ids)), done.Action)
		})
}

func (p *Page) write() {
	all, of, d := p.issued(), p.env.Seminar().ID, p.env.Desk()
	if len(all) == 0 {
		return
	}
	p.env.SaveFile("certificates.pdf", func(ctx context.Context, path string, _ task.Progress) error {
		pages, err := d.CertificatePages(ctx, of, all)
		if err != nil {
			return err
		}
		doc, _ := document.Certificates(pages, p.preview.Options())
		return p.preview.Write(path, doc)
	})
}

// revoke takes the certificate of the person shown back.
func (p *Page) revoke() {
	if p.shown >= len(p.people) || p.people[p.shown].Certificate == nil {
		return
	}
	serial, d := p.people[p.shown].Certificate.Serial, p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Action, error) {
		_, action, err := d.RevokeCertificate(ctx, serial, "")
		return action, err
	}, func(a desk.Action, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.env.Done(p.env.Lang.T("certificates.revoked", "serial", serial), a)
	})
}
