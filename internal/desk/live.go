package desk

import (
	"context"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// LiveView says what is counted for the live view.
type LiveView struct {
	Day  string     // 2006-01-02 in the seminar's zone; "" is today if the seminar runs or anybody was let in, or else the last day on which somebody was
	List seminar.ID // "" is the seminar as a whole: the first entry on any list
}

// Live is how one day of a seminar stands: people who have arrived, rooms, and the pace of the desks. Arrivals are people,
// at their first accepted entry of the day; scans are rows. Rows that were undone are neither.
type Live struct {
	Seminar seminar.Seminar
	Day     time.Time    // its first moment, in the seminar's zone
	Today   bool         // the day is today: what is about the last minutes has a meaning
	Days    []time.Time  // that can be chosen: those of the seminar and any other with scans, in order
	List    seminar.List // that was chosen; its ID is "" for the seminar as a whole
	Lists   []seminar.List

	Expected   int // confirmed registrations that the list admits (pending too if it takes them)
	Arrived    int
	Inside     int // on the list; of the seminar as a whole those of its first list, as in the report
	LastMinute int // arrivals of the last sixty seconds

	Arrivals     []document.Arrivals // by LiveSpan, from the first arrival to the last, gaps included
	ByCategory   []document.Group    // the most expected first, so that a line keeps its place while people arrive
	ByCountry    []document.Group    // by country code
	ByDelegation []document.Group
	Rooms        []LiveRoom
	Pace         LivePace
}

// LiveSpan is the width of a column of arrivals.
const LiveSpan = arrivalSpan

// LiveRoom is a list with who is inside: at the end of the day, or now if the day is today.
type LiveRoom struct {
	List     seminar.List
	Room     string // of the list's session
	Inside   int
	Arrived  int // that day
	Capacity int // of the list, or of its session; 0 is no limit
}

// Fullness is how full a room is.
type Fullness int

// How full a room can be: from NearlyFull on it warns.
const (
	Free       Fullness = iota
	NearlyFull          // 90 % of the places are taken
	Full
)

// Fullness says whether a room warns. A room without a limit never does.
func (r LiveRoom) Fullness() Fullness {
	switch {
	case r.Capacity <= 0 || r.Inside*10 < r.Capacity*9:
		return Free
	case r.Inside < r.Capacity:
		return NearlyFull
	}
	return Full
}

// LivePace is how fast the desks worked that day: every scan, refused ones and exits too, but not exits that a rule
// supplied.
type LivePace struct {
	Scans       int
	First, Last time.Time // zero without scans
	// Busiest and Slowest are the hours of the clock with the most and the fewest scans. Hours without any do not count,
	// nor does the hour that is not over yet while there are others. Count is 0 without scans.
	Busiest, Slowest document.Arrivals
	Average, Median  time.Duration // between two scans; 0 with fewer than two
	PerMinute        float64       // over the last ten minutes
	Refused          int
	RefusedBy        []document.Count // by reason, the most frequent first
}

// Live counts once. Whoever wants to know again follows: see Follow.
func (d *Desk) Live(ctx context.Context, of seminar.ID, v LiveView) (Live, error) {
	f := d.Follow(of)
	if _, err := f.Update(ctx); err != nil {
		return Live{}, err
	}
	return f.Live(v)
}
