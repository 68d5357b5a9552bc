package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// event are the flags that describe a seminar.
type event struct {
	title, start, end, tz, venue, organiser string
	percent                                 int
	capacity                                int
	waiting, approval                       bool
	series                                  string
	eraseAfter                              string
}

func (e *event) flags(c *cobra.Command) *cobra.Command {
	f := c.Flags()
	f.StringVar(&e.title, "title", "New seminar", "the seminar's title")
	f.StringVar(&e.start, "start", "", "first day, as 2025-07-18 (default: today)")
	f.StringVar(&e.end, "end", "", "last day (default: the first)")
	f.StringVar(&e.tz, "tz", "", "IANA time zone, as Asia/Baku (default: the system's)")
	f.StringVar(&e.venue, "venue", "", "where it is held")
	f.StringVar(&e.organiser, "organiser", "", "who holds it")
	f.IntVar(&e.percent, "certificate-percent", seminar.DefaultPercent, "of the sessions that count, to earn a certificate; 0: to have checked in")
	f.IntVar(&e.capacity, "capacity", 0, "places; 0 is no limit")
	f.BoolVar(&e.waiting, "waiting-list", true, "who finds no place waits for one, and moves up by themselves")
	f.BoolVar(&e.approval, "approval", false, "who registers is pending until somebody approves them")
	f.StringVar(&e.series, "series", "", "the title of its series; one that there is not yet is added")
	f.StringVar(&e.eraseAfter, "erase-after", "", "the day after which its people are to be anonymised, as 2026-12-31: the window reminds of it, nothing happens by itself")
	return c
}

func (e event) seminar(now time.Time) seminar.Seminar {
	s := seminar.Seminar{Titles: map[string]string{"en": e.title}, Start: e.start, End: e.end, Zone: e.tz,
		Venue: e.venue, Organiser: e.organiser, Percent: e.percent,
		Capacity: e.capacity, WaitingList: e.waiting, Approval: e.approval, EraseAfter: e.eraseAfter}
	if s.Zone == "" {
		s.Zone = time.Local.String()
		if s.Zone == "Local" {
			s.Zone = "UTC"
		}
	}
	if s.Start == "" {
		s.Start = now.In(s.Location()).Format(time.DateOnly)
	}
	if s.End == "" {
		s.End = s.Start
	}
	return s
}

// eventJSON is a seminar as scripts read it: never its keys.
type eventJSON struct {
	ID        seminar.ID        `json:"id"`
	Title     string            `json:"title"`
	Titles    map[string]string `json:"titles"`
	Start     string            `json:"start"`
	End       string            `json:"end"`
	Zone      string            `json:"zone"`
	Venue     string            `json:"venue"`
	Organiser string            `json:"organiser"`
	Percent   int               `json:"certificate_percent"`
	Series    seminar.ID        `json:"series,omitempty"`
	Badge     string            `json:"badge_template"` // of categories without one: an id, none, or "" for the standard one
	Capacity  int               `json:"capacity"`       // places; 0 is no limit
	Waiting   bool              `json:"waiting_list"`
	Approval  bool              `json:"approval"`
	Erase     string            `json:"erase_after"` // the day after which the people are to be anonymised; "" is none
}

func eventOf(s seminar.Seminar) eventJSON {
	return eventJSON{s.ID, s.Title("en"), s.Titles, s.Start, s.End, s.Zone, s.Venue, s.Organiser, s.Percent, s.SeriesID, s.BadgeTemplate,
		s.Capacity, s.WaitingList, s.Approval, s.EraseAfter}
}

func (p *program) initCommand() *cobra.Command {
	var e event
	return e.flags(command("init", "Make a workspace with a seminar and its “Main entrance” list",
		`init --title "Regional seminar" --start 2025-07-18 --tz Asia/Baku --venue Baku`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			path, err := p.path()
			if err != nil {
				return err
			}
			if info, err := os.Stat(path); err == nil && info.Size() > 0 {
				return seminar.Errorf("workspace_exists", "There is a workspace at {path} already. Nothing was changed. Use seminars add, or another file.").WithArg("path", path)
			}
			// What is wrong with the seminar is said before there is a file.
			if err := desk.ValidateSeminar(e.seminar(time.Now())).OrNil(); err != nil {
				return err
			}
			if err := p.openOrCreate(ctx, true); err != nil {
				return err
			}
			return p.addSeminar(ctx, e, func(s eventJSON) any { return map[string]any{"seminar": s} })
		}))
}

func (p *program) addSeminar(ctx context.Context, e event, answer func(eventJSON) any) error {
	s, _, err := p.desk.AddSeminarIn(ctx, e.seminar(p.desk.Now()), e.series)
	if err != nil {
		return err
	}
	return p.print(answer(eventOf(s)), func(w io.Writer) { fmt.Fprintf(w, "%s\t%s\n", s.ID, s.Title("en")) })
}
