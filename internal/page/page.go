// Package page holds what goes on paper as a list of drawing instructions: shapes, pictures, QR codes and boxes of
// text. Lengths are millimetres from the top left corner, type sizes are points. The package draws nothing itself:
// package pdf writes the instructions for a printer, package raster paints them for a preview, and both set the text
// by package typeset, so that what the preview shows is what the printer gets.
package page

import "time"

// Size is a sheet's or a label's width and height in millimetres.
type Size struct{ W, H float64 }

// Common sizes, upright.
var (
	A3     = Size{297, 420}
	A4     = Size{210, 297}
	A5     = Size{148, 210}
	A6     = Size{105, 148}
	A7     = Size{74, 105}
	Letter = Size{215.9, 279.4}
	// ID1 is a bank card, ISO/IEC 7810, lying as cards do.
	ID1 = Size{85.6, 53.98}
)

// Turned is the size with its width and height exchanged.
func (s Size) Turned() Size { return Size{s.H, s.W} }

// Document is a file's worth of pages, with what the file says about itself.
type Document struct {
	Title, Author, Subject, Keywords string
	// Language is a BCP 47 tag such as "az" or "fr".
	Language string
	// Created is written into the file. The same document with the same date gives the same bytes; the zero time
	// means the moment of writing.
	Created time.Time
	Pages   []*Page
}

// Add appends pages.
func (d *Document) Add(pages ...*Page) { d.Pages = append(d.Pages, pages...) }

// Moved is the document with everything on its pages moved by millimetres, for a printer that prints beside the mark.
func (d Document) Moved(right, down float64) Document {
	if right == 0 && down == 0 {
		return d
	}
	moved := d
	moved.Pages = nil
	for _, one := range d.Pages {
		moved.Add(New(one.Size).Place(right, down, one))
	}
	return moved
}

// NewPage appends an empty page of a size and gives it.
func (d *Document) NewPage(size Size) *Page {
	p := New(size)
	d.Pages = append(d.Pages, p)
	return p
}

// Page is one side of a sheet. Items are drawn in their order: a later one covers an earlier one.
type Page struct {
	Size
	Items []Item
}

// Item is a drawing instruction: Rect, Line, Path, Circle, Image, QR, Code128, Text or a Group of them.
type Item interface{ item() }

// New is an empty page.
func New(size Size) *Page { return &Page{Size: size} }

// Add appends instructions.
func (p *Page) Add(items ...Item) *Page {
	p.Items = append(p.Items, items...)
	return p
}

// Fill adds a filled rectangle.
func (p *Page) Fill(x, y, w, h float64, c Colour) *Page {
	return p.Add(Rect{X: x, Y: y, W: w, H: h, Fill: c})
}

// Frame adds the outline of a rectangle, width millimetres thick, half of it on either side of the edge.
func (p *Page) Frame(x, y, w, h, width float64, c Colour) *Page {
	return p.Add(Rect{X: x, Y: y, W: w, H: h, Stroke: c, StrokeWidth: width})
}

// Rule adds a straight line.
func (p *Page) Rule(x1, y1, x2, y2, width float64, c Colour) *Page {
	return p.Add(Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: width, Stroke: c})
}

// Code adds a QR code in a square of a size, its quiet zone inside the square.
func (p *Page) Code(x, y, size float64, payload string) *Page {
	return p.Add(QR{X: x, Y: y, Size: size, Payload: payload})
}

// Write adds a box of text in a style, at the top of the box and at the start of the line.
func (p *Page) Write(x, y, w, h float64, s Style, text string) *Page {
	return p.Add(Text{X: x, Y: y, W: w, H: h, Style: s, Content: text})
}

// Place adds to the page the items of another, moved by x and y: a badge onto its cell of a sheet.
func (p *Page) Place(x, y float64, other *Page) *Page {
	for _, it := range other.Items {
		p.Items = append(p.Items, Moved(it, x, y))
	}
	return p
}
