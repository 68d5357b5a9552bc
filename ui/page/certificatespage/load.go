package certificatespage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// entry is a person, or one of a person's certificates.
type entry struct {
	who         desk.Eligibility
	certificate *seminar.Certificate // that the entry is about; revoked ones too
}

// found is the three lists. A person whose certificate was revoked stands in two: the certificate remains, and another
// may be earned.
type found struct {
	lists map[string][]entry
	valid []seminar.Certificate // of the certificates found, those not revoked
	all   int                   // registrations, whatever the search
	asks  []*seminar.Error      // what a certificate of the kind asks for
	named map[string][]choice   // what a condition can name: "sessions" and "category"
	// layouts are those that a kind can be made by.
	layouts []desk.Layout
}

// choice is something that a condition can name.
type choice struct{ id, name string }

// names reads what a condition can name: the sessions that count first, then the others.
func (f *found) names(ctx context.Context, d *desk.Desk, of seminar.ID) error {
	sessions, err := d.Sessions(ctx, of)
	if err != nil {
		return err
	}
	f.named = map[string][]choice{}
	for _, counts := range []bool{true, false} {
		for _, s := range sessions {
			if s.Counts == counts {
				f.named["sessions"] = append(f.named["sessions"], choice{string(s.ID), s.Title})
			}
		}
	}
	if f.layouts, err = d.Layouts(ctx, of, template.Certificate); err != nil {
		return err
	}
	var categories []seminar.Category
	err = d.All(ctx, seminar.EntityCategory, of, &categories)
	for _, c := range categories {
		f.named["category"] = append(f.named["category"], choice{string(c.ID), c.Name})
	}
	return err
}

// load reads the lists, as far as the search goes.
func (p *Page) load() {
	p.offerKinds()
	of, d, search, kind := p.env.Seminar().ID, p.env.Desk(), p.search.Text, p.chosenKind()
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (found, error) {
		f := found{lists: map[string][]entry{}}
		if of == "" {
			return f, nil
		}
		people, err := d.EligibilityFor(ctx, of, kind)
		if err != nil {
			return f, err
		}
		if f.asks, err = d.ConditionsOf(ctx, of, kind); err != nil {
			return f, err
		}
		if err := f.names(ctx, d, of); err != nil {
			return f, err
		}
		f.all = len(people)
		if search != "" {
			if people, err = matching(ctx, d, of, search, people); err != nil {
				return f, err
			}
		}
		var certificates []seminar.Certificate
		if err := d.All(ctx, seminar.EntityCertificate, of, &certificates); err != nil {
			return f, err
		}
		f.sort(people, slices.DeleteFunc(certificates, func(c seminar.Certificate) bool { return !c.Of(kind) }))
		return f, nil
	}, func(f found, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.found = f
		if of != p.of || !p.begun {
			p.of, p.begun = of, true
			p.begin()
		}
		p.asks.SetText(p.asked(f.asks))
		p.refresh()
	})
}

// matching keeps the people whom the roster's search finds, in any script, the best first.
func matching(ctx context.Context, d *desk.Desk, of seminar.ID, search string, people []desk.Eligibility) ([]desk.Eligibility, error) {
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: search, Order: seminar.ByFamilyName})
	if err != nil {
		return nil, err
	}
	by := make(map[seminar.ID]desk.Eligibility, len(people))
	for _, e := range people {
		by[e.Row.RegistrationID] = e
	}
	var some []desk.Eligibility
	for _, r := range rows {
		if e, ok := by[r.RegistrationID]; ok {
			some = append(some, e)
		}
	}
	return some, nil
}

