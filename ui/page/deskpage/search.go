package deskpage

import (
	"context"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

const searchLimit = 50

// isCode says whether a text can only come from a scanner: 20 digits or more, spaces aside, or one long run of signs
// with a digit among them. An AZERTY keyboard makes signs of a scanner's digits, hence the last.
func isCode(text string) bool {
	text = strings.TrimSpace(text)
	digits, letters, spaces, all := 0, 0, 0, 0
	for _, r := range text {
		all++
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case unicode.IsSpace(r):
			spaces++
		}
	}
	if letters == 0 && digits >= 20 {
		return true
	}
	return spaces == 0 && (all >= 20 && digits > 0 || all >= 30)
}

// scanning says whether the text is the beginning of a code, for which no search is worth its while.
func scanning(text string) bool {
	return len(text) > 6 && digits(text)
}

func digits(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsSpace(r) }) < 0
}

// typed searches with every letter.
func (p *Page) typed(text string) {
	wanted := strings.TrimSpace(text)
	if wanted == "" {
		p.searching.Cancel()
		p.rows, p.rowsFor = nil, ""
		if !p.answer {
			p.ready()
		}
		return
	}
	if wanted == p.rowsFor {
		return
	}
	if scanning(wanted) || isCode(wanted) {
		p.searching.Cancel()
		p.rowsFor = ""
		return
	}
	if digits(wanted) { // a scanner may be typing: wait for more of it
		p.After(scannerPause, func() {
			if strings.TrimSpace(p.entry.Text()) == wanted {
				p.search(wanted)
			}
		})
		return
	}
	p.search(wanted)
}

// scannerPause is longer than any scanner waits between two digits.
const scannerPause = 150 * time.Millisecond

// search looks for people by name, badge number or e-mail address.
func (p *Page) search(wanted string) {
	d, groups := p.env.Desk(), p.delegationsFor(wanted)
	filter := seminar.RosterFilter{SeminarID: p.known.seminar.ID, ListID: p.list.ID, Search: wanted, Limit: searchLimit}
	p.searching.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
		rows, err := d.Roster(ctx, filter)
		return among(wanted, rows, groups), err
	},
		func(rows []seminar.RosterRow, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.rowsFor = wanted
			p.offer(rows, wanted)
		})
}

// offer shows people to choose from.
func (p *Page) offer(rows []seminar.RosterRow, text string) {
	p.rows, p.picked = rows, -1
	if len(rows) == 0 {
		p.subject = nil
		l := p.env.Lang
		p.caption.SetText("")
		p.setLeft(widgets.NewEmptyState(theme.IconSearch, l.T("desk.nobody", "text", text), l.T("desk.nobody.hint"),
			l.T("desk.walkin"), p.WalkIn))
		p.waiting()
		return
	}
	people := 0
	for _, r := range rows {
		if !isDelegation(r) {
			people++
		}
	}
	p.caption.SetText(p.env.Lang.N("common.count.people", people))
	if people == 0 {
		p.caption.SetText(p.env.Lang.N("common.count.delegations", len(rows)))
	}
	if people == searchLimit {
		p.caption.SetText(p.env.Lang.T("desk.first_results", "n", searchLimit))
	}
	p.setLeft(p.results)
	p.results.Set(p.resultsOf(rows))
	p.figure(rows)
}

func (p *Page) resultsOf(rows []seminar.RosterRow) []widgets.Result {
	results := make([]widgets.Result, len(rows))
	for i, r := range rows {
		if isDelegation(r) {
			results[i] = p.delegationResult(r)
			continue
		}
		results[i] = widgets.Result{ID: string(r.AttendeeID), Title: r.Name(), Native: native(r.Name(), r.NativeName),
			Meta: r.Organisation, Tag: p.category(r.CategoryID).Name, Flag: p.flag(r.Country)}
		results[i].Kind, _ = p.standing(r)
		if r.Match == "loose" || r.Match == "skeleton" {
			results[i].Hint = p.env.Lang.T("desk.match." + r.Match)
		}
		if page.Presence(p.list, p.known.seminar, r, p.env.Desk().Now()).Arrived && r.Status == seminar.Confirmed && !r.Attention {
			results[i].Kind = widgets.KindAccepted
		}
	}
	return results
}

// native is the name in the person's own script, unless it is what stands there already.
func native(name, own string) string {
	if own == name {
		return ""
	}
	return own
}

func (p *Page) setLeft(o fyne.CanvasObject) {
	if len(p.left.Objects) == 1 && p.left.Objects[0] == o {
		return
	}
	p.left.Objects = []fyne.CanvasObject{o}
	p.left.Refresh()
	p.showFoot()
}

// setRight shows something in the other half. Timers of what stood there before find it gone.
func (p *Page) setRight(o fyne.CanvasObject) {
	p.showing++
	p.answer, p.group = false, nil
	p.right.Objects = []fyne.CanvasObject{o}
	p.right.Refresh()
}

// step moves through the people found, or through the recent scans when nothing is typed.
func (p *Page) step(delta int) {
	switch {
	case len(p.rows) > 0:
		p.results.Step(delta)
	case p.entry.Text() == "":
		p.pick(delta)
	}
}

// key sees what is typed besides letters. The window hears of keys only while nothing has the focus, and here the entry
// always has it: the function keys are handed on.
func (p *Page) key(ev *fyne.KeyEvent) bool {
	if widgets.PassKey(p.entry, ev) {
		return true
	}
	if p.entry.Text() == "" && p.answer && (ev.Name == fyne.KeyBackspace || ev.Name == fyne.KeyDelete) {
		p.ready()
		return true
	}
	return false
}

// escape is ready again, and lets the window close a panel of its own.
func (p *Page) escape() {
	p.ready()
	widgets.PassKey(p.entry, &fyne.KeyEvent{Name: fyne.KeyEscape})
}

// highlighted shows the card of the person that is marked.
func (p *Page) highlighted(i int, _ widgets.Result) {
	switch {
	case i >= len(p.rows):
	case isDelegation(p.rows[i]):
		p.showGroup(p.rows[i].DelegationID, false)
	default:
		p.show(p.rows[i])
	}
}

// chosen checks in the person that was tapped; a delegation is opened.
func (p *Page) chosen(i int, _ widgets.Result) {
	switch {
	case i >= len(p.rows):
	case isDelegation(p.rows[i]):
		p.showGroup(p.rows[i].DelegationID, true)
	default:
		p.checkin(p.rows[i])
	}
}
