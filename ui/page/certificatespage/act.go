package certificatespage

import (
	"context"
	"strings"

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

// buttons words the buttons with how many certificates each is about; one that is about none is not there.
func (p *Page) buttons() {
	l := p.env.Lang
	waiting, valid := len(p.found.lists[earned]), len(p.found.valid)
	p.issue.SetText(l.N("certificates.issue", waiting))
	p.save.SetText(l.N("certificates.save", valid))
	p.save.Importance, p.save.Icon = widget.MediumImportance, theme.Icon(theme.IconSave)
	if waiting == 0 {
		p.save.Importance, p.save.Icon = widget.HighImportance, theme.IconIn(theme.IconSave, theme.OnAccent)
	}
	p.save.Refresh()
	shownIf(p.issue, waiting > 0)
	shownIf(p.save, valid > 0)
}

func shownIf(b *widgets.Button, on bool) {
	if on {
		b.Show()
	} else {
		b.Hide()
	}
}

// issueAll issues to everybody in the list of those who earned a certificate.
func (p *Page) issueAll() {
	var ids []seminar.ID
	for _, e := range p.found.lists[earned] {
		ids = append(ids, e.who.Row.AttendeeID)
	}
	p.issueTo(ids)
}

func (p *Page) issueTo(ids []seminar.ID) {
	of, kind := p.env.Seminar().ID, p.chosenKind()
	if len(ids) == 0 {
		return
	}
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Issued, error) { return d.IssueKind(ctx, of, kind, ids) },
		func(done desk.Issued, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			if len(ids) == len(p.found.lists[earned]) {
				p.which.Selected = issued // what was looked at stands there now
			}
			p.env.Done(p.env.Lang.N("certificates.issued", len(done.Certificates)), done.Action)
		})
}

// saveAll saves every certificate found that holds.
func (p *Page) saveAll() { p.write(p.found.valid) }

// write saves certificates. What a page cannot show as it should is said before.
func (p *Page) write(some []seminar.Certificate) {
	if p.preview.Anyway() || p.busy || len(some) == 0 {
		return
	}
	type made struct {
		doc      docpage.Document
		warnings []document.Warning
	}
	of, d, o := p.env.Seminar().ID, p.env.Desk(), p.preview.Options()
	name := paper.FileName("pdf", "certificates", p.env.Seminar().Start)
	if len(some) == 1 {
		name = paper.FileName("pdf", "certificate", some[0].Serial)
	}
	p.busy = true
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (made, error) {
		pages, err := d.CertificatePages(ctx, of, some)
		if err != nil {
			return made{}, err
		}
		doc, warnings := document.Certificates(pages, o)
		return made{doc, warnings}, nil
	}, func(m made, err error) {
		p.busy = false
		save := func() {
			p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
				return p.preview.Write(ctx, path, m.doc, progress)
			})
		}
		switch {
		case err != nil:
			p.env.Fail(err)
		case len(m.warnings) > 0:
			p.preview.Warn(m.warnings, p.env.Lang.N("certificates.save_anyway", len(some)), save)
		default:
			save()
		}
	})
}

// revoke asks for the reason, which the check of the certificate gives from then on, and takes it back.
func (p *Page) revoke(c seminar.Certificate) {
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	reason := widgets.NewEntry(l.T("certificates.revoke.reason.hint"), false)
	field := widgets.NewFormField(l.T("certificates.revoke.reason"), reason)
	field.Required, field.RTL = true, l.RTL()
	reason.OnChanged = func(string) { field.SetError("") }
	revoke := func() {
		why := strings.TrimSpace(reason.Text)
		if why == "" {
			field.SetError(l.T("certificates.revoke.reason.missing"))
			return
		}
		shut()
		page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			_, action, err := d.RevokeCertificate(ctx, c.Serial, why)
			return action, err
		}, func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(l.T("certificates.revoked", "serial", c.Serial), a)
		})
	}
	reason.OnEnter = revoke
	yes := widgets.NewButton(l.T("certificates.revoke.yes"), revoke)
	yes.Importance = widget.DangerImportance
	text := widgets.Body(l.T("certificates.revoke.text", "serial", c.Serial))
	text.Lines = 6
	panel := widgets.NewSidePanel(l.T("certificates.revoke.title"), paper.PanelColumn(text, field), shut,
		widgets.NewButton(l.T("common.cancel"), shut), yes)
	panel.RTL = l.RTL()
	p.env.Panel(panel, p.back)
	p.env.Window.Canvas().Focus(reason)
}
