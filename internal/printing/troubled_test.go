package printing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
)

// paperless is a printer's script: it is out of paper until somebody puts some in, which is a file.
func paperless(paper, reason string) string {
	return `echo "STATE: +` + reason + `" >&2
while [ ! -e ` + paper + ` ]; do sleep 0.1; done
echo "STATE: -` + reason + `" >&2`
}

func TestAPrinterOutOfPaperGoesOnByItself(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o755); err != nil { //nolint:gosec // CUPS looks into it as somebody else
		t.Fatal(err)
	}
	paper := func(name string) string { return filepath.Join(folder, name) }
	network := printingtest.Open(t, printingtest.Script(t, paperless(paper("network"), "media-empty,media-needed")))
	c := printingtest.OpenCUPS(t)
	c.AddBackend("badges", paperless(paper("cups"), "media-empty-error"))
	for name, uri := range map[string]string{"network": network.URI, "cups": c.URI("badges")} {
		l := printing.New("")
		job, err := l.Print(t.Context(), uri, document(t, "x"), printing.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		var told []string
		job, err = l.Follow(t.Context(), uri, job, func(j printing.Job, trouble error) {
			if trouble == nil {
				return
			}
			told = append(told, seminar.CodeOf(trouble))
			if err := os.WriteFile(paper(name), nil, 0o600); err != nil {
				t.Error(err)
			}
		})
		if err != nil || job.State != printing.JobCompleted || len(told) == 0 || told[0] != printing.CodeHeld {
			t.Errorf("%s: %+v %v, told %v", name, job, err, told)
		}
	}
}

func TestNothingIsSentToAPrinterThatIsOutOfPaper(t *testing.T) {
	paper := filepath.Join(t.TempDir(), "paper")
	n := printingtest.Open(t, printingtest.Script(t, paperless(paper, "media-empty,media-needed")))
	l := printing.New("")
	job, err := l.Print(t.Context(), n.URI, document(t, "first"), printing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if p, err := l.Printer(t.Context(), n.URI); err == nil && p.Trouble() != nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("never out of paper")
		}
	}
	_, err = l.Print(t.Context(), n.URI, document(t, "second"), printing.Options{})
	is(t, err, printing.CodePaper)
	if got := n.Documents(); len(got) != 1 {
		t.Errorf("it was sent %d documents", len(got))
	}
	if err := l.Cancel(t.Context(), n.URI, job.ID); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(paper, nil, 0o600); err != nil { // its script does not hear of it before
		t.Fatal(err)
	}
	_, err = l.Follow(t.Context(), n.URI, job, nil)
	is(t, err, printing.CodeGaveUp)
}

func TestAPrinterThatIsBusySaysSo(t *testing.T) {
	n := printingtest.Open(t, printingtest.Script(t, "sleep 2"))
	l := printing.New("")
	for i, code := range []string{"", printing.CodeBusy} {
		if _, err := l.Print(t.Context(), n.URI, document(t, "x"), printing.Options{}); seminar.CodeOf(err) != code {
			t.Errorf("document %d: %v, want %q", i+1, err, code)
		}
	}
}

func TestAPrinterThatCUPSDoesNotReachIsSaid(t *testing.T) {
	c := printingtest.OpenCUPS(t)
	c.Run("lpadmin", "-p", "gone", "-v", "ipp://localhost:1/ipp/print", "-m", "raw", "-E")
	l := printing.New("")
	l.Patience = time.Second
	job, err := l.Print(t.Context(), c.URI("gone"), document(t, "x"), printing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	_, err = l.Follow(t.Context(), c.URI("gone"), job, func(j printing.Job, trouble error) {
		if trouble != nil && len(told) == 0 {
			told = append(told, seminar.CodeOf(trouble)+": "+trouble.Error())
			if err := l.Cancel(t.Context(), c.URI("gone"), j.ID); err != nil {
				t.Error(err)
			}
		}
	})
	is(t, err, printing.CodeGaveUp)
	if len(told) != 1 || !strings.HasPrefix(told[0], printing.CodeSlow+": ") {
		t.Errorf("told %v", told)
	}
}
