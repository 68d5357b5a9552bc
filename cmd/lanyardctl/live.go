package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// liveJSON is how a day stands, as scripts read it. Times have the seminar's offset; lengths of time are in seconds.
type liveJSON struct {
	Seminar    seminar.ID    `json:"seminar"`
	Day        string        `json:"day"`
	Today      bool          `json:"today"`
	List       seminar.ID    `json:"list"` // "" is the seminar as a whole
	Expected   int           `json:"expected"`
	Arrived    int           `json:"arrived"`
	Inside     int           `json:"inside"`
	LastMinute int           `json:"last_minute"`
	Arrivals   []spanJSON    `json:"arrivals"` // by five minutes
	Category   []shareJSON   `json:"by_category"`
	Country    []shareJSON   `json:"by_country"`
	Delegation []shareJSON   `json:"by_delegation"`
	Lists      []roomJSON    `json:"lists"`
	Scans      int           `json:"scans"`
	Busiest    *spanJSON     `json:"busiest_hour"` // null without scans
	Slowest    *spanJSON     `json:"slowest_hour"`
	Average    float64       `json:"average_between"`
	Median     float64       `json:"median_between"`
	PerMinute  float64       `json:"per_minute"`
	Refused    int           `json:"refused"`
	RefusedBy  []refusedJSON `json:"refused_by"`
}

type spanJSON struct {
	From  time.Time `json:"from"`
	To    time.Time `json:"to"`
	Count int       `json:"count"`
}

type shareJSON struct {
	Key      string `json:"key"` // the name, or the country's code
	Expected int    `json:"expected"`
	Arrived  int    `json:"arrived"`
}

type roomJSON struct {
	ID       seminar.ID `json:"id"`
	Name     string     `json:"name"`
	Room     string     `json:"room"`
	Inside   int        `json:"inside"`
	Arrived  int        `json:"arrived"`
	Capacity int        `json:"capacity"` // 0 is no limit
}

type refusedJSON struct {
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

func (p *program) liveCommand() *cobra.Command {
	var day, list string
	var watch bool
	c := command("live", "How the day stands: arrivals, who is inside, and how fast the desks are", `live --day 2025-07-18 --list "Main entrance" --json`,
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
				return usage(fmt.Errorf("--day is a date such as 2025-07-18, not %q", day))
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v := desk.LiveView{Day: day}
			if list != "" {
				l, err := p.desk.FindList(ctx, s.ID, list)
				if err != nil {
					return err
				}
				v.List = l.ID
			}
			f := p.desk.Follow(s.ID)
			if _, err := f.Update(ctx); err != nil {
				return err
			}
			if watch {
				return p.watch(ctx, f, v)
			}
			l, err := f.Live(v)
			if err != nil {
				return err
			}
			return p.print(describeLive(l), func(w io.Writer) { p.plainLive(w, l) })
		})
	c.Flags().StringVar(&day, "day", "", "as 2025-07-18 in the seminar's zone (default: today; else the last day with scans)")
	c.Flags().StringVar(&list, "list", "", "the check-in list (id or name; default: all of them)")
	c.Flags().BoolVar(&watch, "watch", false, "a line whenever somebody was scanned, until it is interrupted; with --json one document a line")
	return c
}

// watchEvery is how often --watch looks whether anything was written.
const watchEvery = 500 * time.Millisecond

// watch writes a line at once, and one whenever the figures change.
func (p *program) watch(ctx context.Context, f *desk.Follower, v desk.LiveView) error {
	last := ""
	beat := time.NewTicker(watchEvery)
	defer beat.Stop()
	for {
		l, err := f.Live(v)
		if err != nil {
			return err
		}
		line := headline(l)
		if p.json {
			text, err := json.Marshal(describeLive(l))
			if err != nil {
				return err
			}
			line = string(text)
		}
		if line != last {
			fmt.Fprintln(p.out, line)
			last = line
		}
		for changed := false; !changed; {
			select {
			case <-ctx.Done():
				return nil // interrupted, as it is meant to end
			case <-beat.C:
			}
			if changed, err = f.Update(ctx); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
}

func describeLive(l desk.Live) liveJSON {
	j := liveJSON{Seminar: l.Seminar.ID, Day: l.Day.Format(time.DateOnly), Today: l.Today, List: l.List.ID, Expected: l.Expected,
		Arrived: l.Arrived, Inside: l.Inside, LastMinute: l.LastMinute, Arrivals: []spanJSON{}, Category: groupsJSON(l.ByCategory),
		Country: groupsJSON(l.ByCountry), Delegation: groupsJSON(l.ByDelegation), Lists: []roomJSON{}, Scans: l.Pace.Scans,
		Average: seconds(l.Pace.Average), Median: seconds(l.Pace.Median), PerMinute: l.Pace.PerMinute, Refused: l.Pace.Refused, RefusedBy: []refusedJSON{}}
	for _, a := range l.Arrivals {
		j.Arrivals = append(j.Arrivals, spanJSON(a))
	}
	for _, r := range l.Rooms {
		j.Lists = append(j.Lists, roomJSON{r.List.ID, r.List.Name, r.Room, r.Inside, r.Arrived, r.Capacity})
	}
	for _, r := range l.Pace.RefusedBy {
		j.RefusedBy = append(j.RefusedBy, refusedJSON{r.Key, r.Count})
	}
	if l.Pace.Scans > 0 {
		busiest, slowest := spanJSON(l.Pace.Busiest), spanJSON(l.Pace.Slowest)
		j.Busiest, j.Slowest = &busiest, &slowest
	}
	return j
}

func groupsJSON(groups []document.Group) []shareJSON {
	all := []shareJSON{}
	for _, g := range groups {
		all = append(all, shareJSON{g.Key, g.Expected, g.Arrived})
	}
	return all
}

// seconds is a length of time to the tenth of a second.
func seconds(d time.Duration) float64 { return math.Round(d.Seconds()*10) / 10 }

// headline is how a day stands in one line.
func headline(l desk.Live) string {
	return fmt.Sprintf("%s  arrived %d of %d  inside %d  scans %d  refused %d", l.Day.Format(time.DateOnly), l.Arrived, l.Expected, l.Inside,
		l.Pace.Scans, l.Pace.Refused)
}

func (p *program) plainLive(w io.Writer, l desk.Live) {
	fmt.Fprintln(w, headline(l))
	if l.Pace.Scans > 0 {
		fmt.Fprintf(w, "busiest hour %s (%d)  slowest %s (%d)  between scans %s, median %s\n", p.lang.Time(l.Pace.Busiest.From), l.Pace.Busiest.Count,
			p.lang.Time(l.Pace.Slowest.From), l.Pace.Slowest.Count, l.Pace.Average.Round(time.Second), l.Pace.Median)
	}
	for _, r := range l.Rooms {
		limit := ""
		if r.Capacity > 0 {
			limit = fmt.Sprint(r.Capacity)
		}
		fmt.Fprintf(w, "inside\t%d\t%s\t%s\n", r.Inside, limit, r.List.Name)
	}
	for _, of := range []struct {
		kind, none string
		groups     []document.Group
	}{{"category", "live.no_category", l.ByCategory}, {"country", "common.no_country", l.ByCountry}, {"delegation", "document.no_delegation", l.ByDelegation}} {
		for _, g := range of.groups {
			name := g.Key
			if name == "" {
				name = p.lang.T(of.none)
			}
			fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", of.kind, g.Arrived, g.Expected, name)
		}
	}
}
