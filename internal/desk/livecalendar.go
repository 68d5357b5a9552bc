package desk

import "time"

// calendar finds the local day of a moment; it remembers the last, since scans come day by day.
type calendar struct {
	zone       *time.Location
	start, end int64 // Unix
}

// day gives the first second of the day of a moment.
func (k *calendar) day(at int64) int64 {
	if at < k.start || at >= k.end {
		k.start, k.end = bounds(time.Unix(at, 0).In(k.zone))
	}
	return k.start
}

// bounds are the first second of a moment's day and of the next, as Unix times: mostly 24 hours apart, 23 or 25 where the
// clocks change.
func bounds(t time.Time) (int64, int64) { return midnight(t, 0).Unix(), midnight(t, 1).Unix() }

// midnight is the first moment of a day, some days after that of t. Where the clocks skip midnight it is later.
func midnight(t time.Time, days int) time.Time {
	y, m, d := t.Date()
	day := time.Date(y, m, d+days, 12, 0, 0, 0, t.Location()).Day()
	first := time.Date(y, m, d+days, 0, 0, 0, 0, t.Location())
	for first.Day() != day {
		first = first.Add(30 * time.Minute)
	}
	return first
}
