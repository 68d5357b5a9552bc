package certificatespage

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/internal/trust"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// state says what the page in front is: a certificate that holds, one that was revoked, or only a preview, and of what.
func (p *Page) state(e entry) (widgets.Kind, string, string) {
	l := p.env.Lang
	switch c := e.certificate; {
	case c != nil && c.Revoked:
		return widgets.KindRefused, l.T("certificates.state.revoked.title", "serial", c.Serial), p.whyRevoked(*c)
	case c != nil:
		return widgets.KindAccepted, l.T("certificates.state.issued", "serial", c.Serial, "date", p.day(c.Issued)), ""
	case e.who.Eligible():
		return widgets.KindNeutral, l.T("certificates.state.preview"), l.T("certificates.state.missing")
	}
	why := ""
	for _, lack := range e.who.Lacks {
		why = widgets.Joined(" ", why, l.Err(lack))
	}
	return widgets.KindAttention, l.T("certificates.state.not_earned"), why + " " + l.T("certificates.state.missing")
}

// about fills the column at the end with the entry in front: what is certified of it, and what can be done with it now.
func (p *Page) about(e *entry) {
	l := p.env.Lang
	p.shown.Objects = nil
	defer p.choices.Refresh()
	if e == nil {
		return
	}
	p.shown.Objects = []fyne.CanvasObject{widgets.Rule()}
	if e.certificate == nil {
		name := widgets.Body(e.who.Row.Name())
		name.Style.Bold = true
		p.shown.Add(name)
		p.shown.Add(p.fact("certificates.fact.hours", l.T("certificates.fact.hours_of", "hours", l.Hours(e.who.Minutes), "of", l.Hours(e.who.Of))))
		if e.who.Eligible() {
			id := e.who.Row.AttendeeID
			p.shown.Add(widgets.NewButtonWithIcon(l.T("certificates.issue.one"), theme.Icon(theme.IconCertificates), func() { p.issueTo([]seminar.ID{id}) }))
		}
		return
	}
	c := *e.certificate
	for _, f := range p.signed(c.Snapshot) {
		p.shown.Add(f)
	}
	if c.Revoked {
		return
	}
	if p.preview.Prints() {
		p.shown.Add(widgets.NewButtonWithIcon(l.T("certificates.print.one"), theme.Icon(theme.IconPrint), func() { p.print([]seminar.Certificate{c}) }))
	}
	p.shown.Add(widgets.NewButtonWithIcon(l.T("certificates.save.one"), theme.Icon(theme.IconSave), func() { p.write([]seminar.Certificate{c}) }))
	p.shown.Add(widgets.NewButtonWithIcon(l.T("certificates.reissue"), theme.Icon(theme.IconRepeat), func() { p.reissue(c) }))
	p.shown.Add(widgets.NewButtonWithIcon(l.T("certificates.revoke"), theme.Icon(theme.IconTrash), func() { p.revoke(c) }))
}

// whyRevoked is the reason, and the certificate in its place if there is one.
func (p *Page) whyRevoked(c seminar.Certificate) string {
	l, said := p.env.Lang, ""
	if c.RevokedWhy != "" || c.ReplacedBy == "" {
		said = l.T("certificates.state.revoked.why", "why", c.RevokedWhy)
	}
	if c.ReplacedBy != "" {
		said = widgets.Joined(" ", said, l.T("certificates.state.replaced", "serial", c.ReplacedBy))
	}
	return said
}

// signed are the facts that a certificate's signature covers, a line each.
func (p *Page) signed(snapshot string) []fyne.CanvasObject {
	snap, err := seminar.ReadSnapshot(snapshot)
	if err != nil {
		return nil
	}
	return p.facts(trust.FactsOf(snap))
}

func (p *Page) facts(of *trust.Facts) []fyne.CanvasObject {
	l := p.env.Lang
	hours := l.Hours(of.Minutes)
	if of.Of > of.Minutes {
		hours = l.T("certificates.fact.hours_of", "hours", hours, "of", l.Hours(of.Of))
	}
	var facts []fyne.CanvasObject
	for _, f := range [][2]string{{"serial", of.Serial}, {"refers", of.Refers}, {"name", seminar.Snapshot{Name: of.Name, Honorific: of.Honorific}.FormalName()},
		{"native", of.Native}, {"title", of.Title}, {"seminar", of.Seminar}, {"days", p.days(of.Start, of.End)}, {"hours", hours}, {"issued", p.day(of.Issued)}} {
		if f[1] != "" {
			facts = append(facts, p.fact("certificates.fact."+f[0], f[1]))
		}
	}
	return facts
}

// fact is a line of what stands on a certificate, below what it is.
func (p *Page) fact(key, value string) fyne.CanvasObject {
	label, text := widgets.Caption(p.env.Lang.T(key)), widgets.Body(value)
	label.RTL, text.RTL = p.env.Lang.RTL(), p.env.Lang.RTL()
	return widgets.TextColumn(0, 0, label, text)
}

// day is a day of the seminar's zone; text is a date or a moment as the domain writes them.
func (p *Page) day(text string) string {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		t, err := time.Parse(form, text)
		if err != nil {
			continue
		}
		if form == time.RFC3339 {
			t = t.In(p.env.Seminar().Location())
		}
		l := p.env.Lang
		return l.T("document.days.one", "day", strconv.Itoa(t.Day()), "month", l.T("common.month."+strconv.Itoa(int(t.Month()))), "year", strconv.Itoa(t.Year()))
	}
	return text
}

func (p *Page) days(from, to string) string {
	if to == "" || from == to {
		return p.day(from)
	}
	return p.env.Lang.T("common.date.range", "from", p.day(from), "to", p.day(to))
}
