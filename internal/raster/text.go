package raster

import (
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

func (c *canvas) text(t page.Text) {
	b := c.setter.Set(t)
	colour := t.Style.Colour
	if !colour.Visible() {
		colour = page.Black
	}
	m := b.Matrix()
	for _, l := range b.Lines {
		for _, r := range l.Runs {
			var f figure
			unit := r.Em / r.Face.Upem()
			for _, g := range r.Glyphs {
				x, y := l.X+r.X+g.X*r.Em, l.Baseline-g.Y*r.Em
				f.glyph(r.Face.Outline(g.ID), func(gx, gy float32) page.Point {
					tx, ty := x+float64(gx)*unit, y-float64(gy)*unit
					return page.Point{X: m[0]*tx + m[2]*ty + m[4], Y: m[1]*tx + m[3]*ty + m[5]}
				})
			}
			c.fill(&f, colour)
		}
	}
}

func (f *figure) glyph(outline []typeset.Segment, at func(x, y float32) page.Point) {
	for _, s := range outline {
		p := at(s.X[0], s.Y[0])
		switch s.Op {
		case typeset.MoveTo:
			f.move(p.X, p.Y)
		case typeset.LineTo:
			f.lineTo(p.X, p.Y)
		case typeset.QuadTo:
			f.quad(p, at(s.X[1], s.Y[1]))
		case typeset.CubeTo:
			f.cube(p, at(s.X[1], s.Y[1]), at(s.X[2], s.Y[2]))
		}
	}
}
