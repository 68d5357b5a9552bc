package certificatespage

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// buttons words the buttons with how many certificates each is about; one that is about none is not there.
func (p *Page) buttons() {
	l := p.env.Lang
	waiting, valid := len(p.found.lists[earned]), len(p.found.valid)
	p.issue.SetText(l.N("certificates.issue", waiting))
	p.save.SetText(l.N("certificates.save", valid))
	p.press.SetText(l.N("certificates.print", valid))
	raise(p.save, theme.IconSave, waiting == 0 && !p.preview.Prints())
	raise(p.press, theme.IconPrint, waiting == 0)
	shownIf(p.issue, waiting > 0)
	shownIf(p.save, valid > 0)
	shownIf(p.press, valid > 0 && p.preview.Prints())
}

// raise makes a button the one that stands out, or not.
func raise(b *widgets.Button, icon theme.IconName, on bool) {
	b.Importance, b.Icon = widget.MediumImportance, theme.Icon(icon)
	if on {
		b.Importance, b.Icon = widget.HighImportance, theme.IconIn(icon, theme.OnAccent)
	}
	b.Refresh()
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

// revoke asks for the reason, which the check of the certificate gives from then on, and takes it back.
func (p *Page) revoke(c seminar.Certificate) {
	if !p.env.Leaving() {
		return
	}
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
	var panel *widgets.SidePanel
	leave := func() {
		if panel.Leaving() {
			shut()
		}
	}
	reason.OnEnter, reason.OnEscape = revoke, leave
	yes := widgets.NewButton(l.T("certificates.revoke.yes"), revoke)
	yes.Importance = widget.DangerImportance
	text := widgets.Body(l.T("certificates.revoke.text", "serial", c.Serial))
	text.Lines = 6
	panel = widgets.NewSidePanel(l.T("certificates.revoke.title"), paper.PanelColumn(text, field), leave,
		widgets.NewButton(l.T("common.cancel"), shut), yes)
	panel.RTL = l.RTL()
	p.env.Guard(panel, func() bool { return strings.TrimSpace(reason.Text) != "" })
	p.env.Panel(panel, p.back)
	p.env.Window.Canvas().Focus(reason)
}
