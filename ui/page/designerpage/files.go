package designerpage

import (
	"context"
	"io"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// export writes a template's file.
func (p *Page) export(id seminar.ID, mine bool) {
	d := p.env.Desk()
	write := func(t *template.Template) {
		name := filing.Name("json", named(p.env.Lang, t.Names))
		p.env.SaveFile(name, func(_ context.Context, path string, _ task.Progress) error {
			data, err := t.JSON()
			if err != nil {
				return err
			}
			return filing.Write(path, func(w io.Writer) error {
				_, err := w.Write(data)
				return err
			})
		})
	}
	if t, ok := document.ShippedNamed(string(id)); ok && !mine {
		write(t)
		return
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (*template.Template, error) { return d.Template(ctx, id) },
		func(t *template.Template, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			write(t)
		})
}

// importFile takes a template's file in and opens it.
func (p *Page) importFile() {
	p.leave(func() {
		p.env.OpenFile([]string{".json"}, func(path string) {
			page.Do(p.env, func(ctx context.Context, d *desk.Desk) (imported, error) {
				data, err := bounded(path, template.MaxFile)
				if err != nil {
					return imported{}, err
				}
				done, err := d.ImportTemplate(ctx, "", data)
				if err != nil {
					return imported{}, err
				}
				t, err := d.Layout(ctx, "", done.Layout.Kind, done.Layout.ID)
				return imported{t, done}, err
			}, func(got imported, err error) {
				if err != nil {
					p.env.Fail(err)
					return
				}
				key := "designer.imported"
				switch {
				case got.Here:
					key = "designer.imported.here"
				case got.Replaced:
					key = "designer.imported.replaced"
				}
				p.env.Done(p.env.Lang.T(key, "name", named(p.env.Lang, got.template.Names)), got.Action)
				if got.Layout.Shipped {
					p.copyOf(got.template, "")
					return
				}
				p.edit(got.template, got.Layout.SeminarID, false)
			})
		})
	})
}

type imported struct {
	template *template.Template
	desk.ImportedTemplate
}
