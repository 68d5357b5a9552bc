package desk

import (
	"context"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// asked is what a kind of certificate asks for.
type asked struct {
	kind       seminar.CertificateKind
	condition  *attendance.Condition
	of         int
	categories []seminar.Category
	byID       map[seminar.ID]seminar.Category
}

// askedBy reads what a kind of a seminar's certificates asks for; "" is the first kind.
func askedBy(ctx context.Context, r Reader, h seminarHours, kind string) (asked, error) {
	a := asked{of: h.of, byID: map[seminar.ID]seminar.Category{}}
	var err error
	if a.kind, err = h.seminar.CertificateKind(kind); err != nil {
		return a, err
	}
	var problem *seminar.Error
	if a.condition, problem = attendance.ParseCondition(a.kind.Condition); problem != nil {
		return a, problem
	}
	if a.condition == nil {
		a.condition = attendance.Usual(h.seminar.Percent)
	}
	if a.categories, err = all[seminar.Category](ctx, r, seminar.EntityCategory, h.seminar.ID); err != nil {
		return a, err
	}
	for _, c := range a.categories {
		a.byID[c.ID] = c
	}
	return a, nil
}

// lacks is all that stands against a certificate for a person, the nearest first.
func (a asked) lacks(p personHours) []*seminar.Error {
	switch p.row.Status {
	case seminar.Cancelled:
		return []*seminar.Error{seminar.Errorf("certificate_cancelled", "The registration was cancelled.")}
	case seminar.Waitlisted:
		return []*seminar.Error{seminar.Errorf("certificate_waitlisted", "Still on the waiting list.")}
	}
	return a.condition.Missing(attendance.Attended{CheckedIn: p.arrived(), Minutes: p.minutes, Of: a.of, Sessions: p.sessions,
		Category: a.byID[p.row.CategoryID], Categories: a.categories})
}

// arrived says that somebody came: by an entry, or by somebody's word. Whoever was noted as present by hand was there, whatever
// the check-ins say.
func (p personHours) arrived() bool {
	if !p.first.IsZero() {
		return true
	}
	for _, s := range p.sessions {
		if s.Corrected && (s.Status == attendance.Present || s.Status == attendance.Late) {
			return true
		}
	}
	return false
}

// attended are the titles of the sessions that count and that somebody was present in.
func (p personHours) attended() []string {
	var titles []string
	for _, s := range p.sessions {
		if s.Session.Counts && (s.Status == attendance.Present || s.Status == attendance.Late) {
			titles = append(titles, s.Session.Title)
		}
	}
	return titles
}

// Conditions says what the first kind of a seminar's certificates asks for, a sentence each. Errors: seminar.CodeNotFound.
func (d *Desk) Conditions(ctx context.Context, of seminar.ID) ([]*seminar.Error, error) {
	return d.ConditionsOf(ctx, of, "")
}

// ConditionsOf says what a kind of certificate asks for, a sentence each. Errors: seminar.CodeNotFound, and the condition's
// own.
func (d *Desk) ConditionsOf(ctx context.Context, of seminar.ID, kind string) ([]*seminar.Error, error) {
	h, _, err := frame(ctx, d, of)
	if err != nil {
		return nil, err
	}
	a, err := askedBy(ctx, d, h, kind)
	if err != nil {
		return nil, err
	}
	everything := attendance.Attended{Of: a.of, Categories: a.categories}
	for _, s := range h.sessions {
		everything.Sessions = append(everything.Sessions, attendance.SessionAttendance{Session: s})
	}
	return a.condition.Asks(everything), nil
}

// checkConditions says what is wrong with the certificates of a seminar.
func checkConditions(s seminar.Seminar) seminar.Problems {
	p := s.CheckCertificates()
	for _, k := range s.Kinds {
		if _, problem := attendance.ParseCondition(k.Condition); problem != nil {
			p = append(p, problem.WithField("certificates"))
		}
	}
	return p
}
