package desk

import (
	"context"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// Comparable gives the seminars that one can be compared with, the nearest first: those of its series before it, the latest first,
// then the others before it, then those after it.
func (d *Desk) Comparable(ctx context.Context, of seminar.ID) ([]seminar.Seminar, error) {
	all, err := d.Seminars(ctx)
	if err != nil {
		return nil, err
	}
	var now seminar.Seminar
	for _, s := range all {
		if s.ID == of {
			now = s
		}
	}
	var series, before, after []seminar.Seminar
	for i := len(all) - 1; i >= 0; i-- {
		switch s := all[i]; {
		case s.ID == of:
		case s.Start > now.Start:
			after = append([]seminar.Seminar{s}, after...)
		case s.SeriesID != "" && s.SeriesID == now.SeriesID:
			series = append(series, s)
		default:
			before = append(before, s)
		}
	}
	return append(append(series, before...), after...), nil
}

// compare adds the seminar that one is compared with, and who was registered at both; nothing where there is none.
func (d *Desk) compare(ctx context.Context, w Wanted, s *document.Summary) error {
	with := w.Compare
	if with == "" {
		others, err := d.Comparable(ctx, w.Seminar)
		if err != nil || len(others) == 0 {
			return err
		}
		with = others[0].ID
	}
	before, err := d.Summary(ctx, with)
	if err != nil {
		return err
	}
	s.Before = &before
	then := map[seminar.ID]document.PersonLine{}
	for _, p := range before.People {
		then[p.Row.AttendeeID] = p
	}
	for _, p := range s.People {
		if old, ok := then[p.Row.AttendeeID]; ok {
			s.Returned = append(s.Returned, document.ReturnedLine{Name: p.Row.Formal(), Organisation: p.Row.Organisation, Country: p.Row.Country,
				Then: old.Category.Name, Now: p.Category.Name, CameThen: !old.Arrived.IsZero(), CameNow: !p.Arrived.IsZero()})
		}
	}
	return nil
}
