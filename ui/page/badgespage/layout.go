package badgespage

import (
	"context"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// offerLayouts offers the templates that all badges can be made by, whatever those of their categories.
func (p *Page) offerLayouts(all []desk.Layout) {
	names := desk.LayoutNames(all, p.env.Lang.Tag())
	options := make([]option, len(all))
	for i, l := range all {
		options[i] = option{seminar.ID(l.ID), names[i]}
	}
	before := p.layout.id()
	p.layout.offer(options)
	if i := slices.IndexFunc(options, func(o option) bool { return o.id == p.designed }); i >= 0 {
		p.designed = ""
		p.layout.SetSelectedIndex(i + 1) // which tells relayout
		return
	}
	if before != "" { // it may be gone, or be another now
		p.relayout()
	}
}

// laid is a template that was read, or the standard one in its place while it is on its way.
type laid struct {
	template *template.Template
	waits    bool
}

// relayout follows another choice of the template.
func (p *Page) relayout() {
	id, of, d := string(p.layout.id()), p.env.Seminar().ID, p.env.Desk()
	if id == "" {
		p.laying.Cancel()
		p.template, p.waits = nil, false
		p.show()
		return
	}
	p.laying.Run(p.env.Context, p.env.Run, func(ctx context.Context) (laid, error) {
		t, waits, err := d.LayoutNow(ctx, of, template.Badge, id)
		return laid{t, waits}, err
	}, func(l laid, err error) {
		if err != nil {
			p.layout.clear()
			p.env.Fail(err)
		}
		p.template, p.waits = l.template, l.waits
		p.show()
	})
}

// Open implements page.Opener: a template that was just designed is the one that badges are made by.
func (p *Page) Open(id seminar.ID) {
	p.designed = id
	p.load()
}

// design opens the designer: on the template chosen, on the one of the person's category, or on the standard one.
func (p *Page) design() {
	id := string(p.layout.id())
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
