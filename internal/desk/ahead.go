package desk

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/seminar"
)

// Ahead gives the session that is under way at a moment and the one after it, of those that a category may enter; nil
// where there is none. Of sessions side by side it is the one that comes first in the programme.
func (d *Desk) Ahead(ctx context.Context, of seminar.ID, category seminar.Category, at time.Time) (now, next *seminar.Session, err error) {
	sessions, err := d.Sessions(ctx, of)
	for i, s := range sessions {
		if len(category.Sessions) > 0 && !slices.Contains(category.Sessions, s.ID) {
			continue
		}
		switch {
		case s.Start.After(at):
			return now, &sessions[i], err
		case now == nil && s.End.After(at):
			now = &sessions[i]
		}
	}
	return now, nil, err
}
