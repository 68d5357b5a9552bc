package programmepage

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// delegationItems are the delegations in the order of protocol, each with its head and its figures.
func (p *Page) delegationItems() []item {
	l := p.env.Lang
	all := make([]item, len(p.now.delegations))
	for i, v := range p.now.delegations {
		size := p.now.sizes[v.ID]
		country, head, warning := "", l.T("programme.delegation.head.none"), ""
		if r, here := p.now.heads[v.HeadID]; here && v.HeadID != "" {
			head = l.T("programme.delegation.head.is", "name", r.Formal())
			switch {
			case r.Status == seminar.Cancelled:
				warning = l.T("programme.delegation.head.cancelled")
			case r.DelegationID != v.ID:
				warning = l.T("programme.delegation.head.elsewhere")
			}
		}
		if v.Country != "" && l.Country(v.Country) != v.Name {
			country = l.Country(v.Country)
		}
		if over := p.over(v); over > 0 {
			warning = l.T("programme.delegation.over", "n", l.Number(over))
		}
		all[i] = item{id: v.ID, title: v.Name, meta: widgets.Joined(" · ", head, country), icon: theme.IconFlag, flag: form.Flag(v.Country),
			warning: warning, kind: widgets.KindAttention}
		if p.now.sizes != nil {
			all[i].sizes = sizesOf(l, size, v.Quota)
		}
	}
	return all
}

// over is how many more a delegation has than its quota; who waits takes no place.
func (p *Page) over(v seminar.Delegation) int {
	if p.env.Seminar().WaitingList {
		return p.now.quotas[v.ID].Over()
	}
	return p.now.sizes[v.ID].Over(v)
}

func (p *Page) addDelegation() {
	p.editDelegation(seminar.Delegation{SeminarID: p.env.Seminar().ID, Position: desk.Behind(p.now.delegations, func(v seminar.Delegation) int { return v.Position })})
}

// delegationSheet is the form of one delegation.
type delegationSheet struct {
	*sheet
	base    seminar.Delegation
	name    *widgets.Entry
	country *widgets.Suggest
	flag    *canvas.Image
	frame   *fyne.Container
	quota   *widgets.Entry
	head    *widgets.Suggest
	heads   map[string]seminar.ID // whom the words of an offer mean
	finding task.Latest[[]seminar.RosterRow]
}

// editDelegation opens a delegation in the panel; one without an id is new.
func (p *Page) editDelegation(v seminar.Delegation) {
	t := p.env.Lang.T
	s := &delegationSheet{sheet: p.newSheet(), base: v, heads: map[string]seminar.ID{}}
	s.makeCountry()
	s.name = s.entry("name", t("programme.name"), v.Name)
	s.fields["name"].Hint = t("programme.delegation.name.hint")
	s.quota = s.entry("quota", t("programme.delegation.quota"), numberOrNone(v.Quota))
	s.makeHead()
	s.save = s.submit
	s.filled = func() any { v, _ := s.value(); return v }
	if v.ID != "" {
		s.column.Add(widgets.NewButtonWithIcon(t("programme.delegation.members")+"  Ctrl+G", theme.Icon(theme.IconGroup), p.showMembers))
	}
	s.openPart(t("programme.delegation"), seminar.EntityDelegation, v.ID, v.Name)
	s.readHead()
}

func (s *delegationSheet) makeCountry() {
	l := s.page.env.Lang
	s.country = widgets.NewSuggest("")
	s.steer(s.country.Entry)
	s.country.OnEnter = func() { s.save() }
	s.flag = canvas.NewImageFromImage(nil)
	s.flag.FillMode, s.flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	s.frame = widgets.Fixed(32, 24, s.flag)
	if s.base.Country != "" {
		s.country.SetText(l.Country(s.base.Country))
	}
	line := widgets.Edge(l.RTL(), nil, nil, nil, s.frame, s.country.Content())
	show := func() {
		s.flag.Image = form.Flag(s.code())
		s.frame.Hidden = s.flag.Image == nil
		s.flag.Refresh()
		line.Refresh()
		s.column.Refresh()
	}
	s.country.Resized = s.column.Refresh
	s.country.OnTaken = func(string) { show() }
	s.country.Find = func(text string, offer func([]string)) {
		if f := s.fields["country"]; f != nil {
			f.SetError("")
		}
		var names []string
		for _, code := range form.Countries(l, text) {
			if name := l.Country(code); name != text {
				names = append(names, name)
			}
		}
		offer(names)
		show()
	}
	s.inner["country"] = s.country.Entry
	s.add("country", l.T("form.country"), line)
	show()
}

