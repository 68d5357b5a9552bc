package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Initiatives gives the proposals put forward in a seminar. Who was merged is the kept person.
func (d *Desk) Initiatives(ctx context.Context, of seminar.ID) ([]seminar.Initiative, error) {
	list, err := all[seminar.Initiative](ctx, d, seminar.EntityInitiative, of)
	for i, v := range list {
		if err != nil || v.AttendeeID == "" {
			continue
		}
		var person []seminar.ID
		if person, err = d.Aliases(ctx, v.AttendeeID); err == nil {
			list[i].AttendeeID = person[0]
		}
	}
	return list, err
}

// SaveInitiative adds an initiative (with no id), behind those that are there, or changes one. Without a status it is
// proposed. Whoever works at a desk may: it is written down while a session goes on. Somebody who is registered brings
// their name with them, and where nothing is said of it, the delegation too.
func (d *Desk) SaveInitiative(ctx context.Context, v seminar.Initiative) (seminar.Initiative, Action, error) {
	v.ID = orNew(v.ID)
	if v.Status == "" {
		v.Status = seminar.Proposed
	}
	v.Title, v.Theme, v.By = strings.TrimSpace(v.Title), strings.TrimSpace(v.Theme), strings.TrimSpace(v.By)
	if err := ValidateInitiative(v).OrNil(); err != nil {
		return v, "", err
	}
	action, err := d.write(ctx, func(c *change) error {
		var before seminar.Initiative
		here, err := c.Get(ctx, seminar.EntityInitiative, v.ID, &before)
		if err != nil {
			return err
		}
		if v.AttendeeID != "" && v.AttendeeID != before.AttendeeID {
			f, err := person(ctx, c, v.SeminarID, v.AttendeeID)
			if err != nil {
				return err
			}
			v.AttendeeID, v.By = f.Attendee.ID, f.Attendee.Formal()
			if !here && v.DelegationID == "" {
				v.DelegationID = f.Registration.DelegationID
			}
		}
		if !here && v.Position == 0 {
			present, err := all[seminar.Initiative](ctx, c, seminar.EntityInitiative, v.SeminarID)
			if err != nil {
				return err
			}
			v.Position = Behind(present, func(v seminar.Initiative) int { return v.Position })
		}
		_, err = c.set(ctx, seminar.EntityInitiative, v.ID, before, v)
		return err
	})
	return v, action, err
}

// SetInitiativeStatus says what became of an initiative.
func (d *Desk) SetInitiativeStatus(ctx context.Context, id seminar.ID, status seminar.InitiativeStatus) (Action, error) {
	v, err := get[seminar.Initiative](ctx, d, seminar.EntityInitiative, id)
	if err != nil {
		return "", err
	}
	v.Status = status
	_, action, err := d.SaveInitiative(ctx, v)
	return action, err
}

// ValidateInitiative says what is wrong with an initiative.
func ValidateInitiative(v seminar.Initiative) seminar.Problems {
	p := named(v.Title, "title")
	if len([]rune(v.Title)) > longestText {
		p = append(p, seminar.Errorf("text_too_long", "This text is longer than 2,000 letters.").WithField("title"))
	}
	if !slices.Contains(seminar.InitiativeStatuses(), v.Status) {
		p = append(p, seminar.Errorf("initiative_status", "“{value}” is not what becomes of an initiative: proposed, supported, adopted or referred.").
			WithArg("value", string(v.Status)).WithField("status"))
	}
	return p
}

// Running is the session in which something is put forward at a moment: the one that goes on, of several the one that began
// last; between two, the one that is over, in which it may just have been. It is of the same day, and never a break.
func Running(sessions []seminar.Session, s seminar.Seminar, at time.Time) (found seminar.Session, ok bool) {
	day, on := at.In(s.Location()).Format(time.DateOnly), false
	for _, v := range sessions {
		if v.Kind == seminar.KindBreak || v.Start.After(at) || v.Start.In(s.Location()).Format(time.DateOnly) != day {
			continue
		}
		goes := at.Before(v.End)
		if !ok || goes && !on || goes == on && v.Start.After(found.Start) {
			found, on, ok = v, goes, true
		}
	}
	return found, ok
}
