package attendeespage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// compared is the pair in front as it was read: the two people where they stand, and what each choice of who stays makes
// of them.
type compared struct {
	name    string
	pair    desk.Duplicate
	becomes [2]desk.Merging // with the first kept, with the second kept
}

// load reads the pair in front and shows it.
func (k *pairing) load() {
	v, ok := k.front()
	if !ok {
		return
	}
	name := nameOf(v)
	if k.shown != nil && k.shown.name != name {
		k.shown, k.second = nil, false // until it is read, no key decides anything
	}
	p := k.page
	d, q, a, b := p.env.Desk(), p.question(), v.A.AttendeeID, v.B.AttendeeID
	of := q.filter.SeminarID
	k.loading.Run(p.env.Context, p.env.Run, func(ctx context.Context) (*compared, error) {
		c := &compared{name: name, pair: v}
		var err error
		if c.becomes[0], err = d.Merging(ctx, of, a, b); err != nil {
			return nil, err
		}
		if c.becomes[1], err = d.Merging(ctx, of, b, a); err != nil {
			return nil, err
		}
		some, err := rows(ctx, d, q, texts([]seminar.ID{a, b}))
		for _, r := range some {
			switch r.AttendeeID {
			case a:
				c.pair.A = r
			case b:
				c.pair.B = r
			}
		}
		return c, err
	}, func(c *compared, err error) {
		switch {
		case p.pairing != k:
		case err != nil && k.withdraw(err, step{keep: a, drop: b}):
		case err != nil:
			p.env.Fail(err)
		default:
			k.draw(c)
		}
	})
}

// draw shows the pair that was read.
func (k *pairing) draw(c *compared) {
	k.shown = c
	if at := k.list.Cursor; k.name() == c.name {
		k.open[at] = c.pair
		k.list.Items[at] = k.item(c.pair)
		k.list.Refresh()
	}
	rtl := k.page.env.Lang.RTL()
	if k.text == nil || k.drawn != c.name {
		k.text, k.drawn = container.NewVScroll(nil), c.name
	}
	for _, b := range k.opens {
		if f := k.page.env.Window.Canvas().Focused(); b != nil && f == fyne.Focusable(b) {
			k.take() // it is about to go
		}
	}
	k.text.Content = widgets.Inset(theme.Space4, theme.Space3, k.table(c))
	widgets.KeepInView(k.text)
	// What can be done stands above: the toasts of the decision before cover the foot for a while.
	head := widgets.Column(0, widgets.Inset(theme.Space4, theme.Space3, k.bar), widgets.Rule())
	card := widgets.NewCard(widgets.Edge(rtl, head, nil, nil, nil, k.text))
	card.Padding = 1
	k.pane.Objects = []fyne.CanvasObject{card}
	k.pane.Refresh()
}

// scroll moves the comparison by most of what is seen of it.
func (k *pairing) scroll(pages float32) {
	if k.text != nil {
		at := k.text.Offset
		at.Y += pages * max(40, k.text.Size().Height-40)
		k.text.ScrollToOffset(at)
	}
}

// buttons are what can be decided about the pair.
func (k *pairing) buttons() *fyne.Container {
	t, rtl := k.page.env.Lang.T, k.page.env.Lang.RTL()
	merge := widgets.NewPrimary(t("attendees.twins.merge")+"  ⏎", theme.IconMerge, k.merge)
	apart := widgets.NewButtonWithIcon(t("attendees.twins.apart")+"  Del", theme.Icon(theme.IconGroup), k.apart)
	swap := widgets.NewButtonWithIcon(t("attendees.twins.swap")+"  Space", theme.Icon(theme.IconSwap), k.swap)
	return widgets.Flow(rtl, theme.Space2, merge, apart, swap)
}

// two are the two in front, who stays first; not while they are not read, or something is being written.
func (k *pairing) two() (keep, drop seminar.RosterRow, ok bool) {
	if k.busy || k.shown == nil || k.shown.name != k.name() {
		return keep, drop, false
	}
	keep, drop = k.shown.pair.A, k.shown.pair.B
	if k.second {
		keep, drop = drop, keep
	}
	return keep, drop, true
}

// swap lets the other stay.
func (k *pairing) swap() {
	if _, _, ok := k.two(); ok {
		k.second = !k.second
		k.draw(k.shown)
		k.take() // a button that was tapped would keep the keys
	}
}

// openOne opens the first or the second in the panel.
func (k *pairing) openOne(i int) {
	if k.shown != nil {
		k.page.Open([]seminar.ID{k.shown.pair.A.AttendeeID, k.shown.pair.B.AttendeeID}[i])
	}
}
