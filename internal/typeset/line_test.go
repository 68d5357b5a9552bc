package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// TestLinesBreak wraps texts into a narrow box of 8 ems.
func TestLinesBreak(t *testing.T) {
	s := typeset.New()
	for _, c := range []struct {
		name, text string
		lines      []string
	}{
		{"between words", "Ministry of Education", []string{"Ministry of", "Education"}},
		{"behind a hyphen, which stays", "Abdurahman-Hüseynzadə", []string{"Abdurahman-", "Hüseynzadə"}},
		{"behind a hyphen in Cyrillic", "Абдурахман-Гусейнзаде", []string{"Абдурахман-", "Гусейнзаде"}},
		{"behind a dash", "Abdurahman–Hüseynzadə", []string{"Abdurahman–", "Hüseynzadə"}},
		{"not at a hyphen that binds", "Ministry of Qafar\u2011zadə", []string{"Ministry of", "Qafar\u2011zadə"}},
		{"not at a space that binds", "Ministry H.E.\u00a0Əliyev", []string{"Ministry", "H.E.\u00a0Əliyev"}},
		{"not at a narrow space that binds", "Ministry 2026\u202fnoyabr", []string{"Ministry", "2026\u202fnoyabr"}},
		{"not at a joiner of words", "Ministry of Əl\u2060Əliyev", []string{"Ministry of", "Əl\u2060Əliyev"}},
		{"not at a soft hyphen, for it would have to show", "Ministry of Əli\u00advilla", []string{"Ministry of", "Əli\u00advilla"}},
		{"not before an apostrophe", "Ministry of Gʻulomov’a", []string{"Ministry of", "Gʻulomov’a"}},
		{"not inside a number", "Ministry of 1,250,000.50", []string{"Ministry of", "1,250,000.50"}},
		{"not between a bracket and its word", "Ministry of (Education)", []string{"Ministry of", "(Education)"}},
		{"in Arabic", "وزارة التربية والتعليم العالي", []string{"وزارة التربية والتعليم", "العالي"}},
		{"in Hebrew behind a maqaf", "אברהמוביץ־רוזנבלום־לוינשטיין", []string{"אברהמוביץ־", "רוזנבלום־לוינשטיין"}},
		{"in Devanagari between words", "शिक्षा मंत्रालय भारत सरकार", []string{"शिक्षा मंत्रालय भारत", "सरकार"}},
		{"a word too long, between its letters", "Wolfeschlegelsteinhausen", nil},
		{"a word too long, marks with their letters", strings.Repeat("e\u0323\u0301", 20), nil},
	} {
		block := s.Set(page.Text{Content: c.text, W: 8 * em, Style: page.Style{Size: 10}})
		var got []string
		for _, l := range block.Lines {
			got = append(got, l.Text)
			if first := []rune(l.Text)[0]; unicode.Is(unicode.Mn, first) {
				t.Errorf("%s: the line %q begins with a mark", c.name, l.Text)
			}
			if l.Width > 8*em+1e-6 {
				t.Errorf("%s: the line %q is too wide", c.name, l.Text)
			}
		}
		if c.lines != nil && !slices.Equal(got, c.lines) {
			t.Errorf("%s: %q breaks into %q, want %q", c.name, c.text, got, c.lines)
		}
		if block.Broken != (c.lines == nil) {
			t.Errorf("%s: broken inside a word: %v", c.name, block.Broken)
		}
		if c.lines == nil && len(got) < 2 {
			t.Errorf("%s: %q stays on one line", c.name, c.text)
		}
	}
}

// em is the length in millimetres of an em of 10 points.
const em = 10 * 25.4 / 72

