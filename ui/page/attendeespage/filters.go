package attendeespage

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// filters are the chips above the table: several at once narrow it further.
type filters struct {
	page                                  *Page
	row                                   *fyne.Container
	status, category, country, delegation *widgets.FilterChip
	agreed                                *widgets.FilterChip // to all that is chosen
	order                                 *widgets.FilterChip // not a filter, but it stands with them
	arrived, missing, unprinted           *widgets.Chip
	clear                                 *widgets.Button
	quiet                                 bool // the chips are being set, not pressed
}

func newFilters(p *Page) *filters {
	f := &filters{page: p}
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	list := func(key string, choices []widgets.Choice, chosen func([]string)) *widgets.FilterChip {
		c := widgets.NewFilterChip(t(key), t("common.all"), choices, func(ids []string) { chosen(ids); f.changed() })
		c.RTL = rtl
		return c
	}
	var statuses []widgets.Choice
	for _, s := range seminar.Statuses() {
		statuses = append(statuses, widgets.Choice{ID: string(s), Label: t("common.status." + string(s))})
	}
	f.status = list("attendees.column.status", statuses, func(ids []string) { p.filter.Status = typed[seminar.Status](ids) })
	f.category = list("attendees.column.category", nil, func(ids []string) { p.filter.CategoryID = typed[seminar.ID](ids) })
	f.country = list("attendees.column.country", nil, func(ids []string) { p.filter.Country = ids })
	f.delegation = list("common.word.delegation", nil, func(ids []string) { p.filter.DelegationID = typed[seminar.ID](ids) })
	f.agreed = list("attendees.agreed", nil, func(ids []string) { p.filter.AgreedTo = typed[seminar.ID](ids) })
	f.arrived = widgets.NewChip(t("attendees.arrived"), -1, func(on bool) { f.presence(on, true, f.missing) })
	f.missing = widgets.NewChip(t("attendees.not_arrived"), -1, func(on bool) { f.presence(on, false, f.arrived) })
	f.unprinted = widgets.NewChip(t("attendees.unprinted"), -1, func(on bool) { p.filter.Unprinted = on; f.changed() })
	f.clear = widgets.NewButtonWithIcon(t("attendees.clear"), theme.Icon(theme.IconCross), func() {
		f.forget()
		f.changed()
		p.env.Window.Canvas().Focus(p.entry)
	})
	f.clear.Hide()
	for _, c := range []*widgets.Chip{f.arrived, f.missing, f.unprinted} {
		c.RTL = rtl
	}
	f.order = newOrder(p)
	f.row = widgets.Flow(rtl, theme.Space2, f.order, f.status, f.category, f.country, f.delegation, f.agreed, f.arrived, f.missing, f.unprinted, f.clear)
	return f
}

func typed[T ~string](ids []string) []T {
	var all []T
	for _, id := range ids {
		all = append(all, T(id))
	}
	return all
}

func (f *filters) changed() {
	if !f.quiet {
		f.page.refilter()
	}
}

// presence filters by who came or who did not: one of the two, or neither.
func (f *filters) presence(on, want bool, other *widgets.Chip) {
	f.page.filter.Arrived = nil
	if on {
		f.page.filter.Arrived = &want
		before := f.quiet
		f.quiet = true
		if other.Selected {
			other.Selected = false
			other.Refresh()
		}
		f.quiet = before
	}
	f.changed()
}

// marked shows the way back from all filters while there is one.
func (f *filters) marked() {
	v := f.page.filter
	any := len(v.Status)+len(v.CategoryID)+len(v.Country)+len(v.DelegationID)+len(v.AgreedTo) > 0 || v.Arrived != nil || v.Unprinted
	f.clear.Hidden = !any
	f.lay()
}

// forget takes every filter off.
func (f *filters) forget() {
	f.quiet = true
	for _, c := range []*widgets.FilterChip{f.status, f.category, f.country, f.delegation, f.agreed} {
		c.Toggle("")
	}
	for _, c := range []*widgets.Chip{f.arrived, f.missing, f.unprinted} {
		c.SetSelected(false)
	}
	f.quiet = false
	f.marked()
}

// offer fills the filters with what the seminar has.
func (f *filters) offer(k known) {
	l := f.page.env.Lang
	f.category.Choices, f.country.Choices, f.delegation.Choices = nil, nil, nil
	for _, c := range k.categories {
		f.category.Choices = append(f.category.Choices, widgets.Choice{ID: string(c.ID), Label: c.Name})
	}
	for _, d := range k.delegations {
		f.delegation.Choices = append(f.delegation.Choices, widgets.Choice{ID: string(d.ID), Label: d.Name})
	}
	for _, code := range k.countries {
		f.country.Choices = append(f.country.Choices, widgets.Choice{ID: code, Label: l.Country(code)})
	}
	f.agreed.Choices = []widgets.Choice{{ID: string(seminar.AgreedData), Label: l.T("privacy.consent.data")}}
	for _, q := range k.questions {
		if q.Type == seminar.TypeConsent {
			f.agreed.Choices = append(f.agreed.Choices, widgets.Choice{ID: string(q.ID), Label: q.Said(l.Tag())})
		}
	}
	slices.SortFunc(f.country.Choices, func(a, b widgets.Choice) int { return cmp.Compare(a.Label, b.Label) })
	f.category.Hidden, f.country.Hidden, f.delegation.Hidden = len(k.categories) == 0, len(k.countries) < 2, len(k.delegations) == 0
	for _, c := range []*widgets.FilterChip{f.category, f.country, f.delegation, f.agreed} {
		c.Refresh()
	}
	f.lay()
}

// lay puts the chips beside and under each other after one of them got other words; the table under them gives way.
func (f *filters) lay() {
	f.row.Refresh()
	if f.row.MinSize().Height != f.row.Size().Height {
		f.page.list.Refresh()
	}
}
