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

// programmeCommands list what a seminar is made of, and add to it.
func (p *program) programmeCommands() []*cobra.Command {
	var e event
	seminars := command("seminars", "List the seminars", "seminars --json", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if err := p.open(ctx); err != nil {
			return err
		}
		all, err := p.desk.Seminars(ctx)
		if err != nil {
			return err
		}
		events := make([]eventJSON, len(all))
		for i, s := range all {
			events[i] = eventOf(s)
		}
		return list(p, events, func(w io.Writer, s eventJSON) { fmt.Fprintf(w, "%s\t%s\t%s\n", s.ID, s.Start, s.Title) })
	})
	seminars.AddCommand(e.flags(command("add", "Add a seminar", `seminars add --title "Heritage" --start 2025-07-28`,
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			return p.addSeminar(ctx, e, func(s eventJSON) any { return s })
		})), p.editSeminarCommand(), p.seminarPictureCommand(), p.cloneSeminarCommand(), p.seminarTemplateCommand())
	return []*cobra.Command{seminars, p.seriesCommand(), p.waitingCommand(), p.sessionsCommand(), p.listsCommand(), p.categoriesCommand(), p.delegationsCommand(), p.initiativesCommand(), p.questionsCommand()}
}

// listing is a command that prints the things of a seminar.
func listing[T any](p *program, use, short string, shaped shape[T], all func(context.Context, seminar.ID) ([]T, error), plain func(io.Writer, T)) *cobra.Command {
	return command(use, short, use+" --json", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		things, err := all(ctx, s.ID)
		if err != nil {
			return err
		}
		for i, t := range things {
			things[i] = shaped(t, s)
		}
		return list(p, things, plain)
	})
}

// adding is a command that adds one thing to a seminar and prints it.
func adding[T any](p *program, short, example string, shaped shape[T], plain func(io.Writer, T), add func(context.Context, seminar.Seminar) (T, error)) *cobra.Command {
	return command("add", short, example, cobra.NoArgs, func(ctx context.Context, _ []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		thing, err := add(ctx, s)
		if err != nil {
			return err
		}
		thing = shaped(thing, s)
		return p.print(thing, func(w io.Writer) { plain(w, thing) })
	})
}

func (p *program) sessionsCommand() *cobra.Command {
	c := listing(p, "sessions", "List the sessions of the programme", shapeSession,
		func(ctx context.Context, of seminar.ID) ([]seminar.Session, error) { return p.desk.Sessions(ctx, of) },
		plainSession)
	var v seminar.Session
	var kind, start, end string
	add := adding(p, "Add a session", `sessions add --title "Panel 1" --kind panel --start 2025-07-18T11:00 --end 2025-07-18T12:30`, shapeSession, plainSession,
		func(ctx context.Context, s seminar.Seminar) (seminar.Session, error) {
			v.SeminarID, v.Kind = s.ID, seminar.SessionKind(kind)
			var err error
			if v.Start, err = moment(start, s); err != nil {
				return v, err
			}
			if v.End, err = moment(end, s); err != nil {
				return v, err
			}
			present, err := p.desk.Sessions(ctx, s.ID)
			if err != nil {
				return v, err
			}
			v.Position = desk.Behind(present, func(v seminar.Session) int { return v.Position })
			done, _, err := p.desk.SaveSession(ctx, v)
			return done, err
		})
	f := add.Flags()
	f.StringVar(&v.Title, "title", "", "the session's title")
	f.StringVar(&kind, "kind", "panel", "opening, address, panel, workshop, video, ceremony, break or registration")
	f.StringVar(&start, "start", "", "start, as 2025-07-18T11:00 in the seminar's zone")
	f.StringVar(&end, "end", "", "end")
	f.StringVar(&v.Room, "room", "", "the room")
	f.IntVar(&v.Capacity, "capacity", 0, "people; 0 is no limit")
	f.BoolVar(&v.Counts, "counts", true, "counts towards attendance hours")
	f.StringArrayVar(&v.Speakers, "speaker", nil, "a speaker (may be repeated)")
	c.AddCommand(add)
	return c
}

// moment reads a time as people write it: with an offset, or local in the seminar's zone.
func moment(text string, s seminar.Seminar) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	for _, layout := range []string{"2006-01-02T15:04Z07:00", "2006-01-02 15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, text, s.Location()); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usage(fmt.Errorf("“%s” is not a time; write it as 2025-07-18T09:00", text))
}
