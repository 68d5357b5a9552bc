package edit

import (
	"math"

	"lanyard/internal/document/template"
)

// Margin is how far from the edge of the page things like to stand, in millimetres: nearer, many printers cut them off.
const Margin = 5.0

// Snap is what things that are moved keep to.
type Snap struct {
	Grid   float64 // millimetres between the lines of a grid; 0 is none
	Things bool    // the page's edges, centre and margins, its folds, and the edges and centres of the other elements
	Within float64 // how near something must be, in millimetres
}

// Guide is a line that shows what something was put in line with.
type Guide struct {
	Upright  bool
	At       float64 // from the left if upright, else from the top
	From, To float64
}

// stop is something to be in line with, and how far it reaches along the guide.
type stop struct{ at, from, to float64 }

// snapper has the stops of a page, upright and level ones.
type snapper struct {
	Snap
	xs, ys []stop
}

// newSnapper looks at a page and at what on it stays where it is.
func newSnapper(s Snap, t *template.Template, still []template.Element) *snapper {
	n := &snapper{Snap: s}
	if !s.Things {
		return n
	}
	w, h := t.Size.W, t.Size.H
	for _, at := range []float64{0, w / 2, w, Margin, w - Margin} {
		n.xs = append(n.xs, stop{at, 0, h})
	}
	for _, at := range []float64{0, h / 2, h, Margin, h - Margin} {
		n.ys = append(n.ys, stop{at, 0, w})
	}
	for _, f := range t.Folds {
		if f.Upright {
			n.xs = append(n.xs, stop{f.At, 0, h})
		} else {
			n.ys = append(n.ys, stop{f.At, 0, w})
		}
	}
	for _, e := range still {
		b := Bounds(e)
		for _, share := range []float64{0, 0.5, 1} {
			n.xs = append(n.xs, stop{b.X + share*b.W, b.Y, b.Y + b.H})
			n.ys = append(n.ys, stop{b.Y + share*b.H, b.X, b.X + b.W})
		}
	}
	return n
}

// nearest is how far some positions, all moved alike, must go for one of them to be in line.
func (n *snapper) nearest(stops []stop, at ...float64) (by float64, ok bool) {
	best := n.Within
	for _, s := range stops {
		for _, a := range at {
			if d := math.Abs(s.at - a); d <= best && (d < best || !ok) {
				best, by, ok = d, s.at-a, true
			}
		}
	}
	return by, ok
}

// pull is how far positions go to a stop, or the first of them to a line of the grid.
func (n *snapper) pull(stops []stop, at ...float64) float64 {
	if by, ok := n.nearest(stops, at...); ok {
		return by
	}
	if n.Grid > 0 && len(at) > 0 {
		return math.Round(at[0]/n.Grid)*n.Grid - at[0]
	}
	return 0
}

// guides are the lines that a box is in line with: at its edges, and at its centres if centres is true.
func (n *snapper) guides(box template.Place, centres bool) []Guide {
	var all []Guide
	shares := []float64{0, 1}
	if centres {
		shares = append(shares, 0.5)
	}
	for _, share := range shares {
		all = along(all, n.xs, true, box.X+share*box.W, box.Y, box.Y+box.H)
		all = along(all, n.ys, false, box.Y+share*box.H, box.X, box.X+box.W)
	}
	return all
}

// along adds the guide through all stops at a place.
func along(all []Guide, stops []stop, upright bool, at, from, to float64) []Guide {
	const same = 0.006 // of a millimetre: what is written is rounded to a hundredth
	found := false
	for _, s := range stops {
		if math.Abs(s.at-at) < same {
			found, from, to = true, math.Min(from, s.from), math.Max(to, s.to)
		}
	}
	if !found {
		return all
	}
	return append(all, Guide{Upright: upright, At: at, From: from, To: to})
}
