package reportspage

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/widgets"
)

// SettingLanguage is the setting of the language of reports, "" for the window's.
const SettingLanguage = "reports.language"

// choices are what a report can be told.
type choices struct {
	order       *paper.Order
	parties     *paper.Order // of the report on delegations, which has an order of its own
	language    *widgets.Select
	scope       *widgets.Select // of a signature sheet
	scopes      []scope
	ticked      *widgets.Check
	compare     *widgets.Select
	agreed      *widgets.Select // of a list of people: who agreed to what
	fields      map[string]*widgets.FormField
	column      *fyne.Container
	besidePages fyne.CanvasObject
	filling     bool // the choices are being filled: nobody chose
}

// scope is what a signature sheet can be for; the zero scope is the whole seminar.
type scope struct {
	name          string
	session, list seminar.ID
	day           string
}

func (p *Page) buildChoices() {
	t := p.env.Lang.T
	p.order = paper.NewOrder(p.env, "reports.order", seminar.ByFamilyName, p.chosen)
	p.parties = paper.NewOrder(p.env, "reports.order.delegations", seminar.ByProtocol, p.chosen)
	languages := i18n.DocumentLanguages()
	names := []string{t("reports.language.window")}
	at := 0
	for i, l := range languages {
		names = append(names, l.Name)
		if l.Tag == p.env.Setting(SettingLanguage) {
			at = i + 1
		}
	}
	p.language = widgets.NewSelect(names, nil)
	p.language.SetSelectedIndex(at)
	p.language.OnChanged = func(string) {
		tag := ""
		if i := p.language.SelectedIndex(); i > 0 {
			tag = languages[i-1].Tag
		}
		p.env.SetSetting(SettingLanguage, tag)
		p.chosen()
	}
	p.scope = widgets.NewSelect(nil, func(string) { p.chosen() })
	p.ticked = widgets.NewCheck(t("reports.ticked"), func(bool) { p.chosen() })
	p.compare = widgets.NewSelect(nil, func(string) { p.chosen() })
	p.agreed = widgets.NewSelect(nil, func(string) { p.chosen() })
	p.fields = map[string]*widgets.FormField{}
	field := func(key string, control fyne.CanvasObject) *widgets.FormField {
		f := widgets.NewFormField(t("reports.choose."+key), control)
		f.RTL = p.env.Lang.RTL()
		return f
	}
	for key, control := range map[string]fyne.CanvasObject{"language": p.language, "order": p.order.Select, "scope": p.scope, "compare": p.compare, "agreed": p.agreed} {
		p.fields[key] = field(key, control)
	}
	p.fields["parties"] = field("order", p.parties.Select)
	hint := widgets.Caption(t("reports.hint"))
	hint.Lines, hint.RTL = 4, p.env.Lang.RTL()
	p.column = paper.Column()
	p.besidePages = widgets.Fixed(choicesWidth, 0, widgets.NewCard(widgets.Edge(p.env.Lang.RTL(), nil, hint, nil, nil, p.column)))
}

// choicesWidth is how wide the choices are.
const choicesWidth float32 = 276

// chosen follows a choice, unless it is the page that fills them.
func (p *Page) chosen() {
	if !p.filling {
		p.load(false)
	}
}

// showChoices shows those that the report knows.
func (p *Page) showChoices() {
	p.filling = true
	defer func() { p.filling = false }()
	shown := []fyne.CanvasObject{p.fields["language"]}
	switch p.kind {
	case document.KindSummary, document.KindAttendance, document.KindMatrix, document.KindComparison:
		shown = append(shown, p.fields["order"])
	case document.KindDelegations:
		shown = append(shown, p.fields["parties"])
	case document.KindSignIn:
		p.fillScopes()
		shown = append(shown, p.fields["order"], p.fields["scope"], p.ticked)
	}
	if slices.Contains(desk.AgreedKinds(), p.kind) {
		p.fillAgreed()
		shown = append(shown, p.fields["agreed"])
	}
	if p.kind == document.KindComparison {
		p.fillOthers()
		shown = append(shown, p.fields["compare"])
	}
	p.column.Objects = shown
	p.column.Refresh()
}

