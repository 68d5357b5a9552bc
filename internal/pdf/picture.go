package pdf

import (
	"bytes"
	"crypto/sha1"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"reflect"
	"strconv"
	"unsafe"

	"github.com/jung-kurt/gofpdf"

	"lanyard/internal/page"
)

// placed is a picture in the file.
type placed struct {
	name          string // of the resource
	width, height int    // pixels
}

// image draws a picture, embedding it the first time.
func (w *writer) image(i page.Image) error {
	p, err := w.picture(i)
	if err != nil {
		return err
	}
	x, y, wd, h := i.Frame(p.width, p.height)
	w.buf = append(w.buf, "q\n"...)
	w.rounded(i.X, i.Y, i.W, i.H, 0)
	w.op("W n")
	w.num(wd*points, 3)
	w.buf = append(w.buf, "0 0 "...)
	w.num(h*points, 3)
	w.at(x, y+h)
	w.buf = append(w.buf, "cm /"...)
	w.buf = append(w.buf, p.name...)
	w.op(" Do Q")
	return nil
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

// picture registers a picture with gofpdf. gofpdf reads but some PNG files: the others are written anew as one it reads. Of a
// JPEG it has but a head: the file itself goes where it belongs in the end.
func (w *writer) picture(i page.Image) (*placed, error) {
	k := key(i)
	if p, ok := w.pictures[k]; ok {
		return p, nil
	}
	name := "picture " + strconv.Itoa(len(w.pictures)+1)
	loaded, err := i.Loaded()
	if err != nil {
		return nil, err
	}
	kind, data, err := w.embed(loaded)
	if err != nil {
		return nil, err
	}
	info := w.f.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	if err := w.f.Error(); err != nil {
		return nil, fmt.Errorf("pdf: picture: %w", err)
	}
	// What gofpdf calls the picture: the sum of all that it knows of it.
	all, err := info.GobEncode()
	if err != nil {
		return nil, fmt.Errorf("pdf: picture: %w", err)
	}
	p := &placed{name: fmt.Sprintf("I%x", sha1.Sum(all)), width: int(info.Width()), height: int(info.Height())}
	w.pictures[k] = p
	return p, nil
}

// embed is a picture as gofpdf is to have it.
func (w *writer) embed(i page.Image) (kind string, data []byte, err error) {
	if i.Picture == nil && bytes.HasPrefix(i.Data, []byte("\xff\xd8")) {
		c, err := i.Config()
		if err != nil {
			return "", nil, err
		}
		// Four inks need a conversion.
		if c.ColorModel == color.YCbCrModel || c.ColorModel == color.GrayModel {
			length := len(i.Data)
			if i.Load != nil {
				i.Data = nil
			}
			w.outside = append(w.outside, outside{i, length})
			return "JPEG", headOf(c, len(w.outside)-1), nil
		}
	}
	img, err := i.Decode()
	if err != nil {
		return "", nil, err
	}
	if i.Picture == nil && isPlainPNG(i.Data) {
		return "PNG", i.Data, nil
	}
	var out bytes.Buffer
	if err := png.Encode(&out, plain(img)); err != nil {
		return "", nil, fmt.Errorf("pdf: picture: %w", err)
	}
	return "PNG", out.Bytes(), nil
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
