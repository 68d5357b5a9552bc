package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// operationJSON is an operation as scripts read it.
type operationJSON struct {
	ID       string          `json:"id"`
	Desk     string          `json:"desk"`
	Wall     string          `json:"wall"`
	Operator string          `json:"operator"`
	Kind     journal.Kind    `json:"kind"`
	Subject  seminar.ID      `json:"subject"`
	Batch    string          `json:"batch"`
	Undone   bool            `json:"undone"`
	Nonce    string          `json:"nonce,omitempty"`
	Body     json.RawMessage `json:"body"`
}

func (p *program) operation(ctx context.Context, o journal.Operation) (operationJSON, error) {
	undone, err := p.desk.Undone(ctx, o.ID)
	j := operationJSON{ID: o.ID, Desk: o.Desk, Wall: o.Wall.UTC().Format(time.RFC3339), Operator: o.Operator,
		Kind: o.Kind, Subject: o.Subject, Batch: o.Batch, Undone: undone, Body: hideKeys(o)}
	if o.Kind == journal.KindOf(seminar.EntityCheckin, journal.Add) {
		var scan struct{ Nonce string }
		if json.Unmarshal(o.Body, &scan) == nil {
			j.Nonce = scan.Nonce
		}
	}
	return j, err
}

// hideKeys leaves a seminar's keys out of what is printed: whoever has them can make badges.
func hideKeys(o journal.Operation) json.RawMessage {
	if o.Kind != journal.KindOf(seminar.EntitySeminar, journal.Set) {
		return o.Body
	}
	fields, err := journal.FieldsOf(o.Body)
	if err != nil {
		return nil
	}
	delete(fields, "code_key")
	delete(fields, "sign_key")
	body, err := fields.Document()
	if err != nil {
		return nil
	}
	return body
}

func plainOperation(w io.Writer, o operationJSON) {
	mark := ""
	if o.Undone {
		mark = "undone"
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", o.ID, o.Wall, o.Desk, o.Operator, o.Kind, o.Subject, mark)
}

func (p *program) undoCommand() *cobra.Command {
	var why string
	c := command("undo OPERATION", "Undo an operation, or the whole action that it began", "undo 0198-… --why mistake",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			o, spared, err := p.desk.UndoSparing(ctx, args[0], why)
			if err != nil {
				return err
			}
			j, err := p.operation(ctx, o)
			if err != nil {
				return err
			}
			kept, err := p.kept(ctx, spared)
			if err != nil {
				return err
			}
			return p.print(struct {
				operationJSON
				Kept []keptJSON `json:"kept,omitempty"`
			}{j, kept}, func(w io.Writer) {
				plainOperation(w, j)
				if len(kept) > 0 {
					fmt.Fprintf(w, "%d kept\n", len(kept))
					plainKept(w, kept)
				}
			})
		})
	c.Flags().StringVar(&why, "why", "", "the reason, for the audit trail")
	return c
}

func (p *program) logCommand() *cobra.Command {
	var subject string
	var limit int
	c := command("log", "The audit trail, newest first", "log --limit 20", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			if limit < 0 {
				return usage(fmt.Errorf("--limit is a number of operations, or 0 for all of them"))
			}
			of, err := p.subject(ctx, subject)
			if err != nil {
				return err
			}
			ops, err := p.desk.Operations(ctx, desk.OperationFilter{Subject: of, Limit: limit})
			if err != nil {
				return err
			}
			if of != "" && len(ops) == 0 {
				return seminar.NotFound("operation", subject)
			}
			all := make([]operationJSON, len(ops))
			for i, o := range ops {
				if all[i], err = p.operation(ctx, o); err != nil {
					return err
				}
			}
			return list(p, all, plainOperation)
		})
	c.Flags().StringVar(&subject, "subject", "", "only what happened to this thing (its id; a person's badge code or number too)")
	c.Flags().IntVar(&limit, "limit", 50, "operations; 0 is all of them")
	return c
}

// subject is the id of what the audit trail is asked about.
func (p *program) subject(ctx context.Context, name string) (seminar.ID, error) {
	if name == "" {
		return "", nil
	}
	owners, err := p.desk.Codes(ctx, name)
	if err != nil || len(owners) == 0 {
		return seminar.ID(name), err
	}
	return owners[0].AttendeeID, nil
}

// hoursJSON is what one person attended, as scripts read it.
type hoursJSON struct {
	Attendee seminar.ID    `json:"attendee"`
	Name     string        `json:"name"`
	Sessions []sessionJSON `json:"sessions"`
	Minutes  int           `json:"minutes"`
	Percent  int           `json:"percent"`
}

type sessionJSON struct {
	ID        seminar.ID        `json:"id"`
	Minutes   int               `json:"minutes"`
	Status    attendance.Status `json:"status"`
	Assumed   bool              `json:"assumed"`
	Corrected bool              `json:"corrected"`
}

func (p *program) attendanceCommand() *cobra.Command {
	var session string
	c := command("attendance", "Minutes and status per person", `attendance --session "Panel 1" --json`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			only, err := p.sessionID(ctx, s.ID, session)
			if err != nil {
				return err
			}
			people, err := p.desk.Attendance(ctx, s.ID)
			if err != nil {
				return err
			}
			all := make([]hoursJSON, len(people))
			for i, h := range people {
				all[i] = hoursJSON{Attendee: h.Row.AttendeeID, Name: h.Row.Name(), Minutes: h.Minutes, Percent: h.Percent,
					Sessions: []sessionJSON{}}
				for _, a := range h.Sessions {
					if only == "" || only == a.Session.ID {
						all[i].Sessions = append(all[i].Sessions, sessionJSON{a.Session.ID, a.Minutes, a.Status, a.Assumed, a.Corrected})
					}
				}
			}
			return list(p, all, func(w io.Writer, h hoursJSON) {
				fmt.Fprintf(w, "%s\t%s\t%d min\t%d %%\n", h.Attendee, h.Name, h.Minutes, h.Percent)
			})
		})
	c.Flags().StringVar(&session, "session", "", "one session (id or title)")
	c.AddCommand(p.correctCommand(), p.takeBackCommand())
	return c
}
