package programmepage

import (
	"context"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// move brings the session under the cursor one place earlier or later: it changes places with its neighbour.
func (p *Page) move(by int) {
	i, j := p.agenda.at, p.agenda.at+by
	if i < 0 || i >= len(p.sessions) || j < 0 || j >= len(p.sessions) {
		return
	}
	moved := p.sessions[i]
	now := exchanged(p.sessions[min(i, j)], p.sessions[max(i, j)])
	p.stepBy(moved.ID, p.env.Lang.T("programme.moved", "title", moved.Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.SaveSessions(ctx, now)
	})
}

// exchanged are two sessions, the first before the second, that change places, each keeping its length. One after the
// other on a day, they stay in the time that both had, with the pause between them. At the same time, or on two days,
// each takes the other's start; where that is one moment, their order is all that changes.
func exchanged(first, second seminar.Session) []seminar.Session {
	long, short := second.End.Sub(second.Start), first.End.Sub(first.Start)
	start, pause := first.Start, second.Start.Sub(first.End)
	const night = 5 * time.Hour
	switch {
	case first.Start.Equal(second.Start):
		first.Position, second.Position = second.Position, first.Position
		if first.Position == second.Position {
			first.Position++
		}
		return []seminar.Session{first, second}
	case pause < 0 || pause >= night:
		first.Start, second.Start = second.Start, first.Start
	default:
		second.Start = start
		first.Start = start.Add(long + pause)
	}
	first.End, second.End = first.Start.Add(short), second.Start.Add(long)
	return []seminar.Session{first, second}
}
