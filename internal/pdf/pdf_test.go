package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// names are people as they sign in, with the letters that break other desks' badges.
var names = []string{
	"Şəmsəddin Əliyev", "Қайрат Нұрғалиұлы", "Oʻtkir Gʻulomov", "Ҷамшед Раҳмонов", "Айгүл Өмүрбекова",
	"عبد الحكيم السنان", "Nguyễn Thị Ánh", "Béatrice Lefèvre-d’Arc", "محمد بن راشد", "مُحَمَّد", "Γεώργιος Παπαδόπουλος",
	"გიორგი მაისურაძე", "Արամ Խաչատրյան", "דוד בן־גוריון", "अमिताभ बच्चन", "AVATAR Tovey (Ty) \\ Wáng", "J̌an ɓa",
}

const code = "123456789012345678901234567890123"

var made = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func write(t testing.TB, doc *page.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, typeset.New(), doc); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "out.pdf")
	if dir := os.Getenv("LANYARD_KEEP"); dir != "" {
		file = filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "_")+".pdf")
	}
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// run runs a tool of Debian's. A missing one fails the test: without it nothing was checked.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is needed for this test: apt-get install poppler-utils mupdf-tools qpdf zbar-tools", name)
	}
	var stderr bytes.Buffer
	tool := exec.Command(name, args...)
	tool.Stderr = &stderr
	out, err := tool.Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s%s", name, args, err, out, stderr.String())
	}
	return string(out)
}

func sampler() *page.Document {
	doc := &page.Document{Title: "Bakı seminarı", Author: "ICESCO", Subject: "سمينار", Language: "az", Created: made}
	p := doc.NewPage(page.A4)
	for i, n := range names {
		y := 15 + float64(i)*11
		for j, f := range []page.Family{page.Sans, page.Serif} {
			p.Frame(10+float64(j)*95, y, 90, 10, 0.1, page.Grey(180))
			p.Add(page.Text{X: 10 + float64(j)*95, Y: y, W: 90, H: 10, Content: n, VAlign: page.Middle, MaxLines: 1,
				Style: page.Style{Family: f, Bold: i%2 == 1, Size: 18, MinSize: 8}})
		}
	}
	p.Code(10, 210, 25, code)
	p.Add(page.Text{X: 40, Y: 210, W: 8, H: 40, Turn: 1, Content: "Upwards سنان", Style: page.Style{Size: 12}},
		page.Text{X: 50, Y: 210, W: 8, H: 40, Turn: 3, Content: "Downwards", Style: page.Style{Size: 12}},
		page.Rect{X: 60, Y: 210, W: 30, H: 20, Radius: 4, Fill: page.RGB(200, 230, 201), Stroke: page.RGB(27, 94, 32), StrokeWidth: 1},
		page.Circle{X: 105, Y: 220, R: 10, Fill: page.RGB(255, 224, 130), Stroke: page.Black, StrokeWidth: 0.5},
		page.Polygon(page.RGB(13, 71, 161), page.Point{X: 120, Y: 230}, page.Point{X: 140, Y: 230}, page.Point{X: 130, Y: 210}),
		page.Line{X1: 60, Y1: 235, X2: 140, Y2: 235, Width: 0.6, Stroke: page.Black, Dash: 2},
		page.Image{X: 150, Y: 210, W: 40, H: 20, Picture: picture()},
		page.Text{X: 60, Y: 240, W: 130, H: 30, Content: "Session 3 — حلقة نقاش 2026 (Panel) Şəki şəhəri, 25–27 noyabr; second part wraps over the lines of its box",
			Style: page.Style{Size: 12}, WrapFirst: true},
		page.Text{X: 60, Y: 262, W: 130, H: 20, Content: "افتتاح ندوة ICESCO الإقليمية في باكو 24 نوفمبر 2026 (باكو)",
			Style: page.Style{Size: 14, Family: page.Naskh}})
	return doc
}

