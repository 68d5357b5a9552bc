package programmepage

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/collation"
	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

// orderMenu offers the orders that protocol may follow beside one made by hand: the alphabets of languages, by the names that
// countries have in them. That of the screen stands first.
func (p *Page) orderMenu() {
	if len(p.now.delegations) < 2 {
		return
	}
	own := collation.Known(p.env.Lang.Tag())
	tongues := i18n.DocumentLanguages()
	slices.SortStableFunc(tongues, func(a, b struct{ Tag, Name string }) int {
		return cmp.Compare(number(b.Tag == own), number(a.Tag == own))
	})
	var items []*fyne.MenuItem
	for _, v := range tongues {
		items = append(items, fyne.NewMenuItem(p.env.Lang.T("programme.delegation.order.by", "language", v.Name), func() { p.orderBy(v.Tag, v.Name) }))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.env.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, p.party.order.Size().Height), p.party.order)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// orderBy puts the delegations into the order of a language's alphabet.
func (p *Page) orderBy(tag, name string) {
	l, tongue := p.env.Lang, i18n.OpenDocument(tag)
	ids := desk.Alphabetical(p.now.delegations, tag, func(v seminar.Delegation) string { return cmp.Or(tongue.Country(v.Country), v.Name) })
	p.act(l.T("programme.delegation.ordered", "language", name), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.Reorder(ctx, seminar.EntityDelegation, ids)
	}, p.shelf.take)
}
