package page

import "math"

// Group is instructions that are turned together, cut to a shape, or both. Its instructions stand where they would stand on
// the page if it were not turned.
type Group struct {
	Items []Item
	// Rotation is in degrees clockwise about the point X, Y.
	Rotation float64
	X, Y     float64
	// Clip, if not nil, cuts off what is outside: of it only the shape counts. It turns with the instructions.
	Clip *Rect
	// Key, if not empty, names the shapes: a file whose pages show them often carries them once. Groups of one key hold the
	// same shapes, no text and no picture, in a Clip of one size, wherever they stand.
	Key string
}

// Turned says that the group is turned at all, rather than by whole turns.
func (g Group) Turned() bool { return math.Mod(g.Rotation, 360) != 0 }

// Matrix carries a point of the group onto the page: x' = a·x + c·y + e, y' = b·x + d·y + f for [a b c d e f].
func (g Group) Matrix() [6]float64 {
	// Quarter turns are exact, so that upright edges stay sharp.
	sin, cos := math.Sincos(g.Rotation * math.Pi / 180)
	switch math.Mod(math.Mod(g.Rotation, 360)+360, 360) {
	case 0:
		sin, cos = 0, 1
	case 90:
		sin, cos = 1, 0
	case 180:
		sin, cos = 0, -1
	case 270:
		sin, cos = -1, 0
	}
	return [6]float64{cos, sin, -sin, cos, g.X - cos*g.X + sin*g.Y, g.Y - sin*g.X - cos*g.Y}
}

func (Group) item() {}

func (g Group) moved(x, y float64) Group {
	items := make([]Item, len(g.Items))
	for i, it := range g.Items {
		items[i] = Moved(it, x, y)
	}
	g.Items, g.X, g.Y = items, g.X+x, g.Y+y
	if g.Clip != nil {
		clip := *g.Clip
		clip.X, clip.Y = clip.X+x, clip.Y+y
		g.Clip = &clip
	}
	return g
}

// Each tells see of every instruction of a list in the order of drawing, groups and then what they hold.
func Each(items []Item, see func(Item)) {
	for _, it := range items {
		see(it)
		if g, ok := it.(Group); ok {
			Each(g.Items, see)
		}
	}
}
