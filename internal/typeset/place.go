package typeset

import "lanyard/internal/page"

// place shapes the lines and gives them their places in the box.
func (f *fitting) place(b *Block, spans []span) {
	for _, sp := range spans {
		runs := f.setter.line(sp)
		line := Line{Text: string(sp.p.text[sp.start:sp.end]), RTL: sp.p.rtl}
		x := 0.0
		for _, r := range visual(runs, func(r shapedRun) int8 { return r.level }) {
			line.Runs = append(line.Runs, Run{Face: r.face, X: x, Width: r.width, RTL: r.level%2 == 1,
				Glyphs: r.glyphs, Text: sp.p.text[r.start:r.end], Start: r.start, Simple: r.simple})
			x += r.width
		}
		line.Width = x
		b.Width = max(b.Width, x)
		b.Lines = append(b.Lines, line)
	}
	// Lines were measured inside their paragraph; broken out of it, a kerning pair may be gone. And a single letter or an
	// ellipsis may be wider than the whole box. The box has the last word.
	if f.width > 0 && b.Width*millimetres(b.Size) > f.width {
		b.Size = f.width / millimetres(b.Width)
	}
	f.scale(b)
}

// scale turns ems into millimetres and aligns the lines.
func (f *fitting) scale(b *Block) {
	em := millimetres(b.Size)
	b.Width *= em
	b.Height = f.tall(len(b.Lines)) * em
	b.Tall = f.height > 0 && b.Height > f.height+slack
	top := 0.0
	switch {
	case f.height <= 0:
	case b.Text.VAlign == page.Middle:
		top = (f.height - b.Height) / 2
	case b.Text.VAlign == page.Bottom:
		top = f.height - b.Height
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		l.Width *= em
		l.Baseline = top + (f.room.ascent+float64(i)*f.pitch())*em
		for j := range l.Runs {
			r := &l.Runs[j]
			r.Em = em
			r.X *= em
			r.Width *= em
		}
		if f.width > 0 {
			l.X = offset(b.Text.Align, l.RTL, f.width-l.Width)
		}
	}
}

// offset is the room left of a line, of the room that it leaves.
func offset(a page.Align, rtl bool, room float64) float64 {
	switch {
	case a == page.Centre:
		return room / 2
	case a == page.Right, a == page.End && !rtl, a == page.Start && rtl:
		return room
	}
	return 0
}
