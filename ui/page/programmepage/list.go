package programmepage

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// listItems are the check-in lists, each with what its rules are.
func (p *Page) listItems() []item {
	l, zone := p.env.Lang, p.env.Seminar().Location()
	all := make([]item, len(p.now.lists))
	for i, v := range p.now.lists {
		var names []string
		for _, c := range p.now.categories {
			if slices.Contains(v.Categories, c.ID) {
				names = append(names, c.Name)
			}
		}
		window := ""
		if v.From != "" {
			window = l.T("programme.list.opens", "time", writtenBound(l, v.From, zone))
		}
		if v.To != "" {
			window = widgets.Joined(" ", window, l.T("programme.list.closes", "time", writtenBound(l, v.To, zone)))
		}
		places := ""
		if v.Capacity > 0 {
			places = l.T("programme.places", "n", strconv.Itoa(v.Capacity))
		}
		all[i] = item{id: v.ID, title: v.Name, icon: theme.IconDoor, end: l.T("common.frequency." + string(v.Frequency)),
			meta: widgets.Joined(" · ", p.sessionTitle(v.SessionID), window, strings.Join(names, ", "), places, p.ruleInWords(v.Rule))}
	}
	return all
}

func (p *Page) sessionTitle(id seminar.ID) string {
	for _, s := range p.sessions {
		if s.ID == id {
			return s.Title
		}
	}
	return ""
}

func (p *Page) addList() {
	p.editList(seminar.List{SeminarID: p.env.Seminar().ID, Frequency: seminar.Once, ReEntry: true, Position: desk.Behind(p.now.lists, func(v seminar.List) int { return v.Position })})
}

func frequencies() []seminar.Frequency {
	return []seminar.Frequency{seminar.Once, seminar.Daily, seminar.Multiple}
}

// listSheet is the form of one check-in list.
type listSheet struct {
	*sheet
	base               seminar.List
	name               *widgets.Entry
	session, frequency *widgets.Select
	sessions           []seminar.ID // as the choice has them, "" first
	reEntry, pending   *widgets.Check
	from, to           *widgets.Entry
	tolerance          *widgets.Entry
	capacity, exitAll  *widgets.Entry
	categories         *picks
	rule               *ruleTable
}

// editList opens a check-in list in the panel; one without an id is new.
func (p *Page) editList(v seminar.List) {
	t, zone := p.env.Lang.T, p.env.Seminar().Location()
	s := &listSheet{sheet: p.newSheet(), base: v}
	s.name = s.entry("name", t("programme.name"), v.Name)
	s.makeSession()
	s.makeFrequency()
	s.reEntry = widgets.NewCheck(t("programme.list.re_entry"), nil)
	s.reEntry.Checked = v.ReEntry
	s.column.Add(s.reEntry)
	s.from, s.to = s.boundField("from", v.From), s.boundField("to", v.To)
	s.tolerance = s.entry("tolerance", t("programme.list.tolerance"), numberOrNone(v.Tolerance))
	s.fields["tolerance"].Hint = t("programme.list.tolerance.hint")
	var choices []pick
	for _, c := range p.now.categories {
		choices = append(choices, pick{string(c.ID), c.Name})
	}
	if s.categories = newPicks(p.env.Lang.RTL(), choices, idTexts(v.Categories)); len(choices) > 0 {
		s.add("categories", t("programme.list.categories"), s.categories.content).Hint = t("programme.list.categories.hint")
	}
	s.pending = widgets.NewCheck(t("programme.list.pending"), nil)
	s.pending.Checked = v.TakesPending
	s.column.Add(s.pending)
	s.capacity = s.entry("capacity", t("programme.list.capacity"), numberOrNone(v.Capacity))
	s.exitAll = s.entry("exit_all_at", t("programme.list.exit_all"), writtenBound(p.env.Lang, v.ExitAllAt, zone))
	s.fields["exit_all_at"].Hint = t("programme.list.exit_all.hint")
	s.rule = newRuleTable(s.sheet, v.Rule)
	s.add("rule", t("programme.rule"), s.rule.Content)
	s.save = s.submit
	s.filled = func() any { v, _ := s.value(); return [2]any{v, s.from.Text + s.to.Text + s.exitAll.Text} }
	s.openPart(t("programme.list"), seminar.EntityList, v.ID, v.Name)
}

func (s *listSheet) makeSession() {
	t := s.page.env.Lang.T
	s.sessions = []seminar.ID{""}
	names := []string{t("programme.list.whole")}
	for _, v := range s.page.sessions {
		s.sessions, names = append(s.sessions, v.ID), append(names, v.Title)
	}
	if !slices.Contains(s.sessions, s.base.SessionID) { // it was removed from the programme
		s.sessions, names = append(s.sessions, s.base.SessionID), append(names, t("programme.list.session.gone"))
	}
	s.session = widgets.NewSelect(names, nil)
	s.session.SetSelectedIndex(slices.Index(s.sessions, s.base.SessionID))
	s.add("session", t("programme.session"), s.session)
}

