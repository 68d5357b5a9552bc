package sample

import (
	"cmp"
	"hash/fnv"
	"slices"
	"time"
)

// Arrival is one scan: Person and List are keys, Type is "entry" or "exit", At local time in RFC 3339.
type Arrival struct {
	Person string `json:"person"`
	List   string `json:"list"`
	Type   string `json:"type"`
	At     string `json:"at"`
}

// Arrivals returns plausible check-ins of 18 July 2025 in the order of time: about 85% of those confirmed come, most
// between 09:00 and 09:30 and a few late; some leave for lunch and return; most of those inside hear the panels.
func Arrivals(people []Person) []Arrival {
	var all []Arrival
	for _, p := range people {
		if p.Status == "confirmed" && slices.Contains(p.Seminars, "cooperation-2025") {
			all = append(all, dayOf(p.Key)...)
		}
	}
	slices.SortFunc(all, func(a, b Arrival) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Person, b.Person), cmp.Compare(a.List, b.List))
	})
	return all
}

// dayOf is one person's day; empty for somebody who does not come.
func dayOf(key string) []Arrival {
	sum := fnv.New64a()
	sum.Write([]byte(key)) // never fails, as hash.Hash promises
	h := mix(sum.Sum64())
	roll := func(n uint64) int { h = mix(h); return int(h % n) }
	if roll(100) >= 85 {
		return nil
	}
	var day []Arrival
	scan := func(list, kind string, from, seconds int) {
		// Baku keeps UTC+4 all year.
		at := time.Date(2025, 7, 18, 0, from, roll(uint64(seconds)), 0, time.FixedZone("", 4*60*60))
		day = append(day, Arrival{Person: key, List: list, Type: kind, At: at.Format(time.RFC3339)})
	}
	switch when := roll(100); {
	case when < 20:
		scan("main", "entry", 8*60+30, 30*60)
	case when < 80:
		scan("main", "entry", 9*60, 30*60)
	case when < 93:
		scan("main", "entry", 9*60+30, 15*60)
	default:
		scan("main", "entry", 9*60+45, 75*60)
	}
	if roll(100) < 82 {
		scan("panel-1", "entry", 11*60+5, 20*60)
	}
	stays := true
	switch lunch := roll(100); {
	case lunch < 12:
		scan("main", "exit", 12*60+45, 15*60)
		scan("main", "entry", 13*60+30, 24*60)
	case lunch < 17:
		scan("main", "exit", 12*60+45, 30*60)
		stays = false
	}
	if stays && roll(100) < 75 {
		scan("panel-2", "entry", 13*60+55, 15*60)
	}
	return day
}
