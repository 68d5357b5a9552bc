package printing_test

import (
	"bytes"
	"errors"
	"image"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// document is one page that says something, and has a QR code of it.
func document(t *testing.T, text string) printing.Document {
	t.Helper()
	var doc page.Document
	setter := typeset.New()
	doc.Add(page.New(page.A6).Write(10, 10, 80, 20, page.Style{Size: 5}, text).Code(10, 40, 40, text))
	var b bytes.Buffer
	if err := pdf.Write(&b, setter, &doc); err != nil {
		t.Fatal(err)
	}
	return printing.Document{PDF: b.Bytes(), Pages: len(doc.Pages),
		Paint: func(i int, dpi float64) (image.Image, error) { return raster.Render(setter, doc.Pages[i], dpi) }}
}

func is(t *testing.T, err error, code string) {
	t.Helper()
	if seminar.CodeOf(err) != code {
		t.Errorf("%v (%v), want %s", err, errors.Unwrap(err), code)
	}
}

func TestADocumentComesOutOfAPrinterInTheNetwork(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	l := printing.New("")
	p, err := l.Printer(t.Context(), n.URI)
	if err != nil || p.Name != "Badges" || p.State != printing.Idle || !p.Accepts || p.Trouble() != nil {
		t.Fatalf("%+v %v", p, err)
	}
	job, err := l.Print(t.Context(), n.URI, document(t, "Leyla Əliyeva"), printing.Options{Name: "Badge Ə", Media: printing.Media(105, 148), Copies: 2})
	if err != nil || job.ID == 0 || job.State == printing.JobUnknown {
		t.Fatalf("%+v %v", job, err)
	}
	if job, err = l.Follow(t.Context(), n.URI, job, nil); err != nil || job.State != printing.JobCompleted {
		t.Fatalf("%+v %v", job, err)
	}
	got := n.Documents()
	if len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), "Leyla Əliyeva") {
		t.Errorf("came out: %v", got)
	}
	_, err = l.Print(t.Context(), n.URI, printing.Document{PDF: []byte("no PDF")}, printing.Options{})
	is(t, err, printing.CodeDocument)
	_, err = l.Printer(t.Context(), strings.Replace(n.URI, "/ipp/print", "/elsewhere", 1))
	is(t, err, printing.CodeNone)
}

func TestAPrinterThatGivesUpSaysSo(t *testing.T) {
	n := printingtest.Open(t, "/bin/false")
	l := printing.New("")
	job, err := l.Print(t.Context(), n.URI, document(t, "x"), printing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Follow(t.Context(), n.URI, job, nil)
	is(t, err, printing.CodeGaveUp)
}

func TestAPrinterThatGoesAwayLeavesTheEndUnknown(t *testing.T) {
	n := printingtest.Open(t, printingtest.Script(t, "sleep 60"))
	l := printing.New("")
	job, err := l.Print(t.Context(), n.URI, document(t, "x"), printing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(time.Second, n.Stop)
	job, err = l.Follow(t.Context(), n.URI, job, nil)
	is(t, err, printing.CodeUnknown)
	if job.State != printing.JobUnknown {
		t.Errorf("%+v", job)
	}
	_, err = l.Print(t.Context(), n.URI, document(t, "x"), printing.Options{})
	is(t, err, printing.CodeUnreachable)
}

// between is a line to a printer that is cut when the document has passed, and counts how often that happened.
func between(t *testing.T, uri string) (through string, sent func() int) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	host := strings.TrimSuffix(strings.TrimPrefix(uri, "ipp://"), "/ipp/print")
	documents := make(chan bool, 100)
	go func() {
		for {
			desk, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer desk.Close()
				printer, err := net.Dial("tcp", host)
				if err != nil {
					return
				}
				defer printer.Close()
				go func() { _, _ = io.Copy(desk, printer) }()
				part := make([]byte, 64<<10)
				for passed := []byte(nil); ; {
					n, err := desk.Read(part)
					if err != nil {
						return
					}
					if passed = append(passed, part[:n]...); bytes.Contains(passed, []byte("%PDF-")) {
						documents <- true
						return
					}
					if _, err := printer.Write(part[:n]); err != nil {
						return
					}
				}
			}()
		}
	}()
	return strings.Replace(uri, host, l.Addr().String(), 1), func() int { return len(documents) }
}

