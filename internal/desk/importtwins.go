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
	if in.report.Created == 0 {
		return nil
	}
	n, err := in.Count(ctx, seminar.RosterFilter{SeminarID: in.of})
	if err != nil || n > crowded {
		in.report.TwinsLeft = err == nil
		return err
	}
	fresh := func(id seminar.ID) bool { return in.claimed[id].new > 0 }
	found, err := duplicates(ctx, in, in.of, fresh, nil)
	for _, v := range found {
		a, b := v.A, v.B
		if in.claimed[a.AttendeeID].new > in.claimed[b.AttendeeID].new {
			a, b = b, a
		}
		if in.claimed[a.AttendeeID].new == in.claimed[b.AttendeeID].new { // the guests of one row
			continue
		}
		in.report.Twins = append(in.report.Twins, ImportTwin{Row: in.claimed[b.AttendeeID].new, OtherRow: in.claimed[a.AttendeeID].new,
			Attendee: a.AttendeeID, Name: a.Name(), Organisation: a.Organisation, Score: math.Round(v.Score*100) / 100, Reasons: v.Reasons})
	}
	slices.SortStableFunc(in.report.Twins, func(a, b ImportTwin) int { return cmp.Compare(a.Row, b.Row) })
	return err
}
