package template

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	_ "image/jpeg" // formats that are read
	_ "image/png"
	"io"
	"maps"
	"slices"
	"strconv"
)

// Types of pictures.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
	SVG  = "image/svg+xml"
)

// Bounds of a picture: bytes, and pixels once it is unpacked, which take four bytes each.
const (
	MaxPicture = 10 << 20
	MaxPixels  = 60e6
)

func (p *problems) pictures(all map[string]Picture) {
	if len(all) > MaxPictures {
		p.add(CodeMany, "pictures", "limit", strconv.Itoa(MaxPictures))
		return
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		here, pic := within("pictures", name), all[name]
		p.long(here, name, maxName)
		p.choice(within(here, "type"), pic.Type, PNG, JPEG, SVG)
		width, height, kind := look(pic)
		switch {
		case len(pic.Data) == 0:
			p.add(CodeRequired, within(here, "data"))
		case len(pic.Data) > MaxPicture || float64(width)*float64(height) > MaxPixels:
			p.add(CodePictureLarge, within(here, "data"), "limit", megabytes(MaxPicture), "megapixels", strconv.Itoa(MaxPixels/1e6))
		case kind != pic.Type:
			p.add(CodePictureType, within(here, "data"), "value", pic.Type)
		}
	}
}

func megabytes(bytes int) string { return strconv.Itoa(bytes >> 20) }

// look says what a picture's bytes are, and how many pixels a picture of pixels claims. Nothing is unpacked.
func look(pic Picture) (width, height int, kind string) {
	if pic.Type == SVG {
		if drawing(pic.Data) {
			kind = SVG
		}
		return 0, 0, kind
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(pic.Data))
	if err != nil || format != "png" && format != "jpeg" || c.Width < 1 || c.Height < 1 {
		return 0, 0, ""
	}
	return c.Width, c.Height, "image/" + format
}

// drawing says whether bytes are XML from begin to end whose root is svg.
func drawing(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := ""
	for {
		token, err := d.Token()
		if err != nil {
			return errors.Is(err, io.EOF) && root == "svg"
		}
		if e, ok := token.(xml.StartElement); ok && root == "" {
			root = e.Name.Local
		}
	}
}
