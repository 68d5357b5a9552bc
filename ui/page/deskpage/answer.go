package deskpage

import (
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ready is the state between two people: nothing typed, nobody shown.
func (p *Page) ready() {
	p.answer = false
	if p.entry.Text() != "" {
		p.entry.Clear() // and so calls ready again
		return
	}
	p.rows, p.rowsFor, p.subject, p.picked = nil, "", nil, -1
	p.waiting()
	p.showRecent()
}

// waiting shows that the desk waits for the next person.
func (p *Page) waiting() {
	l := p.env.Lang
	p.panelUI.Set(widgets.Answer{Kind: widgets.KindReady, Sentence: l.T("desk.ready"), Detail: l.T("desk.ready.hint")})
	p.setRight(p.panelUI)
}

// tell fills the panel with an answer, until a key is touched or its time is up. Where the panel is not seen the window
// shows it.
func (p *Page) tell(a widgets.Answer) {
	p.env.Announce(a)
	p.panelUI.Set(a)
	p.setRight(p.panelUI)
	p.answer = true
	if len(p.rows) == 0 {
		p.showRecent()
	}
	showing := p.showing
	p.After(AnswerTime, func() {
		switch {
		case p.showing != showing:
		case p.entry.Text() == "":
			p.ready()
		case p.results.Highlight >= 0 && p.results.Highlight < len(p.rows): // whom somebody was looking for before the scan
			p.show(p.rows[p.results.Highlight])
		}
	})
}

// answered shows what became of a scan.
func (p *Page) answered(j job, a desk.ScanAnswer) {
	if a.Status == seminar.Incomplete {
		w := p.say(a)
		w.Kind, w.Sentence = widgets.KindAttention, p.env.Lang.T("desk.ask")
		p.attend(w, func() { p.ask(j, a) })
		return
	}
	typing := p.entry.Text() != "" && !isCode(p.entry.Text()) && !scanning(p.entry.Text())
	if typing && !j.heard {
		return // somebody is looking for the next person already; the answer stands among the recent scans
	}
	if len(a.Candidates) > 0 && !typing {
		p.attend(p.say(a), func() {
			p.offer(a.Candidates, "")
			p.caption.SetText(p.say(a).Sentence + " " + p.env.Lang.T("desk.answer.choose"))
		})
		return
	}
	p.offerForce(j, a)
	p.tell(p.say(a))
}

// attend shows what needs hands, on this page: it comes to the front, and a panel makes way.
func (p *Page) attend(a widgets.Answer, what func()) {
	show := func() {
		what()
		p.env.Announce(a) // a dialog of the toolkit may still lie over it
	}
	if p.front && p.loaded {
		if p.closePanel != nil {
			p.closePanel()
		} else {
			p.env.Panel(nil, nil)
		}
		show()
		return
	}
	p.waits = show
	if !p.front {
		p.env.Attend()
	}
}

// failed says that a scan is not on disk.
func (p *Page) failed(err error) {
	p.env.Fail(err)
	p.env.Sound(widgets.KindRefused)
	p.tell(widgets.Answer{Kind: widgets.KindRefused, Sentence: p.env.Lang.Err(err), Hint: p.env.Lang.T("desk.answer.failed")})
}

// say puts an answer into words and a colour.
func (p *Page) say(a desk.ScanAnswer) widgets.Answer {
	l := p.env.Lang
	w := widgets.Answer{Kind: kindOf(a), Name: a.Person.Name(), Native: native(a.Person.Name(), a.Person.NativeName)}
	at := l.Time(a.Datetime)
	switch {
	case a.Status != seminar.OK:
	case a.Repeat:
		w.Sentence = l.T("desk.answer.repeat", "time", at)
	case a.Type == seminar.Exit:
		w.Sentence, w.Icon = l.T("desk.answer.exit", "time", at), theme.IconExit
	case a.First != nil:
		w.Sentence = l.T("desk.answer.again", "time", at, "first", l.Time(a.First.Datetime.In(p.known.seminar.Location())))
	default:
		w.Sentence = l.T("desk.answer.entry", "time", at)
	}
	if w.Kind == widgets.KindAttention {
		w.Icon = ""
	}
	if a.Message != nil {
		if a.Status == seminar.OK && w.Name != "" { // the desk's note
			w.Hint = l.Err(a.Message)
		} else {
			w.Sentence = l.Err(a.Message)
		}
	}
	if w.Sentence == "" {
		w.Sentence = l.T("common.reason." + string(a.Reason))
	}
	if a.Forced {
		w.Hint = widgets.Joined(" ", l.T("desk.answer.forced"), w.Hint)
	}
	country := ""
	if a.Person.Country != "" {
		country = l.Country(a.Person.Country)
	}
	w.Detail = widgets.Joined(" · ", a.Category.Name, a.Person.Organisation, country)
	return w
}

func kindOf(a desk.ScanAnswer) widgets.Kind {
	switch {
	case a.Status == seminar.OK && a.Repeat:
		return widgets.KindAlready
	case a.Status == seminar.OK && (a.Attention || a.Forced):
		return widgets.KindAttention
	case a.Status == seminar.Incomplete:
		return widgets.KindAttention
	case a.Status == seminar.OK:
		return widgets.KindAccepted
	case a.Reason == seminar.ReasonAlreadyRedeemed:
		return widgets.KindAlready
	case a.Reason == seminar.ReasonAmbiguous:
		return widgets.KindAttention
	}
	return widgets.KindRefused
}
