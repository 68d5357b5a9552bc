package reportspage

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// mostLines is how much of the journal the log shows, the newest: all of it is in the database.
const mostLines = 5000

// read gives what was done twice over: in the order in which it was, for the log, and by action, newest first, for the
// screen; each with the person it was about.
func read(ctx context.Context, d *desk.Desk, l *i18n.Lang, s document.Summary) ([]document.LogLine, []act, error) {
	ops, err := d.Operations(ctx, desk.OperationFilter{Limit: mostLines})
	if err != nil {
		return nil, nil, err
	}
	ops = desk.Told(ops)
	names, err := named(ctx, d, s)
	if err != nil {
		return nil, nil, err
	}
	acts := actsOf(ops, func(o journal.Operation) string { return said(l, o, names) })
	slices.Reverse(ops)
	all := make([]document.LogLine, len(ops))
	for i, o := range ops {
		all[i] = document.LogLine{When: o.Wall.In(s.Seminar.Location()), Who: o.Operator, Desk: o.Desk, What: said(l, o, names)}
	}
	return all, acts, nil
}

// told is what the log reads in the body of an operation: every kind has some of it.
type told struct {
	Attendee     seminar.ID          `json:"attendee"`
	Registration seminar.ID          `json:"registration"`
	Keep         seminar.ID          `json:"keep"`
	Apart        bool                `json:"apart"`
	Name         string              `json:"name"`
	Title        string              `json:"title"`
	File         string              `json:"file"`
	Type         seminar.CheckinType `json:"type"`
	Successful   bool                `json:"successful"`
	Reason       string              `json:"reason"`
	Forced       bool                `json:"forced"`
	ForcedCode   seminar.ForceReason `json:"forced_code"`
	ForcedWhy    string              `json:"forced_why"`
}

// said is an operation in words, with the person or the thing that it is about.
func said(l *i18n.Lang, o journal.Operation, names map[seminar.ID]string) string {
	var t told
	if o.Kind != journal.KindUndo && len(o.Body) > 0 && json.Unmarshal(o.Body, &t) != nil {
		t = told{} // the words of the kind alone, for a body that a newer version wrote
	}
	key := "reports.log." + string(o.Kind)
	switch {
	case o.Kind == journal.KindOf(seminar.EntityCheckin, journal.Add) && !t.Successful:
		key = "reports.log.refused"
	case o.Kind == journal.KindOf(seminar.EntityCheckin, journal.Add) && t.Forced:
		key = "reports.log.forced"
	case o.Kind == journal.KindOf(seminar.EntityCheckin, journal.Add) && t.Type == seminar.Exit:
		key = "reports.log.exit"
	case t.Apart:
		key = "reports.log.apart"
	}
	what := string(o.Kind)
	if l.Has(key) {
		what = l.T(key)
	}
	about := cmp.Or(names[o.Subject], names[t.Attendee], names[t.Registration], names[t.Keep], t.Title, t.Name, t.File)
	if about != "" {
		what += ": " + about
	}
	if reason := "common.reason." + t.Reason; t.Reason != "" && l.Has(reason) {
		what += " (" + l.T(reason) + ")"
	}
	if why := "common.force." + string(t.ForcedCode); t.ForcedCode != "" && l.Has(why) {
		what += " (" + l.T(why) + ")"
	} else if t.ForcedWhy != "" {
		what += " (" + t.ForcedWhy + ")"
	}
	return what
}
