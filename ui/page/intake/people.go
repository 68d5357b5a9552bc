package intake

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// drawPeople shows everybody on the list as they will be, and what becomes of them.
func (k *Intake) drawPeople() fyne.CanvasObject {
	l, w := k.Env.Lang, k.whole
	rtl := l.RTL()
	k.next = widgets.NewPrimary("", theme.IconUpload, k.take)
	back := widgets.NewButton(l.T("common.back"), k.Back)
	said := widgets.Quiet("")
	said.RTL = rtl
	follow := func() {
		if n := w.taken(k.update); n > 0 {
			k.next.SetText(l.N("intake.take", n))
			k.next.Enable()
		} else {
			k.next.SetText(l.T("intake.take.nobody"))
			k.next.Disable()
		}
		said.SetText(k.summary())
		said.Hidden = said.Text == ""
	}
	follow()
	chips := k.chips()
	if w.count(fateChanged) > 0 {
		update := widgets.NewCheck(l.T("intake.update"), nil)
		update.Checked = k.update
		update.OnChanged = func(on bool) {
			k.update = on
			follow()
			k.fill()
			k.Take()
		}
		k.ask = update
		chips = append(chips, update)
	}
	if len(w.problems) > 0 {
		chips = append(chips, k.problemsButton())
	}
	above := []fyne.CanvasObject{k.head(k.list.Name, back, k.next), widgets.Flow(rtl, theme.Space2, chips...), said}
	return page(above, k.peopleTable(), nil)
}

// summary is what should be known beside the counts: that nothing is left to do, that this very list was
// taken in before, or that twins were not looked for.
func (k *Intake) summary() string {
	l, w := k.Env.Lang, k.whole
	nothing, again, twins := "", "", ""
	for _, one := range k.earlier {
		if one.SHA256 == k.sum && !one.Undone && again == "" {
			at := one.At.In(k.Env.Seminar().Location())
			again = l.T("intake.again", "date", l.Date(at), "time", l.Time(at))
		}
	}
	switch {
	case w.count("") == 0:
		nothing = l.T("intake.nobody")
	case w.taken(true) == 0:
		nothing = l.T("intake.nothing")
	case w.taken(k.update) == 0:
		nothing = l.N("intake.only_changed", w.count(fateChanged))
	}
	if w.report.TwinsLeft {
		twins = l.T("intake.twins_left")
	}
	return widgets.Joined(" ", nothing, again, twins)
}

// chips choose which rows are shown, by what becomes of them; those of which there are none are left out.
func (k *Intake) chips() []fyne.CanvasObject {
	l := k.Env.Lang
	var all []fyne.CanvasObject
	chips := map[fate]*widgets.Chip{}
	mark := func() {
		for f, c := range chips {
			c.Selected = f == k.only
			c.Refresh()
		}
	}
	for _, f := range append([]fate{""}, fates()...) {
		n := k.whole.count(f)
		if n == 0 && f != "" {
			continue
		}
		key := "intake.fate.all"
		if f != "" {
			key = "intake.fate." + string(f)
		}
		chip := widgets.NewChip(l.T(key), n, func(on bool) {
			k.only = f
			if !on {
				k.only = ""
			}
			mark()
			k.fill()
		})
		chip.RTL = l.RTL()
		chips[f] = chip
		all = append(all, chip)
	}
	mark()
	return all
}

// peopleTable has a row for each of the list. What the list says of nobody has no column.
func (k *Intake) peopleTable() *widgets.DataTable {
	l, w := k.Env.Lang, k.whole
	column := func(key string, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: key, Title: l.T(key), Width: width, Grow: grow}
	}
	columns := []widgets.TableColumn{column("column.row", 56, false), column("column.name", 190, false)}
	for _, c := range w.columns {
		width := float32(112)
		if c == shownCategory {
			width = 150
		}
		columns = append(columns, column("column."+string(c), width, c == shownOrganisation))
	}
	columns = append(columns, column("intake.becomes", 330, true))
	k.table = widgets.NewDataTable(k.Env.Run, columns, nil)
	k.table.RTL, k.table.ReadOnly = l.RTL(), true
	k.table.OnOpen = func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			k.explain(w.entries[i])
		}
	}
	k.fill()
	return k.table
}

// fill lists the rows that are chosen. They are made as they come into view, off the UI thread.
func (k *Intake) fill() {
	w, only, line := k.whole, k.only, k.liner()
	k.table.Fetch = func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
		answer := widgets.TablePage{Total: w.count(only)}
		for i := offset; i < min(offset+limit, answer.Total); i++ {
			at := i
			if only != "" {
				at = w.by[only][i]
			}
			answer.Rows = append(answer.Rows, widgets.TableRow{ID: strconv.Itoa(at), Cells: line.cells(w.entries[at])})
		}
		return answer, nil
	}
	k.table.Reload()
}
