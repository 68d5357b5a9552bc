package pwg_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/printing/printingtest"
	"lanyard/internal/printing/pwg"
)

// picture has runs, single pixels, equal lines, and a corner by which one sees how it lies.
func picture(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x < w/4 && y < h/4:
				c = color.RGBA{200, 20, 20, 255}
			case y > h/2 && (x*7+y*13)%11 < 4:
				c = color.RGBA{0, 0, 0, 255}
			case x > 3*w/4 && y < h/2:
				c = color.RGBA{uint8(x), uint8(255 - x), 90, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// read is a page as the filters of CUPS read it.
func read(t *testing.T, data []byte) image.Image {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.pwg")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(printingtest.Picture(t, path))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func near(a, b color.Color, by int) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	far := func(x, y uint32) bool { d := int(x>>8) - int(y>>8); return d > by || -d > by }
	return !far(r1, r2) && !far(g1, g2) && !far(b1, b2)
}

func TestEveryColourIsReadAsItWasWritten(t *testing.T) {
	img := picture(625, 300) // whole points, and no whole number of bytes in a line of bits
	for colour, off := range map[pwg.Colour]int{pwg.SRGB: 0, pwg.Grey: 12, pwg.Black: 0} {
		var b bytes.Buffer
		e := pwg.NewEncoder(&b, pwg.Options{DPI: 300, Colour: colour, Pages: 1, Media: "custom_lanyard_51x25mm"})
		if err := e.Page(img); err != nil {
			t.Fatal(err)
		}
		got := read(t, b.Bytes())
		if got.Bounds() != img.Bounds() {
			t.Fatalf("%s: %v", colour, got.Bounds())
		}
		wrong := 0
		for y := range 300 {
			for x := range 625 {
				want := color.Color(img.At(x, y))
				if colour != pwg.SRGB {
					want = color.GrayModel.Convert(want)
				}
				if colour == pwg.Black {
					y := want.(color.Gray).Y
					if want = color.White; y < 128 {
						want = color.Black
					}
				}
				if !near(got.At(x, y), want, off) {
					wrong++
				}
			}
		}
		if wrong > 0 {
			t.Errorf("%s: %d of %d pixels are wrong", colour, wrong, 625*300)
		}
	}
}

func TestTheBackLiesAsThePrinterWantsIt(t *testing.T) {
	img := picture(40, 20)
	for back, turned := range map[string][2]bool{"normal": {false, false}, "": {false, false}, "flipped": {false, true}, "rotated": {true, true}, "manual-tumble": {false, false}} {
		var one, two bytes.Buffer
		e := pwg.NewEncoder(&one, pwg.Options{DPI: 300, Colour: pwg.SRGB, TwoSided: true, Back: back})
		for range 2 {
			if err := e.Page(img); err != nil {
				t.Fatal(err)
			}
		}
		front := one.Len()
		flat := image.NewRGBA(img.Bounds())
		for y := range 20 {
			for x := range 40 {
				fx, fy := x, y
				if turned[0] {
					fx = 39 - x
				}
				if turned[1] {
					fy = 19 - y
				}
				flat.Set(x, y, img.At(fx, fy))
			}
		}
		if err := pwg.NewEncoder(&two, pwg.Options{DPI: 300, Colour: pwg.SRGB}).Page(flat); err != nil {
			t.Fatal(err)
		}
		pixels := two.Bytes()[4+1796:]
		if !bytes.HasSuffix(one.Bytes()[:front], pixels) {
			t.Errorf("%q: the back is not as it should be", back)
		}
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	var b bytes.Buffer
	for _, e := range []*pwg.Encoder{pwg.NewEncoder(&b, pwg.Options{Colour: pwg.SRGB}), pwg.NewEncoder(&b, pwg.Options{DPI: 300, Colour: "cmyk_8"})} {
		if e.Page(picture(8, 8)) == nil {
			t.Error("written")
		}
	}
	if pwg.NewEncoder(&b, pwg.Options{DPI: 300, Colour: pwg.Grey}).Page(image.NewRGBA(image.Rect(0, 0, 0, 5))) == nil || b.Len() > 0 {
		t.Errorf("an empty page is written: %d bytes", b.Len())
	}
}
