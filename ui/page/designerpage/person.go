package designerpage

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/widgets"
)

// who is whom the page is shown with: somebody of the seminar, or somebody who does not exist.
type who struct {
	sample string             // the name of a template.Sample
	row    *seminar.RosterRow // nil: the sample
}

func (w who) key() string {
	if w.row != nil {
		return string(w.row.AttendeeID)
	}
	return w.sample
}

// data is what the page shows of them.
type data struct {
	badge       document.Badge
	certificate document.Certificate
	categories  []seminar.Category // of the seminar, for conditions
}

// whoName is what they are called on the button.
func (p *Page) whoName() string {
	if p.who.row != nil {
		return p.who.row.Name()
	}
	return p.env.Lang.T("template.sample." + p.who.sample)
}

// fetch reads what the page shows of somebody.
func (p *Page) fetch(then func()) {
	w, d, of, kind := p.who, p.env.Desk(), p.env.Seminar(), p.kind
	p.fetching.Run(p.env.Context, p.env.Run, func(ctx context.Context) (data, error) {
		var got data
		var err error
		if w.row == nil {
			got, err = sampled(ctx, d, of, w.sample)
		} else {
			got, err = real(ctx, d, of.ID, *w.row, kind)
		}
		if err == nil && of.ID != "" {
			got.categories, err = d.Categories(ctx, of.ID)
		}
		return got, err
	}, func(got data, err error) {
		if err != nil && w.row != nil { // nobody to show any more
			p.who = who{sample: "typical"}
			p.bar.follow()
			p.fetch(then)
		}
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.data = got
		then()
	})
}

// real is somebody of the seminar.
func real(ctx context.Context, d *desk.Desk, of seminar.ID, row seminar.RosterRow, kind template.Kind) (data, error) {
	badges, err := d.BadgesFor(ctx, of, []seminar.RosterRow{row})
	if err != nil || len(badges) == 0 {
		return data{}, err
	}
	got := data{badge: badges[0]}
	if kind != template.Certificate {
		return got, nil
	}
	people, err := d.Eligibility(ctx, of)
	if err != nil {
		return got, err
	}
	i := slices.IndexFunc(people, func(e desk.Eligibility) bool { return e.Row.AttendeeID == row.AttendeeID })
	if i < 0 {
		return got, nil
	}
	got.certificate, err = d.CertificatePreview(ctx, of, people[i])
	return got, err
}

// sampled is a person who does not exist, at the seminar in front.
func sampled(ctx context.Context, d *desk.Desk, of seminar.Seminar, name string) (data, error) {
	all := template.Samples()
	i := max(0, slices.IndexFunc(all, func(s template.Sample) bool { return s.Name == name }))
	v := all[i].Value
	if of.ID == "" {
		of = seminar.Seminar{Titles: map[string]string{"en": v("seminar")}, Organiser: v("organiser"), Venue: v("venue"), Signer: v("signer"),
			SignerAs: v("signer_as"), Start: "2026-05-18", End: "2026-05-20"}
	}
	var pictures map[template.Source][]byte
	if of.ID != "" {
		var err error
		if pictures, err = d.SeminarPictures(ctx, of.ID); err != nil {
			return data{}, err
		}
	}
	b := document.Badge{Seminar: of, Pictures: pictures, Delegation: v("delegation"), Code: v("badge_code"), Number: v("badge_number"),
		Category: seminar.Category{Name: v("category"), Colour: "#147a80"},
		Attendee: seminar.Attendee{GivenName: v("given_name"), FamilyName: v("family_name"), NativeName: v("native_name"),
			Honorific: v("honorific"), Position: v("position"), Organisation: v("organisation"), Country: v("country_code"), Email: v("email"),
			Phone: v("phone"), Language: v("language"), BirthDate: v("birth_date"), Access: v("access"), Dietary: v("dietary")}}
	if of.ID != "" {
		categories, err := d.Categories(ctx, of.ID)
		if err != nil {
			return data{}, err
		}
		if len(categories) > 0 && name == "typical" {
			b.Category = categories[0] // conditions of a category are seen as they are for most
		}
		if b.Sessions, err = d.Sessions(ctx, of.ID); err != nil {
			return data{}, err
		}
	}
	c := document.Certificate{Seminar: of, Pictures: pictures, Attendee: b.Attendee, Serial: v("serial"), Issued: time.Date(2026, 5, 20, 12, 0, 0, 0, of.Location()),
		Minutes: 840, Of: 960, Signer: of.Signer, SignerAs: of.SignerAs, Payload: v("payload"), Category: b.Category,
		HoursWords: map[string]string{"en": v("hours_words")}, Sessions: strings.Split(v("sessions"), ", "), Initiatives: strings.Split(v("initiatives"), ", ")}
	return data{badge: b, certificate: c}, nil
}

