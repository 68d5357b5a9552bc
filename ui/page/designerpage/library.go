package designerpage

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// named is a name in the language of the window.
func named(l *i18n.Lang, names map[string]string) string {
	if n := names[l.Tag()]; n != "" {
		return n
	}
	return names["en"]
}

// begin designs a copy of the standard template of a kind.
func (p *Page) begin(kind template.Kind) {
	if all := document.Shipped(kind); len(all) > 0 {
		p.copyOf(all[0], "")
		return
	}
	// Until one of the kind comes with Lanyard there is an empty page of the usual size.
	size := template.Size{W: 297, H: 210}
	if kind == template.Badge {
		size = template.Size{W: 105, H: 148}
	}
	p.copyOf(&template.Template{Schema: template.Schema, Kind: kind, Names: map[string]string{"en": "Template"}, Size: size}, "")
}

// load opens a template by its id: a shipped one as a copy, which is never changed itself.
func (p *Page) load(id seminar.ID) {
	if p.editor != nil && p.editor.Template().ID == string(id) {
		return
	}
	p.leave(func() {
		if t, ok := document.ShippedNamed(string(id)); ok {
			p.copyOf(t, "")
			return
		}
		p.read(id, func(t *template.Template, of seminar.ID) { p.edit(t, of, false) })
	})
}

// kept is a template of the workspace with whose it is.
type kept struct {
	template *template.Template
	of       seminar.ID
}

func (p *Page) read(id seminar.ID, then func(*template.Template, seminar.ID)) {
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (kept, error) {
		var about seminar.Template
		if _, err := d.Get(ctx, seminar.EntityTemplate, id, &about); err != nil {
			return kept{}, err
		}
		t, err := d.Template(ctx, id)
		return kept{t, about.SeminarID}, err
	}, func(k kept, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		then(k.template, k.of)
	})
}

// copyOf designs a copy with an id and a name of its own.
func (p *Page) copyOf(t *template.Template, of seminar.ID) {
	d, seminarID := p.env.Desk(), p.env.Seminar().ID
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.Template, error) {
		return d.Templates(ctx, seminarID, t.Kind)
	}, func(others []seminar.Template, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		c := edit.Clone(t)
		c.ID = uuid.NewString()
		c.Names = renamed(t.Names, others)
		p.edit(c, of, true)
	})
}

// renamed are the names of a copy: with the first number that no other template has.
func renamed(names map[string]string, others []seminar.Template) map[string]string {
	taken := map[string]bool{}
	for _, o := range others {
		for _, n := range o.Names {
			taken[strings.ToLower(n)] = true
		}
	}
	for n := 2; ; n++ {
		free, all := true, map[string]string{}
		for tag, name := range names {
			all[tag] = strings.TrimRight(name, " 0123456789") + " " + strconv.Itoa(n)
			free = free && !taken[strings.ToLower(all[tag])]
		}
		if free {
			return all
		}
	}
}

// edit brings a template onto the stage.
func (p *Page) edit(t *template.Template, of seminar.ID, fresh bool) {
	p.editor = edit.New(t)
	p.kind, p.of, p.fresh, p.ready, p.used, p.stored = t.Kind, of, fresh, laid{}, "", seminar.TemplateBody{}
	p.stage.edit(p.editor)
	p.showSheet(false)
	p.say(widgets.KindNeutral, "", "")
	p.layers.follow()
	p.props.follow()
	p.personChanged()
	if p.front {
		p.env.Window.Canvas().Focus(p.stage)
	}
}

// library lists the templates of the kind, and what can be done with them.
func (p *Page) library() {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	d, of, kind := p.env.Desk(), p.env.Seminar().ID, p.kind
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.Template, error) { return d.Templates(ctx, of, kind) },
		func(own []seminar.Template, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			list := widgets.NewPickList()
			list.RTL = rtl
			var items []widgets.PickItem
			for _, t := range own {
				items = append(items, widgets.PickItem{ID: string(t.ID), Title: named(l, t.Names), Meta: l.T("designer.library.own")})
			}
			for _, t := range document.Shipped(kind) {
				items = append(items, widgets.PickItem{ID: t.ID, Title: named(l, t.Names), Meta: l.T("designer.library.shipped")})
			}
			list.Set(items)
			list.MoveTo(slices.IndexFunc(items, func(it widgets.PickItem) bool { return p.editor != nil && it.ID == p.editor.Template().ID }))
			shut := func() { p.env.Panel(nil, nil) }
			chosen := func() (seminar.ID, bool) {
				if list.Cursor < 0 || list.Cursor >= len(items) {
					return "", false
				}
				return seminar.ID(items[list.Cursor].ID), list.Cursor < len(own)
			}
			take := func() {
				id, _ := chosen()
				shut()
				p.load(id)
			}
			open := widgets.NewPrimary(l.T("designer.library.open"), "", take)
			duplicate := widgets.NewButtonWithIcon(l.T("designer.library.copy"), theme.Icon(theme.IconCopy), func() {
				id, mine := chosen()
				shut()
				p.duplicate(id, mine)
			})
			load := widgets.NewButtonWithIcon(l.T("designer.library.import"), theme.Icon(theme.IconDownload), func() { shut(); p.importFile() })
			save := widgets.NewButtonWithIcon(l.T("designer.library.export"), theme.Icon(theme.IconUpload), func() {
				id, mine := chosen()
				p.export(id, mine)
			})
			remove := widgets.NewButtonWithIcon(l.T("designer.library.delete"), theme.Icon(theme.IconTrash), func() {
				if id, mine := chosen(); mine {
					shut()
					p.remove(id)
				}
			})
			enable := func(int) {
				if _, mine := chosen(); mine {
					remove.Enable()
				} else {
					remove.Disable()
				}
			}
			list.OnMoved, list.OnEnter, list.OnEscape = enable, take, shut
			enable(0)
			acts := widgets.Column(theme.Space2, duplicate, save, load, remove)
			panel := widgets.NewSidePanel(l.T("designer.library."+string(kind)), widgets.Column(theme.Space3, widgets.Fixed(0, 340, list), acts), shut, open)
			panel.RTL = rtl
			p.env.Panel(panel, nil)
			list.Take()
		})
}

func (p *Page) duplicate(id seminar.ID, mine bool) {
	p.leave(func() {
		if !mine {
			if t, ok := document.ShippedNamed(string(id)); ok {
				p.copyOf(t, "")
			}
			return
		}
		p.read(id, p.copyOf)
	})
}

// remove takes a template away; undo brings it back.
func (p *Page) remove(id seminar.ID) {
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.DeleteTemplate(ctx, id) },
		func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(p.env.Lang.T("designer.deleted"), a)
			if p.editor != nil && p.editor.Template().ID == string(id) {
				p.editor = nil
				p.begin(p.kind)
			}
		})
}
