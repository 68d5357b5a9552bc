package reportspage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
)

// mostLines is how much of the journal the log shows, the newest: all of it is in the database.
const mostLines = 5000

// read gives what was done twice over: in the order in which it was and in the report's language, for the log, and by action,
// newest first, in the window's, for the screen.
func (r *report) read(ctx context.Context, asked request) error {
	ops, err := asked.desk.Operations(ctx, desk.OperationFilter{Limit: mostLines})
	if err != nil {
		return err
	}
	ops = desk.Told(ops)
	here := asked.desk.Trail(asked.lang)
	r.acts, err = actsOf(ops, func(o journal.Operation) (string, error) { return here.Sentence(ctx, o) })
	if err != nil {
		return err
	}
	r.summary.Log, err = asked.desk.Trail(asked.options.Lang).Lines(ctx, ops, r.summary.Seminar.Location())
	return err
}
