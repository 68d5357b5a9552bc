package certificatespage

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// editKinds opens the panel with the kinds of certificate that the seminar issues, and what stands before its serial numbers.
func (p *Page) editKinds() {
	s := p.env.Seminar()
	if s.ID == "" || !p.env.Leaving() {
		return
	}
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	column := paper.PanelColumn()
	for _, k := range s.CertificateKinds() {
		open := widgets.NewButtonWithIcon(p.kindTitle(k), theme.Icon(theme.IconEdit), func() { p.editKind(k, false) })
		column.Add(open)
	}
	column.Add(widgets.Rule())
	for _, k := range p.offered(s) {
		add := widgets.NewButtonWithIcon(l.T("certificates.kinds.add", "kind", p.kindTitle(k)), theme.Icon(theme.IconPlus), func() { p.editKind(k, true) })
		column.Add(add)
	}
	column.Add(widgets.NewButtonWithIcon(l.T("certificates.kinds.other"), theme.Icon(theme.IconPlus), func() { p.editKind(seminar.CertificateKind{}, true) }))
	column.Add(widgets.Rule())
	prefix := widgets.NewEntry("", false)
	before := s.SerialPrefix
	prefix.Text = before
	field := widgets.NewFormField(l.T("certificates.prefix"), prefix)
	field.RTL = l.RTL()
	say := func(text string) {
		t := s
		t.SerialPrefix = strings.TrimSpace(text)
		field.SetError("")
		field.SetHint(l.T("certificates.prefix.hint", "serial", t.SerialNumber("A", 12)))
		if bad := t.CheckCertificates().For("serial_prefix"); bad != nil {
			field.SetError(l.Err(bad))
		}
	}
	prefix.OnChanged = say
	say(prefix.Text)
	save := func() {
		s.SerialPrefix = strings.TrimSpace(prefix.Text)
		if bad := s.CheckCertificates().For("serial_prefix"); bad != nil {
			field.SetError(l.Err(bad))
			return
		}
		shut()
		p.saveSeminar(s)
	}
	var panel *widgets.SidePanel
	leave := func() {
		if panel.Leaving() {
			shut()
		}
	}
	prefix.OnEnter, prefix.OnEscape = save, leave
	column.Add(field)
	panel = widgets.NewSidePanel(l.T("certificates.kinds.title"), column, leave, widgets.NewPrimary(l.T("common.save"), "", save))
	panel.RTL = l.RTL()
	p.env.Guard(panel, func() bool { return strings.TrimSpace(prefix.Text) != before })
	p.env.Panel(panel, p.back)
	if first, ok := column.Objects[0].(fyne.Focusable); ok {
		p.env.Window.Canvas().Focus(first)
	}
}

// offered are the kinds with words in every language that the seminar does not have yet, each with what it is usually for.
func (p *Page) offered(s seminar.Seminar) []seminar.CertificateKind {
	var some []seminar.CertificateKind
	for _, id := range []string{seminar.KindAttendance, seminar.KindParticipation, seminar.KindAppreciation} {
		if !slices.ContainsFunc(s.CertificateKinds(), func(k seminar.CertificateKind) bool { return k.ID == id }) {
			some = append(some, seminar.CertificateKind{ID: id, Condition: p.likely(id)})
		}
	}
	return some
}

// likely is the condition that a kind begins with: a certificate of participation is for the speakers, if there is such a
// category.
func (p *Page) likely(kind string) json.RawMessage {
	at := slices.IndexFunc(p.found.named["category"], func(c choice) bool { return strings.EqualFold(c.name, "speaker") })
	if kind != seminar.KindParticipation || at < 0 {
		return nil
	}
	value, err := json.Marshal([]string{p.found.named["category"][at].id})
	if err != nil {
		return nil
	}
	raw, err := attendance.ConditionOf([]attendance.Condition{{Var: "category", Op: "in", Value: value}}, false)
	if err != nil {
		return nil
	}
	return raw
}

// saveSeminar saves what was changed of the certificates.
func (p *Page) saveSeminar(s seminar.Seminar) {
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.SaveSeminar(ctx, s) },
		func(a desk.Action, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(p.env.Lang.T("certificates.kinds.saved"), a)
			p.env.SetSeminar(s.ID)
		})
}
