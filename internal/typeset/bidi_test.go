package typeset_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// TestBidiCharacterTest runs Unicode's own test of the bidirectional algorithm, which the module of the shaper brings
// along: direction of the paragraph, levels, and order on the line of every case.
func TestBidiCharacterTest(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "bidi", "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	directions := map[string]page.Direction{"0": page.LTR, "1": page.RTL, "2": page.Auto}
	cases, passed := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if len(fields) != 5 {
			continue // a comment
		}
		var text []rune
		for _, code := range strings.Fields(fields[0]) {
			r, err := strconv.ParseInt(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		cases++
		levels, rtl := typeset.LevelsOf(text, directions[fields[1]])
		right := rtl == (fields[2] == "1")
		var seen []int8
		var at, order []string
		for i, want := range strings.Fields(fields[3]) {
			if want == "x" {
				continue // removed by the algorithm: it has no level and no place
			}
			right = right && want == strconv.Itoa(int(levels[i]))
			seen = append(seen, levels[i])
			at = append(at, strconv.Itoa(i))
		}
		for _, k := range typeset.Visual(seen) {
			order = append(order, at[k])
		}
		if right && slices.Equal(order, strings.Fields(fields[4])) {
			passed++
		} else if cases-passed < 20 {
			t.Errorf("%s: levels %d, order %s", lines.Text(), levels, order)
		}
	}
	t.Logf("%d of %d cases pass, none left out", passed, cases)
	if passed != cases || cases < 90000 {
		t.Errorf("%d of %d cases fail", cases-passed, cases)
	}
}

// TestSignsOfDirectionHaveNoGlyph: an isolate keeps a second language to itself, and the letters of both stay such as an
// embedded font draws.
func TestSignsOfDirectionHaveNoGlyph(t *testing.T) {
	block := typeset.New().Set(page.Text{Content: "Serial number · \u2068Seriya nömrəsi\u2069\u200E.", Style: page.Style{Size: 10}})
	said := ""
	for _, r := range block.Lines[0].Runs {
		if !r.Simple || len(r.Glyphs) != len(r.Text) {
			t.Errorf("%q is not drawn letter by letter", string(r.Text))
		}
		said += string(r.Text)
	}
	if want := "Serial number · Seriya nömrəsi."; said != want {
		t.Errorf("%q is drawn, not %q", said, want)
	}
}
