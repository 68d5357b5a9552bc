// Package paper is what the pages that make paper share: a preview that is the real page, and the way into a file.
package paper

import (
	"context"
	"image"
	"io"

	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// dpi is how sharp a preview is: more than a screen shows of an A4 page.
const dpi = 110

// Preview shows the pages of one document, as they will print.
type Preview struct {
	env    *page.Env
	setter *typeset.Setter
	view   *widgets.PagePreview
	doc    docpage.Document
	latest task.Latest[image.Image]
}

// New makes an empty preview.
func New(env *page.Env) *Preview {
	p := &Preview{env: env, setter: typeset.New()}
	p.view = widgets.NewPagePreview(p.turn)
	p.view.RTL = env.Lang.RTL()
	return p
}

// Options are those of every document of this window: its language, and the setter that the preview shares.
func (p *Preview) Options() document.Options {
	return document.Options{Lang: p.env.Lang, Setter: p.setter}
}

// Content is the preview as an object.
func (p *Preview) Content() fyne.CanvasObject { return p.view }

// Turn goes to another page.
func (p *Preview) Turn(by int) { p.view.Turn(by) }

// Show makes a document off the UI thread and shows its first page; an older one that is not ready is dropped.
func (p *Preview) Show(make func(context.Context) (docpage.Document, error)) {
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (image.Image, error) {
		doc, err := make(ctx)
		if err != nil || len(doc.Pages) == 0 {
			return nil, err
		}
		p.doc = doc
		return raster.Render(p.setter, doc.Pages[0], dpi)
	}, p.put(1))
}

func (p *Preview) turn(to int) {
	doc := p.doc
	if to < 1 || to > len(doc.Pages) {
		return
	}
	p.latest.Run(p.env.Context, p.env.Run, func(context.Context) (image.Image, error) {
		return raster.Render(p.setter, doc.Pages[to-1], dpi)
	}, p.put(to))
}

func (p *Preview) put(number int) func(image.Image, error) {
	return func(img image.Image, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.view.Set(img, number, len(p.doc.Pages))
	}
}

// Write writes a document to a file, whole or not at all.
func (p *Preview) Write(path string, doc docpage.Document) error {
	return filing.Write(path, func(w io.Writer) error { return pdf.Write(w, p.setter, &doc) })
}

// Layout puts the people at the start, the page in the middle and the choices at the end.
func Layout(rtl bool, head, people, sheet, choices fyne.CanvasObject) fyne.CanvasObject {
	side := widgets.Fixed(300, 0, widgets.NewCard(choices))
	return widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, head), nil, nil, side,
		widgets.Edge(rtl, nil, nil, widgets.Fixed(360, 0, people), nil, widgets.Inset(theme.Space3, 0, sheet))))
}
