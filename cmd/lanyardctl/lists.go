package main

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// listFlags are the rules of a list as flags.
type listFlags struct {
	seminar.List
	session, frequency, rule string
	categories               []string
}

func (l *listFlags) declare(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&l.Name, "name", "", "the list's name")
	f.StringVar(&l.session, "session", "", "the session that it is for (id or title)")
	f.StringVar(&l.frequency, "frequency", string(seminar.Once), "once, daily or multiple")
	f.BoolVar(&l.ReEntry, "re-entry", true, "admit again after an exit")
	f.StringVar(&l.From, "from", "", "opens: 09:00 (every day), 2025-07-18T09:00, or with an offset")
	f.StringVar(&l.To, "to", "", "closes, inclusive")
	f.IntVar(&l.Tolerance, "tolerance", 0, "minutes that widen both ends")
	f.StringArrayVar(&l.categories, "category", nil, "admit this category only (may be repeated)")
	f.BoolVar(&l.TakesPending, "takes-pending", false, "admit registrations that are still pending")
	f.StringVar(&l.ExitAllAt, "exit-all-at", "", "everybody still inside leaves at this time, as 18:00")
	f.IntVar(&l.Capacity, "capacity", 0, "people inside; 0 is no limit")
	f.StringVar(&l.rule, "rule", "", `a rule as JSON, as {"all":[{"var":"entries_today","op":"<","value":2}]}`)
}

// lay puts the flags that said says were given over a list.
func (p *program) lay(ctx context.Context, l *listFlags, said func(flag string) bool, over *seminar.List) error {
	plain := map[string]func(){
		"name": func() { over.Name = l.Name }, "frequency": func() { over.Frequency = seminar.Frequency(l.frequency) },
		"re-entry": func() { over.ReEntry = l.ReEntry }, "from": func() { over.From = l.From }, "to": func() { over.To = l.To },
		"tolerance": func() { over.Tolerance = l.Tolerance }, "takes-pending": func() { over.TakesPending = l.TakesPending },
		"exit-all-at": func() { over.ExitAllAt = l.ExitAllAt }, "capacity": func() { over.Capacity = l.Capacity },
		"rule": func() { over.Rule = json.RawMessage(l.rule) }}
	for flag, put := range plain {
		if said(flag) {
			put()
		}
	}
	if said("session") {
		id, err := p.sessionID(ctx, over.SeminarID, l.session)
		if err != nil {
			return err
		}
		over.SessionID = id
	}
	if said("category") {
		over.Categories = nil
		for _, name := range l.categories {
			if name == "" { // as --category "": everybody again
				continue
			}
			category, err := p.desk.FindCategory(ctx, over.SeminarID, name)
			if err != nil {
				return err
			}
			over.Categories = append(over.Categories, category.ID)
		}
	}
	return nil
}

func (p *program) listsCommand() *cobra.Command {
	c := listing(p, "lists", "List the check-in lists", shapeList,
		func(ctx context.Context, of seminar.ID) ([]seminar.List, error) { return p.desk.Lists(ctx, of) },
		plainList)
	var l listFlags
	add := adding(p, "Add a check-in list", `lists add --name "Panel 1" --session "Panel 1" --frequency multiple --from 10:45`, shapeList, plainList,
		func(ctx context.Context, s seminar.Seminar) (seminar.List, error) {
			present, err := p.desk.Lists(ctx, s.ID)
			if err != nil {
				return seminar.List{}, err
			}
			now := seminar.List{SeminarID: s.ID, Position: desk.Behind(present, func(v seminar.List) int { return v.Position })}
			if err := p.lay(ctx, &l, func(string) bool { return true }, &now); err != nil {
				return now, err
			}
			done, _, err := p.desk.SaveList(ctx, now)
			return done, err
		})
	l.declare(add)
	c.AddCommand(add, p.editListCommand())
	return c
}

func (p *program) editListCommand() *cobra.Command {
	var l listFlags
	var c *cobra.Command
	c = command("edit LIST", "Change a check-in list (id or name): only what is said", `lists edit "Panel 1" --to 12:30 --capacity 40`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			now, err := p.desk.FindList(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			if err := p.lay(ctx, &l, c.Flags().Changed, &now); err != nil {
				return err
			}
			done, _, err := p.desk.SaveList(ctx, now)
			if err != nil {
				return err
			}
			done = shapeList(done, s)
			return p.print(done, func(w io.Writer) { plainList(w, done) })
		})
	l.declare(c)
	return c
}