// choosePerson asks whom the page is shown with.
func (p *Page) choosePerson() {
	if p.editor == nil {
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	search := widgets.NewEntry(l.T("designer.person.search"), false)
	list := widgets.NewPickList()
	list.RTL = rtl
	var found []who
	shut := func() { p.env.Panel(nil, nil) }
	choose := func() {
		if i := list.Cursor; i >= 0 && i < len(found) {
			p.who = found[i]
			shut()
			p.personChanged()
		}
	}
	load := func() {
		d, of, text := p.env.Desk(), p.env.Seminar().ID, search.Text
		p.people.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
			if of == "" {
				return nil, nil
			}
			return d.Roster(ctx, roster(of, text))
		}, func(rows []seminar.RosterRow, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			var items []widgets.PickItem
			found, items = p.offer(rows, text == "")
			list.Set(items)
		})
	}
	search.OnChanged = func(string) { load() }
	search.OnEnter, search.OnEscape = choose, shut
	search.OnKey = func(ev *fyne.KeyEvent) bool {
		by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]
		list.Step(by)
		return by != 0
	}
	list.OnEnter, list.OnEscape = choose, shut
	show := widgets.NewPrimary(l.T("designer.person.show"), "", choose)
	panel := widgets.NewSidePanel(l.T("designer.person"), widgets.Edge(rtl, paper.PanelColumn(search), nil, nil, nil,
		widgets.Fixed(0, 480, list)), shut, show)
	panel.RTL = rtl
	p.env.Panel(panel, nil)
	load()
	p.env.Window.Canvas().Focus(search)
}

// roster are the people whom a page may be shown with.
func roster(of seminar.ID, search string) seminar.RosterFilter {
	return seminar.RosterFilter{SeminarID: of, Search: search, Order: seminar.ByFamilyName,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}}
}

// offer are the people to choose from: without a search first those by whom a layout is tried.
func (p *Page) offer(rows []seminar.RosterRow, tried bool) ([]who, []widgets.PickItem) {
	l := p.env.Lang
	var found []who
	var items []widgets.PickItem
	add := func(row *seminar.RosterRow, meta string) {
		found = append(found, who{row: row})
		items = append(items, widgets.PickItem{ID: meta + string(row.AttendeeID), Title: row.Name(), Meta: meta, Tag: row.BadgeNumber})
	}
	if tried {
		if long, short, arabic := extremes(rows); long != nil {
			add(long, l.T("designer.person.longest"))
			add(short, l.T("designer.person.shortest"))
			if arabic != nil {
				add(arabic, l.T("designer.person.arabic"))
			}
		}
		for _, s := range template.Samples() {
			found = append(found, who{sample: s.Name})
			items = append(items, widgets.PickItem{ID: "sample " + s.Name, Title: s.Value("name"), Meta: l.T("template.sample."+s.Name) + " · " + l.T("designer.person.nobody")})
		}
	}
	for i := range rows {
		add(&rows[i], rows[i].Organisation)
	}
	return found, items
}

// extremes are the people with the longest and the shortest name, and one whose name is in Arabic letters; nil where there is none.
func extremes(rows []seminar.RosterRow) (long, short, arabic *seminar.RosterRow) {
	for i := range rows {
		r := &rows[i]
		n := utf8.RuneCountInString(r.Name())
		if long == nil || n > utf8.RuneCountInString(long.Name()) {
			long = r
		}
		if short == nil || n < utf8.RuneCountInString(short.Name()) {
			short = r
		}
		if arabic == nil && strings.ContainsFunc(r.Name()+r.NativeName, func(c rune) bool { return unicode.Is(unicode.Arabic, c) }) {
			arabic = r
		}
	}
	return long, short, arabic
}
