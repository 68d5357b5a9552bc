package typeset_test

import (
	"slices"
	"testing"

	"lanyard/assets/fonts"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// TestAFamilyOfTheUsersIsTriedFirst gives fonts that are embedded too as the user's own: then it shows which one was taken.
func TestAFamilyOfTheUsersIsTriedFirst(t *testing.T) {
	s := typeset.New()
	for _, name := range []string{"NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic"} {
		data, err := fonts.Files.ReadFile(name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.AddFont("own "+name, data); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.Families(); !slices.Equal(got, []string{"Noto Serif"}) {
		t.Errorf("families %q", got)
	}
	for _, c := range []struct {
		style page.Style
		text  string
		want  string
	}{
		{page.Style{Size: 10, Font: "noto serif"}, "Leyla", "own NotoSerif-Regular"},
		{page.Style{Size: 10, Font: "Noto Serif", Bold: true}, "Leyla", "own NotoSerif-Bold"},
		{page.Style{Size: 10, Font: "Noto Serif", Italic: true}, "Leyla", "own NotoSerif-Italic"},
		{page.Style{Size: 10, Font: "Noto Serif"}, "ليلى", "NotoSansArabic-Regular"},
		{page.Style{Size: 10, Font: "Gone with the disk"}, "Leyla", "NotoSans-Regular"},
		{page.Style{Size: 10}, "Leyla", "NotoSans-Regular"},
	} {
		b := s.Set(page.Text{Content: c.text, Style: c.style})
		if got := b.Lines[0].Runs[0].Face.Name(); got != c.want {
			t.Errorf("%+v %s: set in %s, not %s", c.style, c.text, got, c.want)
		}
	}
}
