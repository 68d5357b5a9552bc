package deskpage

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// refusal is somebody who was not let in, and could be all the same.
type refusal struct {
	name, sentence string
	list           seminar.ID
	way            seminar.CheckinType
	scan           desk.Scan
}

// refused says whether a refusal is one that can be forced, and keeps what is needed for it. A badge is forced as it was
// scanned, so that the log has its code and the row is whose the badge is; who was chosen by name is forced by the name.
func refused(reason seminar.Reason, attendee, list seminar.ID, way seminar.CheckinType, code string) *refusal {
	never := []seminar.Reason{"", seminar.ReasonInvalid, seminar.ReasonAmbiguous, seminar.ReasonError}
	if attendee == "" || slices.Contains(never, reason) {
		return nil
	}
	r := &refusal{list: list, way: way, scan: desk.Scan{AttendeeID: attendee}}
	if code != "" {
		r.scan = desk.Scan{Code: code}
	}
	return r
}

// offerForce keeps a refusal for the key that lets in all the same, until the next answer.
func (p *Page) offerForce(j job, a desk.ScanAnswer) {
	p.refused = nil
	if a.Status == seminar.OK {
		return
	}
	if p.refused = refused(a.Reason, a.Person.ID, a.List.ID, a.Type, j.scan.Code); p.refused != nil {
		said := p.say(a)
		p.refused.name, p.refused.sentence = said.Name, said.Sentence
	}
}

// forceButton is the way to let in all the same whom the last answer refused; nil if there is nobody.
func (p *Page) forceButton() fyne.CanvasObject {
	r := p.toForce()
	if r == nil || p.asking {
		return nil
	}
	return widgets.NewButtonWithIcon(p.env.Lang.T("desk.force.short")+"  Ctrl+O", theme.Icon(theme.IconUnlock), func() { p.askForce(r) })
}

// toForce is the refusal that is marked among the recent scans, else the last answer if that was one and the desk still
// stands at the same list and way; nil if there is none.
func (p *Page) toForce() *refusal {
	r := p.refused
	if p.picked >= 0 && p.picked < len(p.counts.recent) {
		c := p.counts.recent[p.picked]
		if c.Successful || c.Undone {
			return nil
		}
		if r = refused(c.Reason, c.AttendeeID, c.ListID, c.Type, c.RawCode); r != nil {
			r.name, r.sentence = p.nameOf(c), p.env.Lang.T("common.reason."+string(c.Reason))
		}
	}
	if r == nil || r.list != p.list.ID || r.way != p.way {
		return nil
	}
	return r
}

// forceKey asks why somebody is let in all the same.
func (p *Page) forceKey() {
	if p.panel || p.asking {
		return
	}
	if r := p.toForce(); r != nil {
		p.askForce(r)
	}
}

// force lets somebody in against the rules, in the hands of somebody who may; why is one of the reasons offered, or written.
func (p *Page) force(r *refusal, code seminar.ForceReason, why string) {
	p.refused = nil
	page.With(p.env, seminar.RightForce, func(d *desk.Desk) {
		j := job{scan: r.scan, by: d}
		j.scan.Force, j.scan.ForceCode, j.scan.ForceWhy = true, code, why
		p.enqueue(j)
	})
}
