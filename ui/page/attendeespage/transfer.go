package attendeespage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
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
}

func (p *Page) chooseImport() {
	if p.env.Seminar().ID == "" {
		return
	}
	p.env.OpenFile([]string{".csv", ".tsv", ".txt", ".xlsx"}, func(path string) { p.preview(path, false) })
}

// preview reads a file and shows what would happen; nothing is changed yet.
func (p *Page) preview(path string, update bool) {
	of, d := p.env.Seminar().ID, p.env.Desk()
	p.reading.Run(p.env.Context, p.env.Run, func(ctx context.Context) (chosen, error) {
		var c chosen
		data, err := os.ReadFile(path)
		if err != nil {
			return c, err
		}
		sum := sha256.Sum256(data)
		c.options = desk.ImportOptions{File: filepath.Base(path), SHA256: hex.EncodeToString(sum[:]), Update: update, DryRun: true}
		table, err := transfer.Read(bytes.NewReader(data), c.options.File, transfer.Options{Context: ctx})
		if err != nil {
			return c, err
		}
		mapping, err := transfer.Recognise(table)
		if err != nil {
			return c, err
		}
		c.people = transfer.People(table, mapping)
		c.report, err = d.Import(ctx, of, c.people, c.options)
		return c, err
	}, func(c chosen, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.showPreview(path, c)
	})
}

// shownLines is how many rows with something to say are shown one by one: a panel of thousands would stand still.
const shownLines = 50

func (p *Page) showPreview(path string, c chosen) {
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	column := widgets.Column(theme.Space3)
	column.Add(widgets.Body(l.N("attendees.import.created", c.report.Created)))
	column.Add(widgets.Body(l.N("attendees.import.updated", c.report.Updated)))
	column.Add(widgets.Body(l.N("attendees.import.unchanged", c.report.Unchanged)))
	update := widget.NewCheck(l.T("attendees.import.update"), nil)
	update.Checked = c.options.Update
	update.OnChanged = func(on bool) { p.preview(path, on) }
	column.Add(update)
	lines := 0
	line := func(text string) {
		if lines++; lines > shownLines {
			return
		}
		t := widgets.Caption(text)
		t.Lines = 4
		column.Add(t)
	}
	for _, s := range c.report.Skipped {
		line(l.T("attendees.import.row", "row", strconv.Itoa(s.Row)) + " " + s.Reason)
	}
	for _, e := range c.report.Errors {
		line(l.T("attendees.import.row", "row", strconv.Itoa(e.Row)) + " " + e.Column + " “" + e.Value + "”: " + e.Message)
	}
	if lines > shownLines {
		column.Add(widgets.Caption(l.N("attendees.import.more", lines-shownLines)))
	}
	var foot []fyne.CanvasObject
	if c.report.Created+c.report.Updated > 0 {
		take := widget.NewButton(l.N("attendees.import.take", c.report.Created+c.report.Updated), func() { shut(); p.take(c) })
		take.Importance = widget.HighImportance
		foot = append(foot, take)
	}
	p.env.Panel(widgets.NewSidePanel(c.options.File, column, shut, foot...), nil)
}

// take takes the file in: all of it or, if anything fails or it is cancelled, nothing.
func (p *Page) take(c chosen) {
	of, d := p.env.Seminar().ID, p.env.Desk()
	var job *task.Job
	card := widgets.NewProgressCard(c.options.File, p.env.Lang.T("common.cancel"), func() { job.Cancel() })
	p.env.Panel(widgets.NewSidePanel(p.env.Lang.T("common.working"), card, nil), nil)
	c.options.DryRun = false
	job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (desk.ImportReport, error) {
		c.options.Progress = func(done, total int) { progress(float64(done)/float64(max(1, total)), "") }
		return d.Import(ctx, of, c.people, c.options)
	}, card.Set, func(r desk.ImportReport, err error) {
		p.env.Panel(nil, nil)
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.env.Done(p.env.Lang.N("attendees.import.done", r.Created+r.Updated), r.Action)
	})
}

// export writes the attendance as it stands, by the ending of the file's name.
func (p *Page) export() {
	of, d, lang := p.env.Seminar(), p.env.Desk(), p.env.Lang
	if of.ID == "" {
		return
	}
	p.env.SaveFile("attendees.xlsx", func(ctx context.Context, path string, _ task.Progress) error {
		summary, err := d.Summary(ctx, of.ID)
		if err != nil {
			return err
		}
		columns, rows := document.Table(document.KindAttendance, summary, document.Options{Lang: lang})
		sheet := transfer.Sheet{Name: lang.T("attendees.title"), Rows: rows}
		kinds := map[string]transfer.Kind{document.ColumnText: transfer.Text, document.ColumnNumber: transfer.Number, document.ColumnTime: transfer.Time}
		for _, c := range columns {
			sheet.Columns = append(sheet.Columns, transfer.Column{Title: c.Title, Width: c.Width, Kind: kinds[c.Kind]})
		}
		return filing.Write(path, func(w io.Writer) error {
			if strings.EqualFold(filepath.Ext(path), ".csv") {
				return transfer.WriteCSV(w, sheet)
			}
			return transfer.WriteXLSX(w, []transfer.Sheet{sheet})
		})
	})
}
