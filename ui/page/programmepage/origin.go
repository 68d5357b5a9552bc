package programmepage

import (
	"context"
	"io"
	"os"
	"strings"
	"time"

	"lanyard/internal/blueprint"
	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// templateExtension is how the name of a seminar's template ends.
const templateExtension = "lanyard-seminar"

// origin is what a new seminar is made of.
type origin struct {
	name string
	*blueprint.Blueprint
}

// make makes the seminar that the form has, with all that the origin holds beside it.
func (o *origin) make(ctx context.Context, d *desk.Desk, now seminar.Seminar, series string) (seminar.Seminar, desk.Action, error) {
	b, m := *o.Blueprint, desk.Making{Start: now.Start, Series: &series}
	b.Days, b.Seminar = blueprint.DaysOf(now), now
	return d.MakeSeminar(ctx, &b, m)
}

// makeOrigin asks what a new seminar is made of. Whatever is chosen fills the form anew.
func (s *seminarSheet) makeOrigin() {
	p, l := s.page, s.page.env.Lang
	names := []string{l.T("programme.origin.nothing")}
	chosen := []func(){func() { s.refill(nil) }}
	if of := p.env.Seminar(); of.ID != "" {
		names = append(names, l.T("programme.origin.clone", "title", short(of.Title(l.Tag()))))
		chosen = append(chosen, func() { s.clone(of, names[1]) })
	}
	for _, b := range blueprint.Shipped(l.Tag()) {
		name := b.Seminar.Title(l.Tag())
		names = append(names, name)
		chosen = append(chosen, func() { s.refill(&origin{name, b}) })
	}
	names = append(names, l.T("programme.origin.file"))
	chosen = append(chosen, s.openTemplate)
	at := 0
	for i, name := range names {
		if s.origin != nil && s.origin.name == name {
			at = i
		}
	}
	if s.origin != nil && at == 0 { // a file
		names, chosen = append(names, s.origin.name), append(chosen, func() {})
		at = len(names) - 1
	}
	choice := widgets.NewSelect(names, nil)
	choice.SetSelectedIndex(at)
	choice.OnChanged = func(string) { chosen[max(0, choice.SelectedIndex())]() }
	s.add("origin", l.T("programme.origin"), choice)
}

// refill opens the form anew for another origin; what it says of its title, days and place stays where the origin says nothing.
func (s *seminarSheet) refill(from *origin) {
	p, l := s.page, s.page.env.Lang
	v := p.blank()
	if from != nil {
		v = from.Seminar
	}
	v.ID, v.SeriesID, v.Titles = "", s.base.SeriesID, map[string]string{}
	for tag, e := range s.titles {
		if text := strings.TrimSpace(e.Text); text != "" {
			v.Titles[tag] = text
		}
	}
	v.Venue, v.Organiser, v.Zone = strings.TrimSpace(s.venue.Text), strings.TrimSpace(s.organiser.Text), strings.TrimSpace(s.zone.Entry.Text)
	v.Start = s.base.Start
	if day, ok := readDay(l, s.start.Text); ok {
		v.Start = day.Format(time.DateOnly)
	}
	v.End = v.Start
	if from != nil {
		v.End = blueprint.LastDay(v.Start, from.Days)
	}
	s.close()
	p.editSeminarOf(v, from)
}

func (s *seminarSheet) clone(of seminar.Seminar, name string) {
	p, d := s.page, s.page.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (*blueprint.Blueprint, error) { return d.Blueprint(ctx, of.ID) },
		func(b *blueprint.Blueprint, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			s.refill(&origin{name, b})
		})
}

// openTemplate makes the seminar of a file.
func (s *seminarSheet) openTemplate() {
	p := s.page
	p.env.OpenFile([]string{"." + templateExtension, ".json"}, func(path string) {
		task.Run(p.env.Context, p.env.Run, func(context.Context) (*blueprint.Blueprint, error) {
			file, err := os.Open(path)
			if err != nil {
				return nil, err
			}
			defer file.Close()
			data, err := io.ReadAll(io.LimitReader(file, blueprint.MaxFile+1))
			if err != nil {
				return nil, err
			}
			return blueprint.Parse(data)
		}, func(b *blueprint.Blueprint, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			s.refill(&origin{b.Seminar.Title(p.env.Lang.Tag()), b})
		})
	})
}

// saveTemplate writes the seminar, as it is saved, as a template.
func (s *seminarSheet) saveTemplate() {
	p, of, d := s.page, s.base, s.page.env.Desk()
	p.env.SaveFile(filing.Name(templateExtension, of.Title(p.env.Lang.Tag())), func(ctx context.Context, path string, _ task.Progress) error {
		data, err := d.SeminarTemplate(ctx, of.ID)
		if err != nil {
			return err
		}
		return filing.Write(path, func(w io.Writer) error { _, err := w.Write(data); return err })
	})
}