// TestASpentDocumentIsTheSameFile: who writes a document for the last time lets go of its pages, and nobody else loses theirs.
func TestASpentDocumentIsTheSameFile(t *testing.T) {
	var kept, spent bytes.Buffer
	doc := sampler()
	for _, err := range []error{pdf.Write(&kept, typeset.New(), doc), pdf.Spend(&spent, typeset.New(), doc)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(kept.Bytes(), spent.Bytes()) || len(doc.Pages) != 0 {
		t.Errorf("%d and %d bytes, %d pages", kept.Len(), spent.Len(), len(doc.Pages))
	}
	if err := pdf.Spend(&spent, typeset.New(), doc); err == nil {
		t.Error("it was spent twice")
	}
}

func picture() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 64, 48))
	for y := range 48 {
		for x := range 64 {
			img.Set(x, y, color.NRGBA{uint8(x * 4), uint8(y * 5), 128, uint8(128 + x*2 - 1)})
		}
	}
	return img
}

// readBack is the text of a file as a reader would copy it, without the marks of direction that pdftotext puts around.
func readBack(t testing.TB, file string) string {
	t.Helper()
	return strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u200e", "", "\u200f", "").
		Replace(run(t, "pdftotext", file, "-"))
}

func TestNamesReadBack(t *testing.T) {
	file := write(t, sampler())
	run(t, "qpdf", "--check", file)
	text := readBack(t, file)
	for _, n := range names {
		if got := strings.Count(text, n); got < 2 {
			t.Errorf("%q is found %d times in the text of the file, not twice", n, got)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestFileIsWhole(t *testing.T) {
	file := write(t, sampler())
	for _, line := range strings.Split(strings.TrimSpace(run(t, "pdffonts", file)), "\n")[2:] {
		if !strings.Contains(line, " yes yes yes ") || line[6] != '+' {
			t.Errorf("a font is not an embedded subset: %s", line)
		}
	}
	if info := run(t, "pdfinfo", file); !strings.Contains(info, "Bakı seminarı") {
		t.Errorf("the title is missing: %s", info)
	}
	again, err := os.ReadFile(write(t, sampler()))
	if err != nil {
		t.Fatal(err)
	}
	once, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, again) {
		t.Error("the same document was written in other bytes")
	}
	if !bytes.Contains(once, []byte("/Lang (az)")) {
		t.Error("the language is missing")
	}
}

// TestPreviewIsThePrint compares raster's page with the PDF as poppler paints it, and reads the QR code of both.
func TestPreviewIsThePrint(t *testing.T) {
	doc := sampler()
	stem := strings.TrimSuffix(write(t, doc), ".pdf")
	run(t, "pdftoppm", "-r", "150", "-png", "-singlefile", stem+".pdf", stem)
	printed := open(t, stem+".png")
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
	// Poppler moves letters to the next quarter of a pixel and so paints their edges in other greys. What must not happen is
	// ink in the one where the other has none within a pixel.
	for _, pair := range [][2]image.Image{{shown, printed}, {printed, shown}} {
		if stray, ink := strayInk(pair[0], pair[1]); stray > 0 || ink < 10000 {
			t.Errorf("%d of %d dark pixels have no counterpart", stray, ink)
		}
	}
	for _, file := range []string{stem + ".png", stem + "-shown.png"} {
		if got := run(t, "zbarimg", "-q", file); !strings.Contains(got, "QR-Code:"+code) {
			t.Errorf("%s reads %q", file, got)
		}
	}
}

// strayInk counts the dark pixels of a, and those of them around which b is white.
func strayInk(a, b image.Image) (stray, ink int) {
	grey := func(img image.Image, x, y int) uint8 { return color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y }
	box := a.Bounds().Intersect(b.Bounds()).Inset(1)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if grey(a, x, y) > 80 {
				continue
			}
			ink++
			darkest := uint8(255)
			for i := range 9 {
				darkest = min(darkest, grey(b, x+i%3-1, y+i/3-1))
			}
			if darkest > 160 {
				stray++
			}
		}
	}
	return stray, ink
}

func open(t testing.TB, file string) image.Image {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestTitleBeyondTheBasicPlane(t *testing.T) {
	doc := &page.Document{Title: "Şəki 🎓 seminarı", Author: "a\xffb", Created: made}
	doc.NewPage(page.A6)
	if info := run(t, "pdfinfo", write(t, doc)); !strings.Contains(info, doc.Title) {
		t.Errorf("the title is missing: %s", info)
	}
}
