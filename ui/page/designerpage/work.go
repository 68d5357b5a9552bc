package designerpage

import (
	"bytes"
	"context"
	"reflect"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/internal/seminar"
)

// work is what somebody is at work on, apart from the widgets that show it: it goes on when those are made anew.
type work struct {
	editor *edit.Editor // nil until a template is open
	kind   template.Kind
	of     seminar.ID // whose template it is; "" is every seminar's
	used   seminar.ID // the template that was saved last: what it is for is made by it next
	told   int        // the version of what is not saved that was said before an end
	fresh  bool       // it was never saved: closing an untouched one asks nothing
	stored seminar.TemplateBody
	who    who

	grid, snap bool
}

// Work implements page.Keeper.
func (p *Page) Work() any {
	if p.editor == nil {
		return nil
	}
	p.stage.release(false)
	p.grid, p.snap = p.stage.grid, p.stage.snap
	return p.work
}

// Resume implements page.Keeper.
func (p *Page) Resume(with any) {
	p.work = with.(*work)
	p.stage.grid, p.stage.snap = p.grid, p.snap
	p.stage.edit(p.editor)
	p.layers.follow()
	p.props.follow()
	p.bar.follow()
}

// inStore is what the workspace has of the template that is open.
type inStore struct {
	body     seminar.TemplateBody
	template *template.Template // nil: nothing, its saving was undone or it was deleted
}

// recheck looks whether what was saved still stands: its saving may have been undone, here or on the page that lists what was
// done, and another desk may have saved another.
func (p *Page) recheck() {
	if p.fresh {
		return
	}
	e, d, known := p.editor, p.env.Desk(), p.stored
	now, last := e.Template(), e.LastSaved()
	id := seminar.ID(now.ID)
	p.checking.Run(p.env.Context, p.env.Run, func(ctx context.Context) (inStore, error) {
		var about seminar.Template
		there, err := d.Get(ctx, seminar.EntityTemplate, id, &about)
		if err != nil || !there || about.Removed {
			return inStore{}, err
		}
		if reflect.DeepEqual(about.Body, known) {
			return inStore{known, last}, nil
		}
		t, err := d.Template(ctx, id)
		if err != nil {
			return inStore{}, err
		}
		for _, same := range []*template.Template{last, now} { // an empty list is none in a file
			if alike(t, same) {
				t = same
			}
		}
		return inStore{about.Body, t}, nil
	}, func(s inStore, err error) {
		switch {
		case err != nil:
			p.env.Fail(err)
			return
		case p.editor != e:
			return
		}
		p.stored = s.body
		if s.template != last {
			e.Saved(s.template)
		}
		if s.template == nil {
			p.used = ""
		}
		p.bar.follow()
	})
}

// alike says whether two templates are one file.
func alike(a, b *template.Template) bool {
	if a == nil || b == nil {
		return false
	}
	one, err := a.JSON()
	if err != nil {
		return false
	}
	other, err := b.JSON()
	return err == nil && bytes.Equal(one, other)
}
