package document

import (
	"math"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// piece is one text of a column, as wide as the column.
type piece struct {
	page.Text
	// above is the air over the piece in millimetres. The first piece has none.
	above float64
	// oneLine, if positive, is the type size in points down to which the piece stays on one line; smaller than that, it
	// is better wrapped and large. It is for names: a name on one line in tiny letters can be read by nobody.
	oneLine float64
	// even shares a text of several lines evenly among them, as is done for centred ones.
	even bool
	// natural puts the start of the text at the side at which its own language begins, not the document's.
	natural bool
	// flag is the country whose flag stands before the text.
	flag string
}

// laid is a piece with its measures.
type laid struct {
	piece
	block *typeset.Block
	width float64 // of the box of text, without the flag
	size  float64 // of the flag, across
	inset float64 // of the box of text, on either side
}

// column is pieces one below the other.
type column struct {
	parts  []laid
	height float64
	// cut are the texts of which the end is missing.
	cut []string
}

// squeezes is how often a column that is too high is made a little smaller, before it is taken as it is.
const squeezes = 12

// lay sets pieces into a column of a width and at most a height, all of them smaller by the same share if they must be.
func (k kit) lay(pieces []piece, width, height float64) column {
	var c column
	scale := 1.0
	for range squeezes {
		c = k.column(pieces, width, scale)
		if c.height <= height && len(c.cut) == 0 {
			return c
		}
		if c.height <= height && scale < 0.8 {
			return c // smaller letters do not save what is cut
		}
		scale *= 0.93
	}
	return c
}

func (k kit) column(pieces []piece, width, scale float64) column {
	c := column{parts: make([]laid, 0, len(pieces))}
	for _, p := range pieces {
		if p.Content == "" {
			continue
		}
		p.Style.Size *= scale
		p.Style.MinSize = min(p.Style.MinSize, p.Style.Size)
		p.above *= scale
		if len(c.parts) == 0 {
			p.above = 0
		}
		l := k.set(p, width, scale)
		if l.block.Cut {
			c.cut = append(c.cut, p.Content)
		}
		c.height += p.above + l.block.Height
		c.parts = append(c.parts, l)
	}
	return c
}

// set sets one piece.
func (k kit) set(p piece, width, scale float64) laid {
	l := laid{piece: p, width: width}
	if p.flag != "" {
		l.size = p.Style.Size * 0.62
		l.width -= l.size + flagGap
	}
	p.W = l.width
	if p.oneLine > 0 {
		one := p.Text
		one.MaxLines, one.Style.MinSize = 1, min(p.oneLine*scale, one.Style.Size)
		if l.block = k.setter.Set(one); !l.block.Cut {
			l.Text = one
			return l
		}
		p.WrapFirst = true
	}
	l.Text = p.Text
	l.block = k.setter.Set(p.Text)
	if (p.even || p.Align == page.Centre) && len(l.block.Lines) > 1 && !l.block.Cut {
		k.balance(&l)
		if p.Align != page.Centre {
			l.inset = 0
		}
	}
	return l
}

// balance narrows a text of several lines as far as it keeps its lines and its size, and no word is broken for it: none is
// left alone on the last line.
func (k kit) balance(l *laid) {
	lines, size := len(l.block.Lines), l.block.Size
	narrow, wide := l.width/float64(lines), l.width
	t := l.Text
	t.Style.Size, t.Style.MinSize = size, 0
	for wide-narrow > 1 {
		t.W = (narrow + wide) / 2
		b := k.setter.Set(t)
		if b.Cut || b.Broken && !l.block.Broken || len(b.Lines) != lines || b.Size < size {
			narrow = t.W
			continue
		}
		wide = t.W
		l.block, l.inset = b, (l.width-t.W)/2
	}
	l.width -= 2 * l.inset
	l.W = l.width
}

// flagGap is the air between a flag and the name of its country, in millimetres.
const flagGap = 2

// draw draws the column from a place on the page downwards.
func (c column) draw(s surface, x, y float64) {
	for _, p := range c.parts {
		y += p.above
		t := p.Text
		// The size that was found is the size that is printed, down to a tenth of a point: rounding must not wrap the line,
		// and short numbers make small files.
		t.X, t.Y, t.W, t.H = x+p.inset, y, p.width, p.block.Height
		if p.block.Size != t.Style.Size && !p.block.Cut {
			t.Style.Size = math.Floor(p.block.Size*10) / 10
		} else {
			t.Style.Size = p.block.Size
		}
		t.Style.MinSize = 0
		if p.size > 0 {
			t.X += p.size + flagGap
			if t.Align == page.Centre {
				start := x + (p.width-p.block.Width)/2
				t.X, t.W, t.Align = start+p.size+flagGap, p.block.Width+0.2, page.Start
				s.flag(p.flag, start, y+(p.block.Height-p.size*3/4)/2, p.size)
			} else {
				s.flag(p.flag, x, y+(p.block.Height-p.size*3/4)/2, p.size)
			}
		}
		if p.natural && t.Align == page.Start {
			t.Align = page.Left
			if len(p.block.Lines) > 0 && p.block.Lines[0].RTL {
				t.Align = page.Right
			}
		}
		s.text(t)
		y += p.block.Height
	}
}
