package printing_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
)

func TestAPrinterThatTakesNoPDFGetsPictures(t *testing.T) {
	for format, extension := range map[string]string{"image/pwg-raster": ".pwg", "image/jpeg": ".jpg"} {
		n := printingtest.Open(t, "/bin/true", "-f", format)
		l := printing.New("")
		job, err := l.Print(t.Context(), n.URI, document(t, "LANYARD 1234"), printing.Options{Media: printing.Media(105, 148)})
		if err != nil {
			t.Fatal(format, err)
		}
		if _, err = l.Follow(t.Context(), n.URI, job, nil); err != nil {
			t.Fatal(format, err)
		}
		got := n.Documents()
		if len(got) != 1 || filepath.Ext(got[0]) != extension {
			t.Fatalf("%s: came out %v", format, got)
		}
		picture := got[0]
		if extension == ".pwg" {
			picture = printingtest.Picture(t, got[0])
		}
		if out, err := exec.Command("zbarimg", "-q", "--raw", picture).Output(); err != nil || strings.TrimSpace(string(out)) != "LANYARD 1234" {
			t.Errorf("%s: its code says %q (%v)", format, out, err)
		}
		only := document(t, "x")
		only.Paint = nil
		_, err = l.Print(t.Context(), n.URI, only, printing.Options{})
		is(t, err, printing.CodeRefused)
	}
}

func TestTraysAndSides(t *testing.T) {
	keep := filepath.Join(t.TempDir(), "asked")
	n := printingtest.Open(t, printingtest.Script(t, "env | grep ^IPP_ > "+keep), "-2")
	l := printing.New("")
	p, err := l.Printer(t.Context(), n.URI)
	if err != nil || !p.TwoSided || len(p.Paper) == 0 || len(p.Trays) < 2 {
		t.Fatalf("%+v %v", p, err)
	}
	tray := p.Trays[len(p.Trays)-1]
	job, err := l.Print(t.Context(), n.URI, document(t, "x"), printing.Options{Copies: 3, TwoSided: true, Tray: tray, Media: "iso_a4_210x297mm"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = l.Follow(t.Context(), n.URI, job, nil); err != nil {
		t.Fatal(err)
	}
	asked := printingtest.Read(t, keep)
	for _, want := range []string{"IPP_COPIES=3", "IPP_SIDES=two-sided-long-edge", "media-source=" + tray} {
		if !strings.Contains(asked, want) {
			t.Errorf("%s is not in\n%s", want, asked)
		}
	}
}
