package attendeespage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

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
		lines := widgets.TextColumn(theme.Space1, 640)
		for _, o := range some {
			lines.Add(widgets.Rule())
			lines.Add(o)
		}
		column.Add(lines)
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
