package attendeespage

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// show is the preview: what the file holds, row by row, and what would become of it.
func (k *taking) show() {
	p, l := k.page, k.page.env.Lang
	t, rtl, c := l.T, l.RTL(), k.c
	title := widgets.Title(c.options.File)
	title.RTL = rtl
	counts := []fyne.CanvasObject{}
	pill := func(kind widgets.Kind, key string, n int) {
		if n > 0 {
			one := widgets.NewStatusPill(kind, l.N(key, n))
			one.RTL = rtl
			counts = append(counts, one)
		}
	}
	pill(widgets.KindAccepted, "attendees.import.created", c.report.Created)
	pill(widgets.KindAlready, "attendees.import.updated", c.report.Updated)
	pill(widgets.KindNeutral, "attendees.import.unchanged", c.report.Unchanged)
	pill(widgets.KindNeutral, "attendees.import.skipped", len(c.report.Skipped))
	pill(widgets.KindAttention, "attendees.import.errors", len(c.report.Errors))
	pill(widgets.KindAttention, "attendees.import.warnings", len(c.report.Warnings))
	pill(widgets.KindAttention, "attendees.import.twins", len(c.twins))
	update := widgets.NewCheck(t("attendees.import.update"), nil)
	update.Checked = c.options.Update
	update.OnChanged = func(on bool) { p.preview(k.desk, k.path, on) }
	stop := widgets.NewButton(t("common.cancel"), p.leaveImport)
	n := c.report.Created + c.report.Updated
	k.take = widgets.NewPrimary(l.N("attendees.import.take", n), theme.IconUpload, k.run)
	if n == 0 {
		k.take.Disable()
	}
	table := k.table()
	head := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, stop, k.take), title)
	top := widgets.Column(theme.Space3, head, widgets.Flow(rtl, theme.Space2, append(counts, update)...))
	p.put(widgets.Edge(rtl, container.NewVBox(top, widgets.Fixed(0, theme.Space1, container.NewStack())), nil, nil, nil, table))
	if n > 0 {
		p.env.Window.Canvas().Focus(k.take)
	} else {
		p.env.Window.Canvas().Focus(stop)
	}
}

// table shows the rows of the file as they will be. What the file says of nobody has no column.
func (k *taking) table() *widgets.DataTable {
	t := k.page.env.Lang.T
	column := func(key string, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: key, Title: t(key), Width: width, Grow: grow}
	}
	columns, lines := said([]widgets.TableColumn{column("column.row", 50, false), column("column.name", 170, true),
		column("column.organisation", 130, false), column("column.country", 100, false), column("column.category", 100, false),
		column("column.status", 100, false), column("attendees.import.becomes", 320, true)}, k.c.lines)
	table := widgets.NewDataTable(k.page.env.Run, columns, func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
		return widgets.TablePage{Total: len(lines), Rows: lines[min(offset, len(lines)):min(offset+limit, len(lines))]}, nil
	})
	table.RTL, table.ReadOnly = k.page.env.Lang.RTL(), true
	table.OnOpen = func(id string) { k.explain(id) }
	table.Reload()
	return table
}

// said leaves out the columns in which no row has anything.
func said(columns []widgets.TableColumn, lines []widgets.TableRow) ([]widgets.TableColumn, []widgets.TableRow) {
	var kept []int
	for i := range columns {
		if len(lines) == 0 || slices.ContainsFunc(lines, func(r widgets.TableRow) bool { return r.Cells[i].Text != "" }) {
			kept = append(kept, i)
		}
	}
	some, rows := make([]widgets.TableColumn, len(kept)), make([]widgets.TableRow, len(lines))
	for to, from := range kept {
		some[to] = columns[from]
	}
	for i, line := range lines {
		rows[i] = widgets.TableRow{ID: line.ID, Cells: make([]widgets.TableCell, len(kept))}
		for to, from := range kept {
			rows[i].Cells[to] = line.Cells[from]
		}
	}
	return some, rows
}

// explain shows the whole of what there is to say about a row.
func (k *taking) explain(id string) {
	env := k.page.env
	for _, line := range k.c.lines {
		if line.ID != id {
			continue
		}
		cells := line.Cells
		said := cells[len(cells)-1].Text
		if row, err := strconv.Atoi(cells[0].Text); err == nil && k.c.twins[row].brief != "" {
			said = strings.Replace(said, k.c.twins[row].brief, k.c.twins[row].whole, 1)
		}
		text := widgets.Body(said)
		text.Lines, text.RTL = 20, env.Lang.RTL()
		panel := widgets.NewSidePanel(env.Lang.T("attendees.import.row", "row", cells[0].Text), widgets.Column(theme.Space3, widgets.Section(cells[1].Text), text),
			func() { env.Panel(nil, nil) })
		panel.RTL = env.Lang.RTL()
		env.Panel(panel, nil)
	}
}

