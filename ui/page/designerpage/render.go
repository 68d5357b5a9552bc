package designerpage

import (
	"context"
	"image"
	"math"
	"slices"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	docpage "lanyard/internal/page"
	"lanyard/internal/raster"
)

// The bounds of how sharp a page is drawn, in dots per inch, and of the longer side of its picture in pixels.
const (
	leastDPI = 72.0
	mostDPI  = 600.0
	mostSide = 3200.0
	inch     = 25.4 // in millimetres
)

// bleed is how far beside its box an element may draw, in millimetres: the descenders of a text that just fits.
const bleed = 4.0

// artist draws a template for somebody. It shares nothing that changes: any goroutine may have one.
type artist struct {
	template *template.Template
	back     bool
	data     data
	options  document.Options
	dpi      float64
	hidden   map[string]bool
}

// drawn is a page as it prints, with what it could not show as it should.
type drawn struct {
	image    image.Image
	mirrored bool
	warnings []document.Warning
	absent   map[string]bool // elements that draw nothing
}

// artist is one for the page as it is now.
func (p *Page) artist() artist {
	a := artist{template: p.editor.Template(), back: p.editor.Back(), data: p.data, options: p.press.Options(), hidden: map[string]bool{}}
	if p.stage.hold != nil {
		a.template = edit.Clone(a.template) // what is held goes on moving
	}
	for _, e := range a.template.Side(a.back) {
		if p.editor.Hidden(e.ID) {
			a.hidden[e.ID] = true
		}
	}
	size := a.template.Size
	a.dpi = float64(p.stage.view.scale*p.env.Window.Canvas().Scale()) * inch
	a.dpi = math.Min(math.Max(a.dpi, leastDPI), math.Min(mostDPI, mostSide/math.Max(size.W, size.H)*inch))
	return a
}

// proof draws what the template has, for whom the page is shown with.
func (a artist) proof(t *template.Template) document.Proof {
	if t.Kind == template.Certificate {
		return document.ProveCertificate(t, a.data.certificate, a.back, a.options)
	}
	return document.ProveBadge(t, a.data.badge, a.back, a.options)
}

// page draws the page as it prints, without what is hidden.
func (a artist) page(context.Context) (drawn, error) {
	proof, absent := a.proof(a.template), map[string]bool{}
	for i, e := range a.template.Side(a.back) {
		if len(proof.Elements[i]) == 0 {
			absent[e.ID] = true
		}
		if a.hidden[e.ID] {
			proof.Elements[i] = nil
		}
	}
	img, err := raster.Render(a.options.Setter, proof.Page(), a.dpi)
	if err != nil {
		return drawn{}, err
	}
	return drawn{img, proof.Mirrored, a.lacking(proof.Warnings), absent}, nil
}

// lacking adds what the whole template needs and is not here, such as a font that only its other side has, or a text that is not
// shown for this person.
func (a artist) lacking(all []document.Warning) []document.Warning {
	for _, w := range document.LayoutWarnings(a.template, a.options) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// layers draws the page in pictures that lie over each other, so that those of what is held can be moved without drawing
// anything again.
func (a artist) layers(held map[string]bool) ([]*layer, error) {
	proof := a.proof(a.template)
	whole := docpage.Rect{W: proof.Size.W, H: proof.Size.H}
	var all []*layer
	// The lowest has the paper in it. Each pixel of one above costs as much as one that is seen, so it is cut to its elements.
	add := func(items []docpage.Item, part docpage.Rect, loose bool) error {
		var img image.Image
		var err error
		solid := len(all) == 0 && !loose
		if solid {
			img, err = raster.Render(a.options.Setter, &docpage.Page{Size: proof.Size, Items: items}, a.dpi)
			part = whole
		} else {
			img, err = raster.Layer(a.options.Setter, items, part, a.dpi)
			part = covered(part, img, a.dpi)
		}
		if err == nil {
			all = append(all, newLayer(img, part, loose))
			all[len(all)-1].solid = solid
		}
		return err
	}
	var items []docpage.Item
	var run []template.Element
	loose := false
	flush := func() error {
		if len(items) == 0 && len(run) == 0 {
			return nil
		}
		part := whole
		if loose {
			part = a.part(run, proof.Mirrored)
		} else if len(run) > 0 {
			part = within(a.part(run, proof.Mirrored), whole)
		}
		if (part.W <= 0 || part.H <= 0) && len(all) > 0 { // beside the page
			items, run = nil, nil
			return nil
		}
		err := add(items, part, loose)
		items, run = nil, nil
		return err
	}
	for i, e := range a.template.Side(a.back) {
		if a.hidden[e.ID] {
			continue
		}
		if held[e.ID] != loose {
			if err := flush(); err != nil {
				return nil, err
			}
			loose = held[e.ID]
		}
		items, run = append(items, proof.Elements[i]...), append(run, e)
	}
	if err := flush(); err != nil {
		return nil, err
	}
	loose, items, run = false, proof.Folds, nil
	return all, flush()
}

// pictures draws what is held alone, run by run as layers does.
func (a artist) pictures(held map[string]bool) ([]*layer, error) {
	some := *a.template
	var side, run []template.Element
	var runs [][]template.Element
	for _, e := range a.template.Side(a.back) {
		switch {
		case held[e.ID]:
			side, run = append(side, e), append(run, e)
		case !a.hidden[e.ID] && len(run) > 0:
			runs, run = append(runs, run), nil
		}
	}
	if len(run) > 0 {
		runs = append(runs, run)
	}
	some.Front, some.Back, some.Folds = side, side, nil
	proof := a.proof(&some)
	var all []*layer
	for n, at := 0, 0; n < len(runs); n++ {
		var items []docpage.Item
		for range runs[n] {
			items = append(items, proof.Elements[at]...)
			at++
		}
		part := a.part(runs[n], proof.Mirrored)
		img, err := raster.Layer(a.options.Setter, items, part, a.dpi)
		if err != nil {
			return nil, err
		}
		all = append(all, newLayer(img, covered(part, img, a.dpi), true))
	}
	return all, nil
}

// part is the part of the page, as it is seen, that elements draw on.
func (a artist) part(run []template.Element, mirrored bool) docpage.Rect {
	b := edit.Around(run)
	if mirrored {
		b.X = a.template.Size.W - b.X - b.W
	}
	return docpage.Rect{X: b.X - bleed, Y: b.Y - bleed, W: b.W + 2*bleed, H: b.H + 2*bleed}
}

// within is as much of a part as is on the page.
func within(part, whole docpage.Rect) docpage.Rect {
	x, y := max(part.X, whole.X), max(part.Y, whole.Y)
	right, below := min(part.X+part.W, whole.X+whole.W), min(part.Y+part.H, whole.Y+whole.H)
	return docpage.Rect{X: x, Y: y, W: right - x, H: below - y}
}

// covered is the part that a picture of whole pixels covers.
func covered(part docpage.Rect, img image.Image, dpi float64) docpage.Rect {
	part.W, part.H = float64(img.Bounds().Dx())*inch/dpi, float64(img.Bounds().Dy())*inch/dpi
	return part
}

// render draws the page off the UI thread and shows it; an older one that is not ready is dropped.
func (p *Page) render() {
	if p.editor == nil {
		return
	}
	a := p.artist()
	p.latest.Run(p.env.Context, p.env.Run, a.page, func(d drawn, err error) {
		if err != nil {
			p.tell(err)
			return
		}
		p.stage.show(d.image, d.mirrored)
		p.editor.Absent(d.absent)
		p.layers.follow()
		p.props.follow()
		p.warned(d.warnings)
		p.prepare()
	})
}
