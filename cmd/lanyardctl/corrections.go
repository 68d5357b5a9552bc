package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func (p *program) correctCommand() *cobra.Command {
	var session string
	var v seminar.Correction
	c := p.onAttendee("correct ID", "Write by hand how somebody attended a session", `attendance correct A-012 --session "Panel 1" --status late --minutes 40 --why "came through the back door"`,
		func(ctx context.Context, of, id seminar.ID) (desk.Action, error) {
			s, err := p.desk.FindSession(ctx, of, session)
			if err != nil {
				return "", err
			}
			now := v
			now.AttendeeID, now.SessionID = id, s.ID
			there := v.Status == "present" || v.Status == "late"
			if v.Minutes < 0 && there {
				now.Minutes = int(s.End.Sub(s.Start) / time.Minute)
			} else if v.Minutes < 0 {
				now.Minutes = 0
			}
			return p.desk.Correct(ctx, now)
		})
	c.Flags().StringVar(&session, "session", "", "the session (id or title)")
	c.Flags().StringVar(&v.Status, "status", "", "present, late, excused or absent")
	c.Flags().IntVar(&v.Minutes, "minutes", -1, "minutes present (default: the whole session)")
	c.Flags().StringVar(&v.Why, "why", "", "the reason, for the log")
	c.MarkFlagRequired("session")
	c.MarkFlagRequired("status")
	return c
}

func (p *program) takeBackCommand() *cobra.Command {
	var session string
	c := p.onAttendee("uncorrect ID", "Give the check-ins their say again about somebody in a session", `attendance uncorrect A-012 --session "Panel 1"`,
		func(ctx context.Context, of, id seminar.ID) (desk.Action, error) {
			s, err := p.desk.FindSession(ctx, of, session)
			if err != nil {
				return "", err
			}
			return p.desk.TakeBack(ctx, s.ID, id)
		})
	c.Flags().StringVar(&session, "session", "", "the session (id or title)")
	c.MarkFlagRequired("session")
	return c
}