// makeFrequency offers how often somebody is admitted; a sentence below says what it means.
func (s *listSheet) makeFrequency() {
	t := s.page.env.Lang.T
	var names []string
	for _, f := range frequencies() {
		names = append(names, t("common.frequency."+string(f)))
	}
	s.frequency = widgets.NewSelect(names, nil)
	f := s.add("frequency", t("programme.list.frequency"), s.frequency)
	say := func() {
		if i := s.frequency.SelectedIndex(); i >= 0 {
			f.SetHint(t("programme.frequency." + string(frequencies()[i])))
			s.column.Refresh()
		}
	}
	s.frequency.SetSelectedIndex(max(0, slices.Index(frequencies(), s.base.Frequency)))
	s.frequency.OnChanged = func(string) { say() }
	say()
}

// boundField is an entry for an end of the window, empty for none.
func (s *sheet) boundField(name, bound string) *widgets.Entry {
	l := s.page.env.Lang
	e := s.entry(name, l.T("programme.list."+name), writtenBound(l, bound, s.page.env.Seminar().Location()))
	f := s.fields[name]
	say := func(text string) {
		f.SetError("")
		hint := "programme.list." + name + ".never"
		switch read, ok := readBound(l, text); {
		case !ok:
			hint = "programme.list.bound.hint"
		case strings.Contains(read, "T"):
			hint = "programme.list.bound.once"
		case read != "":
			hint = "programme.list.bound.daily"
		}
		f.SetHint(l.T(hint))
	}
	e.OnChanged = say
	say(e.Text)
	return e
}

// bound is what stands in the entry of an end of a window; untouched, it is what there was, to the second.
func (s *sheet) bound(field, text, base string, bad *seminar.Problems) string {
	l := s.page.env.Lang
	if text == writtenBound(l, base, s.page.env.Seminar().Location()) {
		return base
	}
	read, ok := readBound(l, text)
	if !ok {
		*bad = append(*bad, s.problem(field, "programme.bound.unread", "value", text, "example", writtenDay(l, s.page.env.Desk().Now())+" 09:00"))
	}
	return read
}

// number is what stands in an entry for a number, none for an empty one.
func (s *sheet) number(field, text string, bad *seminar.Problems) int {
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(text)
	if text != "" && (err != nil || n < 0) {
		*bad = append(*bad, s.problem(field, "programme.number.unread", "value", text))
	}
	return n
}

func numberOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// value is the list as it is filled in, and what of it could not be read.
func (s *listSheet) value() (seminar.List, seminar.Problems) {
	now := s.base
	var bad seminar.Problems
	now.Name = strings.TrimSpace(s.name.Text)
	if i := s.session.SelectedIndex(); i >= 0 {
		now.SessionID = s.sessions[i]
	}
	if i := s.frequency.SelectedIndex(); i >= 0 {
		now.Frequency = frequencies()[i]
	}
	now.ReEntry, now.TakesPending = s.reEntry.Checked, s.pending.Checked
	now.From, now.To = s.bound("from", s.from.Text, s.base.From, &bad), s.bound("to", s.to.Text, s.base.To, &bad)
	now.ExitAllAt = s.bound("exit_all_at", s.exitAll.Text, s.base.ExitAllAt, &bad)
	now.Tolerance, now.Capacity = s.number("tolerance", s.tolerance.Text, &bad), s.number("capacity", s.capacity.Text, &bad)
	now.Categories = textIDs(s.categories.chosen())
	now.Rule = s.rule.value(&bad)
	return now, bad
}

func (s *listSheet) submit() {
	now, bad := s.value()
	for _, e := range attendance.ValidateList(now, s.page.env.Seminar()) {
		if bad.For(e.Field) == nil {
			bad = append(bad, e)
		}
	}
	if s.problems(bad.OrNil()) {
		return
	}
	s.keepPart(now.Name, func(ctx context.Context, d *desk.Desk) (seminar.ID, desk.Action, error) {
		done, action, err := d.SaveList(ctx, now)
		return done.ID, action, err
	})
}

// keepPart saves a thing and goes to its row; what the desk finds wrong with it stands beside its field.
func (s *sheet) keepPart(title string, save func(context.Context, *desk.Desk) (seminar.ID, desk.Action, error)) {
	var id seminar.ID
	s.page.actOr(s.page.env.Lang.T("programme.saved", "title", title), func(ctx context.Context, d *desk.Desk) (action desk.Action, err error) {
		id, action, err = save(ctx, d)
		return action, err
	}, func() { s.kept(id) }, s.problems)
}