// lines are the rows of the preview: people, and the rows that are left out, in the order of the file.
func (p *Page) lines(c chosen) []widgets.TableRow {
	l := p.env.Lang
	problems := map[int]string{}
	for _, e := range c.report.Errors {
		text := e.Message
		if e.Value != "" && e.Column != "" {
			text = e.Column + ": " + e.Message
		}
		if before := problems[e.Row]; before != "" {
			text = before + " " + text
		}
		problems[e.Row] = text
	}
	odd := map[int]string{}
	for _, w := range c.report.Warnings {
		sentence := form.Sentence(l, w.Notice)
		if w.Code == names.NoticeMixed { // shorter, to be read in a row
			sentence = l.T("attendees.import.mixed", w.Notice.Args(l.Script)...)
		}
		odd[w.Row] = widgets.Joined(" ", odd[w.Row], w.Column+": "+sentence)
	}
	type numbered struct {
		row  int
		line widgets.TableRow
	}
	var all []numbered
	add := func(row int, cells ...widgets.TableCell) {
		all = append(all, numbered{row, widgets.TableRow{ID: strconv.Itoa(len(all)), Cells: append([]widgets.TableCell{{Text: strconv.Itoa(row), Quiet: true}}, cells...)}})
	}
	for _, v := range c.people.People {
		a := v.Attendee
		status := ""
		if v.Status != "" {
			status = l.T("common.status." + string(v.Status))
		}
		fate := widgets.TableCell{Text: problems[v.Row], Kind: widgets.KindRefused}
		if became, ok := c.report.Became[v.Row]; ok {
			fate = widgets.TableCell{Text: l.T("attendees.import.became." + string(became)), Kind: fates[became], Quiet: became == desk.BecameUnchanged}
			if problem := problems[v.Row]; problem != "" {
				fate = widgets.TableCell{Text: fate.Text + " · " + problem, Kind: widgets.KindAttention}
			}
		}
		if more := widgets.Joined(" · ", odd[v.Row], c.twins[v.Row].brief); more != "" {
			fate = widgets.TableCell{Text: fate.Text + " · " + more, Kind: widgets.KindAttention}
		}
		delete(problems, v.Row)
		add(v.Row, widgets.TableCell{Text: a.Name(), Bold: true}, widgets.TableCell{Text: a.Organisation, Quiet: true},
			widgets.TableCell{Text: l.Country(a.Country)}, widgets.TableCell{Text: v.Category}, widgets.TableCell{Text: status}, fate)
	}
	left := func(row int, kind widgets.Kind, text string) {
		add(row, widgets.TableCell{Text: "—", Quiet: true}, widgets.TableCell{}, widgets.TableCell{}, widgets.TableCell{}, widgets.TableCell{},
			widgets.TableCell{Text: text, Kind: kind, Quiet: kind == widgets.KindNeutral})
	}
	for _, s := range c.report.Skipped {
		reason := s.Reason
		if key := "attendees.import.skip." + s.Code; l.Has(key) {
			reason = l.T(key)
		}
		left(s.Row, widgets.KindNeutral, l.T("attendees.import.skip", "reason", reason))
	}
	for row, text := range problems {
		left(row, widgets.KindRefused, text)
	}
	slices.SortStableFunc(all, func(a, b numbered) int { return cmp.Compare(a.row, b.row) })
	lines := make([]widgets.TableRow, len(all))
	for i, n := range all {
		lines[i] = n.line
	}
	return lines
}

// twin says of a row that it is probably somebody else: in a cell of the table, and in a sentence.
type twin struct{ brief, whole string }

// twins say of rows that they are probably somebody else, the likeliest one.
func (p *Page) twins(all []desk.ImportTwin) map[int]twin {
	l := p.env.Lang
	best, said := map[int]float64{}, map[int]twin{}
	for _, v := range all {
		if v.Score <= best[v.Row] {
			continue
		}
		best[v.Row] = v.Score
		key, brief := "attendees.import.twin", "attendees.import.twin.brief"
		if v.OtherRow > 0 {
			key, brief = "attendees.import.twin.row", "attendees.import.twin.row.brief"
		}
		row, reasons := strconv.Itoa(v.OtherRow), form.Reasons(l, v.Reasons)
		said[v.Row] = twin{l.T(brief, "who", v.Name, "row", row, "reasons", reasons),
			l.T(key, "who", form.Who(l, v.Name, v.Organisation), "row", row, "reasons", reasons)}
	}
	return said
}

// fates never changes.
var fates = map[desk.Became]widgets.Kind{desk.BecameNew: widgets.KindAccepted, desk.BecameChanged: widgets.KindAlready, desk.BecameUnchanged: widgets.KindNeutral}
