package photo_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"testing"

	"lanyard/internal/photo"
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
	if b := m.Bounds(); b.Dx() != b.Dy() {
		t.Errorf("it is %v", b)
	}
	return m
}

func red(c color.Color) bool  { r, _, b, _ := c.RGBA(); return r > 0x8000 && b < 0x6000 }
func blue(c color.Color) bool { r, _, b, _ := c.RGBA(); return b > 0x8000 && r < 0x6000 }

func TestAPhotoIsUprightAndSquare(t *testing.T) {
	file := asJPEG(t, half(800, 600))
	for orientation, at := range map[uint16][2]image.Point{ // where red and blue are, of 100
		1: {{50, 10}, {50, 90}}, 3: {{50, 90}, {50, 10}}, 6: {{90, 50}, {10, 50}}, 8: {{10, 50}, {90, 50}}} {
		m := read(t, turned(file, orientation))
		p := func(q image.Point) color.Color { return m.At(q.X*m.Bounds().Dx()/100, q.Y*m.Bounds().Dy()/100) }
		if !red(p(at[0])) || !blue(p(at[1])) {
			t.Errorf("orientation %d: red is not at %v, or blue not at %v", orientation, at[0], at[1])
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
		"text": {[]byte("not a picture"), photo.CodeFormat}, "nothing": {nil, photo.CodeFormat}, "half a file": {good[:len(good)/3], photo.CodeFormat},
		"200 megapixels": {huge.Bytes(), photo.CodeLarge}, "41 MB": {make([]byte, 41<<20), photo.CodeLarge},
	} {
		if _, err := photo.Read(bytes.NewReader(c.file)); seminar.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		out, err := photo.Read(bytes.NewReader(file))
		if err == nil && (len(out) == 0 || len(out) > seminar.MaxPhoto) {
			t.Errorf("%d bytes", len(out))
		}
	})
}
