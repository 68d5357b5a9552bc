package desk

import (
	"cmp"
	"slices"
	"time"

	"lanyard/internal/document"
)

// pace is how fast the desks worked on a day.
func (c *crowd) pace(n *count, l Live, now time.Time) LivePace {
	var p LivePace
	first, last := -1, 0
	gaps := map[int]int{} // seconds between two scans: how often
	for at, scans := range n.scans {
		if scans == 0 {
			continue
		}
		p.Scans += int(scans)
		gaps[0] += int(scans) - 1
		if first < 0 {
			first = at
		} else {
			gaps[at-last]++
		}
		last = at
	}
	for i, times := range n.refused {
		if times > 0 {
			p.Refused += int(times)
			p.RefusedBy = append(p.RefusedBy, document.Count{Key: c.reasons.texts[i], Count: int(times)})
		}
	}
	slices.SortFunc(p.RefusedBy, func(a, b document.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key))
	})
	if p.Scans == 0 {
		return p
	}
	p.First, p.Last = second(l.Day, first), second(l.Day, last)
	if p.Scans > 1 {
		p.Average = time.Duration(last-first) * time.Second / time.Duration(p.Scans-1)
		p.Median = medianGap(gaps, p.Scans-1)
	}
	hours := slices.DeleteFunc(spans(n.scans, l.Day, time.Hour), func(h document.Arrivals) bool { return h.Count == 0 })
	if over := slices.DeleteFunc(slices.Clone(hours), func(h document.Arrivals) bool { return h.To.After(now) }); len(over) > 0 {
		hours = over
	}
	p.Busiest = slices.MaxFunc(hours, func(a, b document.Arrivals) int { return cmp.Compare(a.Count, b.Count) })
	p.Slowest = slices.MinFunc(hours, func(a, b document.Arrivals) int { return cmp.Compare(a.Count, b.Count) })
	if l.Today {
		p.PerMinute = float64(n.latest(n.scans, now, 10*time.Minute)) / 10
	}
	return p
}

// medianGap is the middle of n gaps; of an even number the mean of the two in the middle.
func medianGap(gaps map[int]int, n int) time.Duration {
	var lengths []int
	for gap := range gaps {
		lengths = append(lengths, gap)
	}
	slices.Sort(lengths)
	nth := func(i int) time.Duration {
		for _, gap := range lengths {
			if i -= gaps[gap]; i < 0 {
				return time.Duration(gap) * time.Second
			}
		}
		return 0
	}
	return (nth((n-1)/2) + nth(n/2)) / 2
}

// second is a moment some seconds after the beginning of a day.
func second(day time.Time, n int) time.Time {
	return time.Unix(day.Unix()+int64(n), 0).In(day.Location())
}

// latest sums what happened in a time up to now, to the second.
func (n *count) latest(seconds []int32, now time.Time, during time.Duration) int {
	end := int(now.Unix()-n.start) + 1
	sum := 0
	for _, v := range seconds[min(max(0, end-int(during/time.Second)), len(seconds)):min(max(0, end), len(seconds))] {
		sum += int(v)
	}
	return sum
}

// spans sums a day's seconds by spans of one length, from the first that is not empty to the last.
func spans(seconds []int32, day time.Time, span time.Duration) []document.Arrivals {
	width := int(span / time.Second)
	var all []document.Arrivals
	filled := 0
	for from := 0; from < len(seconds); from += width {
		to := min(from+width, len(seconds))
		sum := 0
		for _, v := range seconds[from:to] {
			sum += int(v)
		}
		if sum == 0 && len(all) == 0 {
			continue
		}
		all = append(all, document.Arrivals{From: second(day, from), To: second(day, to), Count: sum})
		if sum > 0 {
			filled = len(all)
		}
	}
	return all[:filled]
}
