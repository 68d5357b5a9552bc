package deskpage

import (
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// job is one press of Enter, waiting for its turn. Its list and way are those of the moment it was pressed.
type job struct {
	scan   desk.Scan
	search string               // a name whose search had not answered yet; "" is a scan as it stands
	by     *desk.Desk           // in the hands of who may force; nil is whoever works here
	undo   bool                 // no scan: the last one is to be undone, which may still be waiting before this
	heard  bool                 // by the window: it came past the entry, and what stands there is something else
	group  *groupJob            // a delegation at once
	found  []seminar.Delegation // that the name can mean, if it is nobody's
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

// Scan implements page.Scanner. What stands in the entry stays there.
func (p *Page) Scan(code string) {
	if p.known.seminar.ID == "" || p.known.seminar.ID != p.env.Seminar().ID {
		p.early = append(p.early, code)
		if !p.reading {
			p.load(nil)
		}
		return
	}
	if p.list.ID == "" {
		l := p.env.Lang
		p.env.Announce(widgets.Answer{Kind: widgets.KindAttention, Sentence: l.T("desk.no_list.title"), Hint: l.T("desk.no_list.sentence")})
		return
	}
	switch { // the next person stands there
	case p.aside != nil:
		p.aside()
	case p.stop != nil:
		p.stop()
	}
	if p.entry.Text() == "" {
		p.rows, p.rowsFor, p.subject, p.picked = nil, "", nil, -1
	}
	p.push(job{scan: desk.Scan{Code: code}, heard: true})
}

// scanEarly takes the scans that came before the page knew its list.
func (p *Page) scanEarly() {
	early := p.early
	p.early = nil
	for _, code := range early {
		p.Scan(code)
	}
}

// enqueue takes a scan from the entry, which is free for the next one.
func (p *Page) enqueue(j job) {
	p.searching.Cancel()
	p.rows, p.rowsFor, p.subject, p.picked = nil, "", nil, -1
	if p.entry.Text() != "" {
		p.entry.Clear()
	}
	p.take()
	p.push(j)
}

// push puts a scan behind those that are being saved. None is dropped, and each has its nonce from here on.
func (p *Page) push(j job) {
	j.scan.SeminarID, j.scan.ListID, j.scan.Type = p.known.seminar.ID, p.list.ID, p.way
	j.scan.At = p.env.Desk().Now()
	if j.scan.Nonce == "" {
		j.scan.Nonce = uuid.NewString()
	}
	p.queue = append(p.queue, j)
	p.next()
}
