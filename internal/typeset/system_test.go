package typeset_test

import (
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// collection is a font of Debian's, two faces in a file, with the letters of Chinese, Japanese and Korean.
const collection = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"

// ideographs are names that no embedded font can draw.
var ideographs = []string{"王小明", "田中 さくら", "김민준"}

// drawn says that every glyph of a text but its spaces has an outline, and by which face.
func drawn(t *testing.T, s *typeset.Setter, name string) *typeset.Face {
	t.Helper()
	block := s.Set(page.Text{Content: name, Style: page.Style{Size: 12, Bold: true}})
	if len(block.Missing) > 0 {
		t.Fatalf("%q lacks %q", name, string(block.Missing))
	}
	for _, r := range block.Lines[0].Runs {
		for _, g := range r.Glyphs {
			if r.Text[g.Cluster-r.Start] != ' ' && len(r.Face.Outline(g.ID)) == 0 {
				t.Errorf("%q: glyph %d of %s draws nothing", name, g.ID, r.Face.Name())
			}
		}
	}
	return block.Lines[0].Runs[0].Face
}

// TestSystemFonts sets names that no embedded font has. The system's fonts are not looked for before that.
func TestSystemFonts(t *testing.T) {
	if _, err := os.Stat(collection); err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	s := typeset.WithSystem()
	s.Set(page.Text{Content: "Şəmsəddin Қайрат عبد الحكيم", Style: page.Style{Size: 12}})
	if kept, _ := filepath.Glob(filepath.Join(cache, "lanyard", "*")); len(kept) > 0 {
		t.Errorf("a name of embedded letters made the program list the system's fonts: %s", kept)
	}
	for _, name := range ideographs {
		drawn(t, s, name)
	}
	if kept, _ := filepath.Glob(filepath.Join(cache, "lanyard", "font_index*")); len(kept) != 1 {
		t.Errorf("the list of fonts is kept as %q", kept)
	}
	// A letter that was never assigned, and the embedded fonts' setter, which no system changes.
	if got := string(s.Missing("A\U000E1234é")); got != "\U000E1234" {
		t.Errorf("missing are %q", got)
	}
	if got := string(typeset.New().Missing("王")); got != "王" {
		t.Errorf("without the system's fonts missing are %q", got)
	}
}

// TestFontOfTheUsers adds a collection by hand.
func TestFontOfTheUsers(t *testing.T) {
	data, err := os.ReadFile(collection)
	if err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	s := typeset.New()
	if err := s.AddFont("none", []byte("not a font")); err == nil {
		t.Error("a text file was taken for a font")
	}
	if err := s.AddFont("wqy-microhei.ttc", data); err != nil {
		t.Fatal(err)
	}
	for _, name := range ideographs {
		if got := drawn(t, s, name).Name(); got != "wqy-microhei.ttc" {
			t.Errorf("%q is set in %s", name, got)
		}
	}
	if got := drawn(t, s, "Wang").Name(); got != "NotoSans-Bold" {
		t.Errorf("letters that are embedded are set in %s", got)
	}
}