// code is the country that the entry means, "" for none.
func (s *delegationSheet) code() string {
	text := strings.TrimSpace(s.country.Entry.Text)
	codes := form.Countries(s.page.env.Lang, text)
	if len(codes) == 0 {
		return ""
	}
	return codes[0]
}

// makeHead finds the head among the members while somebody types; among everybody, where nobody is a member yet.
func (s *delegationSheet) makeHead() {
	env := s.page.env
	s.head = widgets.NewSuggest(env.Lang.T("programme.delegation.head.find"))
	s.steer(s.head.Entry)
	s.head.OnEnter, s.head.Resized = func() { s.save() }, s.column.Refresh
	s.head.Find = func(text string, offer func([]string)) {
		s.fields["head"].SetError("")
		if strings.TrimSpace(text) == "" {
			s.finding.Cancel()
			offer(nil)
			return
		}
		d, f := env.Desk(), seminar.RosterFilter{SeminarID: env.Seminar().ID, Search: text, Limit: 8}
		if s.base.ID != "" {
			f.DelegationID = []seminar.ID{s.base.ID}
		}
		s.finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
			func(rows []seminar.RosterRow, err error) {
				if err != nil {
					env.Fail(err)
				}
				var names []string
				for _, r := range rows {
					names = append(names, s.known(r))
				}
				offer(names)
			})
	}
	s.inner["head"] = s.head.Entry
	s.add("head", env.Lang.T("programme.delegation.head"), s.head.Content())
}

// known are the words that somebody is offered by; of two with one name, the badge number tells them apart.
func (s *delegationSheet) known(r seminar.RosterRow) string {
	name := r.Name()
	if id, taken := s.heads[name]; taken && id != r.AttendeeID {
		name += " · " + r.BadgeNumber
	}
	s.heads[name] = r.AttendeeID
	return name
}

// readHead writes the name of the head that there is into its entry.
func (s *delegationSheet) readHead() {
	if s.base.HeadID == "" {
		return
	}
	env := s.page.env
	d, f := env.Desk(), seminar.RosterFilter{SeminarID: env.Seminar().ID, Only: []seminar.ID{s.base.HeadID}, Limit: 1}
	s.finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
		func(rows []seminar.RosterRow, err error) {
			switch {
			case err != nil:
				env.Fail(err)
			case len(rows) == 1 && s.head.Entry.Text == "":
				s.head.SetText(s.known(rows[0]))
				s.before = s.filled()
			}
		})
}

// value is the delegation as it is filled in, and what of it could not be read.
func (s *delegationSheet) value() (seminar.Delegation, seminar.Problems) {
	now, l := s.base, s.page.env.Lang
	var bad seminar.Problems
	if now.Country = s.code(); now.Country == "" && strings.TrimSpace(s.country.Entry.Text) != "" {
		bad = append(bad, s.problem("country", "programme.delegation.country.unread", "value", s.country.Entry.Text))
	}
	if now.Name = strings.TrimSpace(s.name.Text); now.Name == "" && now.Country != "" {
		now.Name = l.Country(now.Country)
	}
	now.Quota = s.number("quota", s.quota.Text, &bad)
	head := strings.TrimSpace(s.head.Entry.Text)
	id, known := s.heads[head]
	if now.HeadID = id; head != "" && !known {
		bad = append(bad, s.problem("head", "programme.delegation.head.unknown", "value", head))
	}
	return now, bad
}

func (s *delegationSheet) submit() {
	now, bad := s.value()
	if s.problems(bad.OrNil()) {
		return
	}
	s.keepPart(now.Name, func(ctx context.Context, d *desk.Desk) (seminar.ID, desk.Action, error) {
		done, action, err := d.SaveDelegation(ctx, now)
		return done.ID, action, err
	})
}
