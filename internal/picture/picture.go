// Package picture reads the pictures that templates and seminars bring along: PNG, JPEG and SVG. It looks at how large a
// picture claims to be before it unpacks it, makes it as small as its place on paper needs, and turns an SVG into shapes.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/draw"

	"lanyard/internal/page"
	"lanyard/internal/picture/size"
)

// Codes of pictures that cannot be used.
const (
	CodeFormat  = size.CodeFormat
	CodeLarge   = size.CodeLarge
	CodeDamaged = size.CodeDamaged
	CodeSVG     = "picture_svg"
	CodeParts   = "picture_svg_parts"
	CodeUses    = "picture_svg_uses"
	CodeHeavy   = "picture_svg_heavy"
	CodeLoop    = "picture_svg_loop"
	CodeSize    = "picture_svg_size"
)

// MaxFile is the most bytes of a file.
const MaxFile = size.MaxFile

const dense = 300 // dots per inch on paper: more is not seen, and fills the file

// Media types.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
	SVG  = "image/svg+xml"
)

// TypeOf is a picture's media type by its first bytes, "" for what is no picture of ours.
func TypeOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return PNG
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case isSVG(data):
		return SVG
	}
	return ""
}

// Check says what is wrong with a picture, nil for nothing. Errors: CodeFormat for what is no PNG, JPEG or SVG; CodeLarge for
// one of more than 40 MB or 60 megapixels, which is not unpacked; CodeDamaged for a broken one; CodeSVG for a broken
// SVG, CodeParts for one that would take too long, CodeUses for one that needs what cannot be drawn, such as text in fonts, CodeLoop for one that contains itself, CodeSize
// for one without a size that could be drawn.
func Check(data []byte) error {
	p, err := Open(data)
	if err != nil {
		return err
	}
	if p.drawing == nil {
		_, err = p.decode()
	}
	return err
}

// Read reads a picture's file, and no more of it than shows that it is too large: CodeLarge.
func Read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err == nil && len(data) > MaxFile {
		err = size.TooLarge()
	}
	return data, err
}

// Picture is a picture whose size is known and bearable.
type Picture struct {
	data []byte
	kind string
	// W and H are its size: pixels, or the units of an SVG, of which only the proportion counts.
	W, H    float64
	drawing *drawing // of an SVG
}

// Open reads a picture's size, and all of an SVG. Errors: as Check, of what can be seen before a picture is unpacked.
func Open(data []byte) (*Picture, error) {
	if len(data) > MaxFile {
		return nil, size.TooLarge()
	}
	p := &Picture{data: data, kind: TypeOf(data)}
	switch p.kind {
	case "":
		return nil, size.NoFormat("png", "jpeg", "svg")
	case SVG:
		d, err := readSVG(data)
		if err != nil {
			return nil, err
		}
		p.drawing, p.W, p.H = d, d.icon.ViewBox.W, d.icon.ViewBox.H
		return p, nil
	}
	c, err := size.Of(data, "png", "jpeg")
	if err != nil {
		return nil, err
	}
	p.W, p.H = float64(c.Width), float64(c.Height)
	return p, nil
}

func (p *Picture) decode() (image.Image, error) {
	img, _, err := image.Decode(bytes.NewReader(p.data))
	if err != nil {
		return nil, size.Damaged(err)
	}
	return img, nil
}

// Item is the picture in a box in millimetres whose upper left corner is at 0, 0: shapes, or a picture no denser than 300
// dots per inch. key names it in a document that shows it often; it must differ for another picture and another size.
func (p *Picture) Item(w, h float64, fit page.Fit, key string) (page.Item, error) {
	box := page.Image{W: w, H: h, Fit: fit, Key: key}
	if p.drawing != nil {
		return p.drawing.item(box)
	}
	_, _, shownW, shownH := box.Frame(int(p.W), int(p.H))
	scale := math.Max(shownW/25.4*dense/p.W, shownH/25.4*dense/p.H)
	if scale > 0.8 { // little would be won, and sharpness lost
		box.Data = p.data
		return box, nil
	}
	img, err := p.decode()
	if err != nil {
		return nil, err
	}
	small := image.NewNRGBA(image.Rect(0, 0, max(1, int(math.Ceil(p.W*scale))), max(1, int(math.Ceil(p.H*scale)))))
	draw.CatmullRom.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	var out bytes.Buffer
	if p.kind == JPEG {
		err = jpeg.Encode(&out, small, &jpeg.Options{Quality: 90})
	} else {
		err = png.Encode(&out, small)
	}
	if err != nil {
		return nil, size.Damaged(err)
	}
	box.Data = out.Bytes()
	return box, nil
}

// onPaper is a colour as it looks on white paper: there is nothing to be seen through.
func onPaper(c color.Color) page.Colour {
	r, g, b, a := c.RGBA()
	if a == 0 {
		return page.Colour{}
	}
	mix := func(v uint32) uint8 { return uint8((v + 0xffff - a) >> 8) }
	return page.RGB(mix(r), mix(g), mix(b))
}
