package flags_test

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"

	"lanyard/assets/flags"
)

func TestEveryFlagIsASmallPNG(t *testing.T) {
	codes := flags.Codes()
	if len(codes) != 249 { // the countries and territories of ISO 3166-1
		t.Errorf("%d codes, want 249", len(codes))
	}
	total := 0
	for _, code := range codes {
		data, ok := flags.PNG(code)
		if !ok {
			t.Errorf("%s: no flag", code)
			continue
		}
		total += len(data)
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		if size := img.Bounds().Size(); size.X != 80 || size.Y != 60 {
			t.Errorf("%s: %v, want 80 by 60", code, size)
		}
	}
	if total > 700_000 {
		t.Errorf("the flags weigh %d bytes", total)
	}
}

func TestCodes(t *testing.T) {
	codes := flags.Codes()
	if !slices.IsSorted(codes) {
		t.Error("not sorted")
	}
	for _, want := range []string{"AZ", "UZ", "TJ", "KZ", "KG", "TM", "TR", "MA", "FR", "RU", "SA"} {
		if !slices.Contains(codes, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestCaseDoesNotMatter(t *testing.T) {
	upper, _ := flags.PNG("AZ")
	for _, code := range []string{"az", "Az", "aZ"} {
		data, ok := flags.PNG(code)
		if !ok || !bytes.Equal(data, upper) {
			t.Errorf("%q differs from AZ", code)
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, code := range []string{"", "a", "zz", "aze", "..", "a/", "ə", strings.Repeat("a", 300)} {
		if _, ok := flags.PNG(code); ok {
			t.Errorf("%q has a flag", code)
		}
	}
}
