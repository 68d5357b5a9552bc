package deskpage

import (
	"strings"

	"lanyard/internal/desk"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// asked is a scan that was set aside with its questions: somebody else was scanned before they were answered. It is
// nobody's check-in until they are.
type asked struct {
	job    job
	answer desk.ScanAnswer
}

// is says whether a scan is about the same person, list and way.
func (a asked) is(j job) bool {
	s, o := a.job.scan, j.scan
	return s.AttendeeID == o.AttendeeID && s.ListID == o.ListID && s.Type == o.Type
}

// openHere is the place of the oldest question that is open at this list, -1 if there is none.
func (p *Page) openHere() int {
	for i, o := range p.open {
		if o.job.scan.ListID == p.list.ID {
			return i
		}
	}
	return -1
}

// openButton brings the oldest open question back; nil if there is none.
func (p *Page) openButton() *widgets.Button {
	i := p.openHere()
	if i < 0 || p.asking {
		return nil
	}
	name := p.open[i].answer.Person.Name()
	b := widgets.NewButtonWithIcon(p.env.Lang.T("desk.open", "name", name)+"  Ctrl+Y", theme.IconIn(theme.IconAlert, theme.AttentionText), p.bringBack)
	return b
}

// bringBack asks the oldest open question again.
func (p *Page) bringBack() {
	i := p.openHere()
	if i < 0 || p.asking || p.panel {
		return
	}
	o := p.open[i]
	if p.entry.Text() != "" {
		p.entry.Clear()
	}
	p.ask(o.job, o.answer)
	p.showFoot()
}

// Settle implements page.Settler. Questions that nobody has answered are said, for with the workspace they go.
func (p *Page) Settle(then func()) {
	if show := p.waits; show != nil {
		p.waits = nil
		show()
	}
	switch {
	case p.aside != nil:
		p.aside()
	case p.stop != nil:
		p.stop()
	}
	p.settling = append(p.settling, then)
	p.next()
}

// settled goes on with what waited until every scan was on disk.
func (p *Page) settled() {
	if p.busy || len(p.queue) > 0 || p.reading && len(p.early) > 0 || len(p.settling) == 0 {
		return
	}
	then := p.settling
	p.settling = nil
	if len(p.open) > 0 {
		var names []string
		for _, o := range p.open {
			names = append(names, o.answer.Person.Name())
		}
		p.open = nil
		p.env.Announce(widgets.Answer{Kind: widgets.KindAttention, Sentence: p.env.Lang.T("desk.open.left"), Hint: strings.Join(names, ", ")})
	}
	for _, f := range then {
		f()
	}
}
