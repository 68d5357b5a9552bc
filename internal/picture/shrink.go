package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"strconv"

	"github.com/disintegration/imaging"
	"golang.org/x/image/draw"

	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

// Shrunk is a picture whose longer side has at most so many pixels and whose file at most so many bytes: as it is if it keeps
// to that, else made smaller, and upright as its EXIF data says. What can be seen through stays so. Errors: as Check; CodeHeavy for an SVG of too many bytes, which
// cannot be made smaller.
func Shrunk(data []byte, pixels, most int) ([]byte, error) {
	p, err := Open(data)
	if err != nil {
		return nil, err
	}
	if p.drawing != nil {
		if len(data) > most {
			return nil, seminar.Errorf(CodeHeavy, "This drawing is too large for every desk to keep: at most {kilobytes} kB. Save a simpler one, or a PNG.").
				WithArg("kilobytes", strconv.Itoa(most>>10))
		}
		return data, nil
	}
	img, err := imaging.Decode(bytes.NewReader(data), imaging.AutoOrientation(true)) // as a phone held it
	if err != nil {
		return nil, size.Damaged(err)
	}
	wide, high := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	longer := max(wide, high)
	if len(data) <= most && longer <= float64(pixels) {
		return data, nil
	}
	for side := min(float64(pixels), longer); ; side *= 0.75 {
		w, h := max(1, int(wide*side/longer)), max(1, int(high*side/longer))
		small, err := scaled(img, w, h)
		if err != nil {
			return nil, size.Damaged(err)
		}
		if len(small) <= most || side < 8 {
			return small, nil
		}
	}
}

// scaled writes a picture anew: as JPEG where nothing can be seen through.
func scaled(img image.Image, w, h int) ([]byte, error) {
	small := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	var asPNG, asJPEG bytes.Buffer
	if err := png.Encode(&asPNG, small); err != nil {
		return nil, err
	}
	if !small.Opaque() {
		return asPNG.Bytes(), nil
	}
	if err := jpeg.Encode(&asJPEG, small, &jpeg.Options{Quality: 90}); err != nil {
		return nil, err
	}
	if asPNG.Len() <= asJPEG.Len() { // drawn rather than photographed
		return asPNG.Bytes(), nil
	}
	return asJPEG.Bytes(), nil
}
