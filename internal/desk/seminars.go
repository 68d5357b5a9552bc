package desk

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Seminars gives every seminar, by first day.
func (d *Desk) Seminars(ctx context.Context) ([]seminar.Seminar, error) {
	all, err := all[seminar.Seminar](ctx, d, seminar.EntitySeminar, "")
	sortBy(all, func(s seminar.Seminar) string { return s.Start + string(s.ID) })
	return all, err
}

// Seminar chooses one: by id, or for "" the only one, or the one running today. Anything else is CodeSeminarChoice.
func (d *Desk) Seminar(ctx context.Context, id seminar.ID) (seminar.Seminar, error) {
	if id != "" {
		return get[seminar.Seminar](ctx, d, seminar.EntitySeminar, id)
	}
	all, err := d.Seminars(ctx)
	if err != nil {
		return seminar.Seminar{}, err
	}
	if len(all) == 1 {
		return all[0], nil
	}
	for _, s := range all {
		if s.Runs(d.now()) {
			return s, nil
		}
	}
	if len(all) == 0 {
		return seminar.Seminar{}, seminar.Errorf(seminar.CodeNotFound, "This workspace has no seminar yet. Add one first.")
	}
	return seminar.Seminar{}, seminar.Errorf(seminar.CodeSeminarChoice,
		"This workspace has several seminars and none of them runs today. Say which one is meant.")
}

// AddSeminar adds a seminar with its keys and its first check-in list.
func (d *Desk) AddSeminar(ctx context.Context, s seminar.Seminar) (seminar.Seminar, Action, error) {
	return d.addSeminar(ctx, s, nil)
}

// AddSeminarIn adds a seminar in the series of a title: one that there is not yet is added with it, and "" is none.
func (d *Desk) AddSeminarIn(ctx context.Context, s seminar.Seminar, series string) (seminar.Seminar, Action, error) {
	return d.addSeminar(ctx, s, &series)
}

// addSeminar takes a series by its title where one is said, else the seminar's own.
func (d *Desk) addSeminar(ctx context.Context, s seminar.Seminar, series *string) (seminar.Seminar, Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return s, "", err
	}
	if err := ValidateSeminar(s).OrNil(); err != nil {
		return s, "", err
	}
	if s.ID == "" {
		s.ID = newID()
	}
	if s.CodeKey == nil {
		s.CodeKey = make([]byte, 32)
		rand.Read(s.CodeKey)
	}
	if s.SignKey == nil {
		s.SignKey = make([]byte, 32)
		rand.Read(s.SignKey)
	}
	action, err := d.write(ctx, func(c *change) error {
		if err := c.inSeries(ctx, &s, series); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntitySeminar, s.ID, seminar.Seminar{}, s); err != nil {
			return err
		}
		first := entrance(s)
		_, err := c.set(ctx, seminar.EntityList, first.ID, seminar.List{}, first)
		return err
	})
	return s, action, err
}

// inSeries puts a seminar into the series of a title; nil leaves it where it is.
func (c *change) inSeries(ctx context.Context, s *seminar.Seminar, title *string) error {
	if title == nil {
		return nil
	}
	var err error
	s.SeriesID, err = c.seriesNamed(ctx, *title)
	return err
}

// entrance is the first list of a seminar that has none.
func entrance(s seminar.Seminar) seminar.List {
	l := seminar.List{ID: seminar.DeriveID(s.ID, "list", "Main entrance"), SeminarID: s.ID, Name: "Main entrance", Frequency: seminar.Once, ReEntry: true}
	if s.Start != s.End {
		l.Frequency = seminar.Daily
	}
	return l
}

// ValidateSeminar says what is wrong with a seminar.
func ValidateSeminar(s seminar.Seminar) seminar.Problems {
	var p seminar.Problems
	if strings.TrimSpace(s.Title("en")) == "" {
		p = append(p, seminar.Errorf(seminar.CodeRequired, "The seminar needs a title.").WithField("title"))
	}
	for field, day := range map[string]string{"start": s.Start, "end": s.End} {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			p = append(p, seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").
				WithArg("value", day).WithField(field))
		}
	}
	if len(p) == 0 && s.End < s.Start {
		p = append(p, seminar.Errorf("date_order", "The seminar ends before it starts.").WithField("end"))
	}
	if problem := eraseDay(s, s.EraseAfter); problem != nil && len(p) == 0 {
		p = append(p, problem)
	}
	if _, err := time.LoadLocation(s.Zone); err != nil || s.Zone == "" || s.Zone == "Local" {
		p = append(p, seminar.Errorf("zone", "“{value}” is not a time zone. Write it as Asia/Baku.").
			WithArg("value", s.Zone).WithField("zone"))
	}
	if s.Capacity < 0 {
		p = append(p, seminar.Errorf("number", "The capacity is a number of people, or 0 for no limit.").WithField("capacity"))
	}
	if s.Percent < 0 || s.Percent > 100 {
		p = append(p, seminar.Errorf("certificate_percent", "The attendance that earns a certificate is a whole number of percent, from 0 to 100.").
			WithField("percent"))
	}
	return append(p, checkConditions(s)...)
}

// SaveSeminar changes a seminar's own particulars, and leaves its pictures as they are.
func (d *Desk) SaveSeminar(ctx context.Context, s seminar.Seminar) (Action, error) {
	return d.SaveSeminarWith(ctx, s, nil)
}

// SaveSeries adds or changes a series.
func (d *Desk) SaveSeries(ctx context.Context, s seminar.Series) (seminar.Series, Action, error) {
	s.ID = orNew(s.ID)
	action, err := save(ctx, d, seminar.EntitySeries, s.ID, s, named(s.Title, "title"))
	return s, action, err
}
