package desk

import (
	"slices"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// count is what one view of a crowd adds up to. A person or a scan is added and taken away at the same cost, whatever the
// size of the crowd.
type count struct {
	view       LiveView // with its day
	start, end int64    // of the day
	whole      bool     // the seminar as a whole
	place      uint32   // of the list, else
	entrance   uint32   // the list whose people inside are those of the view
	daily      []bool   // by place: who is inside is told day by day
	emptied    []int64  // by place: whoever came before has left by the list's hour for it
	admits     map[uint32]bool
	pending    bool // pending registrations are expected too

	arrivals, scans []int32 // by the second of the day
	total           share
	category        shares
	delegation      shares
	country         shares
	inside, came    []int32  // by place
	refused         []int32  // by reason
	stands          []stance // by place, of the person under way
}

// stance is where somebody stands at a place.
type stance uint8

const (
	standsInside stance = 1 << iota
	cameToday
)

type share struct{ expected, arrived int32 }

// shares are the shares of groups by their number.
type shares []share

func (s *shares) at(n uint32) *share {
	for int(n) >= len(*s) {
		*s = append(*s, share{})
	}
	return &(*s)[n]
}

// counted gives the count of a view, which is kept until another one is asked for, or the hour has come at which everybody leaves a list.
func (c *crowd) counted(v LiveView, start, end int64, now time.Time) *count {
	emptied := c.emptied(time.Unix(min(now.Unix(), end-1), 0))
	if c.count != nil && c.count.view == v && c.count.start == start && len(c.count.emptied) >= len(emptied) && slices.Equal(c.count.emptied[:len(emptied)], emptied) {
		return c.count
	}
	n := &count{view: v, start: start, end: end, whole: v.List == "", emptied: emptied,
		arrivals: make([]int32, end-start), scans: make([]int32, end-start)}
	if len(c.lists) > 0 {
		n.entrance = c.places.of(string(c.lists[0].ID))
	}
	for _, l := range c.lists {
		place := c.places.of(string(l.ID))
		n.daily = append(n.daily, make([]bool, max(0, int(place)+1-len(n.daily)))...)
		n.daily[place] = l.Frequency == seminar.Daily
		if l.ID != v.List {
			continue
		}
		n.place, n.entrance, n.pending = place, place, l.TakesPending
		if len(l.Categories) > 0 {
			n.admits = map[uint32]bool{}
		}
		for _, id := range l.Categories {
			n.admits[c.categories.of(string(id))] = true
		}
	}
	for i := range c.people {
		n.person(c, c.people[i], 1)
	}
	for _, s := range c.nobody {
		n.scan(s, 1)
	}
	c.count = n
	return n
}

// emptied are the moments since which somebody came who may be inside, by place.
func (c *crowd) emptied(at time.Time) []int64 {
	var all []int64
	for _, l := range c.lists {
		place := int(c.places.of(string(l.ID)))
		all = append(all, make([]int64, max(0, place+1-len(all)))...)
		if t := attendance.Emptied(l, c.seminar, at); !t.IsZero() {
			all[place] = t.Unix()
		}
	}
	return all
}

// person adds somebody, or takes them away.
func (n *count) person(c *crowd, m member, by int) {
	sign := int32(by)
	n.grow(len(c.places.texts))
	arrived := int64(-1)
	for _, s := range m.scans {
		n.scan(s, by)
		switch {
		case !s.ok || s.at >= n.end || n.daily[s.place] && s.at < n.start:
		case s.out:
			n.stands[s.place] &^= standsInside
		case s.at < n.start:
			n.enter(s)
		default:
			n.enter(s)
			n.stands[s.place] |= cameToday
			if n.watches(s) && (arrived < 0 || s.at < arrived) {
				arrived = s.at
			}
		}
	}
	for _, s := range m.scans {
		if n.stands[s.place]&standsInside != 0 {
			n.inside[s.place] += sign
		}
		if n.stands[s.place]&cameToday != 0 {
			n.came[s.place] += sign
		}
		n.stands[s.place] = 0
	}
	expected := m.here && (m.status == seminar.Confirmed || m.status == seminar.Pending && n.pending) && (n.admits == nil || n.admits[m.category])
	for _, group := range []*share{&n.total, n.category.at(m.category), n.delegation.at(m.delegation), n.country.at(m.country)} {
		if expected {
			group.expected += sign
		}
		if arrived >= 0 {
			group.arrived += sign
		}
	}
	if arrived >= 0 {
		n.arrivals[arrived-n.start] += sign
	}
}

// enter puts the person under way inside, unless the hour came since at which everybody leaves.
func (n *count) enter(s packed) {
	if s.at >= n.emptied[s.place] {
		n.stands[s.place] |= standsInside
	}
}

// scan adds a row, or takes it away.
func (n *count) scan(s packed, by int) {
	if s.assumed || s.at < n.start || s.at >= n.end || !n.watches(s) {
		return
	}
	n.scans[s.at-n.start] += int32(by)
	if !s.ok {
		for int(s.reason) >= len(n.refused) {
			n.refused = append(n.refused, 0)
		}
		n.refused[s.reason] += int32(by)
	}
}

// watches says whether a row is of the list that is looked at.
func (n *count) watches(s packed) bool { return n.whole || s.place == n.place }

// grow makes room for lists that came meanwhile.
func (n *count) grow(places int) {
	for len(n.inside) < places {
		n.inside, n.came, n.stands = append(n.inside, 0), append(n.came, 0), append(n.stands, 0)
	}
	for len(n.daily) < places {
		n.daily, n.emptied = append(n.daily, false), append(n.emptied, 0)
	}
}
