package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// checks is a picture of squares with a red corner: it says where it begins.
func checks() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 120, 90))
	for y := range 90 {
		for x := range 120 {
			c := color.NRGBA{230, 230, 220, 255}
			if (x/15+y/15)%2 == 0 {
				c = color.NRGBA{20, 90, 120, 255}
			}
			if x < 30 && y < 30 {
				c = color.NRGBA{200, 20, 20, 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

// turnable is one of everything, in a box of 80 by 60 millimetres at 20, 20.
func turnable(words string) []page.Item {
	return []page.Item{
		page.Rect{X: 20, Y: 20, W: 80, H: 60, Radius: 4, Fill: page.Grey(240), Stroke: page.Black, StrokeWidth: 0.5},
		page.Line{X1: 24, Y1: 40, X2: 96, Y2: 40, Width: 0.6, Stroke: page.RGB(180, 20, 20), Dash: 3},
		page.Circle{X: 90, Y: 70, R: 6, Fill: page.RGB(15, 118, 110)},
		page.Text{X: 24, Y: 24, W: 72, H: 14, Content: words + " Leyla", Style: page.Style{Size: 22, Bold: true}},
		page.Text{X: 60, Y: 42, W: 38, H: 10, Content: "ليلى قفارزاده", Style: page.Style{Size: 16, Colour: page.RGB(92, 100, 95)}},
		page.QR{X: 22, Y: 42, Size: 30, Payload: code},
		page.Image{X: 54, Y: 56, W: 26, H: 19.5, Picture: checks()},
		page.Code128{X: 24, Y: 73, W: 60, H: 5, Payload: "A-0042"},
	}
}

// compared paints a page both ways and gives both pictures' files.
func compared(t *testing.T, doc *page.Document) (stem string) {
	t.Helper()
	stem = strings.TrimSuffix(write(t, doc), ".pdf")
	run(t, "pdftoppm", "-r", "150", "-png", "-singlefile", stem+".pdf", stem)
	shown, err := raster.Render(typeset.New(), doc.Pages[0], 150)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, shown); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stem+"-shown.png", out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	printed := open(t, stem+".png")
	for _, pair := range [][2]image.Image{{shown, printed}, {printed, shown}} {
		if stray, ink := strayInk(pair[0], pair[1]); stray > ink/2000 || ink < 5000 { // the edges of a picture fall on other pixels
			t.Errorf("%d of %d dark pixels have no counterpart", stray, ink)
		}
	}
	return stem
}

func TestGroupsTurnAlikeOnScreenAndPaper(t *testing.T) {
	for _, angle := range []float64{0, 30, 90, 180, 270, -17.5} {
		t.Run(fmt.Sprint(angle), func(t *testing.T) {
			doc := &page.Document{Created: made}
			p := doc.NewPage(page.Size{W: 120, H: 120})
			p.Write(5, 5, 60, 8, page.Style{Size: 12, Bold: true}, "before")
			inner := page.Group{Items: turnable("Turned"), Rotation: angle, X: 60, Y: 50, Clip: &page.Rect{X: 21, Y: 21, W: 78, H: 58, Radius: 10}}
			// Moved there and back, and a group in a group.
			p.Add(page.Moved(page.Moved(page.Group{Items: []page.Item{inner}}, 30, -12), -30, 22))
			p.Write(5, 110, 60, 8, page.Style{Size: 12}, "after it")
			stem := compared(t, doc)
			// Poppler puts lines together by their height on the page; in the file the words stand whole.
			text := run(t, "mutool", "draw", "-F", "txt", stem+".pdf")
			for _, want := range []string{"before", "Turned", "Leyla", "after it"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in the text %q", want, text)
				}
			}
			for _, file := range []string{stem + ".png", stem + "-shown.png"} {
				if got := run(t, "zbarimg", "-q", file); !strings.Contains(got, "QR-Code:"+code) {
					t.Errorf("%s reads %q", file, got)
				}
			}
		})
	}
}

func TestBarCodesAreRead(t *testing.T) {
	for _, payload := range []string{"A-0042", code, "https://lanyard.example/A1", "7"} {
		doc := &page.Document{Created: made}
		doc.NewPage(page.Size{W: 120, H: 30}).Add(page.Code128{X: 5, Y: 5, W: 110, H: 18, Payload: payload})
		stem := compared(t, doc)
		for _, file := range []string{stem + ".png", stem + "-shown.png"} {
			if got := run(t, "zbarimg", "-q", file); !strings.Contains(got, "CODE-128:"+payload+"\n") {
				t.Errorf("%q reads %q", payload, got)
			}
		}
	}
	for _, bad := range []string{"", "Qafar-zadə", strings.Repeat("x", 81)} {
		if _, _, err := (page.Code128{Payload: bad}).Bars(); err == nil {
			t.Errorf("%q made a bar code", bad)
		}
	}
}
