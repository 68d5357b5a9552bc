package desk

import (
	"context"
	"strconv"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// condition is one thing that a certificate asks for.
type condition struct {
	asks  *seminar.Error                     // the sentence that says so; nil for what goes without saying
	fails func(p personHours) *seminar.Error // why somebody does not meet it, nil for who does
}

// conditions are what a certificate of a seminar asks for, all of it; of is how many minutes its sessions that count
// have. Where none counts, a share of them is not asked for.
func conditions(s seminar.Seminar, of int) []condition {
	all := []condition{{fails: registered},
		{seminar.Errorf("certificate_asks_checkin", "Checked in, or noted as present by hand."), arrived}}
	switch {
	case s.Percent <= 0:
		return all
	case of == 0:
		return append(all, condition{seminar.Errorf("certificate_asks_nothing_counts",
			"No session counts towards attendance yet, so that {needed} % of them are not asked for.").
			WithArg("needed", strconv.Itoa(s.Percent)), func(personHours) *seminar.Error { return nil }})
	}
	return append(all, condition{seminar.Errorf("certificate_asks_hours", "Attended {needed} % of the sessions that count: {minutes} of {of} minutes.").
		WithArg("needed", strconv.Itoa(s.Percent)).WithArg("minutes", strconv.Itoa((s.Percent*of+99)/100)).WithArg("of", strconv.Itoa(of)),
		func(p personHours) *seminar.Error { return attended(p, s.Percent, of) }})
}

func registered(p personHours) *seminar.Error {
	switch p.row.Status {
	case seminar.Cancelled:
		return seminar.Errorf("certificate_cancelled", "The registration was cancelled.")
	case seminar.Waitlisted:
		return seminar.Errorf("certificate_waitlisted", "Still on the waiting list.")
	}
	return nil
}

// arrived asks for an entry, or for somebody's word: whoever was noted as present was there, whatever the check-ins say.
func arrived(p personHours) *seminar.Error {
	if !p.first.IsZero() {
		return nil
	}
	for _, s := range p.sessions {
		if s.Corrected && (s.Status == attendance.Present || s.Status == attendance.Late) {
			return nil
		}
	}
	return seminar.Errorf("certificate_absent", "Never checked in.")
}

func attended(p personHours, needed, of int) *seminar.Error {
	if p.minutes*100 >= needed*of {
		return nil
	}
	return seminar.Errorf("certificate_hours", "Attended {percent} % of the sessions that count; {needed} % are needed.").
		WithArg("percent", strconv.Itoa(percent(p.minutes, of))).WithArg("needed", strconv.Itoa(needed))
}

// notEligible is the first thing that stands against a certificate, or nil.
func notEligible(all []condition, p personHours) *seminar.Error {
	for _, c := range all {
		if why := c.fails(p); why != nil {
			return why
		}
	}
	return nil
}

// Conditions says what a certificate of a seminar asks for, a sentence each; all of it must hold. Errors:
// seminar.CodeNotFound.
func (d *Desk) Conditions(ctx context.Context, of seminar.ID) ([]*seminar.Error, error) {
	h, _, err := frame(ctx, d, of)
	if err != nil {
		return nil, err
	}
	var asked []*seminar.Error
	for _, c := range conditions(h.seminar, h.of) {
		if c.asks != nil {
			asked = append(asked, c.asks)
		}
	}
	return asked, nil
}
