package attendeespage

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// chosen is a file that was read, and what taking it in would do.
type chosen struct {
	people  transfer.Result
	options desk.ImportOptions
	report  desk.ImportReport
	lines   []widgets.TableRow // of the preview, by row
}

// taking is an import under way: reading, then looking at what would happen, then taking it in.
type taking struct {
	page *Page
	path string
	job  *task.Job
	c    chosen
	take *widgets.Button
}

func (p *Page) chooseImport() {
	if p.env.Seminar().ID == "" {
		return
	}
	p.env.OpenFile([]string{".csv", ".tsv", ".txt", ".xlsx"}, func(path string) { p.preview(path, false) })
}

// leaveImport gives up the import under way; nothing was changed by it.
func (p *Page) leaveImport() {
	if p.taking == nil {
		return
	}
	if p.taking.job != nil {
		p.taking.job.Cancel()
	}
	p.taking = nil
	p.put(nil)
	p.table.Take()
}

// preview reads a file and shows what would happen; nothing is changed yet.
func (p *Page) preview(path string, update bool) {
	of, d := p.env.Seminar().ID, p.env.Desk()
	k := &taking{page: p, path: path}
	p.taking = k
	card := k.working()
	k.job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (chosen, error) {
		var c chosen
		data, err := os.ReadFile(path)
		if err != nil {
			return c, err
		}
		sum := sha256.Sum256(data)
		c.options = desk.ImportOptions{File: filepath.Base(path), SHA256: hex.EncodeToString(sum[:]), Update: update, DryRun: true,
			Progress: func(done, total int) { progress(float64(done)/float64(max(1, total)), "") }}
		table, err := transfer.Read(bytes.NewReader(data), c.options.File, transfer.Options{Context: ctx})
		if err != nil {
			return c, err
		}
		mapping, err := transfer.Recognise(table)
		if err != nil {
			return c, err
		}
		c.people = transfer.People(table, mapping)
		if c.report, err = d.Import(ctx, of, c.people, c.options); err != nil {
			return c, err
		}
		c.lines = p.lines(c)
		return c, nil
	}, card.Set, func(c chosen, err error) {
		if p.taking != k {
			return // given up meanwhile
		}
		if err != nil {
			p.leaveImport()
			p.env.Fail(err)
			return
		}
		k.c = c
		k.show()
	})
}

// working is how far the work is, where the page was.
func (k *taking) working() *widgets.ProgressCard {
	t := k.page.env.Lang.T
	card := widgets.NewProgressCard(filepath.Base(k.path), t("common.cancel"), k.page.leaveImport)
	card.RTL = k.page.env.Lang.RTL()
	k.page.put(container.NewCenter(widgets.Fixed(480, 0, card)))
	return card
}

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
	update := widgets.NewCheck(t("attendees.import.update"), nil)
	update.Checked = c.options.Update
	update.OnChanged = func(on bool) { p.preview(k.path, on) }
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

// table shows the rows of the file as they will be.
func (k *taking) table() *widgets.DataTable {
	t := k.page.env.Lang.T
	column := func(key string, width float32, grow bool) widgets.TableColumn {
		return widgets.TableColumn{ID: key, Title: t(key), Width: width, Grow: grow}
	}
	table := widgets.NewDataTable(k.page.env.Run, []widgets.TableColumn{column("column.row", 50, false), column("column.name", 170, true),
		column("column.organisation", 130, false), column("column.country", 100, false), column("column.category", 100, false),
		column("column.status", 100, false), column("attendees.import.becomes", 320, true)},
		func(_ context.Context, offset, limit int) (widgets.TablePage, error) {
			lines := k.c.lines
			return widgets.TablePage{Total: len(lines), Rows: lines[min(offset, len(lines)):min(offset+limit, len(lines))]}, nil
		})
	table.RTL, table.ReadOnly = k.page.env.Lang.RTL(), true
	table.OnOpen = func(id string) { k.explain(id) }
	table.Reload()
	return table
}

// explain shows the whole of what there is to say about a row.
func (k *taking) explain(id string) {
	env := k.page.env
	for _, line := range k.c.lines {
		if line.ID != id {
			continue
		}
		cells := line.Cells
		text := widgets.Body(cells[len(cells)-1].Text)
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

// fates never changes.
var fates = map[desk.Became]widgets.Kind{desk.BecameNew: widgets.KindAccepted, desk.BecameChanged: widgets.KindAlready, desk.BecameUnchanged: widgets.KindNeutral}

// run takes the file in: all of it or, if anything fails or it is cancelled, nothing.
func (k *taking) run() {
	p, of, d := k.page, k.page.env.Seminar().ID, k.page.env.Desk()
	if k.c.report.Created+k.c.report.Updated == 0 {
		return
	}
	options := k.c.options
	options.DryRun = false
	card := k.working()
	k.job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (desk.ImportReport, error) {
		options.Progress = func(done, total int) { progress(float64(done)/float64(max(1, total)), "") }
		return d.Import(ctx, of, k.c.people, options)
	}, card.Set, func(r desk.ImportReport, err error) {
		if p.taking == k {
			k.job = nil // it is over: there is nothing to cancel any more
			p.leaveImport()
		}
		switch {
		case errors.Is(err, context.Canceled):
			p.env.Done(p.env.Lang.T("common.cancelled_work"), "")
		case err != nil:
			p.env.Fail(err)
		default:
			p.env.Done(p.env.Lang.N("attendees.import.done", r.Created+r.Updated), r.Action)
		}
	})
}
