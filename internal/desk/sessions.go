package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Sessions gives the programme of a seminar in its order: by start, then position.
func (d *Desk) Sessions(ctx context.Context, of seminar.ID) ([]seminar.Session, error) {
	all, err := all[seminar.Session](ctx, d, seminar.EntitySession, of)
	sortSessions(all)
	return all, err
}

// SaveSession adds a session (with no id) or changes one.
func (d *Desk) SaveSession(ctx context.Context, s seminar.Session) (seminar.Session, Action, error) {
	s.ID = orNew(s.ID)
	s.Start, s.End = s.Start.UTC().Truncate(time.Second), s.End.UTC().Truncate(time.Second)
	action, err := save(ctx, d, seminar.EntitySession, s.ID, s, ValidateSession(s))
	return s, action, err
}

// ValidateSession says what is wrong with a session.
func ValidateSession(s seminar.Session) seminar.Problems {
	p := named(s.Title, "title")
	if s.Start.IsZero() {
		p = append(p, seminar.Errorf(seminar.CodeRequired, "The session needs a start.").WithField("start"))
	}
	if !s.End.After(s.Start) {
		p = append(p, seminar.Errorf("time_order", "The session must end after it starts.").WithField("end"))
	}
	if s.Capacity < 0 {
		p = append(p, seminar.Errorf("number", "The capacity is a number of people, or 0 for no limit.").WithField("capacity"))
	}
	if kinds := seminar.SessionKinds(); !slices.Contains(kinds, s.Kind) {
		var names []string
		for _, k := range kinds {
			names = append(names, string(k))
		}
		p = append(p, seminar.Errorf("session_kind", "“{value}” is not a kind of session. The kinds are {kinds}.").
			WithArg("value", string(s.Kind)).WithArg("kinds", strings.Join(names, ", ")).WithField("kind"))
	}
	return p
}

// SaveSessions changes several sessions as one action, such as two that change places.
func (d *Desk) SaveSessions(ctx context.Context, sessions []seminar.Session) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	for _, s := range sessions {
		if err := ValidateSession(s).OrNil(); err != nil {
			return "", err
		}
	}
	return d.write(ctx, func(c *change) error {
		for _, s := range sessions {
			before, err := get[seminar.Session](ctx, c, seminar.EntitySession, s.ID)
			if err != nil {
				return err
			}
			if _, err := c.set(ctx, seminar.EntitySession, s.ID, before, s); err != nil {
				return err
			}
		}
		return nil
	})
}
