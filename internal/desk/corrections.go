package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// correctionsOf gives the corrections of a seminar by attendee and session. What was written of somebody who was merged
// into another holds for that one, where nothing was written of them.
func correctionsOf(ctx context.Context, r Reader, of seminar.ID) (map[seminar.ID]map[seminar.ID]seminar.Correction, error) {
	list, err := all[seminar.Correction](ctx, r, seminar.EntityCorrection, of)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	by := map[seminar.ID]map[seminar.ID]seminar.Correction{}
	for _, c := range list {
		ids, err := r.Aliases(ctx, c.AttendeeID)
		if err != nil {
			return nil, err
		}
		who := ids[0]
		if by[who] == nil {
			by[who] = map[seminar.ID]seminar.Correction{}
		}
		if _, written := by[who][c.SessionID]; !written || c.AttendeeID == who {
			by[who][c.SessionID] = c
		}
	}
	return by, nil
}

// Correct writes by hand how somebody attended a session, over what the check-ins say, and over an earlier correction.
func (d *Desk) Correct(ctx context.Context, v seminar.Correction) (Action, error) {
	if err := d.Require(ctx, seminar.RightStatus); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		session, err := get[seminar.Session](ctx, c, seminar.EntitySession, v.SessionID)
		if err != nil {
			return err
		}
		who, err := person(ctx, c, session.SeminarID, v.AttendeeID)
		if err != nil {
			return err
		}
		v.AttendeeID, v.SeminarID, v.Removed = who.Attendee.ID, session.SeminarID, false
		if err := validateCorrection(v, session).OrNil(); err != nil {
			return err
		}
		return c.correct(ctx, v)
	})
}

// TakeBack gives the check-ins their say again about somebody in a session; nothing changes if there is no correction.
func (d *Desk) TakeBack(ctx context.Context, session, attendee seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightStatus); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		ids, err := c.Aliases(ctx, attendee)
		for _, id := range ids {
			var v seminar.Correction
			here := false
			if err == nil {
				here, err = c.Get(ctx, seminar.EntityCorrection, seminar.CorrectionID(session, id), &v)
			}
			if err == nil && here {
				v.Removed = true
				err = c.correct(ctx, v)
			}
		}
		return err
	})
}

func (c *change) correct(ctx context.Context, v seminar.Correction) error {
	v.ID = seminar.CorrectionID(v.SessionID, v.AttendeeID)
	var before seminar.Correction
	here, err := c.Get(ctx, seminar.EntityCorrection, v.ID, &before)
	if err != nil {
		return err
	}
	if !here { // a correction that was taken back is still there, as removed: all of it is said anew
		before = seminar.Correction{Removed: true}
	}
	_, err = c.set(ctx, seminar.EntityCorrection, v.ID, before, v)
	return err
}

func validateCorrection(v seminar.Correction, s seminar.Session) seminar.Problems {
	var p seminar.Problems
	statuses := []attendance.Status{attendance.Present, attendance.Late, attendance.Excused, attendance.Absent}
	if !slices.Contains(statuses, attendance.Status(v.Status)) {
		p = append(p, seminar.Errorf("attendance_status", "“{value}” is not a way to attend. It is present, late, excused or absent.").
			WithArg("value", v.Status).WithField("status"))
	}
	there := v.Status == string(attendance.Present) || v.Status == string(attendance.Late)
	most := int(s.End.Sub(s.Start) / time.Minute)
	if !there {
		most = 0
	}
	if strings.TrimSpace(v.Why) == "" { // it overrules what was measured: whoever reads it later must know by what right
		p = append(p, seminar.Errorf("attendance_why", "Say why, in a few words.").WithField("why"))
	}
	if v.Minutes < 0 || v.Minutes > most {
		p = append(p, seminar.Errorf("attendance_minutes", "The minutes are a number from 0 to {most}.").
			WithArg("most", strconv.Itoa(most)).WithField("minutes"))
	}
	return p
}
