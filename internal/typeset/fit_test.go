package typeset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// TestNothingOverflows sets random long names in random boxes: no line may be wider than its box.
func TestNothingOverflows(t *testing.T) {
	s := typeset.New()
	alphabets := []string{"abcdeəıöğüşçİ’- ", "абвгдқғұөүҳҷЁ ", "ابتثجحخدرسشصعغفقكلمنهوي ", "अआकखगघचतदनपमरल ", "abc ابت 123 "}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		letters := []rune(alphabets[rng.IntN(len(alphabets))])
		var b strings.Builder
		for range 1 + rng.IntN(150) {
			b.WriteRune(letters[rng.IntN(len(letters))])
		}
		text := page.Text{W: 3 + rng.Float64()*100, H: rng.Float64() * 40, Content: b.String(), MaxLines: rng.IntN(4),
			WrapFirst: rng.IntN(2) == 0, Align: page.Align(rng.IntN(5)),
			Style: page.Style{Size: 8 + rng.Float64()*30, MinSize: rng.Float64() * 12, Bold: rng.IntN(2) == 0}}
		block := s.Set(text)
		for _, l := range block.Lines {
			if l.Width > text.W+1e-6 || l.X < -1e-6 || l.X+l.Width > text.W+1e-6 {
				t.Fatalf("%q in %.3f mm: a line from %.3f of %.3f mm", text.Content, text.W, l.X, l.Width)
			}
		}
		if text.MaxLines > 0 && len(block.Lines) > text.MaxLines {
			t.Fatalf("%q takes %d lines of %d", text.Content, len(block.Lines), text.MaxLines)
		}
	}
}

func TestCutIsReported(t *testing.T) {
	s := typeset.New()
	b := s.Set(page.Text{W: 30, H: 10, MaxLines: 1, Content: strings.Repeat("Abdurrahmanov ", 11), Style: page.Style{Size: 20, MinSize: 10}})
	if !b.Cut || !strings.HasSuffix(b.Lines[0].Text, "…") {
		t.Errorf("a name of 150 letters in 30 mm is %q, cut %v", b.Lines[0].Text, b.Cut)
	}
	if got := string(s.Missing("Əliyev 王 عبد 漢王")); got != "王漢" {
		t.Errorf("missing characters are %q", got)
	}
}

// TestABlankLineIsCutToo: what is kept of a text may end with a line that has nothing in it.
func TestABlankLineIsCutToo(t *testing.T) {
	b := typeset.New().Set(page.Text{W: 30, MaxLines: 2, WrapFirst: true, Content: "Ministry\n\nof Culture", Style: page.Style{Size: 9}})
	if !b.Cut || len(b.Lines) != 2 || b.Lines[1].Text != "…" {
		t.Errorf("%d lines, cut %v", len(b.Lines), b.Cut)
	}
}

// TestVisualOrder checks the order of runs in which numbers stand among letters of both directions.
func TestVisualOrder(t *testing.T) {
	s := typeset.New()
	for text, want := range map[string][]string{
		"Panel حلقة نقاش 2026 (x)": {"Panel ", "2026", "حلقة نقاش ", " (x)"},
		"ندوة ICESCO في 24 نوفمبر": {" نوفمبر", "24", " في ", "ICESCO", "ندوة "},
	} {
		var got []string
		for _, r := range s.Set(page.Text{Content: text, Style: page.Style{Size: 10}}).Lines[0].Runs {
			got = append(got, string(r.Text))
		}
		// Spaces may be runs of their own; the order of what can be seen is what counts.
		seen := func(runs []string) string { return strings.ReplaceAll(strings.Join(runs, ""), " ", "") }
		if seen(got) != seen(want) {
			t.Errorf("%q stands as %q, want %q", text, got, want)
		}
	}
}
