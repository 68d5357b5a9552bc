package deskpage

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// forcing asks why, in the place of the answer.
type forcing struct {
	page  *Page
	about *refusal
	cards []*widgets.BigChoice
	heard string // letters and digits since the last key of another kind
}

// askForce offers the reasons. Escape lets it be.
func (p *Page) askForce(r *refusal) {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	f := &forcing{page: p, about: r}
	column := p.forceHead(r, widgets.NewButton(l.T("common.cancel")+"  Esc", f.stop))
	offer := func(icon theme.IconName, text string) {
		i := len(f.cards)
		card := widgets.NewBigChoice(icon, strconv.Itoa(i+1), text, "", func() { f.chosen(i) })
		card.RTL, card.OnKey = rtl, f.rune
		card.OnStep = func(_ *widgets.BigChoice, by int) { f.step(i + by) }
		f.cards = append(f.cards, card)
		column.Add(card)
	}
	for _, reason := range seminar.ForceReasons() {
		offer(theme.IconCheck, l.T("common.force."+string(reason)))
	}
	offer(theme.IconEdit, l.T("desk.force.other")) // is written
	p.putForce(column, f.stop)
	f.step(0)
}

// forceHead says who is meant, and asks why; end stands beside the question.
func (p *Page) forceHead(r *refusal, end fyne.CanvasObject) *fyne.Container {
	l := p.env.Lang
	name := cardText(r.name, theme.TitleSize, theme.Text, 2, l.RTL())
	name.Style.Bold = true
	why := cardText(r.sentence, theme.BodySize, theme.QuietText, 3, l.RTL())
	title := widgets.Section(l.T("desk.force.why"))
	title.RTL = l.RTL()
	return widgets.TextColumn(theme.Space2, 440, name, why, widgets.Edge(l.RTL(), nil, nil, nil, end, title))
}

// putForce puts a question into the right-hand side; scans wait for it.
func (p *Page) putForce(column *fyne.Container, stop func()) {
	scroll := container.NewVScroll(widgets.Inset(theme.Space1, 0, column))
	p.setRight(widgets.NewCard(scroll))
	widgets.KeepInView(scroll)
	p.asking, p.stop = true, stop
}

func (f *forcing) step(i int) {
	f.heard = ""
	if i >= 0 && i < len(f.cards) {
		f.page.env.Window.Canvas().Focus(f.cards[i])
	}
}

// rune chooses by a digit, if nothing follows it: with more behind it, it is the beginning of a badge.
func (f *forcing) rune(r rune) {
	f.heard += string(r)
	heard := f.heard
	f.page.After(scannerPause, func() {
		if i, err := strconv.Atoi(heard); err == nil && f.heard == heard && i >= 1 && i <= len(f.cards) && f.page.asking {
			f.heard = ""
			f.chosen(i - 1)
			return
		}
		if f.heard == heard && len(heard) == 1 {
			f.heard = ""
		}
	})
}

// chosen takes a reason, unless it was a scanner's Enter: the next person stands there, and the one before is not let in.
func (f *forcing) chosen(i int) {
	p, heard, reasons := f.page, f.heard, seminar.ForceReasons()
	switch {
	case isCode(heard):
		f.stop()
		p.submit(heard)
	case i >= len(reasons):
		p.writeForce(f.about)
	default:
		p.asking, p.stop = false, nil
		p.waiting()
		p.force(f.about, reasons[i], "")
		p.back()
	}
}

func (f *forcing) stop() { f.page.stopForce() }

func (p *Page) stopForce() {
	p.asking, p.stop = false, nil
	p.ready()
	p.back()
}

// writeForce has the reason written.
func (p *Page) writeForce(r *refusal) {
	l := p.env.Lang
	entry := widgets.NewEntry("", false)
	field := widgets.NewFormField(l.T("desk.force.written"), entry)
	field.Required, field.RTL = true, l.RTL()
	entry.OnChanged = func(string) { field.SetError("") }
	send := func() {
		why := strings.TrimSpace(entry.Text)
		switch {
		case isCode(why):
			p.stopForce()
			p.submit(why)
		case why == "":
			field.SetError(l.T("desk.force.missing"))
		default:
			p.asking, p.stop = false, nil
			p.waiting()
			p.force(r, "", why)
			p.back()
		}
	}
	entry.OnEnter, entry.OnEscape = send, p.stopForce
	column := p.forceHead(r, nil)
	column.Add(field)
	column.Add(widgets.Row(l.RTL(), theme.Space2, widgets.NewPrimary(l.T("desk.force.now"), theme.IconCheck, send),
		widgets.NewButton(l.T("common.cancel"), p.stopForce)))
	p.putForce(column, p.stopForce)
	p.env.Window.Canvas().Focus(entry)
}
