package attendeespage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// chosen is a file that was read, and what taking it in would do.
type chosen struct {
	people  transfer.Result
	options desk.ImportOptions
	report  desk.ImportReport
	twins   map[int]twin       // by row: who it probably is
	lines   []widgets.TableRow // of the preview, by row
}

// taking is an import under way: reading, then looking at what would happen, then taking it in.
type taking struct {
	page *Page
	path string
	desk *desk.Desk // in the hands of somebody who may import
	job  *task.Job
	c    chosen
	take *widgets.Button
}

func (p *Page) chooseImport() {
	if p.env.Seminar().ID == "" {
		return
	}
	uipage.With(p.env, seminar.RightImport, func(d *desk.Desk) {
		p.env.OpenFile([]string{".csv", ".tsv", ".txt", ".xlsx"}, func(path string) { p.preview(d, path, false) })
	})
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
	p.take()
}

// preview reads a file and shows what would happen; nothing is changed yet.
func (p *Page) preview(d *desk.Desk, path string, update bool) {
	of := p.env.Seminar().ID
	p.leaveTwins()
	p.leavePhotos()
	k := &taking{page: p, path: path, desk: d}
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
		c.twins = p.twins(c.report.Twins)
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
	return k.page.working(filepath.Base(k.path), k.page.leaveImport)
}

// run takes the file in: all of it or, if anything fails or it is cancelled, nothing.
func (k *taking) run() {
	p, of, d := k.page, k.page.env.Seminar().ID, k.desk
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
		p.worked(err, p.env.Lang.N("attendees.import.done", r.Created+r.Updated), r.Action)
	})
}
