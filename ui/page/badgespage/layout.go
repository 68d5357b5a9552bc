package badgespage

import (
	"context"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// layoutChoice is the template that badges are made by: for each the one of its category, or one for all that somebody chose.
type layoutChoice struct {
	*widgets.Select
	env      *page.Env
	all      []desk.Layout
	id       string             // "" is each category's own
	template *template.Template // of the id, read whole
	changed  func()
	latest   task.Latest[*template.Template]
}

func newLayoutChoice(env *page.Env, changed func()) *layoutChoice {
	c := &layoutChoice{env: env, changed: changed, Select: widgets.NewSelect([]string{env.Lang.T("badges.layout.own")}, nil)}
	c.SetSelectedIndex(0)
	c.OnChanged = func(string) { c.choose() }
	return c
}

// offer shows the templates there are now. One that was chosen is read anew: it may have been changed.
func (c *layoutChoice) offer(all []desk.Layout) {
	c.all = all
	names := []string{c.env.Lang.T("badges.layout.own")}
	at := 0
	for i, l := range all {
		name := l.Name(c.env.Lang.Tag())
		if slices.Contains(names, name) { // the list tells its lines apart by their text
			name += " (" + l.ID + ")"
		}
		names = append(names, name)
		if l.ID == c.id {
			at = i + 1
		}
	}
	if !slices.Equal(names, c.Options) {
		c.SetOptions(names)
	}
	if c.SelectedIndex() != at {
		c.OnChanged = nil
		c.SetSelectedIndex(at)
		c.OnChanged = func(string) { c.choose() }
	}
	if at == 0 {
		c.id, c.template = "", nil
		return
	}
	c.read()
}

func (c *layoutChoice) choose() {
	c.id = ""
	if i := c.SelectedIndex() - 1; i >= 0 && i < len(c.all) {
		c.id = c.all[i].ID
	}
	if c.id == "" {
		c.latest.Cancel()
		c.template = nil
		c.changed()
		return
	}
	c.read()
}

// read reads the template that was chosen.
func (c *layoutChoice) read() {
	d, of, id := c.env.Desk(), c.env.Seminar().ID, c.id
	c.latest.Run(c.env.Context, c.env.Run, func(ctx context.Context) (*template.Template, error) {
		return d.Layout(ctx, of, template.Badge, id)
	}, func(t *template.Template, err error) {
		if err != nil {
			c.env.Fail(err)
			return
		}
		c.template = t
		c.changed()
	})
}

// Open implements page.Opener: a template that was just designed is the one that badges are made by.
func (p *Page) Open(id seminar.ID) {
	p.layout.id = string(id)
	p.load()
}

// design opens the designer: on the template chosen, on the one of the person's category, or on the standard one.
func (p *Page) design() {
	id := p.layout.id
	if front := p.front(); id == "" && front != nil {
		for _, c := range p.found.categories {
			if c.ID == front.CategoryID {
				id = p.env.Seminar().TemplateOf(c)
			}
		}
	}
	if id == "" || id == seminar.NoBadge {
		id = string(template.Badge)
	}
	p.env.Open(page.Designer, seminar.ID(id))
}