// TestFitting follows a name through its box: as it is, smaller, wrapped, and cut with an ellipsis, which is reported.
func TestFitting(t *testing.T) {
	s := typeset.New()
	const name = "Abdurrahman Muhammad Ibrahimov"
	for _, c := range []struct {
		what          string
		width, height float64 // of the box, in ems of 10 points
		maxLines      int
		floor         float64
		smaller       bool
		lines         int
		cut, tall     bool
	}{
		{"as it is", 20, 2, 1, 6, false, 1, false, false},
		{"smaller", 12, 2, 1, 6, true, 1, false, false},
		{"wrapped at the size that fits", 9.8, 3, 2, 8, true, 2, false, false},
		{"wrapped rather than below the floor", 12, 3, 0, 10, false, 2, false, false},
		{"cut at the floor", 5, 2, 1, 8, true, 1, true, false},
		{"cut on the second line", 4, 3, 2, 8, true, 2, true, false},
		{"without a floor", 12, 2, 1, 0, false, 1, true, false},
		{"too high even at the floor", 20, 0.5, 1, 6, true, 1, false, true},
	} {
		b := s.Set(page.Text{Content: name, W: c.width * em, H: c.height * em, MaxLines: c.maxLines, Style: page.Style{Size: 10, MinSize: c.floor}})
		if smaller := b.Size < 10; smaller != c.smaller || len(b.Lines) != c.lines || b.Cut != c.cut || b.Tall != c.tall {
			t.Errorf("%s: size %.2f, %d lines, cut %v, too high %v", c.what, b.Size, len(b.Lines), b.Cut, b.Tall)
		}
		if c.floor > 0 && b.Size < c.floor-1e-9 {
			t.Errorf("%s: size %.2f is below the floor", c.what, b.Size)
		}
		last := b.Lines[len(b.Lines)-1].Text
		if strings.HasSuffix(last, "…") != c.cut {
			t.Errorf("%s: the last line is %q, cut %v", c.what, last, b.Cut)
		}
	}
}

// TestOrderOnTheLine writes Arabic letters as capitals, as Unicode's report does: what is typed, and what is seen from left
// to right.
func TestOrderOnTheLine(t *testing.T) {
	s := typeset.New()
	arabic := func(text string) string {
		return strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' {
				return 0x0627 + (r - 'A') // all of them letters
			}
			return r
		}, text)
	}
	for _, c := range []struct {
		dir         page.Direction
		typed, seen string
	}{
		{page.Auto, "car IS a word", "car SI a word"},
		{page.Auto, "CAR is A WORD", "DROW A is RAC"},
		{page.RTL, "car IS a word", "a word SI car"},
		{page.LTR, "CAR is A WORD", "RAC is DROW A"},
		{page.Auto, "PANEL 12 OF 2026", "2026 FO 12 LENAP"},
		{page.Auto, "DATE 24/11/2026 END", "DNE 24/11/2026 ETAD"},
		{page.Auto, "PRICE 1,250.50 END", "DNE 1,250.50 ECIRP"},
		{page.Auto, "PART 50% END", "DNE %50 TRAP"},
		{page.Auto, "DAY ٢٤ NOV ٢٠٢٦", "٢٠٢٦ VON ٢٤ YAD"},
		{page.Auto, "SEMINAR icesco (baku) END", "DNE icesco (baku) RANIMES"},
		{page.Auto, "icesco (SEMINAR) 2026", "icesco (RANIMES) 2026"},
		{page.Auto, "icesco SEMINAR 2026 END baku", "icesco DNE 2026 RANIMES baku"},
		{page.Auto, "room 3, HALL 7", "room 3, 7 LLAH"},
		{page.LTR, "(CAR) 1-2", "(RAC) 2-1"},
	} {
		line := s.Set(page.Text{Content: arabic(c.typed), Direction: c.dir, Style: page.Style{Size: 10}}).Lines[0]
		var seen []rune
		x := 0.0
		for _, r := range line.Runs {
			text := slices.Clone(r.Text)
			if r.RTL {
				slices.Reverse(text)
			}
			seen = append(seen, text...)
			if r.X < x-1e-9 {
				t.Errorf("%q: a run begins at %.3f, inside the one before it", c.typed, r.X)
			}
			x = r.X + r.Width
		}
		if string(seen) != arabic(c.seen) {
			latin := strings.Map(func(r rune) rune {
				if r >= 0x0627 && r <= 0x0627+25 {
					return 'A' + (r - 0x0627)
				}
				return r
			}, string(seen))
			t.Errorf("%q is seen as %q, want %q", c.typed, latin, c.seen)
		}
	}
}
