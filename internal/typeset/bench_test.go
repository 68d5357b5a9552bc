package typeset_test

import (
	"fmt"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// BenchmarkNames sets 10,000 names, no two the same, of the scripts that are embedded, into the box of a badge.
func BenchmarkNames(b *testing.B) {
	var all []string
	for _, n := range names(b) {
		switch n.script {
		case "Hani", "Hira", "Kana", "Hang":
		default:
			all = append(all, n.text)
		}
	}
	mixed := make([]string, 10000)
	for i := range mixed {
		mixed[i] = fmt.Sprintf("%s %s", all[i%len(all)], all[(i/len(all)*7+i)%len(all)])
	}
	for b.Loop() {
		s := typeset.New()
		for _, name := range mixed {
			s.Set(page.Text{W: 89, H: 16, Content: name, MaxLines: 2, Style: page.Style{Size: 26, MinSize: 10, Bold: true}})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(mixed)), "µs/name")
}
