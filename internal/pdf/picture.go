package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"reflect"
	"unsafe"

	"github.com/jung-kurt/gofpdf"

	"lanyard/internal/page"
)

// image draws a picture, embedding it the first time.
func (w *writer) image(i page.Image) error {
	name, err := w.picture(i)
	if err != nil {
		return err
	}
	info := w.f.GetImageInfo(name)
	x, y, wd, h := i.Frame(int(info.Width()), int(info.Height()))
	w.buf = append(w.buf, "q\n"...)
	w.rounded(i.X, i.Y, i.W, i.H, 0)
	w.op("W n")
	w.flush()
	w.f.ImageOptions(name, x*points, y*points, wd*points, h*points, false, gofpdf.ImageOptions{}, 0, "")
	w.op("Q")
	return w.f.Error()
}

// key tells whether two pictures are the same one.
func key(i page.Image) any {
	switch {
	case i.Key != "":
		return i.Key
	case i.Picture != nil && reflect.TypeOf(i.Picture).Comparable():
		return i.Picture
	case i.Picture != nil:
		return new(byte) // cannot be told apart from others
	}
	return struct {
		first *byte
		size  int
	}{unsafe.SliceData(i.Data), len(i.Data)}
}

// picture registers a picture with gofpdf. gofpdf reads but some PNG files: the others are written anew as one it reads.
func (w *writer) picture(i page.Image) (string, error) {
	k := key(i)
	if name, ok := w.pictures[k]; ok {
		return name, nil
	}
	jpg, err := isColourJPEG(i)
	if err != nil {
		return "", err
	}
	var img image.Image
	if !jpg {
		if img, err = i.Decode(); err != nil {
			return "", err
		}
	}
	name := fmt.Sprintf("picture %d", len(w.pictures)+1)
	switch {
	case jpg:
		w.f.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "JPEG"}, bytes.NewReader(i.Data))
	case i.Picture == nil && isPlainPNG(i.Data):
		w.f.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(i.Data))
	default:
		var out bytes.Buffer
		if err := png.Encode(&out, plain(img)); err != nil {
			return "", fmt.Errorf("pdf: picture: %w", err)
		}
		w.f.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "PNG"}, &out)
	}
	if err := w.f.Error(); err != nil {
		return "", fmt.Errorf("pdf: picture: %w", err)
	}
	w.pictures[k] = name
	return name, nil
}

// isColourJPEG says that a picture is a JPEG of a kind whose colours need no conversion, not of four inks: it goes into the
// file as it is, and need not be unpacked.
func isColourJPEG(i page.Image) (bool, error) {
	if i.Picture != nil || !bytes.HasPrefix(i.Data, []byte("\xff\xd8")) {
		return false, nil
	}
	c, err := i.Config()
	return err == nil && (c.ColorModel == color.YCbCrModel || c.ColorModel == color.GrayModel), err
}

// isPlainPNG says that a PNG's samples can go into the file as they are: eight bits at the most, lines in order, nothing
// transparent. The header is that of https://www.w3.org/TR/png-3/#11IHDR.
func isPlainPNG(data []byte) bool {
	const header, deep, opaque, interlaced = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 24, 25, 28
	if len(data) <= interlaced || !bytes.HasPrefix(data, []byte(header)) {
		return false
	}
	kind := data[opaque]
	return data[deep] <= 8 && (kind == 0 || kind == 2 || kind == 3) && data[interlaced] == 0 && !bytes.Contains(data, []byte("tRNS"))
}

// plain is a picture with eight bits a channel.
func plain(img image.Image) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}
