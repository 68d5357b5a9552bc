package designerpage

import (
	"context"

	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// back goes to the page that the template is for. What is not saved is asked about.
func (p *Page) back() {
	p.leave(func() {
		to := page.Badges
		if p.kind == template.Certificate {
			to = page.Certificates
		}
		used := p.used
		p.editor, p.used = nil, ""
		p.stage.edit(nil)
		p.env.Open(to, used)
	})
}

// escape goes one step back: what is held, what is selected, the page.
func (p *Page) escape() {
	switch {
	case p.stage.hold != nil:
		p.stage.release(false)
	case p.sheet.on:
		p.showSheet(false)
	case p.editor != nil && len(p.editor.Selection()) > 0:
		p.editor.Select()
		p.changed()
	default:
		p.back()
	}
}

// leave goes on at once if nothing would be lost, else asks first.
func (p *Page) leave(then func()) {
	if p.editor == nil || !p.editor.Changed() {
		then()
		return
	}
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	text := widgets.Body(l.T("designer.leave.text", "name", p.name()))
	text.Lines, text.RTL = 4, l.RTL()
	discard := widgets.NewButton(l.T("designer.leave.discard"), func() { shut(); then() })
	discard.Importance = widget.DangerImportance
	save := widgets.NewPrimary(l.T("common.save"), theme.IconSave, func() { shut(); p.saveThen(then) })
	panel := widgets.NewSidePanel(l.T("designer.leave.title"), paper.PanelColumn(text), shut, widgets.NewButton(l.T("common.cancel"), shut), discard, save)
	panel.RTL = l.RTL()
	e := p.editor
	p.env.Panel(panel, func() {
		p.stage.deaf = false
		e.Freeze(false)
		p.props.follow()
	})
	p.stage.deaf = true
	e.Freeze(true)
	p.env.Window.Canvas().Focus(save)
}

// Ending implements page.Keeper: what is not saved is said once for every change.
func (p *Page) Ending() bool {
	if p.editor == nil || !p.editor.Changed() || p.told == p.editor.Version() {
		return true
	}
	p.told = p.editor.Version()
	p.env.Done(p.env.Lang.T("designer.ending", "name", p.name()), "")
	return false
}

// save keeps the template.
func (p *Page) save() { p.saveThen(func() {}) }

func (p *Page) saveThen(then func()) {
	if p.editor == nil {
		return
	}
	p.editor.Pause()
	t, of := p.editor.Template(), p.of
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.SaveTemplate(ctx, of, t) },
		func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.editor.Saved(t)
			p.fresh, p.used, p.stored = false, seminar.ID(t.ID), seminar.TemplateBody{}
			p.bar.follow()
			if a != "" {
				p.env.Done(p.env.Lang.T("designer.saved", "name", p.name()), a)
			}
			then()
		})
}

// name is what the template is called here.
func (p *Page) name() string { return named(p.env.Lang, p.editor.Template().Names) }