func TestADocumentWhoseEndIsUnknownIsNotSentAgain(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	through, sent := between(t, n.URI)
	job, err := printing.New("").Print(t.Context(), through, document(t, "x"), printing.Options{})
	is(t, err, printing.CodeUnknown)
	if job.State != printing.JobUnknown {
		t.Errorf("%+v", job)
	}
	time.Sleep(time.Second)
	if sent() != 1 {
		t.Errorf("sent %d times", sent())
	}
}

func TestQueuesOfCUPS(t *testing.T) {
	c := printingtest.OpenCUPS(t)
	l := printing.New(c.Server)
	if all, err := l.Printers(t.Context()); err != nil || len(all) != 0 {
		t.Fatalf("none: %v %v", all, err)
	}
	file := c.Add("badges")
	c.Add("other")
	c.Run("lpadmin", "-d", "badges")
	all, err := l.Printers(t.Context())
	if err != nil || len(all) != 2 || all[0].Name != "badges" || all[0].Info != "The badges" || !all[0].Default || all[1].Default || all[0].URI != c.URI("badges") {
		t.Fatalf("%+v %v", all, err)
	}
	job, err := l.Print(t.Context(), all[0].URI, document(t, "From the queue"), printing.Options{Name: "one"})
	if err != nil {
		t.Fatal(err)
	}
	if job, err = l.Follow(t.Context(), all[0].URI, job, nil); err != nil || job.State != printing.JobCompleted {
		t.Fatalf("%+v %v", job, err)
	}
	if text := printingtest.Text(t, file); !strings.Contains(text, "From the queue") {
		t.Errorf("came out: %q", text)
	}
	c.Run("cupsreject", "badges")
	_, err = l.Print(t.Context(), all[0].URI, document(t, "x"), printing.Options{})
	is(t, err, printing.CodeRefused)
	c.Run("cupsaccept", "badges")
	c.Run("cupsdisable", "badges")
	_, err = l.Print(t.Context(), all[0].URI, document(t, "x"), printing.Options{})
	is(t, err, printing.CodeStopped)
	_, err = l.Print(t.Context(), c.URI("nowhere"), document(t, "x"), printing.Options{})
	is(t, err, printing.CodeNone)
}

func TestTheTroubleWithAPrinter(t *testing.T) {
	for _, one := range []struct {
		printing.Printer
		code string
	}{
		{printing.Printer{State: printing.Idle, Accepts: true}, ""},
		{printing.Printer{State: printing.Idle, Accepts: true, Reasons: []string{"media-low-warning", "marker-supply-low-report"}}, ""},
		{printing.Printer{State: printing.Idle, Accepts: true, Reasons: []string{"media-empty"}}, ""}, // one tray of several
		{printing.Printer{State: printing.Stopped, Accepts: true, Reasons: []string{"media-empty-error"}}, printing.CodePaper},
		{printing.Printer{State: printing.Stopped, Accepts: true, Reasons: []string{"paused"}}, printing.CodeStopped},
		{printing.Printer{State: printing.Processing, Accepts: true, Reasons: []string{"offline-report"}}, ""},
		{printing.Printer{State: printing.Stopped, Accepts: true, Reasons: []string{"offline"}}, printing.CodeUnreachable},
		{printing.Printer{State: printing.Idle}, printing.CodeRefused},
		{printing.Printer{State: printing.Processing, Accepts: true, Reasons: []string{"media-empty"}}, ""},
		{printing.Printer{State: printing.Processing, Accepts: true, Reasons: []string{"media-empty-error"}}, printing.CodePaper},
		{printing.Printer{State: printing.Processing, Accepts: true, Reasons: []string{"media-needed-warning"}}, printing.CodePaper},
	} {
		if got := seminar.CodeOf(one.Trouble()); got != one.code {
			t.Errorf("%+v: %q, want %q", one.Printer, got, one.code)
		}
	}
}

func TestAnAddressThatIsNone(t *testing.T) {
	for _, uri := range []string{"", "printer", "file:///etc/passwd", "usb://x/y", "ipp://", "%"} {
		_, err := printing.New("").Printer(t.Context(), uri)
		is(t, err, printing.CodeAddress)
	}
	_, err := printing.New("localhost:1").Printers(t.Context())
	is(t, err, printing.CodeCUPS)
}

func TestMedia(t *testing.T) {
	if a, b := printing.Media(105, 148), printing.Media(86, 54.5); a != "iso_a6_105x148mm" || b != "custom_lanyard_86x54.5mm" {
		t.Error(a, b)
	}
}
