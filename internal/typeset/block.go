package typeset

import "lanyard/internal/page"

// Block is a text set into its box. Its lines stand in a frame of their own, in millimetres from the top left corner of
// the box as the text sees it; Matrix carries them onto the page.
type Block struct {
	Text page.Text
	// Size is the type size in points that the text was set at.
	Size  float64
	Lines []Line
	// Width is that of the widest line, Height that of all lines.
	Width, Height float64
	// Cut says that the end of the text is missing from the paper, an ellipsis in its place.
	Cut bool
	// Broken says that a word too long for a line goes on in the next one.
	Broken bool
	// Tall says that the lines are higher than the box even at the smallest size.
	Tall bool
	// Missing are the characters that no font has.
	Missing []rune
}

// Line is a line of text.
type Line struct {
	// X is the left edge and Baseline the line on which the letters stand.
	X, Baseline, Width float64
	// Text is the line as it was typed.
	Text string
	RTL  bool
	// Runs stand from left to right.
	Runs []Run
}

// Run is a part of a line in one face and direction.
type Run struct {
	Face *Face
	// Em is the length in millimetres by which the glyphs' measures are multiplied.
	Em float64
	// X is where the run begins, right of the line's left edge; Width is its length.
	X, Width float64
	RTL      bool
	Glyphs   []Glyph
	// Text is the run as it was typed. Glyph.Cluster - Start is an index into it.
	Text  []rune
	Start int
	// Simple says that glyphs and characters are one and the same, in order: a font embedded by character draws the
	// run, moving the pen by the glyphs' advances.
	Simple bool
}

// Matrix carries a point of the block's frame onto the page: x' = a·x + c·y + e, y' = b·x + d·y + f for
// [a b c d e f].
func (b *Block) Matrix() [6]float64 {
	t := b.Text
	switch t.Turn & 3 {
	case 1:
		return [6]float64{0, -1, 1, 0, t.X, t.Y + t.H}
	case 2:
		return [6]float64{-1, 0, 0, -1, t.X + t.W, t.Y + t.H}
	case 3:
		return [6]float64{0, 1, -1, 0, t.X + t.W, t.Y}
	}
	return [6]float64{1, 0, 0, 1, t.X, t.Y}
}
