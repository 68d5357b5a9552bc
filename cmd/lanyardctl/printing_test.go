package main

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
)

func TestPrint(t *testing.T) {
	c := printingtest.OpenCUPS(t)
	t.Setenv("CUPS_SERVER", c.Server)
	d := newDesk(t)
	var all []printing.Printer
	d.want(0, &all, "printers")
	if len(all) != 0 {
		t.Fatalf("%+v", all)
	}
	c.Add("badges")
	d.want(0, &all, "printers")
	if len(all) != 1 || all[0].URI != c.URI("badges") || all[0].State != printing.Idle {
		t.Fatalf("%+v", all)
	}
	keep := d.file("asked")
	n := printingtest.Open(t, printingtest.Script(t, "env | grep ^IPP_ > "+keep), "-2")
	d.person("--given", "Leyla", "--family", "Aliyeva")
	d.want(0, nil, "badges", "--out", d.file("b.pdf"))
	var answer printedJSON
	d.want(0, &answer, "print", d.file("b.pdf"), "--printer", n.URI)
	if answer.Job == 0 || answer.State == "" || answer.State == printing.JobUnknown {
		t.Errorf("%+v", answer)
	}
	if got := n.Documents(); len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), "Aliyeva") {
		t.Errorf("came out %v", got)
	}
	for range 100 { // until it is not busy with the first
		if p, err := printing.New("").Printer(t.Context(), n.URI); err == nil && p.State == printing.Idle {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	d.want(0, &answer, "print", d.file("b.pdf"), "--printer", n.URI, "--copies", "2", "--two-sided", "--tray", "by-pass-tray")
	for range 100 {
		if j, err := printing.New("").Job(t.Context(), n.URI, answer.Job); err == nil && j.Over() {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if asked := printingtest.Read(t, keep); !strings.Contains(asked, "IPP_COPIES=2") || !strings.Contains(asked, "media-source=by-pass-tray") || !strings.Contains(asked, "two-sided-long-edge") {
		t.Errorf("asked for\n%s", asked)
	}
	d.wantError(2, "usage", "print", d.file("b.pdf"))
	d.wantError(2, printing.CodeAddress, "print", d.file("b.pdf"), "--printer", "nowhere")
	d.wantError(3, "not_found", "print", d.file("none.pdf"), "--printer", n.URI)
	d.wantError(3, printing.CodeNone, "print", d.file("b.pdf"), "--printer", c.URI("none"))
	d.wantError(1, printing.CodeDocument, "print", d.put("b.txt", "text"), "--printer", n.URI)
	n.Stop()
	d.wantError(1, printing.CodeUnreachable, "print", d.file("b.pdf"), "--printer", n.URI)
}

// TestWhatAPrinterLacksIsSaidInWords: scripts get the printer's own keywords.
func TestWhatAPrinterLacksIsSaidInWords(t *testing.T) {
	c := printingtest.OpenCUPS(t)
	t.Setenv("CUPS_SERVER", c.Server)
	d := newDesk(t)
	d.person("--given", "Leyla")
	d.want(0, nil, "badges", "--out", d.file("b.pdf"))
	c.AddBackend("badges", `echo "STATE: +media-empty-error" >&2; exit 4`) // and the queue is stopped
	uri := c.URI("badges")
	d.want(0, nil, "print", d.file("b.pdf"), "--printer", uri)
	for range 100 {
		if p, err := printing.New("").Printer(t.Context(), uri); err == nil && p.State == printing.Stopped {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	var all []printing.Printer
	if d.want(0, &all, "printers"); len(all) != 1 || !slices.Contains(all[0].Reasons, "media-empty-error") {
		t.Fatalf("%+v", all)
	}
	var failed struct {
		Error struct {
			Code, Message string
			Args          map[string]string
		}
	}
	d.want(1, &failed, "print", d.file("b.pdf"), "--printer", uri)
	if e := failed.Error; e.Code != printing.CodePaper || !strings.Contains(e.Args["why"], "media-empty-error") || strings.Contains(e.Message, "media-empty") {
		t.Errorf("%+v", e)
	}
	for language, want := range map[string]string{"en": "out of paper", "az": "kağız"} {
		for _, args := range [][]string{{"printers"}, {"print", d.file("b.pdf"), "--printer", uri}} {
			var out, said bytes.Buffer
			_ = run(context.Background(), append([]string{"--workspace", d.file("w.lanyard"), "--language", language}, args...), streams{nil, &out, &said}) // one of them fails
			text := out.String() + said.String()
			if strings.Contains(text, "media-empty") || !strings.Contains(strings.ToLower(text), want) {
				t.Errorf("%s, %s: %q", language, args[0], text)
			}
		}
	}
}
