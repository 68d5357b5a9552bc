package attendeespage

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// newOrder makes the chip that chooses the order of the table, also such as no column has. By family name is what it
// says nothing of; the titles of the columns choose too, and reverse.
func newOrder(p *Page) *widgets.FilterChip {
	t := p.env.Lang.T
	var choices []widgets.Choice
	for _, o := range seminar.RosterOrders() {
		if o != seminar.ByFamilyName {
			choices = append(choices, widgets.Choice{ID: string(o), Label: t("common.order." + string(o))})
		}
	}
	c := widgets.NewFilterChip(t("attendees.order"), t("common.order."+string(seminar.ByFamilyName)), choices, nil)
	c.RTL = p.env.Lang.RTL()
	c.OnChanged = func(ids []string) {
		by := string(seminar.ByFamilyName)
		if len(ids) > 0 { // one at a time: the one chosen last
			by = ids[len(ids)-1]
		}
		p.sort(by, false)
	}
	return c
}

// sort puts the table into an order, which the export follows.
func (p *Page) sort(by string, descending bool) {
	p.table.SortBy, p.table.Descending = by, descending
	p.filter.Order = seminar.RosterOrder(by)
	if descending {
		p.filter.Order = "-" + p.filter.Order
	}
	p.filters.order.Chosen = nil
	if by != string(seminar.ByFamilyName) {
		p.filters.order.Chosen = []string{by}
	}
	p.filters.order.Refresh()
	p.filters.lay()
	p.table.Refresh()
	p.reload()
}

// chooseOrder opens the choice of orders by key.
func (p *Page) chooseOrder() {
	p.env.Window.Canvas().Focus(p.filters.order)
	p.filters.order.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
}
