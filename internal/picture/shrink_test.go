package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"lanyard/internal/picture"
	"lanyard/internal/seminar"
)

// lying is a JPEG whose left half is black, and whose EXIF data says that it stands on its side (orientation 6: turn it right).
func lying(t *testing.T, w, h int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, w, h))
	for x := w / 2; x < w; x++ {
		for y := range h {
			img.SetGray(x, y, color.Gray{255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	marker := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append(out.Bytes()[:2:2], marker...), out.Bytes()[2:]...)
}

func TestAShrunkPictureStandsUpright(t *testing.T) {
	small, err := picture.Shrunk(lying(t, 800, 400), 200, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size != image.Pt(100, 200) {
		t.Fatalf("it is %v", size)
	}
	top, _, _, _ := img.At(50, 20).RGBA()
	bottom, _, _, _ := img.At(50, 180).RGBA()
	if top > 0x2000 || bottom < 0xe000 {
		t.Errorf("%x above %x: the left half belongs above", top, bottom)
	}
}

func TestWhatIsSmallEnoughStaysAsItIs(t *testing.T) {
	data := photo(t, 100, 50)
	if got, err := picture.Shrunk(data, 100, len(data)); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%d bytes of %d, %v", len(got), len(data), err)
	}
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`
	if got, err := picture.Shrunk([]byte(svg), 1, len(svg)); err != nil || string(got) != svg {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := picture.Shrunk([]byte(strings.Replace(svg, "/>", "/>"+strings.Repeat(" ", 99), 1)), 100, 120); seminar.CodeOf(err) != picture.CodeHeavy {
		t.Errorf("a heavy drawing: %v", err)
	}
}
