package photo_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/photo"
	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

// half is a picture whose upper half is red and whose lower half is blue.
func half(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: 220, A: 255}
			if y >= h/2 {
				c = color.NRGBA{B: 220, A: 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func asJPEG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turned puts an EXIF segment with an orientation after the first marker of a JPEG file.
func turned(file []byte, orientation uint16) []byte {
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, 0x0112)
	tiff = binary.LittleEndian.AppendUint16(tiff, 3)
	tiff = binary.LittleEndian.AppendUint32(tiff, 1)
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	body := append([]byte("Exif\x00\x00"), tiff...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	return append(append(append([]byte{}, file[:2]...), append(segment, body...)...), file[2:]...)
}

func read(t *testing.T, file []byte) image.Image {
	t.Helper()
	out, err := photo.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(out) > seminar.MaxPhoto {
		t.Errorf("%d bytes", len(out))
	}
	if bytes.Contains(out, []byte("Exif")) {
		t.Error("what the camera wrote is still in it")
	}
	m, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if b := m.Bounds(); b.Dx()*4 != b.Dy()*3 || b.Dx() > 600 {
		t.Errorf("it is %v", b)
	}
	return m
}

func red(c color.Color) bool { r, _, b, _ := c.RGBA(); return r > 0x8000 && b < 0x6000 }
func green(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return g > 0x8000 && r < 0x6000 && b < 0x6000
}
func blue(c color.Color) bool { r, _, b, _ := c.RGBA(); return b > 0x8000 && r < 0x6000 }

// TestAllOrientationsOfEXIF has a picture whose corner is red, whose top is green and whose rest is blue, in each of the eight
// ways a camera may lie: the numbers are where the red corner has to be once it is upright.
func TestAllOrientationsOfEXIF(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 400, 400))
	for y := range 400 {
		for x := range 400 {
			c := color.NRGBA{B: 220, A: 255}
			switch {
			case x < 200 && y < 200:
				c = color.NRGBA{R: 220, A: 255}
			case y < 200:
				c = color.NRGBA{G: 220, A: 255}
			}
			m.Set(x, y, c)
		}
	}
	file := asJPEG(t, m)
	type corner struct{ right, bottom bool }
	for orientation, want := range map[uint16]struct{ red, green corner }{
		1: {corner{false, false}, corner{true, false}}, 2: {corner{true, false}, corner{false, false}},
		3: {corner{true, true}, corner{false, true}}, 4: {corner{false, true}, corner{true, true}},
		5: {corner{false, false}, corner{false, true}}, 6: {corner{true, false}, corner{true, true}},
		7: {corner{true, true}, corner{true, false}}, 8: {corner{false, true}, corner{false, false}}} {
		out, err := photo.Open(bytes.NewReader(turned(file, orientation)))
		if err != nil {
			t.Fatal(err)
		}
		at := func(c corner) color.Color {
			x, y := 100, 100
			if c.right {
				x = 300
			}
			if c.bottom {
				y = 300
			}
			return out.At(x, y)
		}
		r, g := at(want.red), at(want.green)
		if !red(r) || !green(g) {
			t.Errorf("orientation %d: %v is %v and %v is %v", orientation, want.red, r, want.green, g)
		}
	}
}

func TestOtherFormatsAreRead(t *testing.T) {
	for _, name := range []string{"half.webp", "cmyk.jpg", "deep.png"} {
		file, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		m := read(t, file)
		b := m.Bounds()
		if top, bottom := m.At(b.Dx()/2, 2), m.At(b.Dx()/2, b.Dy()-3); !red(top) || !blue(bottom) {
			t.Errorf("%s: %v above, %v below", name, top, bottom)
		}
	}
}

// TestNothingOfTheCameraIsKept holds the file without its picture against what a JPEG may consist of.
func TestNothingOfTheCameraIsKept(t *testing.T) {
	file := turned(asJPEG(t, half(800, 600)), 6)
	gps := []byte("GPSLatitude 40.3777 N; Canon EOS; XMP http://ns.adobe.com/xap/1.0/")
	comment := append(binary.BigEndian.AppendUint16([]byte{0xFF, 0xFE}, uint16(len(gps)+2)), gps...)
	file = append(append(append([]byte{}, file[:2]...), comment...), file[2:]...)
	out, err := photo.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for at := 2; out[at+1] != 0xDA; at += 2 + int(binary.BigEndian.Uint16(out[at+2:])) {
		if m := out[at+1]; m >= 0xE1 && m <= 0xEF || m == 0xFE {
			t.Errorf("segment %X is in it", m)
		}
	}
	for _, left := range []string{"GPS", "Exif", "Canon", "http"} {
		if bytes.Contains(out, []byte(left)) {
			t.Errorf("%s is still in it", left)
		}
	}
}

