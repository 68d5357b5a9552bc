package intake

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// drawSource offers the ways in, and below them the imports that were done.
func (k *Intake) drawSource() fyne.CanvasObject {
	l := k.Env.Lang
	rtl := l.RTL()
	k.next = widgets.NewPrimary(l.T("common.choose_file"), theme.IconFile, k.Choose)
	paste := widgets.NewButtonWithIcon(l.T("intake.paste"), theme.Icon(theme.IconCopy), k.Paste)
	above := []fyne.CanvasObject{k.head(l.T("intake.title"), widgets.NewButton(l.T("common.back"), k.Back))}
	if k.problem != nil {
		notice := widgets.NewNotice(widgets.KindRefused, k.list.Name, l.Err(k.problem))
		notice.RTL = rtl
		above = append(above, notice)
	}
	title, sentence := widgets.Section(l.T("intake.choose.title")), widgets.Quiet(l.T("intake.choose.text", "kinds", endings()))
	title.Align, sentence.Align = widgets.AlignCentre, widgets.AlignCentre
	icon := widget.NewIcon(theme.IconIn(theme.IconSheet, theme.QuietText))
	ways := widgets.Column(theme.Space3, container.NewCenter(widgets.Fixed(theme.NameSize, theme.NameSize, icon)), title, sentence,
		container.NewCenter(widgets.Row(rtl, theme.Space2, paste, k.next)))
	middle := container.NewCenter(widgets.Fixed(520, 0, ways))
	if len(k.earlier) == 0 {
		return page(above, middle, nil)
	}
	before := widgets.Section(l.T("intake.earlier"))
	before.RTL = rtl
	above = append(above, widgets.Inset(0, theme.Space4, middle), before)
	return page(above, k.earlierTable(), nil)
}

// endings are the kinds of files, as they are written on buttons and in manuals.
func endings() string {
	var all []string
	for _, e := range Extensions() {
		all = append(all, strings.ToUpper(e[1:]))
	}
	return strings.Join(all, ", ")
}

// earlierTable lists the imports that were done; Enter leads to taking one back.
func (k *Intake) earlierTable() *widgets.DataTable {
	l := k.Env.Lang
	column := func(key string, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: key, Title: l.T(key), Width: width, Grow: grow}
	}
	k.table = widgets.NewDataTable(k.Env.Run, []widgets.TableColumn{column("intake.earlier.when", 240, false), column("intake.earlier.list", 240, true),
		column("intake.earlier.new", 80, false), column("intake.earlier.changed", 90, false), column("intake.earlier.who", 140, false), column("intake.earlier.state", 130, false)},
		k.earlierRows())
	k.table.RTL, k.table.ReadOnly = l.RTL(), true
	k.table.OnOpen = k.takeBack
	k.table.Reload()
	return k.table
}

// earlierRows are the imports as rows of their table.
func (k *Intake) earlierRows() func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
	l, all, zone := k.Env.Lang, k.earlier, k.Env.Seminar().Location()
	return func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
		answer := widgets.TablePage{Total: len(all)}
		for _, one := range all[min(offset, len(all)):min(offset+limit, len(all))] {
			state := widgets.TableCell{Text: l.T("intake.earlier.stands"), Quiet: true}
			if one.Undone {
				state = widgets.TableCell{Text: l.T("intake.earlier.undone"), Kind: widgets.KindAlready}
			}
			at := one.At.In(zone)
			answer.Rows = append(answer.Rows, widgets.TableRow{ID: string(one.ID), Cells: []widgets.TableCell{{Text: l.Date(at) + " " + l.Time(at)},
				{Text: one.File, Bold: !one.Undone, Quiet: one.Undone}, {Text: l.Number(one.Created)}, {Text: l.Number(one.Updated)}, {Text: one.Operator, Quiet: true}, state}})
		}
		return answer, nil
	}
}
