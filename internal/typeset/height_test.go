package typeset_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// TestHeightIsThatOfTheSetText: whatever the letters and the width, and however little room they leave.
func TestHeightIsThatOfTheSetText(t *testing.T) {
	s := typeset.New()
	alphabets := []string{"abcdefijkmwWMAVTLyo ", "əıöğüşçİĞʻʼ’–- 0123456789:", "абвгдқғұөүҳҷӯЁШЩ ", "abc ابت 123 ", "AVAToYTa fi fl ", "WM@%—", "a\u0301e\u00ad ", "a\tb\nc\u00a0"}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 6000 {
		letters := []rune(alphabets[rng.IntN(len(alphabets))])
		var b strings.Builder
		for range 1 + rng.IntN(40) {
			b.WriteRune(letters[rng.IntN(len(letters))])
		}
		text := page.Text{W: 3 + rng.Float64()*100, Content: b.String(), MaxLines: rng.IntN(4), WrapFirst: rng.IntN(2) == 0, Direction: []page.Direction{page.Auto, page.LTR, page.RTL}[rng.IntN(3)],
			Style: page.Style{Size: 5 + rng.Float64()*10, MinSize: rng.Float64() * 7, Bold: rng.IntN(2) == 0, Italic: rng.IntN(4) == 0,
				Family: []page.Family{page.Sans, page.Serif, page.Naskh}[rng.IntN(3)], LineHeight: float64(rng.IntN(2)) * 1.4}}
		if got, want := s.Height(text), s.Set(text).Height; got != want {
			t.Fatalf("%q in %.2f mm is %.3f mm high, not %.3f", text.Content, text.W, want, got)
		}
	}
}