// drawn is a face as a child draws it, its middle at x, y and r from ear to ear, with hair and shoulders.
func drawn(w, h int, x, y, r float64) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for py := range h {
		for px := range w {
			v := 205 - 25*float64(py)/float64(h)
			blot := func(dx, dy, rx, ry, tone float64) {
				d := math.Hypot((float64(px)-x-dx*r)/(rx*r), (float64(py)-y-dy*r)/(ry*r))
				soft := math.Max(0, math.Min(1, (1.08-d)/0.16))
				v = v*(1-soft) + tone*soft
			}
			blot(0, 2.6, 2, 1.35, 70)      // shoulders
			blot(0, -0.25, 1.02, 1.25, 60) // hair
			blot(0, 0.1, 0.86, 1.12, 190)  // face
			for _, side := range []float64{-1, 1} {
				blot(side*0.36, -0.3, 0.27, 0.08, 70)
				blot(side*0.36, -0.1, 0.24, 0.14, 110)
				blot(side*0.36, -0.1, 0.1, 0.09, 40)
			}
			blot(0, 0.32, 0.2, 0.09, 125)
			blot(0, 0.64, 0.36, 0.1, 100)
			m.Set(px, py, color.NRGBA{uint8(v), uint8(v * 0.92), uint8(v * 0.85), 255})
		}
	}
	return m
}

func TestThePhotoIsCutAboutTheFace(t *testing.T) {
	for _, at := range [][3]float64{{700, 300, 90}, {300, 300, 90}} {
		part := photo.Frame(drawn(1000, 800, at[0], at[1], at[2]))
		if d := float64(part.Dx())*4 - float64(part.Dy())*3; d < -8 || d > 8 {
			t.Errorf("the part is %v", part)
		}
		middle := float64(part.Min.X+part.Max.X) / 2
		if part.Dx() > 500 || math.Abs(middle-at[0]) > 40 || float64(part.Min.Y) > at[1] || float64(part.Min.Y+part.Max.Y)/2 < at[1]-20 {
			t.Errorf("a face at %v is cut out as %v", at, part)
		}
	}
	if part := photo.Frame(half(900, 600)); part != image.Rect(225, 0, 675, 600) {
		t.Errorf("without a face the part is %v", part)
	}
	if part := photo.Frame(half(600, 1200)); part != image.Rect(0, 120, 600, 920) {
		t.Errorf("of a high picture the part is %v", part)
	}
}

func TestAPartStaysWithinThePicture(t *testing.T) {
	within := image.Rect(0, 0, 800, 600)
	for _, c := range []struct {
		x, y, w float64
		want    image.Rectangle
	}{{-50, -50, 300, image.Rect(0, 0, 300, 400)}, {700, 500, 300, image.Rect(500, 200, 800, 600)}, {100, 100, 5000, image.Rect(350, 0, 800, 600)}, {100, 100, 1, image.Rect(71, 61, 131, 141)}} {
		if got := photo.Fit(within, c.x, c.y, c.w); !got.In(within) || got.Dx() != c.want.Dx() {
			t.Errorf("%v becomes %v, want %v", c, got, c.want)
		}
	}
}

func TestNoiseFits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewNRGBA(image.Rect(0, 0, 900, 1200))
	for i := range m.Pix {
		m.Pix[i] = byte(r.UintN(256))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	read(t, b.Bytes())
}

func TestWhatIsNoPhotoIsRefused(t *testing.T) {
	var huge bytes.Buffer // says of itself that it has 200 megapixels, and has none
	header := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	huge.Write(header)
	ihdr := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 20000), 10000)
	ihdr = append(ihdr, 8, 2, 0, 0, 0)
	huge.Write(ihdr)
	huge.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(append([]byte("IHDR"), ihdr...))))
	good := asJPEG(t, half(300, 300))
	for name, c := range map[string]struct {
		file []byte
		code string
	}{
		"text": {[]byte("not a picture"), size.CodeFormat}, "nothing": {nil, size.CodeFormat}, "half a file": {good[:len(good)/3], size.CodeDamaged},
		"200 megapixels": {huge.Bytes(), size.CodeLarge}, "41 MB": {make([]byte, 41<<20), size.CodeLarge},
	} {
		if _, err := photo.Read(bytes.NewReader(c.file)); seminar.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestPicturesThatPhonesMakeAreRefusedWithWhatToDo(t *testing.T) {
	for name, code := range map[string]string{"phone.heic": photo.CodeHEIC, "moving.webp": photo.CodeMoving, "moving.gif": photo.CodeMoving} {
		f, err := os.Open(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		_, err = photo.Read(f)
		f.Close()
		if seminar.CodeOf(err) != code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("\x00\x00\x00\x18ftypheic"))
	for _, name := range []string{"half.webp", "cmyk.jpg", "moving.webp"} {
		if file, err := os.ReadFile(filepath.Join("testdata", name)); err == nil {
			f.Add(file)
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		out, err := photo.Read(bytes.NewReader(file))
		if err == nil && (len(out) == 0 || len(out) > seminar.MaxPhoto) {
			t.Errorf("%d bytes", len(out))
		}
	})
}
