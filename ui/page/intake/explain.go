package intake

import (
	"strconv"

	"fyne.io/fyne/v2"

	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// explain shows the whole of what there is to say about a row: what becomes of it, old and new values beside each other, each
// problem with its column and value, and what the list says.
func (k *Intake) explain(e entry) {
	l, v := k.Env.Lang, k.liner()
	rtl := l.RTL()
	column := widgets.Column(theme.Space3)
	say := func(t *widgets.Text, lines int) {
		t.RTL, t.Lines = rtl, lines
		column.Add(t)
	}
	notice := func(kind widgets.Kind, title, text string) {
		n := widgets.NewNotice(kind, title, text)
		n.RTL = rtl
		column.Add(n)
	}
	cells := v.cells(e)
	say(widgets.Section(cells[1].Text), 2)
	pill := widgets.NewStatusPill(kinds[e.fate], v.fate(e))
	pill.RTL = rtl
	column.Add(widgets.Flow(rtl, theme.Space2, pill))
	for _, c := range v.whole.changes[e.row] {
		column.Add(k.beside(v.field(transfer.Field(c.Field)), v.old(c), short(v.value(c.Field, c.New))))
	}
	if e.fate != fateMissing {
		for _, p := range v.whole.problems[e.row] {
			kind := widgets.KindAttention
			if e.fate == fateRefused {
				kind = widgets.KindRefused
			}
			notice(kind, widgets.Joined(": ", short(p.Column), short(p.Value)), v.problem(p))
		}
		for _, w := range v.whole.warnings[e.row] {
			notice(widgets.KindAttention, widgets.Joined(": ", short(w.Column), short(w.Value)), v.warning(w, false))
		}
		if t, ok := v.whole.twins[e.row]; ok {
			notice(widgets.KindAttention, v.twin(t, "intake.twin"), "")
		}
	} else {
		say(widgets.Quiet(l.T("intake.missing.text")), 6)
	}
	if p := v.person(e); p != nil {
		for _, f := range v.said(p) {
			name, text := widgets.Caption(f[0]), widgets.Body(f[1])
			name.RTL, text.RTL = rtl, rtl
			column.Add(widgets.Column(0, name, text))
		}
	}
	title := l.T("intake.elsewhere")
	if e.row > 0 {
		title = l.T("intake.row", "row", strconv.Itoa(e.row))
	}
	k.panel(title, column)
}

// beside is a field with its old and its new value.
func (k *Intake) beside(field, before, after string) fyne.CanvasObject {
	rtl := k.Env.Lang.RTL()
	name, old, now := widgets.Caption(field), widgets.Quiet(before), widgets.Body(after)
	now.Style.Bold = true
	for _, t := range []*widgets.Text{name, old, now} {
		t.RTL = rtl
	}
	return widgets.Column(theme.Space1, name, widgets.Side(rtl, theme.Space3, 140, old, now))
}

// said is what a row says of its person: names of fields, and texts.
func (v liner) said(p *transfer.Person) [][2]string {
	a := p.Attendee
	var all [][2]string
	for _, f := range []struct {
		field transfer.Field
		text  string
	}{{transfer.FieldGivenName, a.GivenName}, {transfer.FieldFamilyName, a.FamilyName}, {transfer.FieldNativeName, a.NativeName}, {transfer.FieldBadgeName, a.BadgeName},
		{transfer.FieldHonorific, a.Honorific}, {transfer.FieldPosition, a.Position}, {transfer.FieldOrganisation, a.Organisation}, {transfer.FieldCountry, a.Country},
		{transfer.FieldEmail, a.Email}, {transfer.FieldPhone, a.Phone}, {transfer.FieldLanguage, a.Language}, {transfer.FieldBirthDate, a.BirthDate},
		{transfer.FieldGender, string(a.Gender)}, {transfer.FieldAccess, a.Access}, {transfer.FieldDietary, a.Dietary}, {transfer.FieldDeskNote, a.DeskNote},
		{transfer.FieldCategory, p.Category}, {transfer.FieldDelegation, p.Delegation}, {transfer.FieldStatus, string(p.Status)}, {transfer.FieldCode, p.ForeignCode}} {
		if f.text != "" {
			all = append(all, [2]string{v.field(f.field), short(v.value(string(f.field), f.text))})
		}
	}
	for _, q := range v.asked {
		if text := p.Answers[string(q.ID)]; text != "" {
			all = append(all, [2]string{q.Said(v.lang.Tag()), short(text)})
		}
	}
	return all
}
