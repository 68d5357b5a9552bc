package document_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

// printed makes badges and the bytes of their file, fonts parsed afresh.
func printed(t testing.TB, badges []document.Badge, lang *i18n.Lang) []byte {
	t.Helper()
	setter := typeset.New()
	doc, _ := document.Badges(badges, document.Options{Lang: lang, Created: made, Setter: setter})
	var out bytes.Buffer
	if err := pdf.Write(&out, setter, &doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// mixes are a thousand badges of people as they come, an eighth of them in Arabic, and of those whose letters need no
// shaping: shaped letters are printed as outlines, which are larger.
func mixes(t testing.TB) map[string][]document.Badge {
	t.Helper()
	all := newStage(t, "en").badges(1400)
	unshaped := slices.DeleteFunc(slices.Clone(all), func(b document.Badge) bool {
		a := b.Attendee
		return strings.ContainsFunc(a.Name()+a.NativeName+a.BadgeName+a.Position+a.Organisation, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
	})
	return map[string][]document.Badge{"mixed": all[:1000], "unshaped": unshaped[:1000]}
}

func TestThousandBadgesAreSmall(t *testing.T) {
	most := map[string]int{"mixed": 2_200_000, "unshaped": 1_500_000}
	for mix, badges := range mixes(t) {
		if size := len(printed(t, badges, i18n.Open("en"))); size > most[mix] {
			t.Errorf("%s: a thousand badges take %d bytes, more than %d", mix, size, most[mix])
		} else {
			t.Logf("%s: %d bytes", mix, size)
		}
	}
}

func BenchmarkThousandBadges(b *testing.B) {
	lang := i18n.Open("en")
	for mix, badges := range mixes(b) {
		b.Run(mix, func(b *testing.B) {
			for b.Loop() {
				b.ReportMetric(float64(len(printed(b, badges, lang))), "bytes")
			}
		})
	}
}

// BenchmarkPagesOfBadges is the part of this package alone.
func BenchmarkPagesOfBadges(b *testing.B) {
	badges, lang := newStage(b, "en").badges(1000), i18n.Open("en")
	for b.Loop() {
		document.Badges(badges, document.Options{Lang: lang, Created: made})
	}
}

func BenchmarkReportOfThousands(b *testing.B) {
	sum := newStage(b, "en").summary(b, 3000)
	for b.Loop() {
		setter := typeset.New()
		doc := drawnReport(b, document.KindSummary, sum, document.Options{Created: made, Setter: setter})
		var out bytes.Buffer
		if err := pdf.Write(&out, setter, &doc); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len()), "bytes")
	}
}

// BenchmarkAgainstReportLab draws the same thousand badges with Lanyard and with ReportLab, alternately, and compares the
// medians. LANYARD_PYTHON names a Python that has ReportLab. Run it with -benchtime 5x.
func BenchmarkAgainstReportLab(b *testing.B) {
	python := os.Getenv("LANYARD_PYTHON")
	if python == "" {
		python = "/usr/bin/python3"
	}
	for mix, badges := range mixes(b) {
		b.Run(mix, func(b *testing.B) { race(b, python, badges) })
	}
}

func race(b *testing.B, python string, badges []document.Badge) {
	lang := i18n.Open("en")
	dir := b.TempDir()
	setter := typeset.New()
	doc, _ := document.Badges(badges, document.Options{Lang: lang, Created: made, Setter: setter})
	against(b, python, "reportlab", placed(b, dir, setter, doc), func() int { return len(printed(b, badges, lang)) })
}

// BenchmarkAgainstWeasyPrint makes the same certificates in two scripts with Lanyard and with WeasyPrint, alternately, and
// compares the medians, a page each.
func BenchmarkAgainstWeasyPrint(b *testing.B) {
	python := os.Getenv("LANYARD_PYTHON")
	if python == "" {
		python = "/usr/bin/python3"
	}
	s := newStage(b, "en")
	var certs []document.Certificate
	for i, v := range s.badges(300) {
		v.Attendee.NativeName = "Лейла Гафарзаде"
		certs = append(certs, s.certificate(i, v.Attendee))
	}
	make := func() (page.Document, *typeset.Setter) {
		setter := typeset.New()
		doc, _ := document.Certificates(certs, document.Options{Created: made, Setter: setter})
		return doc, setter
	}
	doc, setter := make()
	against(b, python, "weasyprint", placed(b, b.TempDir(), setter, doc), func() int {
		doc, setter := make()
		var out bytes.Buffer
		if err := pdf.Write(&out, setter, &doc); err != nil {
			b.Fatal(err)
		}
		return out.Len()
	})
}

// against runs Lanyard and another program on the same pages, alternately.
func against(b *testing.B, python, other string, pages []byte, lanyard func() int) {
	dir := b.TempDir()
	file := filepath.Join(dir, "pages.json")
	if err := os.WriteFile(file, pages, 0o600); err != nil {
		b.Fatal(err)
	}
	script := map[string]string{"reportlab": "reportlab_badges.py", "weasyprint": "weasyprint_certificates.py"}[other]
	var ours, theirs, ourWork, theirWork []float64
	size, theirSize := 0, 0
	for b.Loop() {
		began, worked := time.Now(), busy(b)
		size = lanyard()
		ours, ourWork = append(ours, time.Since(began).Seconds()), append(ourWork, (busy(b)-worked).Seconds())
		out, err := exec.Command(python, "testdata/"+script, file, "../../assets/fonts", filepath.Join(dir, "out.pdf")).Output()
		if err != nil {
			b.Fatalf("%s is needed for this benchmark: apt-get install python3-reportlab weasyprint: %v", other, err)
		}
		var answer struct {
			Seconds float64
			CPU     float64
			Bytes   int
		}
		if err := json.Unmarshal(out, &answer); err != nil {
			b.Fatal(err)
		}
		theirs, theirWork, theirSize = append(theirs, answer.Seconds), append(theirWork, answer.CPU), answer.Bytes
	}
	b.ReportMetric(median(ours), "s/lanyard")
	b.ReportMetric(median(theirs), "s/"+other)
	b.ReportMetric(median(theirs)/median(ours), "times-faster")
	// On a computer that does other things too the work says more than the clock, though it hides that we use all processors.
	b.ReportMetric(median(theirWork)/median(ourWork), "times-less-work")
	b.ReportMetric(float64(size), "bytes/lanyard")
	b.ReportMetric(float64(theirSize), "bytes/"+other)
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// placedItem is a drawing instruction with nothing left to decide. Lengths are millimetres, y of a text its baseline.
type placedItem struct {
	Kind   string     `json:"kind"`
	X      float64    `json:"x"`
	Y      float64    `json:"y"`
	W      float64    `json:"w"`
	H      float64    `json:"h"`
	Width  float64    `json:"width"`
	Colour [3]float64 `json:"colour"`
	File   string     `json:"file"`
	Font   string     `json:"font"`
	Size   float64    `json:"size"`
	Text   string     `json:"text"`
	Side   int        `json:"side"` // of a QR code drawn by its modules, which are Text
}

type placedPage struct {
	W     float64      `json:"w"`
	H     float64      `json:"h"`
	Items []placedItem `json:"items"`
}

// placed is pages for another program: lines broken and placed, flags and ornaments as files.
func placed(t testing.TB, dir string, setter *typeset.Setter, doc page.Document) []byte {
	t.Helper()
	var all []placedPage
	for _, p := range doc.Pages {
		out := placedPage{W: p.W, H: p.H}
		for _, it := range p.Items {
			out.Items = append(out.Items, placedItems(t, dir, setter, it)...)
		}
		all = append(all, out)
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// svgWidth is the width of an ornament, in tenths of a millimetre.
func svgWidth(svg []byte) int {
	w := 0
	if _, rest, found := bytes.Cut(svg, []byte(`viewBox="0 0 `)); found {
		if _, err := fmt.Sscan(string(rest[:bytes.IndexByte(rest, ' ')]), &w); err != nil {
			return 0
		}
	}
	return w
}

func placedItems(t testing.TB, dir string, setter *typeset.Setter, it page.Item) []placedItem {
	t.Helper()
	rgb := func(c page.Colour) [3]float64 {
		return [3]float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255}
	}
	switch it := it.(type) {
	case page.Rect:
		if it.Fill.Visible() {
			return []placedItem{{Kind: "rect", X: it.X, Y: it.Y, W: it.W, H: it.H, Colour: rgb(it.Fill)}}
		}
		return []placedItem{{Kind: "frame", X: it.X, Y: it.Y, W: it.W, H: it.H, Width: it.StrokeWidth, Colour: rgb(it.Stroke)}}
	case page.Line:
		return []placedItem{{Kind: "line", X: it.X1, Y: it.Y1, W: it.X2 - it.X1, H: it.Y2 - it.Y1, Width: it.Width, Colour: rgb(it.Stroke)}}
	case page.QR:
		if it.Made == nil {
			return []placedItem{{Kind: "qr", X: it.X, Y: it.Y, W: it.Size, Text: it.Payload}}
		}
		var path strings.Builder
		for _, b := range it.Made.Blocks() {
			fmt.Fprintf(&path, "M%d %dh%dv%dh-%dz", b.X+page.QuietZone, b.Y+page.QuietZone, b.W, b.H, b.W)
		}
		return []placedItem{{Kind: "qr", X: it.X, Y: it.Y, W: it.Size, H: it.Size, Side: it.Made.Side() + 2*page.QuietZone, Text: path.String()}}
	case page.Group: // an ornament: the file that the template has it from
		name := strings.Fields(it.Key)[0]
		tpl, _ := document.ShippedNamed(name)
		for picture, p := range tpl.Pictures {
			if int(it.Clip.W*10) != svgWidth(p.Data) {
				continue
			}
			file := filepath.Join(dir, picture+".svg")
			if err := os.WriteFile(file, p.Data, 0o600); err != nil {
				t.Fatal(err)
			}
			return []placedItem{{Kind: "svg", X: it.Clip.X, Y: it.Clip.Y, W: it.Clip.W, H: it.Clip.H, File: "file://" + file}}
		}
	case page.Image:
		file := filepath.Join(dir, it.Key+".png")
		if _, err := os.Stat(file); err != nil {
			if err := os.WriteFile(file, it.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return []placedItem{{Kind: "image", X: it.X, Y: it.Y, W: it.W, H: it.H, File: file}}
	case page.Text:
		var all []placedItem
		b := setter.Set(it)
		for _, l := range b.Lines {
			for _, r := range l.Runs {
				all = append(all, placedItem{Kind: "text", X: it.X + l.X + r.X, Y: it.Y + l.Baseline, Font: r.Face.Name(), Size: b.Size,
					Text: string(r.Text), Colour: rgb(it.Style.Colour)})
			}
		}
		return all
	}
	t.Fatalf("an item of another kind: %T", it)
	return nil
}
