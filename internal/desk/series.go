package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// AllSeries gives every series, by title.
func (d *Desk) AllSeries(ctx context.Context) ([]seminar.Series, error) {
	list, err := all[seminar.Series](ctx, d, seminar.EntitySeries, "")
	sortBy(list, func(s seminar.Series) string { return strings.ToLower(s.Title) + string(s.ID) })
	return list, err
}

// seriesNamed gives the series of a title, whatever the case; one that there is not yet is added, as part of what is being saved. "" is
// none.
func (c *change) seriesNamed(ctx context.Context, title string) (seminar.ID, error) {
	title = strings.TrimSpace(title)
	if title == "" {
		return "", nil
	}
	list, err := all[seminar.Series](ctx, c, seminar.EntitySeries, "")
	if err != nil {
		return "", err
	}
	for _, s := range list {
		if strings.EqualFold(s.Title, title) {
			return s.ID, nil
		}
	}
	s := seminar.Series{ID: newID(), Title: title}
	_, err = c.set(ctx, seminar.EntitySeries, s.ID, seminar.Series{}, s)
	return s.ID, err
}

// SeriesFigures are the figures of the seminars of one series, by first day.
type SeriesFigures struct {
	Series   seminar.Series // without id and title for seminars of no series
	Seminars []SeriesLine
	People   int // different ones who came to any of them
}

// SeriesLine is the figures of one seminar of a series. Somebody came who has an accepted entry on any list.
type SeriesLine struct {
	Seminar    seminar.Seminar
	Registered int // but for those who cancelled
	Arrived    int
	Returned   int            // of the arrived, those who came to an earlier one of the series
	Countries  map[string]int // the arrived, by country (ISO 3166-1 alpha-2; "" is unknown)
}

// Countries are those that anybody came from, the most people first.
func (f SeriesFigures) Countries() []string {
	sum := map[string]int{}
	for _, l := range f.Seminars {
		for c, n := range l.Countries {
			sum[c] += n
		}
	}
	codes := make([]string, 0, len(sum))
	for c := range sum {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	return codes
}

// Series gives the figures of every series, by title, and those of the seminars of none last.
func (d *Desk) Series(ctx context.Context) ([]SeriesFigures, error) {
	seminars, err := d.Seminars(ctx)
	if err != nil {
		return nil, err
	}
	list, err := d.AllSeries(ctx)
	if err != nil {
		return nil, err
	}
	known := map[seminar.ID]bool{}
	for _, s := range list {
		known[s.ID] = true
	}
	var figures []SeriesFigures
	for _, s := range append(list, seminar.Series{}) {
		f := SeriesFigures{Series: s}
		before := map[seminar.ID]bool{}
		for _, one := range seminars {
			if one.SeriesID != s.ID && (s.ID != "" || known[one.SeriesID]) {
				continue
			}
			line, err := d.seriesLine(ctx, one, before)
			if err != nil {
				return nil, err
			}
			f.Seminars = append(f.Seminars, line)
		}
		f.People = len(before)
		if len(f.Seminars) > 0 {
			figures = append(figures, f)
		}
	}
	return figures, nil
}

// seriesLine counts one seminar; before are those who came to earlier ones, to whom it adds its own.
func (d *Desk) seriesLine(ctx context.Context, s seminar.Seminar, before map[seminar.ID]bool) (SeriesLine, error) {
	line := SeriesLine{Seminar: s, Countries: map[string]int{}}
	came, err := cameTo(ctx, d, s.ID)
	if err != nil {
		return line, err
	}
	err = d.EachPlace(ctx, s.ID, func(p Place) error {
		if p.Status != seminar.Cancelled {
			line.Registered++
		}
		if !came[p.AttendeeID] {
			return nil
		}
		line.Arrived++
		line.Countries[p.Country]++
		if before[p.AttendeeID] {
			line.Returned++
		}
		before[p.AttendeeID] = true
		return nil
	})
	return line, err
}

// cameTo gives who has an accepted entry on any list of a seminar.
func cameTo(ctx context.Context, r Reader, of seminar.ID) (map[seminar.ID]bool, error) {
	came := map[seminar.ID]bool{}
	return came, r.EachScan(ctx, of, func(c seminar.Checkin) error {
		if c.Successful && c.Type == seminar.Entry && c.AttendeeID != "" {
			came[c.AttendeeID] = true
		}
		return nil
	})
}

// Before is an earlier seminar in which somebody was registered.
type Before struct {
	Seminar  seminar.Seminar
	Status   seminar.Status
	Category string
	Came     bool // has an accepted entry on any of its lists
	Days     int  // on so many days
}

// CameBefore gives the earlier seminars of this workspace in which somebody was registered, the last first.
func (d *Desk) CameBefore(ctx context.Context, of, attendee seminar.ID) ([]Before, error) {
	here, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return nil, err
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{Only: []seminar.ID{attendee}})
	if err != nil || len(rows) < 2 {
		return nil, err
	}
	checkins, err := d.Checkins(ctx, "", attendee)
	if err != nil {
		return nil, err
	}
	var earlier []Before
	for _, r := range rows {
		s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, r.SeminarID)
		if seminar.CodeOf(err) == seminar.CodeNotFound || err == nil && (s.ID == of || s.Start >= here.Start) {
			continue
		}
		if err != nil {
			return nil, err
		}
		b := Before{Seminar: s, Status: r.Status}
		var category seminar.Category
		if _, err := d.Get(ctx, seminar.EntityCategory, r.CategoryID, &category); err != nil {
			return nil, err
		}
		b.Category = category.Name
		days := map[string]bool{}
		for _, c := range checkins {
			if c.SeminarID == s.ID && c.Successful && c.Type == seminar.Entry && !c.Undone {
				days[c.Datetime.In(s.Location()).Format("2006-01-02")] = true
			}
		}
		b.Came, b.Days = len(days) > 0, len(days)
		earlier = append(earlier, b)
	}
	slices.SortFunc(earlier, func(a, b Before) int {
		return cmp.Or(cmp.Compare(b.Seminar.Start, a.Seminar.Start), cmp.Compare(a.Seminar.ID, b.Seminar.ID))
	})
	return earlier, nil
}
