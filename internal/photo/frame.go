package photo

import (
	_ "embed"
	"image"
	"math"
	"sync"

	"github.com/disintegration/imaging"
	pigo "github.com/esimov/pigo/core"
)

// facefinder is what faces look like, from pigo's own module (MIT licence).
//
//go:embed facefinder
var facefinder []byte

var finder = sync.OnceValues(func() (*pigo.Pigo, error) { return pigo.NewPigo().Unpack(facefinder) })

// Of a photo, with more air than that of a passport: the face, brows to chin as it is found, takes half the width, and
// its middle stands above the middle of the photo.
const (
	facePart  = 0.52 // of the photo's width
	faceAt    = 0.46 // of its height, from the top
	searched  = 480  // pixels of the longer side in which faces are looked for
	sure      = 5    // a detection's quality from which on it is a face, as pigo's own command has it
	centreTop = 0.3  // without a face: of the height that is cut away, what goes above
)

// Frame is the part of a picture that makes the best photo: about the largest face, or else the middle, rather high.
func Frame(picture image.Image) image.Rectangle {
	b := picture.Bounds()
	if x, y, size, ok := face(picture); ok {
		w := size / facePart
		h := w * height / width
		return Fit(b, x-w/2, y-h*faceAt, w)
	}
	w := math.Min(float64(b.Dx()), float64(b.Dy())*width/height)
	return Fit(b, float64(b.Min.X)+(float64(b.Dx())-w)/2, float64(b.Min.Y)+(float64(b.Dy())-w*height/width)*centreTop, w)
}

// Fit is the part of a width whose upper left corner is at x, y, in the shape of a photo: made smaller and moved until it
// lies within a picture, and never smaller than what can be recognised.
func Fit(within image.Rectangle, x, y, w float64) image.Rectangle {
	widest := math.Min(float64(within.Dx()), float64(within.Dy())*width/height)
	narrow := math.Min(widest, smallest)
	fitted := math.Max(math.Min(w, widest), narrow)
	x, y = x+(w-fitted)/2, y+(w-fitted)*height/width/2
	h := fitted * height / width
	x = math.Max(float64(within.Min.X), math.Min(x, float64(within.Max.X)-fitted))
	y = math.Max(float64(within.Min.Y), math.Min(y, float64(within.Max.Y)-h))
	left, top := int(math.Round(x)), int(math.Round(y))
	return image.Rect(left, top, left+max(1, int(math.Round(fitted))), top+max(1, int(math.Round(h)))).Intersect(within)
}

// smallest is the least width of a part, in pixels.
const smallest = 60

// face finds the largest face of a picture: its middle and its size, in the picture's pixels.
func face(picture image.Image) (x, y, size float64, ok bool) {
	f, err := finder()
	if err != nil {
		return 0, 0, 0, false
	}
	b := picture.Bounds()
	small := imaging.Fit(picture, searched, searched, imaging.Box)
	w, h := small.Rect.Dx(), small.Rect.Dy()
	least := min(w, h) / 8
	if least < 20 {
		return 0, 0, 0, false
	}
	pixels := pigo.RgbToGrayscale(small)
	found := f.RunCascade(pigo.CascadeParams{MinSize: least, MaxSize: min(w, h), ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: pixels, Rows: h, Cols: w, Dim: w}}, 0)
	scale := float64(b.Dx()) / float64(w)
	for _, d := range f.ClusterDetections(found, 0.2) {
		if d.Q >= sure && float64(d.Scale)*scale > size {
			x, y, size, ok = float64(b.Min.X)+float64(d.Col)*scale, float64(b.Min.Y)+float64(d.Row)*scale, float64(d.Scale)*scale, true
		}
	}
	return x, y, size, ok
}