// fillScopes offers what a signature sheet can be for: the seminar, its days if there are several, its sessions and its lists.
func (p *Page) fillScopes() {
	l, front := p.env.Lang, p.scoped()
	all := []scope{{name: l.T("reports.scope.seminar")}}
	days := p.offered.days
	if len(days) > 1 {
		for _, d := range days {
			all = append(all, scope{name: l.Date(d), day: d.Format("2006-01-02")})
		}
	}
	zone := p.summary.Seminar.Location()
	for _, s := range p.offered.sessions {
		all = append(all, scope{name: widgets.Joined(" ", l.Time(s.Start.In(zone)), s.Title), session: s.ID})
	}
	for _, v := range p.offered.lists {
		all = append(all, scope{name: v.Name, list: v.ID})
	}
	p.scopes = all
	at := 0
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.name
		if s.session == front.session && s.list == front.list && s.day == front.day {
			at = i
		}
	}
	p.scope.Options = names
	p.scope.SetSelectedIndex(at)
}

func (p *Page) scoped() scope {
	if i := p.scope.SelectedIndex(); p.kind == document.KindSignIn && i >= 0 && i < len(p.scopes) {
		return p.scopes[i]
	}
	return scope{}
}

// fillOthers offers the seminars to compare with, the nearest first.
func (p *Page) fillOthers() {
	front := p.compared()
	names := make([]string, len(p.others))
	at := 0
	for i, s := range p.others {
		names[i] = widgets.Joined(" · ", s.Start, s.Title(p.env.Lang.Tag()))
		if s.ID == front {
			at = i
		}
	}
	p.compare.Options = names
	p.compare.SetSelectedIndex(at)
}

// fillAgreed offers everybody, and who agreed to what is asked.
func (p *Page) fillAgreed() {
	l, front := p.env.Lang, p.agreedTo()
	p.agreed.Options = []string{l.T("common.all"), l.T("privacy.consent.data")}
	at := 0
	if len(front) > 0 {
		at = 1
	}
	for i, q := range p.offered.consents {
		p.agreed.Options = append(p.agreed.Options, q.Said(l.Tag()))
		if slices.Contains(front, q.ID) {
			at = i + 2
		}
	}
	p.agreed.SetSelectedIndex(at)
}

func (p *Page) agreedTo() []seminar.ID {
	i := p.agreed.SelectedIndex()
	switch {
	case i <= 0 || !slices.Contains(desk.AgreedKinds(), p.kind):
		return nil
	case i-2 >= 0 && i-2 < len(p.offered.consents):
		return []seminar.ID{p.offered.consents[i-2].ID}
	}
	return []seminar.ID{seminar.AgreedData}
}

func (p *Page) compared() seminar.ID {
	if i := p.compare.SelectedIndex(); p.kind == document.KindComparison && i >= 0 && i < len(p.others) {
		return p.others[i].ID
	}
	return ""
}

// wanted is what the choices ask for.
func (p *Page) wanted() desk.Wanted {
	s, order := p.scoped(), p.order
	if p.kind == document.KindDelegations {
		order = p.parties
	}
	return desk.Wanted{Seminar: p.env.Seminar().ID, Kind: p.kind, Order: order.By(), Session: s.session, Day: s.day, List: s.list,
		Ticked: p.kind == document.KindSignIn && p.ticked.Checked, Compare: p.compared(), AgreedTo: p.agreedTo()}
}

// options are those of the pages: the window's, in the language of reports.
func (p *Page) options() document.Options {
	o := p.preview.Options()
	if tag := p.env.Setting(SettingLanguage); tag != "" {
		o.Lang = i18n.OpenDocument(tag)
	}
	return o
}
