package bench_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lanyard/internal/seminar"
)

// otherwise spells a name as another country does, for a search that the strict keys do not answer.
var otherwise = strings.NewReplacer("ə", "a", "q", "k", "x", "kh", "c", "j", "ç", "tch", "ş", "ch", "y", "i", "o", "u", "ö", "u", "e", "a", "ğ", "gh", "w", "v", "j", "zh")

// BenchmarkSearch is what somebody types, letter by letter, among 100,000 people, beside LIKE for the same letters on the
// same table in the same run; by the length of the query, and by the stage of the search that answered it. Aims: p99
// under 16 ms from the first letter and at every stage; ten times quicker than LIKE at p99.
func BenchmarkSearch(b *testing.B) {
	s, d, of := workspace(b, 100_000)
	if err := s.Tidy(ctx); err != nil { // as the window does after an import
		b.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Limit: 20_000})
	if err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+s.Path()+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	r := rand.New(rand.NewPCG(1, 2))
	byLength, byStage := map[int][]time.Duration{}, map[string][]time.Duration{}
	var all, like []time.Duration
	search := func(query string) time.Duration {
		start := time.Now()
		found, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: query, Limit: 50})
		took := time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		stage := "nobody" // every stage was asked
		if len(found) > 0 {
			stage = found[len(found)-1].Match // the last one that was asked
		}
		byStage[stage] = append(byStage[stage], took)
		return took
	}
	for b.Loop() {
		for i := range 150 {
			name := []rune(strings.ToLower(rows[r.IntN(len(rows))].Name()))
			for n := 1; n <= min(len(name), 12); n++ {
				query := string(name[:n])
				if strings.TrimSpace(query) == "" {
					continue
				}
				took := search(query)
				all, byLength[n] = append(all, took), append(byLength[n], took)
			}
			search(otherwise.Replace(string(name)))
			search(string(name) + "x" + string(name[:1]))
			start := time.Now()
			var found int
			if err := db.QueryRow("SELECT count(*) FROM (SELECT 1 FROM roster WHERE given_name || ' ' || family_name LIKE ? ORDER BY sort_family LIMIT 50)",
				"%"+string(name[:min(1+i%12, len(name))])+"%").Scan(&found); err != nil {
				b.Fatal(err)
			}
			like = append(like, time.Since(start))
		}
	}
	b.ReportMetric(ms(median(all)), "ms-p50")
	b.ReportMetric(ms(quantile(all, 0.99)), "ms-p99")
	b.ReportMetric(ms(median(like)), "ms-like-p50")
	b.ReportMetric(ms(quantile(like, 0.99)), "ms-like-p99")
	b.ReportMetric(float64(quantile(like, 0.99))/float64(quantile(all, 0.99)), "like/search-p99")
	var lines []string
	for _, n := range []int{1, 2, 3, 4, 6, 8, 10, 12} { // go test cuts longer ones
		lines = append(lines, fmt.Sprintf("%d letters: p50 %.2f ms, p99 %.2f ms", n, ms(median(byLength[n])), ms(quantile(byLength[n], 0.99))))
	}
	for _, stage := range []string{"strict", "loose", "skeleton", "nobody"} {
		b.ReportMetric(ms(quantile(byStage[stage], 0.99)), "ms-"+stage+"-p99")
	}
	b.Log("\n" + strings.Join(lines, "\n"))
}
