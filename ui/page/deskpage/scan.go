package deskpage

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
)

// job is one press of Enter, waiting for its turn. Its list and way are those of the moment it was pressed.
type job struct {
	scan   desk.Scan
	search string // a name whose search had not answered yet; "" is a scan as it stands
	group  *groupJob
	found  []seminar.Delegation // that the name can mean, if it is nobody's
	undo   bool                 // no scan: the last one is to be undone, which may still be waiting before this
}

// outcome is what became of a job: an answer, or people to choose from.
type outcome struct {
	answer desk.ScanAnswer
	people []seminar.RosterRow
}

// submit is Enter: a code is scanned, the marked person is checked in. The entry is free for the next scan at once.
func (p *Page) submit(text string) {
	text = strings.TrimSpace(text)
	switch {
	case p.list.ID == "":
	case text == "" && p.picked >= 0:
		p.openPicked()
	case text == "" && p.openMarked():
	case text == "" && p.subject != nil && !p.answer:
		p.checkin(*p.subject)
	case text == "":
		p.ready()
	case isCode(text):
		p.enqueue(job{scan: desk.Scan{Code: text}})
	case p.rowsFor == text && p.results.Choose():
	case p.rowsFor == text:
		p.enqueue(job{scan: desk.Scan{Code: text}})
	default:
		p.enqueue(job{scan: desk.Scan{Code: text}, search: text, found: p.delegationsFor(text)})
	}
}

// checkin checks in somebody chosen on the screen.
func (p *Page) checkin(r seminar.RosterRow) {
	p.enqueue(job{scan: desk.Scan{AttendeeID: r.AttendeeID}})
}

// enqueue puts a scan behind those that are being saved. None is dropped, and each has its nonce from here on.
func (p *Page) enqueue(j job) {
	j.scan.SeminarID, j.scan.ListID, j.scan.Type = p.known.seminar.ID, p.list.ID, p.way
	j.scan.At = p.env.Desk().Now()
	if j.scan.Nonce == "" {
		j.scan.Nonce = uuid.NewString()
	}
	p.queue = append(p.queue, j)
	p.searching.Cancel()
	p.rows, p.rowsFor, p.subject, p.picked = nil, "", nil, -1
	if p.entry.Text() != "" {
		p.entry.Clear()
	}
	p.take()
	p.next()
}

// next saves the first scan of the queue.
func (p *Page) next() {
	if p.busy || p.asking || len(p.queue) == 0 {
		return
	}
	j := p.queue[0]
	p.queue = p.queue[1:]
	if j.undo {
		p.undoLast()
		return
	}
	p.busy = true
	p.showFoot()
	if j.group != nil {
		p.saveGroup(j)
		return
	}
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (outcome, error) { return perform(ctx, d, j) }, func(o outcome, err error) {
		p.busy = false
		switch {
		case err != nil:
			p.failed(err)
		case len(o.people) > 0:
			if p.entry.Text() == "" {
				p.offer(o.people, j.search)
			}
		default:
			p.answered(j, o.answer)
		}
		p.next()
		p.showFoot()
	})
}

// perform saves one scan. A name is a code if nobody bears it, and somebody if only one does.
func perform(ctx context.Context, d *desk.Desk, j job) (outcome, error) {
	if j.search != "" {
		rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: j.scan.SeminarID, ListID: j.scan.ListID, Search: j.search, Limit: searchLimit})
		switch {
		case err != nil:
			return outcome{}, err
		case len(j.found) > 0: // a delegation may be meant
			return outcome{people: among(j.search, rows, j.found)}, nil
		case len(rows) > 1, len(rows) == 1 && (rows[0].Match == "loose" || rows[0].Match == "skeleton"):
			return outcome{people: rows}, nil // a likeness is for the steward to judge
		case len(rows) == 1:
			j.scan.Code, j.scan.AttendeeID = "", rows[0].AttendeeID
		}
	}
	a, err := d.Checkin(ctx, j.scan)
	return outcome{answer: a}, err
}
