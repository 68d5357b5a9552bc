package programmepage

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// readAttendance puts what makeAttendance asked into the seminar.
func (s *seminarSheet) readAttendance(now *seminar.Seminar, bad *seminar.Problems) {
	now.MissingExit, now.LateAfter = missingExits()[max(0, s.missing.SelectedIndex())], nil
	if text := strings.TrimSpace(s.late.Text); text != "" {
		n := s.number("late_after", text, bad)
		now.LateAfter = &n
	}
}

func (s *seminarSheet) submit() {
	l := s.page.env.Lang
	now := s.base
	now.Titles = map[string]string{}
	for tag, e := range s.titles {
		if text := strings.TrimSpace(e.Text); text != "" {
			now.Titles[tag] = text
		}
	}
	var bad seminar.Problems
	read := func(field, text string) string {
		t, ok := readDay(l, text)
		if !ok {
			bad = append(bad, s.problem(field, "programme.day.unread", "value", text, "example", writtenDay(l, s.page.env.Desk().Now())))
			return ""
		}
		return t.Format(time.DateOnly)
	}
	now.Start, now.End = read("start", s.start.Text), read("end", s.end.Text)
	now.Zone, now.Venue = strings.TrimSpace(s.zone.Entry.Text), strings.TrimSpace(s.venue.Text)
	now.Organiser, now.Signer, now.SignerAs = strings.TrimSpace(s.organiser.Text), strings.TrimSpace(s.signer.Text), strings.TrimSpace(s.signerAs.Text)
	var err error
	if now.Percent, err = strconv.Atoi(strings.TrimSpace(s.percent.Text)); err != nil || now.Percent < 0 || now.Percent > 100 {
		bad = append(bad, s.problem("percent", "programme.percent.unread"))
	}
	s.readAttendance(&now, &bad)
	s.readPlaces(&now, &bad)
	if now.EraseAfter = strings.TrimSpace(s.eraseAfter.Text); now.EraseAfter != "" {
		now.EraseAfter = read("erase_after", now.EraseAfter)
	}
	now.BadgeTemplate = s.layout.chosen()
	for _, e := range desk.ValidateSeminar(now) {
		if bad.For(e.Field) == nil {
			bad = append(bad, e)
		}
	}
	if s.problems(bad.OrNil()) {
		return
	}
	s.keep(now)
}

func (s *seminarSheet) keep(now seminar.Seminar) {
	p, id, series := s.page, now.ID, strings.TrimSpace(s.series.Entry.Text)
	p.act(p.env.Lang.T("programme.saved", "title", now.Title(p.env.Lang.Tag())), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		if s.origin != nil {
			if now.BadgeTemplate == "" && !slices.Contains(s.layout.ids, s.origin.Seminar.BadgeTemplate) {
				now.BadgeTemplate = s.origin.Seminar.BadgeTemplate // comes with the file, and could not be offered
			}
			done, action, err := s.origin.make(ctx, d, now, series)
			id = done.ID
			return action, err
		}
		if now.ID != "" {
			return d.SaveSeminarIn(ctx, now, s.pictures, series)
		}
		done, action, err := d.AddSeminarIn(ctx, now, series)
		id = done.ID
		return action, err
	}, func() { s.close(); p.env.SetSeminar(id) })
}