// sort puts people and certificates into the lists they belong to, in the order of the people.
func (f *found) sort(people []desk.Eligibility, certificates []seminar.Certificate) {
	of := map[seminar.ID][]seminar.Certificate{}
	for _, c := range certificates {
		of[c.RegistrationID] = append(of[c.RegistrationID], c)
	}
	for _, e := range people {
		for _, c := range of[e.Row.RegistrationID] {
			f.lists[issued] = append(f.lists[issued], entry{e, &c})
			if !c.Revoked {
				f.valid = append(f.valid, c)
			}
		}
		switch {
		case e.Certificate != nil:
		case e.Eligible():
			f.lists[earned] = append(f.lists[earned], entry{who: e})
		default:
			f.lists[notEarned] = append(f.lists[notEarned], entry{who: e})
		}
	}
}

// begin chooses the list that a seminar just opened is about: those who can get a certificate, or those who did.
func (p *Page) begin() {
	p.which.Selected = earned
	if len(p.found.lists[earned]) == 0 && len(p.found.lists[issued]) > 0 {
		p.which.Selected = issued
	}
}

func (p *Page) refresh() {
	l := p.env.Lang
	entries := p.found.lists[p.which.Selected]
	items := make([]widgets.PickItem, len(entries))
	for i, e := range entries {
		item := widgets.PickItem{ID: string(e.who.Row.AttendeeID), Title: e.who.Row.Name(), Meta: l.Hours(e.who.Minutes)}
		switch c := e.certificate; {
		case c == nil && !e.who.Eligible():
			item.Meta = l.Err(e.who.Why)
		case c != nil:
			item.ID, item.Meta, item.Kind = string(c.ID), c.Serial+" · "+p.day(c.Issued), widgets.KindAccepted
			if c.Revoked {
				item.Meta, item.Kind = c.Serial+" · "+l.T("certificates.state.revoked"), widgets.KindRefused
			}
		}
		items[i] = item
	}
	p.list.Set(items)
	if i := slices.IndexFunc(items, func(it widgets.PickItem) bool { return it.ID == string(p.wanted) }); p.wanted != "" && i >= 0 {
		p.wanted = ""
		p.list.Step(i - p.list.Cursor)
	}
	p.people.Objects, p.body.Objects = []fyne.CanvasObject{p.list}, []fyne.CanvasObject{p.columns}
	switch {
	case p.found.all == 0:
		p.body.Objects = []fyne.CanvasObject{p.empty()}
	case len(items) == 0:
		p.people.Objects = []fyne.CanvasObject{p.empty()}
	}
	p.people.Refresh()
	p.body.Refresh()
	p.segments()
	p.buttons()
	p.show()
}

// empty says why a list is empty, with the button that leads on.
func (p *Page) empty() fyne.CanvasObject {
	t := p.env.Lang.T
	key, button, do := p.which.Selected, "", func() {}
	switch {
	case p.found.all == 0:
		key, button, do = "nobody", "badges.empty.button", func() { p.env.Open(page.Attendees, "") }
	case p.search.Text != "":
		key, button, do = "filtered", "badges.empty.filtered.button", func() { p.search.SetText("") }
	case key == earned && len(p.found.lists[issued]) > 0:
		key, button, do = "done", "certificates.empty.done.button", func() { p.which.Select(issued) }
	case key == earned:
		button, do = "certificates.empty.earned.button", func() { p.which.Select(notEarned) }
	case key == issued:
		button, do = "certificates.empty.issued.button", func() { p.which.Select(earned) }
	}
	label := ""
	if button != "" {
		label = t(button)
	}
	return widgets.NewEmptyState(theme.IconCertificates, t("certificates.empty."+key+".title"), t("certificates.empty."+key+".text"), label, do)
}

func (p *Page) segments() {
	l := p.env.Lang
	segment := func(id string) widgets.Segment {
		return widgets.Segment{ID: id, Label: l.T("certificates.list."+id) + "  " + l.Number(len(p.found.lists[id]))}
	}
	p.which.Segments = []widgets.Segment{segment(earned), segment(notEarned), segment(issued)}
	p.which.Refresh()
	if p.title != nil {
		p.title.Refresh() // longer words need more room
	}
}
