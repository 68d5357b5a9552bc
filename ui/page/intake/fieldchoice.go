package intake

import (
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// fieldsHeight is the room of the list of fields in its panel, in device-independent pixels.
const fieldsHeight = 430

// chooseField asks where a column goes.
func (k *Intake) chooseField(column int) {
	l := k.Env.Lang
	rtl := l.RTL()
	list := widgets.NewPickList()
	list.RTL = rtl
	items := k.fieldItems(column)
	none := widgets.Quiet("")
	none.RTL = rtl
	show := func(text string) {
		var some []widgets.PickItem
		for _, item := range items {
			if matches(item.Title, text) {
				some = append(some, item)
			}
		}
		list.Set(some)
		if none.SetText(""); len(some) == 0 {
			none.SetText(l.T("common.nothing_found"))
		}
		list.MoveTo(0)
	}
	show("")
	for i, item := range items {
		if item.Kind != widgets.KindNeutral {
			list.Cursor = i
		}
	}
	take := func() {
		if i := list.Cursor; i >= 0 && i < len(list.Items) {
			k.Env.Panel(nil, nil)
			k.setField(column, transfer.Field(list.Items[i].ID))
		}
	}
	entry := widgets.NewEntry(l.T("common.search"), false)
	entry.OnChanged, entry.OnEnter = show, take
	entry.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyDown:
			list.Step(1)
		case fyne.KeyUp:
			list.Step(-1)
		default:
			return false
		}
		return true
	}
	list.OnEnter = take
	list.OnTyped = func(r rune) {
		k.Env.Window.Canvas().Focus(entry)
		entry.TypedRune(r)
	}
	header := k.found.Headers[column]
	if header == "" {
		header = l.T("intake.headless", "n", l.Number(column+1))
	}
	about := widgets.Caption(widgets.Joined(" · ", samples(k.found.Table, column)...))
	about.RTL = rtl
	choose := widgets.NewPrimary(l.T("intake.take_field"), "", take)
	k.panel(short(header), widgets.Column(theme.Space3, about, entry, none, widgets.Fixed(0, fieldsHeight, list)), choose)
	k.Env.Window.Canvas().Focus(entry)
}

// matches says whether a name has a text in it; capitals and dots over an i do not matter.
func matches(name, text string) bool {
	plain := strings.NewReplacer("i̇", "i", "ı", "i")
	return strings.Contains(plain.Replace(strings.ToLower(name)), plain.Replace(strings.ToLower(strings.TrimSpace(text))))
}

// fieldItems are the fields that a column can go to. Those that another column has say which.
func (k *Intake) fieldItems(column int) []widgets.PickItem {
	l := k.Env.Lang
	now := k.found.Fields[column]
	var all []widgets.PickItem
	fields := transfer.Fields()
	for _, q := range k.asked {
		fields = append(fields, transfer.QuestionField(string(q.ID)))
	}
	for _, f := range fields {
		item := widgets.PickItem{ID: string(f), Title: short(k.fieldName(f))}
		if _, asks := f.Question(); asks {
			item.Meta = l.T("intake.question")
		}
		if f == now || f == transfer.FieldIgnore && now == transfer.FieldNone {
			item.Kind = widgets.KindAccepted
		}
		for i, other := range k.found.Fields {
			if f != transfer.FieldIgnore && other == f && i != column {
				item.Meta = widgets.Joined(" · ", item.Meta, l.T("intake.taken_by", "column", short(k.found.Key(i))))
			}
		}
		all = append(all, item)
	}
	return all
}

// setField lets a column go to a field; the column that went there goes nowhere.
func (k *Intake) setField(column int, f transfer.Field) {
	m := map[string]string{}
	for key, field := range k.list.Options.Map {
		if m[key] = field; transfer.Field(field) == f && f != transfer.FieldIgnore {
			m[key] = string(transfer.FieldAuto)
		}
	}
	for i, other := range k.found.Fields {
		if i != column && other == f && f != transfer.FieldIgnore {
			m[k.found.Key(i)] = string(transfer.FieldIgnore)
		}
	}
	m[k.found.Key(column)] = string(f)
	k.list.Options.Map, k.cursor = m, column
	k.inspect()
}
