package programmepage

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// categoryItems are the categories, each with the sessions that it may enter.
func (p *Page) categoryItems() []item {
	l := p.env.Lang
	all := make([]item, len(p.now.categories))
	for i, v := range p.now.categories {
		var titles []string
		for _, s := range p.sessions {
			if slices.Contains(v.Sessions, s.ID) {
				titles = append(titles, s.Title)
			}
		}
		meta := l.T("programme.category.everywhere")
		if len(titles) > 0 {
			meta = strings.Join(titles, ", ")
		}
		if v.Template == seminar.NoBadge {
			meta += " · " + l.T("programme.layout.none")
		}
		if v.Approval {
			meta += " · " + l.T("programme.approval.short")
		}
		all[i] = item{id: v.ID, title: v.Name, meta: meta, colour: paint(v.Colour), icon: theme.IconCard}
		all[i].end, all[i].warning = p.taken(v.ID)
	}
	return all
}

func (p *Page) addCategory() {
	free := palette()[0]
	for _, c := range palette() {
		if !slices.ContainsFunc(p.now.categories, func(v seminar.Category) bool { return strings.EqualFold(v.Colour, c) }) {
			free = c
			break
		}
	}
	p.editCategory(seminar.Category{SeminarID: p.env.Seminar().ID, Colour: free, Position: desk.Behind(p.now.categories, func(v seminar.Category) int { return v.Position })})
}

// categorySheet is the form of one category.
type categorySheet struct {
	*sheet
	base     seminar.Category
	name     *widgets.Entry
	colour   *swatches
	layout   *layoutChoice
	sessions *picks
	quota    *widgets.Entry
	approval *widgets.Check
}

// editCategory opens a category in the panel; one without an id is new.
func (p *Page) editCategory(v seminar.Category) {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	s := &categorySheet{sheet: p.newSheet(), base: v}
	s.name = s.entry("name", t("programme.name"), v.Name)
	band := widgets.NewCategoryBand(v.Name, paint(v.Colour))
	band.RTL = rtl
	s.colour = newSwatches(v.Colour, rtl, func(hex string) {
		band.Colour = paint(hex)
		band.Refresh()
	})
	s.name.OnChanged = func(text string) {
		s.fields["name"].SetError("")
		band.Name = text
		band.Refresh()
	}
	s.add("colour", t("programme.category.colour"), s.colour)
	s.column.Add(band)
	s.layout = p.newLayoutChoice(t("programme.layout.seminar"), v.Template, true)
	s.add("template", t("programme.layout"), s.layout.Select)
	var choices []pick
	for _, one := range p.sessions {
		choices = append(choices, pick{string(one.ID), short(one.Title)})
	}
	if s.sessions = newPicks(rtl, choices, idTexts(v.Sessions)); len(choices) > 0 {
		s.add("sessions", t("programme.category.sessions"), s.sessions.content).Hint = t("programme.category.sessions.hint")
	}
	s.quota = s.entry("quota", t("programme.category.quota"), numberOrNone(v.Quota))
	s.fields["quota"].Hint = s.page.quotaHint()
	s.approval = widgets.NewCheck(t("programme.approval.category"), nil)
	s.approval.Checked = v.Approval
	s.column.Add(s.approval)
	s.save = s.submit
	s.filled = func() any { v, _ := s.value(); return [2]any{v, s.quota.Text} }
	s.openPart(t("programme.category"), seminar.EntityCategory, v.ID, v.Name)
}

func (s *categorySheet) value() (seminar.Category, seminar.Problems) {
	var bad seminar.Problems
	now := s.base
	now.Name, now.Colour, now.Sessions = strings.TrimSpace(s.name.Text), s.colour.chosen, textIDs(s.sessions.chosen())
	now.Template = s.layout.chosen()
	now.Quota, now.Approval = s.number("quota", s.quota.Text, &bad), s.approval.Checked
	return now, bad
}

func (s *categorySheet) submit() {
	now, bad := s.value()
	if s.problems(bad.OrNil()) {
		return
	}
	s.keepPart(now.Name, func(ctx context.Context, d *desk.Desk) (seminar.ID, desk.Action, error) {
		done, action, err := d.SaveCategory(ctx, now)
		return done.ID, action, err
	})
}
