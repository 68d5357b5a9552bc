package attendeespage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
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

// table is the pair side by side: who they are, what differs, what is the same.
func (k *pairing) table(c *compared) fyne.CanvasObject {
	l := k.page.env.Lang
	t, rtl := l.T, l.RTL()
	column := widgets.TextColumn(theme.Space2, 640)
	if len(c.pair.Reasons) > 0 {
		why := widgets.Quiet(form.Why(l, c.pair.Reasons))
		why.RTL = rtl
		column.Add(why)
		column.Add(widgets.Fixed(0, theme.Space1, container.NewStack()))
	}
	column.Add(k.heads(c))
	var differ, same []fyne.CanvasObject
	for _, line := range k.lines(c) {
		label := widgets.Caption(line.label)
		label.Lines, label.RTL = 2, rtl
		if line.equal() {
			value := quiet(line.values[0], rtl)
			same = append(same, widgets.CompareSame(rtl, label, value))
			continue
		}
		cells := [3]fyne.CanvasObject{}
		for i, text := range []string{line.values[0], line.values[1], line.after} {
			cells[i] = value(text, i < 2 && line.stays[i], i == 2, rtl)
		}
		differ = append(differ, widgets.CompareRow(rtl, label, cells[0], cells[1], cells[2]))
	}
	part := func(key string, some []fyne.CanvasObject) {
		if len(some) == 0 {
			return
		}
		title := widgets.Body(t(key))
		title.Style.Bold, title.RTL = true, rtl
		column.Add(widgets.Fixed(0, theme.Space1, container.NewStack()))
		column.Add(title)
		for _, o := range some {
			column.Add(widgets.Rule())
			column.Add(o)
		}
	}
	part("attendees.twins.differ", differ)
	part("attendees.twins.same", same)
	return column
}

// heads are the two people and the one they become, above the columns.
func (k *pairing) heads(c *compared) fyne.CanvasObject {
	l := k.page.env.Lang
	t, rtl := l.T, l.RTL()
	head := func(kind widgets.Kind, icon theme.IconName, word string, r seminar.RosterRow, name string, open fyne.CanvasObject) fyne.CanvasObject {
		pill := widgets.NewStatusPill(kind, word)
		pill.Icon, pill.RTL = icon, rtl
		title := widgets.Section(name)
		title.Lines, title.RTL = 3, rtl
		column := widgets.TextColumn(theme.Space1, 180, widgets.AtMost(rtl, pill.MinSize().Width, pill), title)
		if own := ownScript(r); own != "" {
			text := widgets.Body(own)
			text.RTL = rtl
			column.Add(text)
		}
		if open != nil {
			column.Add(widgets.Row(rtl, 0, open))
		}
		return column
	}
	one := func(i int, r seminar.RosterRow) fyne.CanvasObject {
		open := widgets.NewButtonWithIcon(t("common.open")+"  F"+string(rune('2'+i)), theme.Icon(theme.IconEdit), func() { k.openOne(i) })
		open.Importance = widget.LowImportance
		k.opens[i] = open
		if k.second == (i == 1) {
			return head(widgets.KindAccepted, "", t("attendees.twins.stays"), r, r.Name(), open)
		}
		return head(widgets.KindNeutral, theme.IconMerge, t("attendees.twins.goes"), r, r.Name(), open)
	}
	keep := c.becomes[b2i(k.second)].Keep
	after := seminar.RosterRow{GivenName: keep.GivenName, FamilyName: keep.FamilyName, NativeName: keep.NativeName}
	for _, f := range c.becomes[b2i(k.second)].Fields {
		switch f.Name {
		case "given_name":
			after.GivenName = f.After
		case "family_name":
			after.FamilyName = f.After
		case "native_name":
			after.NativeName = f.After
		}
	}
	return widgets.CompareRow(rtl, container.NewStack(), one(0, c.pair.A), one(1, c.pair.B),
		head(widgets.KindNeutral, theme.IconPerson, t("attendees.twins.after"), after, after.Name(), nil))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// value is one value of a field in which they differ: strong where it stays, quiet where it does not.
func value(text string, stays, after, rtl bool) fyne.CanvasObject {
	if text == "" {
		text = "—"
	}
	o := widgets.NewText(text, theme.BodySize, theme.QuietText)
	o.Lines, o.MinWidth, o.RTL = 6, 48, rtl
	if stays || after {
		o.Colour = theme.Text
	}
	o.Style.Bold = stays
	return o
}

func quiet(text string, rtl bool) fyne.CanvasObject {
	o := widgets.Quiet(text)
	o.Lines, o.RTL = 6, rtl
	return o
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
