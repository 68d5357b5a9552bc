package names_test

import (
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"lanyard/internal/names"
)

// official reads a file of query, name and the system that the query is spelt by.
func official(t *testing.T, file string) (lines []string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		if strings.Count(line, "\t") != 2 {
			t.Fatalf("%s: %q is not three columns", file, line)
		}
		lines = append(lines, line)
	}
	return lines
}

// TestOfficialRomanisationsAreFound asks for names as official systems spell them (passports, ICAO 9303, ISO 9, GOST,
// BGN/PCGN, Kazakh Latin of 2017 to 2021, national transcriptions). The table of letters may be tuned on the first two
// files. The third was written before and is only counted: its misses are never printed, so that nobody tunes on them
// unawares. The hash of a line says whether it is kept aside.
//
// The second file holds two halves that were kept aside before: 231 of 244 were found (0.947), then 146 of 157 (0.930).
// Each time the next pairs were written before the misses were read and mended. Of the third, 142 of 146 were found at
// the first count (0.973).
func TestOfficialRomanisationsAreFound(t *testing.T) {
	total := 0
	for _, half := range []struct {
		file  string
		hash  uint32 // of a line, modulo 2
		aside bool
	}{{"testdata/official-tuning.tsv", 0, false}, {"testdata/official-seen.tsv", 1, false}, {"testdata/official-kept-aside.tsv", 1, true}} {
		lines, found := official(t, half.file), 0
		for _, line := range lines {
			hash := fnv.New32a()
			hash.Write([]byte(line))
			if hash.Sum32()%2 != half.hash {
				t.Errorf("%s: %q belongs to the other half", half.file, line)
			}
			columns := strings.Split(line, "\t")
			if _, ok := names.NewQuery(columns[0]).Match(names.KeysOf(columns[1])); ok {
				found++
			} else if !half.aside {
				t.Logf("%q does not find %q (%s)", columns[0], columns[1], columns[2])
			}
		}
		share := float64(found) / float64(len(lines))
		t.Logf("%s: %d of %d found: %.3f", half.file, found, len(lines), share)
		if total += len(lines); share < 0.95 {
			t.Errorf("%s: %.3f found, want 0.95", half.file, share)
		}
	}
	if total < 300 {
		t.Errorf("only %d pairs", total)
	}
}
