// Package blueprint is a seminar without its people: what a new one is made of. It is what a clone carries over, and what stands in
// the file of a seminar's template. In a file nothing has an id of the workspace: things name each other by keys that begin with "@".
package blueprint

import (
	"encoding/json"
	"time"

	"lanyard/internal/seminar"
)

// Schema is the form of the file that this version writes.
const Schema = 1

// Blueprint is a seminar without its people, its dates and its keys.
type Blueprint struct {
	Schema      int                  `json:"schema"`
	ID          string               `json:"id,omitempty"`         // of one that comes with Lanyard
	Days        int                  `json:"days"`                 // of the seminar
	EraseDays   int                  `json:"erase_days,omitempty"` // after the last day: when the people are to be anonymised
	Seminar     seminar.Seminar      `json:"seminar"`              // without what is above, and without ids
	Sessions    []Session            `json:"sessions,omitempty"`
	Categories  []seminar.Category   `json:"categories,omitempty"`
	Delegations []seminar.Delegation `json:"delegations,omitempty"`
	Lists       []seminar.List       `json:"lists,omitempty"` // From and To as "day 2 09:00", or "09:00" for every day
	Questions   []seminar.Question   `json:"questions,omitempty"`
	Templates   []json.RawMessage    `json:"templates,omitempty"` // files of badges' and certificates' templates
	Pictures    map[string][]byte    `json:"pictures,omitempty"`  // logo, signature, background
}

// Session is a block of the programme on a day of the seminar, from 1, whichever date that is.
type Session struct {
	ID       seminar.ID          `json:"id,omitempty"`
	Position int                 `json:"position,omitempty"`
	Title    string              `json:"title"`
	Kind     seminar.SessionKind `json:"kind"`
	Room     string              `json:"room,omitempty"`
	Day      int                 `json:"day"`
	Start    string              `json:"start"` // 15:04
	End      string              `json:"end"`   // 15:04, of the next day if it is not after the start
	Capacity int                 `json:"capacity,omitempty"`
	Counts   bool                `json:"counts,omitempty"`
}

const clock = "15:04"

// SessionOf takes a session off its date. One that lasts longer than a day ends after one.
func SessionOf(v seminar.Session, of seminar.Seminar) Session {
	zone := of.Location()
	start, end := v.Start.In(zone), v.End.In(zone)
	return Session{v.ID, v.Position, v.Title, v.Kind, v.Room, between(of.Start, start.Format(time.DateOnly)) + 1,
		start.Format(clock), end.Format(clock), v.Capacity, v.Counts}
}

// On puts a session on the date that its day has in a seminar.
func (v Session) On(of seminar.Seminar) seminar.Session {
	zone := of.Location()
	at := func(day int, text string) time.Time {
		t, _ := time.ParseInLocation(time.DateOnly+" "+clock, on(of.Start, day)+" "+text, zone) // Check has read them
		return t
	}
	start, end := at(v.Day, v.Start), at(v.Day, v.End)
	if !end.After(start) {
		end = at(v.Day+1, v.End)
	}
	return seminar.Session{ID: v.ID, SeminarID: of.ID, Position: v.Position, Title: v.Title, Kind: v.Kind, Room: v.Room, Start: start, End: end,
		Capacity: v.Capacity, Counts: v.Counts}
}

// between is how many days lie between two dates as 2006-01-02.
func between(from, to string) int {
	a, _ := time.Parse(time.DateOnly, from)
	b, _ := time.Parse(time.DateOnly, to)
	return int(b.Sub(a).Hours() / 24)
}

// on is the date of a day, from 1.
func on(start string, day int) string {
	t, _ := time.Parse(time.DateOnly, start)
	return t.AddDate(0, 0, day-1).Format(time.DateOnly)
}

// DaysOf is how many days a seminar has.
func DaysOf(s seminar.Seminar) int { return between(s.Start, s.End) + 1 }

// EraseDaysOf is how long after its last day the people of a seminar are to be anonymised; 0 where that was not said.
func EraseDaysOf(s seminar.Seminar) int {
	if s.EraseAfter == "" {
		return 0
	}
	return max(0, between(s.End, s.EraseAfter))
}

// Erases is the day after which the people of a seminar are to be anonymised, so many days after its last.
func Erases(end string, days int) string { return on(end, days+1) }

// LastDay is the last day of a seminar of so many days.
func LastDay(start string, days int) string { return on(start, max(1, days)) }

// Renamed is a thing with every text that is an id (or a key) exchanged for another, wherever in it one stands.
func Renamed[T any](thing T, ids map[string]string) (T, error) {
	var now T
	data, err := json.Marshal(thing)
	if err != nil {
		return now, err
	}
	tree, err := decode(data)
	if err != nil {
		return now, err
	}
	if data, err = json.Marshal(renamed(tree, ids)); err != nil {
		return now, err
	}
	return now, json.Unmarshal(data, &now)
}

func renamed(v any, ids map[string]string) any {
	switch v := v.(type) {
	case string:
		if id, known := ids[v]; known {
			return id
		}
	case []any:
		for i := range v {
			v[i] = renamed(v[i], ids)
		}
	case map[string]any:
		now := make(map[string]any, len(v))
		for k, one := range v {
			if id, known := ids[k]; known {
				k = id
			}
			now[k] = renamed(one, ids)
		}
		return now
	}
	return v
}
