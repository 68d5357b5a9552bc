// Package paper is what the pages that make paper share: a preview that is the real page, and the way into a file.
package paper

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	docpage "lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// How sharp a page is, in dots per inch: more than a screen shows of an A4 page that is seen whole, or read.
const (
	wholeDPI = 110
	readDPI  = 150
)

// view shows one page of several.
type view interface {
	fyne.CanvasObject
	Set(img image.Image, page, pages int)
	Turn(delta int)
}

// Preview shows the pages of one document, as they will print, below a notice about them if there is one.
type Preview struct {
	*Press
	view    view
	dpi     float64
	notice  *widgets.Notice
	above   *fyne.Container
	content fyne.CanvasObject
	doc     docpage.Document
	latest  task.Latest[shown]
}

// shown is a document with the picture of one of its pages.
type shown struct {
	doc    docpage.Document
	number int // of the page, from 1
	img    image.Image
}

// New makes an empty preview that shows a page whole.
func New(env *page.Env) *Preview {
	p := &Preview{Press: NewPress(env, "Ctrl+S"), dpi: wholeDPI}
	whole := widgets.NewPagePreview(p.turn)
	whole.RTL = env.Lang.RTL()
	p.compose(whole)
	return p
}

// NewReader makes an empty preview that shows a page large enough to be read.
func NewReader(env *page.Env) *Preview {
	p := &Preview{Press: NewPress(env, "Ctrl+S"), dpi: readDPI}
	reader := widgets.NewPageReader(p.turn)
	reader.RTL = env.Lang.RTL()
	p.compose(reader)
	return p
}

// Move scrolls a page that is read by a share of its height on the screen.
func (p *Preview) Move(share float32) {
	if r, ok := p.view.(*widgets.PageReader); ok {
		r.ScrollBy(share * r.Size().Height)
	}
}

func (p *Preview) compose(v view) {
	p.view, p.notice = v, widgets.NewNotice(widgets.KindNeutral, "", "")
	p.above = widgets.TextColumn(theme.Space2, 400, p.notice, widgets.TextColumn(0, 0))
	p.above.Hide()
	p.notice.RTL = p.env.Lang.RTL()
	p.content = container.NewBorder(p.above, nil, nil, nil, p.view)
}

// Content is the preview as an object.
func (p *Preview) Content() fyne.CanvasObject { return p.content }

// Turn goes to another page.
func (p *Preview) Turn(by int) { p.view.Turn(by) }

// Pages is how many pages the document shown has.
func (p *Preview) Pages() int { return len(p.doc.Pages) }

// Say puts a notice above the page; "" takes it away.
func (p *Preview) Say(kind widgets.Kind, title, text string) {
	if title == "" {
		p.above.Hide()
	} else {
		p.notice.Set(kind, title, text)
		p.above.Show()
	}
	p.content.Refresh()
}

// Clear shows no page.
func (p *Preview) Clear() {
	p.latest.Cancel()
	p.doc = docpage.Document{}
	p.Say(widgets.KindNeutral, "", "")
	p.view.Set(nil, 1, 1)
}

// Show makes a document off the UI thread and shows its first page; an older one that is not ready is dropped.
func (p *Preview) Show(make func(context.Context) (docpage.Document, error)) {
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (shown, error) {
		doc, err := make(ctx)
		if err != nil || len(doc.Pages) == 0 {
			return shown{}, err
		}
		return p.render(doc, 1)
	}, p.put)
}

// Renew is Show for the same document as it is now: the page that is read stays before the eyes, scrolled as it is.
func (p *Preview) Renew(make func(context.Context) (docpage.Document, error)) {
	number := 1
	if r, ok := p.view.(*widgets.PageReader); ok {
		number = r.Page
	}
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (shown, error) {
		doc, err := make(ctx)
		if err != nil || len(doc.Pages) == 0 {
			return shown{}, err
		}
		return p.render(doc, min(number, len(doc.Pages)))
	}, func(s shown, err error) {
		r, ok := p.view.(*widgets.PageReader)
		if !ok {
			p.put(s, err)
			return
		}
		at := r.Offset()
		p.put(s, err)
		r.ScrollBy(at)
	})
}

// Document is what is shown; it has no pages while there is nothing.
func (p *Preview) Document() docpage.Document { return p.doc }

// Stop gives up a document that is being made; what is shown stays.
func (p *Preview) Stop() { p.latest.Cancel() }

func (p *Preview) turn(to int) {
	doc := p.doc
	if to < 1 || to > len(doc.Pages) {
		return
	}
	p.latest.Run(p.env.Context, p.env.Run, func(context.Context) (shown, error) { return p.render(doc, to) }, p.put)
}

func (p *Preview) render(doc docpage.Document, number int) (shown, error) {
	img, err := raster.Render(p.setter, doc.Pages[number-1], p.dpi)
	if err != nil {
		return shown{}, err // not an image.Image that holds nothing
	}
	return shown{doc, number, img}, nil
}

func (p *Preview) put(s shown, err error) {
	if err != nil {
		p.env.Fail(err)
		return
	}
	p.doc = s.doc
	p.view.Set(s.img, max(1, s.number), max(1, len(s.doc.Pages)))
}

// PeopleWidth is how wide the list of people is.
const PeopleWidth float32 = 330

// Layout puts the people at the start, the page in the middle and the choices at the end.
func Layout(rtl bool, people, sheet fyne.CanvasObject, choices *Choices) fyne.CanvasObject {
	side := widgets.Fixed(choicesWidth+theme.Space2+2*theme.Space4, 0, widgets.NewCard(choices.scroll))
	return widgets.Edge(rtl, nil, nil, nil, side,
		widgets.Edge(rtl, nil, nil, widgets.Fixed(PeopleWidth, 0, people), nil, widgets.Inset(theme.Space3, 0, sheet)))
}

// choicesWidth is how wide what is in the column at the end is.
const choicesWidth float32 = 244

// Choices is the column at the end: buttons, and what they are about.
type Choices struct {
	scroll *container.Scroll
	column *fyne.Container
}

// NewChoices puts objects below each other.
func NewChoices(objects ...fyne.CanvasObject) *Choices {
	c := &Choices{column: Column(objects...)}
	c.scroll = container.NewVScroll(widgets.Fixed(choicesWidth+theme.Space2, 0, container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Space2), c.column)))
	return c
}

// Refresh follows a change of what is in the column: more of it, or longer texts.
func (c *Choices) Refresh() {
	c.column.Refresh()
	c.scroll.Refresh()
	widgets.KeepInView(c.scroll)
}

// KeyLabel is what the list of keys says of the key of a button: the words on it, or others while it cannot be pressed.
func KeyLabel(b *widgets.Button, otherwise string) string {
	if !b.Visible() || b.Disabled() {
		return otherwise
	}
	return b.Text
}

// Column is a part of the choices.
func Column(objects ...fyne.CanvasObject) *fyne.Container {
	return widgets.TextColumn(theme.Space3, choicesWidth, objects...)
}

// Page puts a head over a body, with the margins of a page.
func Page(rtl bool, head, body fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Padded(theme.Space5, widgets.Edge(rtl, under(theme.Space4, head), nil, nil, nil, body))
}

// under leaves air below an object.
func under(air float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, air, 0, 0), o)
}
