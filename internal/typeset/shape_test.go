package typeset_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// name is a person's name and its script (ISO 15924).
type name struct{ script, text string }

// names reads testdata/names.tsv, which package pdf's tests read too.
func names(t testing.TB) []name {
	t.Helper()
	data, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []name
	for line := range strings.Lines(string(data)) {
		script, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		out = append(out, name{script, text})
	}
	return out
}

// piece is a run as hb-shape is asked for it: runs of one font, script and direction are shaped by one call.
type piece struct {
	font, script, direction string
}

// TestShapingIsHarfBuzz holds the glyphs of names of twelve scripts, their places and advances against HarfBuzz's own.
func TestShapingIsHarfBuzz(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		t.Fatal("this test needs: apt-get install libharfbuzz-bin fonts-wqy-microhei")
	}
	s := typeset.New()
	data, err := os.ReadFile(collection)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.AddFont(collection, data); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	runs := make(map[piece][]typeset.Run)
	scripts := make(map[string]int)
	for _, n := range names(t) {
		scripts[n.script]++
		for _, style := range []page.Style{{}, {Bold: true}, {Italic: true}, {Family: page.Serif}, {Family: page.Serif, Bold: true}} {
			style.Size = 10
			block := s.Set(page.Text{Content: n.text, Style: style})
			if len(block.Missing) > 0 {
				t.Errorf("%s lacks %q", n.text, string(block.Missing))
			}
			for _, r := range block.Lines[0].Runs {
				p := piece{fontFile(t, dir, r.Face), n.script, "ltr"}
				if r.RTL {
					p.direction = "rtl"
				}
				runs[p] = append(runs[p], r)
			}
		}
	}
	compared := 0
	for p, some := range runs {
		for i, want := range harfbuzz(t, p, some) {
			compared++
			if got := glyphsOf(some[i]); got != want {
				t.Errorf("%q in %s, %s %s:\n got %s\nwant %s", string(some[i].Text), filepath.Base(p.font), p.script, p.direction, got, want)
			}
		}
	}
	total := 0
	for _, n := range scripts {
		total += n
	}
	t.Logf("%d names of %d scripts, %d runs compared", total, len(scripts), compared)
	if total < 200 || len(scripts) < 10 || compared < 5*total {
		t.Error("too little was compared")
	}
}

// fontFile is a face's file: an embedded one is written out first.
func fontFile(t *testing.T, dir string, f *typeset.Face) string {
	t.Helper()
	if f.Data() == nil {
		return f.Name()
	}
	path := filepath.Join(dir, f.Name()+".ttf")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if err := os.WriteFile(path, f.Data(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// harfbuzz shapes runs with the features that the setter asks for.
func harfbuzz(t *testing.T, p piece, runs []typeset.Run) []string {
	t.Helper()
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(string(r.Text) + "\n")
	}
	args := []string{"--font-file=" + p.font, "--script=" + p.script, "--direction=" + p.direction, "--language=und",
		"--no-glyph-names", "--output-format=json", "--text-file=-"}
	switch p.script {
	case "Latn", "Cyrl", "Grek":
		args = append(args, "--features=-liga,-clig")
	}
	tool := exec.Command("hb-shape", args...)
	tool.Stdin = strings.NewReader(text.String())
	out, err := tool.Output()
	if err != nil {
		t.Fatalf("hb-shape %v: %v", args, err)
	}
	var all []string
	for line := range strings.Lines(string(out)) {
		var glyphs []struct {
			G                  uint32
			Cl, Ax, Ay, Dx, Dy int
		}
		if err := json.Unmarshal([]byte(line), &glyphs); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		var b strings.Builder
		for _, g := range glyphs {
			fmt.Fprintf(&b, "%d=%d@%d,%d+%d ", g.G, g.Cl, g.Dx, g.Dy, g.Ax)
		}
		all = append(all, b.String())
	}
	if len(all) != len(runs) {
		t.Fatalf("hb-shape answers %d runs of %d", len(all), len(runs))
	}
	return all
}

// glyphsOf writes a run's glyphs in font units: glyph=cluster@moved+advance.
func glyphsOf(r typeset.Run) string {
	var b strings.Builder
	upem, pen := r.Face.Upem(), 0.0
	unit := func(ems float64) int { return int(math.Round(ems * upem)) }
	for _, g := range r.Glyphs {
		fmt.Fprintf(&b, "%d=%d@%d,%d+%d ", g.ID, g.Cluster-r.Start, unit(g.X-pen), unit(g.Y), unit(g.Advance))
		pen += g.Advance
	}
	return b.String()
}
