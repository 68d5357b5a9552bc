package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// mergedJSON is what a merge came to, as scripts read it.
type mergedJSON struct {
	Attendee  attendeeJSON `json:"attendee"`
	Operation desk.Action  `json:"operation"` // for undo; "" if that was said before
}

func (p *program) mergeCommand() *cobra.Command {
	return command("merge KEEP DROP", "Make two people one; nothing of the second is lost", "attendees merge A-012 A-031", cobra.ExactArgs(2),
		func(ctx context.Context, args []string) error {
			s, keep, drop, err := p.two(ctx, args)
			if err != nil {
				return err
			}
			action, err := p.desk.Merge(ctx, s.ID, keep.AttendeeID, drop.AttendeeID)
			if err != nil {
				return err
			}
			now, err := p.desk.Owner(ctx, s.ID, string(keep.AttendeeID))
			if err != nil {
				return err
			}
			return p.showMerged(ctx, s, now, action)
		})
}

func (p *program) apartCommand() *cobra.Command {
	return command("apart A B", "Say that two people are not one, so that they are not proposed again", "attendees apart A-012 A-031", cobra.ExactArgs(2),
		func(ctx context.Context, args []string) error {
			s, one, other, err := p.two(ctx, args)
			if err != nil {
				return err
			}
			action, err := p.desk.KeepApart(ctx, s.ID, one.AttendeeID, other.AttendeeID)
			if err != nil {
				return err
			}
			return p.showMerged(ctx, s, one, action)
		})
}

// two finds the two people of a command line.
func (p *program) two(ctx context.Context, args []string) (s seminar.Seminar, one, other seminar.RosterRow, err error) {
	if s, one, err = p.whose(ctx, args[0]); err != nil {
		return s, one, other, err
	}
	other, err = p.desk.Owner(ctx, s.ID, args[1])
	return s, one, other, err
}

// showMerged prints the kept attendee and how to undo.
func (p *program) showMerged(ctx context.Context, s seminar.Seminar, r seminar.RosterRow, action desk.Action) error {
	d, err := p.describer(ctx, s)
	if err != nil {
		return err
	}
	m := mergedJSON{d.of(r), action}
	return p.print(m, func(w io.Writer) {
		plainAttendee(w, m.Attendee)
		if action != "" {
			fmt.Fprintf(w, "undo with: lanyardctl undo %s\n", action)
		}
	})
}
