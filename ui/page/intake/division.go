package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// divisions is how many divided names are shown.
const divisions = 6

// division is how whole names are divided, with the first of them as they will be; nil where the list has none.
func (k *Intake) division() fyne.CanvasObject {
	l := k.Env.Lang
	rtl := l.RTL()
	if !k.found.Named {
		return nil
	}
	mapping := transfer.Mapping{System: k.found.System, Fields: k.found.Fields}
	var names []fyne.CanvasObject
	for _, p := range transfer.People(k.found.Table, mapping).People {
		if p.Whole == "" || p.Divided == transfer.DividedNot {
			continue
		}
		names = append(names, k.divided(p))
		if len(names) == divisions {
			break
		}
	}
	if len(names) == 0 {
		return nil
	}
	var segments []widgets.Segment
	for _, o := range transfer.NameOrders() {
		segments = append(segments, widgets.Segment{ID: segmentOf(o), Label: l.T("import.order." + segmentOf(o))})
	}
	order := widgets.NewSegmented(segments, segmentOf(k.list.Options.Names), func(id string) {
		k.list.Options.Names = transfer.NamesByCountry
		if id != segmentOf(transfer.NamesByCountry) {
			k.list.Options.Names = transfer.NameOrder(id)
		}
		k.inspect()
	})
	order.RTL = rtl
	title := widgets.NewText(l.T("intake.division"), theme.BodySize, theme.Text)
	title.Style.Bold, title.RTL = true, rtl
	return widgets.Column(theme.Space2, widgets.Fixed(0, theme.Space1, container.NewStack()), widgets.Flow(rtl, theme.Space3, title, order),
		widgets.Side(rtl, theme.Space3, 300, names...))
}

// segmentOf names an order of names where none has no name.
func segmentOf(o transfer.NameOrder) string {
	if o == transfer.NamesByCountry {
		return "country"
	}
	return string(o)
}

// longestPart is how much of a part of a name is shown, in letters.
const longestPart = 20

// divided is one whole name and why it is divided so, and below it its parts: the given name, then the family name in bold.
func (k *Intake) divided(p transfer.Person) fyne.CanvasObject {
	l := k.Env.Lang
	rtl := l.RTL()
	arrow := "→"
	if rtl {
		arrow = "←"
	}
	whole := widgets.Caption(widgets.Joined(" · ", short(p.Whole), l.T("import.divided."+string(p.Divided))))
	given := widgets.NewText(cut(p.Attendee.GivenName, longestPart), theme.BodySize, theme.Text)
	family := widgets.NewText(cut(p.Attendee.FamilyName, longestPart), theme.BodySize, theme.Text)
	family.Style.Bold = true
	for _, t := range []*widgets.Text{whole, given, family} {
		t.RTL = rtl
	}
	return widgets.Column(0, whole, widgets.Row(rtl, theme.Space2, widgets.NewText(arrow, theme.BodySize, theme.QuietText), given, family))
}
