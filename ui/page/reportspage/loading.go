package reportspage

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// report is what is read for the page.
type report struct {
	document.Report
	summary document.Summary
	others  []seminar.Seminar // to compare with
	offered offered
	acts    []act
	older   bool // the journal has more than the log shows
	took    time.Duration
}

// offered is what a signature sheet can be for, and what people were asked to agree to.
type offered struct {
	consents []seminar.Question
	days     []time.Time
	sessions []seminar.Session
	lists    []seminar.List
}

// request is what is asked for, as it was on the UI thread.
type request struct {
	desk    *desk.Desk
	lang    *i18n.Lang
	wanted  desk.Wanted
	options document.Options
	part    part // of the journal, for the log
}

// pace keeps a busy desk from having its reports made anew with every scan.
type pace struct {
	stale bool // the workspace has changed since
	ticks int  // of two seconds each since the report was read
	rest  int  // ticks that must go by before it is read again by itself
	// making numbers the pages that are made; long says that it takes its time.
	making int
	long   bool
	offered
}

// Changed implements page.Changing: the report follows at once after a time of rest; in the midst of many changes it says
// that there are new data, and follows when it has rested.
func (p *Page) Changed() {
	p.stale = true
	p.follow()
}

// Tick implements page.Clocked.
func (p *Page) Tick() {
	p.ticks++
	p.follow()
}

func (p *Page) follow() {
	switch {
	case !p.stale:
	case p.ticks >= p.rest:
		p.load(true)
	default:
		p.say(p.env.Lang.T("reports.stale"))
	}
}

// restFor is how many ticks a report rests that took so long to make: a tenth of the time may be spent on it. The emergency list
// is never older than a tick, and the log, in which one waits for what was just done, need not rest at all.
func restFor(kind string, took time.Duration) int {
	const tick = 2 * time.Second
	least := 2
	switch kind {
	case document.KindEmergency:
		return 1
	case document.KindLog:
		least = 0
	}
	return max(least, int(10*took/tick))
}

// say puts a sentence above the pages; "" takes it away.
func (p *Page) say(text string) {
	if text == "" {
		p.above.Hide()
	} else {
		p.notice.Set(widgets.KindNeutral, text, "")
		p.above.Show()
	}
	p.columns.Refresh()
}

// load reads the report that the choices ask for. Again says that it is the same one as things stand now: the page that is
// read stays before the eyes.
func (p *Page) load(again bool) {
	if p.env.Seminar().ID != p.summary.Seminar.ID { // what was chosen was of another seminar
		p.scopes, p.others = nil, nil
	}
	asked := p.asked()
	p.stale = false
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (report, error) { return p.read(ctx, asked) },
		func(r report, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.report, p.summary, p.acts, p.older, p.others, p.offered = r.Report, r.summary, r.acts, r.older, r.others, r.offered
			p.ticks, p.rest = 0, restFor(asked.wanted.Kind, r.took)
			p.say("")
			p.refresh(again)
		})
}

// asked is what is asked for now.
func (p *Page) asked() request {
	return request{desk: p.env.Desk(), lang: p.env.Lang, wanted: p.wanted(), options: p.options(), part: p.part()}
}

// read reads and composes a report off the UI thread.
func (p *Page) read(ctx context.Context, asked request) (report, error) {
	began := time.Now()
	var r report
	if asked.wanted.Seminar == "" {
		return r, nil
	}
	var err error
	if r.summary, err = asked.desk.ReportOf(ctx, asked.wanted); err != nil {
		return r, err
	}
	switch asked.wanted.Kind {
	case document.KindLog:
		err = r.read(ctx, asked)
	case document.KindComparison:
		r.others, err = asked.desk.Comparable(ctx, asked.wanted.Seminar)
	case document.KindSignIn:
		err = r.offer(ctx, asked)
	case document.KindAttendance, document.KindProtocol:
		r.offered.consents, err = asked.desk.Questions(ctx, asked.wanted.Seminar)
		r.offered.consents = slices.DeleteFunc(r.offered.consents, func(q seminar.Question) bool { return q.Type != seminar.TypeConsent })
	}
	r.Report = document.Compose(asked.wanted.Kind, r.summary, asked.options)
	r.took = time.Since(began)
	return r, err
}

// offer reads what a signature sheet can be for.
func (r *report) offer(ctx context.Context, asked request) error {
	var err error
	if r.offered.sessions, err = asked.desk.Sessions(ctx, asked.wanted.Seminar); err != nil {
		return err
	}
	s := r.summary.Seminar
	from, e1 := time.ParseInLocation(time.DateOnly, s.Start, s.Location())
	to, e2 := time.ParseInLocation(time.DateOnly, s.End, s.Location())
	for d := from; e1 == nil && e2 == nil && !d.After(to); d = d.AddDate(0, 0, 1) {
		r.offered.days = append(r.offered.days, d)
	}
	r.offered.lists, err = asked.desk.Lists(ctx, asked.wanted.Seminar)
	return err
}

// longReport is how many rows are put on paper in a moment; beyond it the page says how far it is.
const longReport = 3000

// draw makes the pages off the UI thread and shows them.
func (p *Page) draw(again bool) {
	show := p.preview.Show
	if again {
		show = p.preview.Renew
	}
	p.making++
	r, mine := p.report, p.making
	if p.long = r.Rows() > longReport; p.long {
		r = r.Telling(p.far(mine, r.Rows()))
	}
	show(func(ctx context.Context) (docpage.Document, error) {
		doc, err := r.Document(ctx)
		boxes := r.Boxes(doc)
		p.env.Run.UI(func() { p.made(mine, boxes) })
		return doc, err
	})
}

// far says how far the pages are, ten times in all.
func (p *Page) far(mine, total int) func(done, total int) {
	next := 0
	return func(done, _ int) {
		if done < next {
			return
		}
		next = done + total/10
		p.env.Run.UI(func() {
			if p.long && p.making == mine {
				p.say(p.env.Lang.T("reports.far", "done", done, "total", total))
			}
		})
	}
}

// made takes what was said of the pages away, unless others are being made by now, and says which letters they lack.
func (p *Page) made(mine int, boxes []rune) {
	if p.making != mine {
		return
	}
	if p.long {
		p.long = false
		p.say("")
	}
	if len(boxes) > 0 {
		p.say(p.env.Lang.T("reports.boxes", "letters", string(boxes)))
	}
}

// stop gives up the pages of a long report: those of before stay.
func (p *Page) stop() {
	if !p.long {
		return
	}
	p.long = false
	p.preview.Stop()
	p.say(p.env.Lang.T("reports.stopped"))
}
