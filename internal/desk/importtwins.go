package desk

import (
	"cmp"
	"context"
	"math"
	"slices"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// ImportTwin is a new person of a file who is probably somebody else: nobody was left out for it.
type ImportTwin struct {
	Row      int            `json:"row"`
	OtherRow int            `json:"other_row"` // 0 for somebody who was here before
	Attendee seminar.ID     `json:"attendee"`  // the other
	Name     string         `json:"name"`
	Score    float64        `json:"score"`
	Reasons  []names.Reason `json:"reasons"`

	Organisation string `json:"organisation"`
}

// crowded is how many people of a seminar are held against each other at an import: it takes seconds, and more than twice as
// long for twice as many.
const crowded = 10_000

// twins looks among the new people for those who are probably here already, or in the file twice.
func (in *importing) twins(ctx context.Context) error {
	in.report.Twins = []ImportTwin{}
	if len(in.rows) == 0 {
		return nil
	}
	n, err := in.Count(ctx, seminar.RosterFilter{SeminarID: in.of})
	if err != nil || n > crowded {
		in.report.TwinsLeft = err == nil
		return err
	}
	fresh := func(id seminar.ID) bool { return in.rows[id] > 0 }
	found, err := duplicates(ctx, in, in.of, fresh, nil)
	for _, v := range found {
		a, b := v.A, v.B
		if in.rows[a.AttendeeID] > in.rows[b.AttendeeID] {
			a, b = b, a
		}
		if in.rows[a.AttendeeID] == in.rows[b.AttendeeID] { // the guests of one row
			continue
		}
		in.report.Twins = append(in.report.Twins, ImportTwin{Row: in.rows[b.AttendeeID], OtherRow: in.rows[a.AttendeeID],
			Attendee: a.AttendeeID, Name: a.Name(), Organisation: a.Organisation, Score: math.Round(v.Score*100) / 100, Reasons: v.Reasons})
	}
	slices.SortStableFunc(in.report.Twins, func(a, b ImportTwin) int { return cmp.Compare(a.Row, b.Row) })
	return err
}
