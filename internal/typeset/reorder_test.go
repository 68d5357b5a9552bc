package typeset_test

import (
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

func TestReorderedWritesTheRunsOfALineAsTheyAreSeen(t *testing.T) {
	const one, two = "مبادرة", "متحف"
	for _, c := range []struct {
		text string
		dir  page.Direction
		want string // of each run the letters, which run in their own direction
	}{
		{"Panel 1", page.Auto, "Panel 1"},
		{one + " 2026", page.Auto, "2026|" + one + " "},
		{"Panel " + one + " 12 " + two + ".", page.Auto, "Panel | " + two + "|12|" + one + " |."},
		{"A " + one, page.RTL, " " + one + "|A"},
	} {
		got := typeset.Reordered(c.text, c.dir)
		got = strings.ReplaceAll(strings.Trim(strings.ReplaceAll(got, "\u200F", ""), "\u200E"), "\u200E\u200E", "|")
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}
