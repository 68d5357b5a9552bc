package trust_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"lanyard/internal/page"
	"lanyard/internal/picture"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

// printed is a page of a file as a picture.
func (o *office) printed(file []byte, dpi string) image.Image {
	o.t.Helper()
	data := o.through(file, func(in, out string) []string {
		return []string{"pdftoppm", "-r", dpi, "-png", "-singlefile", in, strings.TrimSuffix(out, ".png")}
	})
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		o.t.Fatal(err)
	}
	return img
}

// askew is a picture as a hand holds a camera: turned, on a dark table, unevenly lit.
func askew(img image.Image, degrees float64) image.Image {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx()+200, b.Dy()+200))
	draw.Draw(out, out.Rect, image.NewUniform(color.Gray{70}), image.Point{}, draw.Src)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	x, y := float64(b.Dx())/2, float64(b.Dy())/2
	draw.BiLinear.Transform(out, f64.Aff3{cos, -sin, x + 100 - cos*x + sin*y, sin, cos, y + 100 - sin*x - cos*y}, img, b, draw.Src, nil)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			c := out.RGBAAt(x, y)
			k := 0.7 + 0.3*float64(x)/float64(out.Rect.Dx())
			out.SetRGBA(x, y, color.RGBA{uint8(float64(c.R) * k), uint8(float64(c.G) * k), uint8(float64(c.B) * k), 255})
		}
	}
	return out
}

func encoded(t *testing.T, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	err := png.Encode(&b, img)
	if quality > 0 {
		b.Reset()
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestACertificateIsCheckedFromAPictureOfIt(t *testing.T) {
	o := newOffice(t, "genuine")
	c, snap := o.certificate("ICESCO-2025-A-0012", leyla(), 336)
	file := o.file(c)
	whole := o.printed(file, "200")
	pictures := map[string][]byte{
		"a scan":           encoded(t, whole, 0),
		"a scan as a JPEG": encoded(t, whole, 60),
		"a fine scan":      encoded(t, o.printed(file, "400"), 80),
		"a photo":          encoded(t, askew(whole, 3), 70),
		"a photo turned":   encoded(t, askew(whole, -12), 85),
		"upside down":      encoded(t, askew(whole, 180), 0),
	}
	for _, name := range []string{"a scan", "a scan as a JPEG"} {
		pictures["a PDF of "+name] = o.write(page.Document{Pages: []*page.Page{page.New(page.A4.Turned()).Add(page.Image{W: 297, H: 210, Data: pictures[name]})}})
	}
	for name, data := range pictures {
		v, found, err := trust.Checker{Keys: []trust.Key{o.public()}}.Check(data)
		if err != nil || !found || !v.Valid || v.Signed == nil || v.Signed.Serial != snap.Serial || len(v.Printed) != 1 || !v.Printed[0].Look {
			t.Errorf("%s: %v, %+v, %v", name, found, v, err)
		}
	}
	if v := check(t, pictures["a photo"]); v.Valid || v.Reason != trust.UnknownKey {
		t.Errorf("with no key: %+v", v)
	}
}

func TestAPictureWithoutACode(t *testing.T) {
	large := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x80\x00\x00\x00\x80\x00\x08\x02\x00\x00\x00")
	for name, f := range map[string]struct {
		data []byte
		code string
	}{
		"a grey square":   {encoded(t, image.NewGray(image.Rect(0, 0, 300, 200)), 0), ""},
		"half a file":     {encoded(t, image.NewGray(image.Rect(0, 0, 300, 200)), 50)[:300], picture.CodeDamaged},
		"a gigapixel":     {large, picture.CodeDamaged},
		"forty megabytes": {append([]byte("\xff\xd8\xff"), make([]byte, 41<<20)...), picture.CodeLarge},
	} {
		v, found, err := trust.Checker{}.Check(f.data)
		if found || v.Valid || v.Reason != trust.NoCode || seminar.CodeOf(err) != f.code {
			t.Errorf("%s: %v, %+v, %v", name, found, v, err)
		}
	}
}
