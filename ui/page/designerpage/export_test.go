package designerpage

import (
	"image"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template/edit"
)

// Editor is what the page is at work on.
func (p *Page) Editor() *edit.Editor { return p.editor }

// Stage is the page itself, where pointer and keys go.
func (p *Page) Stage() *stage { return p.stage }

// Hold holds keys down beside the pointer.
func (p *Page) Hold(m fyne.KeyModifier) { p.stage.modifiers = func() fyne.KeyModifier { return m } }

// At is where a place on the page, in millimetres, is on the stage.
func (p *Page) At(x, y float64) fyne.Position { return p.stage.view.at(x, y) }

// Pictures is how many pictures the page is laid of: one at rest.
func (p *Page) Pictures() int { return max(1, len(p.stage.layers)) }

// Shown is the picture of the page at rest.
func (p *Page) Shown() image.Image { return p.stage.picture.Image }

// Loose are the corners of the pictures of what is held.
func (p *Page) Loose() []fyne.Position {
	var all []fyne.Position
	for _, l := range p.stage.layers {
		if l.loose {
			all = append(all, l.image.Position())
		}
	}
	return all
}

// Guides is how many lines are shown that something is in line with.
func (p *Page) Guides() int { return p.stage.lines.used.guide }

// Layers is the list of the elements.
func (p *Page) Layers() fyne.Focusable { return p.layers }

// Layer is the row of an element.
func (p *Page) Layer(id string) *layerRow {
	for _, r := range p.layers.rows {
		if r.look.id == id {
			return r
		}
	}
	return nil
}

// AddPicture asks for a picture's file.
func (p *Page) AddPicture() { p.addPicture() }

// LayerName is what the list calls an element.
func (p *Page) LayerName(id string) string { return called(p.env.Lang, id) }

// Scale is how many pixels of the window a millimetre has.
func (p *Page) Scale() float32 { return p.stage.view.scale }

// Align is Alt and a letter, which the keys of the toolkit share with other shortcuts.
func (p *Page) Align(by edit.Edge) { p.align(by) }

// Tool is the button of the properties that does something.
func (p *Page) Tool(words string) *tool {
	for _, o := range p.props.column.Objects {
		if t := toolIn(o, words); t != nil {
			return t
		}
	}
	return nil
}

func toolIn(o fyne.CanvasObject, words string) *tool {
	switch o := o.(type) {
	case *tool:
		if o.words == words {
			return o
		}
	case *fyne.Container:
		for _, part := range o.Objects {
			if t := toolIn(part, words); t != nil {
				return t
			}
		}
	}
	return nil
}

// Sheet is the picture of the sheet that is shown in the place of the template; nil while that is shown.
func (p *Page) Sheet() image.Image {
	if !p.sheet.preview.Visible() || p.stage.Visible() {
		return nil
	}
	return p.sheet.preview.Image
}
