package intake

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// examples is how many values of a column stand beside its header.
const examples = 3

// drawColumns shows what the list was taken for and what its columns hold; both can be changed, and what is shown follows.
func (k *Intake) drawColumns() fyne.CanvasObject {
	l := k.Env.Lang
	rtl := l.RTL()
	k.next = widgets.NewPrimary(l.T("common.next"), "", k.readAll)
	if k.problem != nil || !k.found.Named {
		k.next.Disable()
	}
	above := []fyne.CanvasObject{k.head(k.list.Name, widgets.NewButton(l.T("common.back"), k.Back), k.next),
		widgets.Flow(rtl, theme.Space2, k.makings()...)}
	notice := func(kind widgets.Kind, title, text string) {
		n := widgets.NewNotice(kind, title, text)
		n.RTL = rtl
		above = append(above, n)
	}
	switch {
	case k.problem != nil:
		notice(widgets.KindRefused, l.Err(k.problem), "")
		return page(above, widgets.Column(0), nil)
	case !k.found.Named:
		notice(widgets.KindAttention, l.T("intake.nameless"), l.T("intake.nameless.text"))
	}
	hint := widgets.Caption(l.T("intake.columns.hint"))
	hint.RTL = rtl
	return page(append(above, hint), k.columnTable(), k.division())
}

// columnTable has a row for each column of the list; Enter leads to where it goes.
func (k *Intake) columnTable() *widgets.DataTable {
	l, found := k.Env.Lang, k.found
	columns := []widgets.TableColumn{{Title: l.T("intake.column"), Width: 220, Grow: true}, {Title: l.T("intake.goes_to"), Width: 220, Grow: true}}
	for i := range examples {
		columns = append(columns, widgets.TableColumn{Title: l.T("intake.example", "n", l.Number(i+1)), Width: 160, Grow: true})
	}
	rows := make([]widgets.TableRow, len(found.Headers))
	for i := range found.Headers {
		header := widgets.TableCell{Text: found.Headers[i], Bold: true}
		if header.Text == "" {
			header = widgets.TableCell{Text: l.T("intake.headless", "n", l.Number(i+1)), Quiet: true}
		}
		goes := widgets.TableCell{Text: k.fieldName(found.Fields[i]), Kind: widgets.KindAccepted}
		if out := found.Fields[i] == transfer.FieldNone || found.Fields[i] == transfer.FieldIgnore; out {
			goes = widgets.TableCell{Text: l.T("intake.left_out"), Quiet: true}
		}
		row := widgets.TableRow{ID: strconv.Itoa(i), Cells: []widgets.TableCell{header, goes}}
		for _, text := range samples(found.Table, i) {
			row.Cells = append(row.Cells, widgets.TableCell{Text: text, Quiet: true})
		}
		rows[i] = row
	}
	k.table = widgets.NewDataTable(k.Env.Run, columns, func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
		return widgets.TablePage{Total: len(rows), Rows: rows[min(offset, len(rows)):min(offset+limit, len(rows))]}, nil
	})
	k.table.RTL, k.table.ReadOnly = l.RTL(), true
	k.table.OnOpen = func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			k.chooseField(i)
		}
	}
	if k.cursor >= 0 {
		k.table.Front(k.cursor)
	}
	k.table.Reload()
	return k.table
}

// longestExample is how much of a cell is worth showing, in letters: a cell may hold a book.
const longestExample = 80

// samples are the first values of a column, each once.
func samples(t transfer.Table, column int) []string {
	var all []string
	seen := map[string]bool{"": true}
	for _, r := range t.Rows {
		text := short(r.Cell(column))
		if !seen[text] {
			seen[text] = true
			all = append(all, text)
		}
		if len(all) == examples {
			break
		}
	}
	return all
}

// short is the beginning of a text, on one line.
func short(text string) string { return cut(text, longestExample) }

// cut is the beginning of a text of so many letters, on one line.
func cut(text string, most int) string {
	long := len(text) > 4*most
	if long { // a letter is four bytes at the most
		text = strings.ToValidUTF8(text[:4*most], "")
	}
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > most {
		text, long = string(letters[:most]), true
	}
	if long {
		text += "…"
	}
	return text
}

// fieldName is what a field is called. One that is a question of the seminar, or the text of one, is what it asks.
func (k *Intake) fieldName(f transfer.Field) string {
	l := k.Env.Lang
	for _, q := range k.asked {
		if transfer.QuestionField(string(q.ID)) == f {
			return q.Said(l.Tag())
		}
	}
	for _, key := range []string{"import.field." + string(f), "column." + string(f)} {
		if l.Has(key) {
			return l.T(key)
		}
	}
	return string(f)
}
