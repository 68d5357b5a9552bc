package attendeespage

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/ui/widgets"
)

// working shows how far long work on a file is, in the place of the list.
func (p *Page) working(file string, cancel func()) *widgets.ProgressCard {
	card := widgets.NewProgressCard(file, p.env.Lang.T("common.cancel"), cancel)
	card.RTL = p.env.Lang.RTL()
	p.put(container.NewCenter(widgets.Fixed(480, 0, card)))
	return card
}

// worked says what became of long work: that it was cancelled, what went wrong, or what was done.
func (p *Page) worked(err error, done string, action desk.Action) {
	switch {
	case errors.Is(err, context.Canceled):
		p.env.Done(p.env.Lang.T("common.cancelled_work"), "")
	case err != nil:
		p.env.Fail(err)
	default:
		p.env.Done(done, action)
	}
}
