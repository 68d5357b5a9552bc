package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// places says, before the form is saved, that there is no place for whom it is of: they will wait, or one key gives them a place beyond
// the quota, with a reason.
type places struct {
	form   *Form
	full   *desk.Shortage // nil while there is a place
	over   bool           // one is given all the same
	why    *field
	notice *tappedNotice
	box    *fyne.Container
}

func newPlaces(f *Form) places {
	p := places{form: f}
	p.notice = newTappedNotice(f.lang, f.turnPlace)
	p.why = f.text("over_why", func(v *desk.Form) *string { return &v.Registration.OverWhy })
	p.why.target.(*entry).OnChanged = func(string) { f.cleared(p.why) }
	p.why.box.Required = true
	p.why.box.Hide()
	p.box = widgets.TextColumn(theme.Space2, widgets.PanelWidth-2*theme.Space4, p.notice, p.why.box)
	return p
}

// set begins anew; a reason that somebody new has already was half-written.
func (p *places) set(v desk.Form) {
	if v.Registration.ID != "" {
		v.Registration.OverWhy = ""
	}
	p.full, p.over = nil, v.Registration.OverWhy != ""
	p.why.put(v)
}

// beyond says whether a place beyond a quota is to be given.
func (p *places) beyond() bool { return p.full != nil && p.over }

func (p *places) reason() string {
	var v desk.Form
	p.why.take(&v)
	return v.Registration.OverWhy
}

// under is the field that it stands below, nil for none: that of what is full, as far as it is shown.
func (p *places) under() *field {
	if f := p.form; p.full.Of == seminar.EntityDelegation && !f.folded {
		return f.delegation
	}
	return p.form.category
}

// among puts the reason among the fields, where it stands.
func (p *places) among(fields []*field) []*field {
	if !p.beyond() {
		return fields
	}
	return slices.Insert(slices.Clone(fields), slices.Index(fields, p.under())+1, p.why)
}

// askPlace asks whether there is a place, after a change of what places are counted by.
func (f *Form) askPlace() {
	if f.o.NoPlace != nil && !f.setting {
		f.o.NoPlace(f.Value().Registration, f.showPlace)
	}
}

func (f *Form) showPlace(full *desk.Shortage) {
	p := &f.places
	if full == nil && p.full == nil {
		return
	}
	p.full = full
	f.sayPlace()
}

// sayPlace writes the notice and puts it where it belongs.
func (f *Form) sayPlace() {
	p, l := &f.places, f.lang
	p.why.box.Hidden = !p.over
	if f.o.Waits != nil {
		f.o.Waits(p.full != nil && p.full.Waits > 0 && !p.over)
	}
	if full := p.full; full != nil {
		title := "form.full"
		if full.Of == seminar.EntitySeminar {
			title = "form.full.seminar"
		}
		p.notice.Title = l.T(title, "what", full.Name, "taken", l.Number(full.Taken), "places", l.Number(full.Places))
		switch {
		case p.over:
			p.notice.Text = l.T("form.full.over")
		case full.Waits > 0:
			p.notice.Text = l.T("form.full.waits", "n", l.Number(full.Waits))
		default:
			p.notice.Text = l.T("form.full.has")
		}
		p.notice.Refresh()
	}
	f.arrange()
}

// turnPlace turns from the waiting list to a place beyond the quota, and back.
func (f *Form) turnPlace() {
	p := &f.places
	if p.full == nil {
		return
	}
	p.over = !p.over
	f.sayPlace()
	if p.over {
		p.why.focus()
	} else if under := p.under(); under != nil {
		under.focus()
	} else {
		f.Focus()
	}
}
