package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// quotaJSON is a quota as scripts read it.
type quotaJSON struct {
	Of      seminar.Entity `json:"of"` // seminar, category, delegation
	ID      seminar.ID     `json:"id"`
	Name    string         `json:"name"`
	Places  int            `json:"places"`
	Taken   int            `json:"taken"`
	Waiting int            `json:"waiting"`
	Over    int            `json:"over"`
}

// waiterJSON is somebody on the waiting list.
type waiterJSON struct {
	Position int          `json:"position"`
	Since    string       `json:"since"`
	Attendee attendeeJSON `json:"attendee"`
}

// movedJSON is somebody who moved up from it.
type movedJSON struct {
	At       string       `json:"at"`
	Told     bool         `json:"told"`
	Attendee attendeeJSON `json:"attendee"`
}

// waitingJSON is all there is to know of the places of a seminar.
type waitingJSON struct {
	Quotas  []quotaJSON  `json:"quotas"`
	Waiting []waiterJSON `json:"waiting"`
	MovedUp []movedJSON  `json:"moved_up"` // who has the place still, those who are to be told first
}

// waitingCommand shows the waiting list, and what belongs to it.
func (p *program) waitingCommand() *cobra.Command {
	c := command("waiting", "The waiting list, the quotas, and who moved up", "waiting --json", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		answer, err := p.waitingOf(ctx, s)
		if err != nil {
			return err
		}
		return p.print(answer, func(w io.Writer) {
			for _, q := range answer.Quotas {
				fmt.Fprintf(w, "%s\t%s\t%d/%d\t%d\n", q.Of, q.Name, q.Taken, q.Places, q.Waiting)
			}
			for _, v := range answer.Waiting {
				fmt.Fprintf(w, "%d\t%s\t%s\n", v.Position, v.Attendee.BadgeNumber, v.Attendee.GivenName+" "+v.Attendee.FamilyName)
			}
			for _, v := range answer.MovedUp {
				if !v.Told {
					fmt.Fprintf(w, "!\t%s\t%s\t%s\n", v.Attendee.BadgeNumber, v.Attendee.GivenName+" "+v.Attendee.FamilyName, v.At)
				}
			}
		})
	})
	c.AddCommand(p.toldCommand(), p.moveUpCommand())
	return c
}

func (p *program) waitingOf(ctx context.Context, s seminar.Seminar) (waitingJSON, error) {
	answer := waitingJSON{[]quotaJSON{}, []waiterJSON{}, []movedJSON{}}
	quotas, err := p.desk.Quotas(ctx, s.ID)
	if err != nil {
		return answer, err
	}
	for _, q := range quotas {
		answer.Quotas = append(answer.Quotas, quotaJSON{q.Of, q.ID, q.Name, q.Places, q.Taken, q.Waiting, q.Over()})
	}
	d, err := p.describer(ctx, s)
	if err != nil {
		return answer, err
	}
	written := func(t time.Time) string { return t.In(s.Location()).Format(time.RFC3339) }
	waiting, err := p.desk.WaitingList(ctx, s.ID)
	if err != nil {
		return answer, err
	}
	for _, v := range waiting {
		answer.Waiting = append(answer.Waiting, waiterJSON{v.Position, written(v.Since), d.of(v.Row)})
	}
	moved, err := p.desk.MovedUpList(ctx, s.ID)
	for _, v := range moved {
		answer.MovedUp = append(answer.MovedUp, movedJSON{written(v.At), v.Told, d.of(v.Row)})
	}
	return answer, err
}

func (p *program) moveUpCommand() *cobra.Command {
	return command("move", "Give free places to those who wait, which every change does by itself", "waiting move", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if err := p.open(ctx); err != nil {
			return err
		}
		moved, err := p.desk.MoveUp(ctx)
		if err != nil {
			return err
		}
		type mover struct {
			ID      seminar.ID `json:"id"`
			Seminar seminar.ID `json:"seminar"`
			Name    string     `json:"name"`
		}
		var all []mover
		for _, m := range moved {
			all = append(all, mover{m.AttendeeID, m.SeminarID, m.Name})
		}
		return list(p, all, func(w io.Writer, m mover) { fmt.Fprintf(w, "%s\t%s\n", m.ID, m.Name) })
	})
}

func (p *program) toldCommand() *cobra.Command {
	return p.onSeveral("told ID…", "Record that people who moved up were told", "waiting told A-012", func(ctx context.Context, of seminar.ID, ids []seminar.ID) (any, error) {
		action, err := p.desk.SayTold(ctx, of, ids)
		return map[string]any{"told": len(ids), "operation": action}, err
	})
}

// onSeveral is a command that does one thing to several people.
func (p *program) onSeveral(use, short, example string, do func(context.Context, seminar.ID, []seminar.ID) (any, error)) *cobra.Command {
	return command(use, short, example, cobra.MinimumNArgs(1), func(ctx context.Context, args []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		var ids []seminar.ID
		for _, one := range args {
			who, err := p.desk.Owner(ctx, s.ID, one)
			if err != nil {
				return err
			}
			ids = append(ids, who.AttendeeID)
		}
		answer, err := do(ctx, s.ID, ids)
		if err != nil {
			return err
		}
		return p.print(answer, func(w io.Writer) { fmt.Fprintln(w, len(ids)) })
	})
}

// placeCommands approve, decline, and give places beyond a quota.
func (p *program) placeCommands() []*cobra.Command {
	approve := p.onSeveral("approve ID…", "Approve registrations that are pending; without a place they wait", "attendees approve A-012 A-013",
		func(ctx context.Context, of seminar.ID, ids []seminar.ID) (any, error) {
			done, err := p.desk.Approve(ctx, of, ids)
			return map[string]any{"confirmed": done.Confirmed, "waiting": done.Waiting, "operation": done.Action}, err
		})
	answer := func(a desk.Action, err error) (any, error) { return map[string]any{"operation": a}, err }
	var why, over string
	decline := p.onSeveral("decline ID… --why T", "Decline registrations that are pending", `attendees decline A-012 --why "Registered twice"`,
		func(ctx context.Context, of seminar.ID, ids []seminar.ID) (any, error) {
			return answer(p.desk.Decline(ctx, of, ids, why))
		})
	decline.Flags().StringVar(&why, "why", "", "the reason, which is kept")
	place := p.onSeveral("place ID… --why T", "Give people a place, beyond a quota if there is none left", `attendees place A-012 --why "The minister's interpreter"`,
		func(ctx context.Context, of seminar.ID, ids []seminar.ID) (any, error) {
			return answer(p.desk.GivePlace(ctx, of, ids, over))
		})
	place.Flags().StringVar(&over, "why", "", "the reason, which is kept")
	place.MarkFlagRequired("why")
	return []*cobra.Command{approve, decline, place, p.carryCommand()}
}
