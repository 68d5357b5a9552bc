package deskpage

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ask puts the questions that a check-in waits for in the place of the answer. Enter after the last one sends the same
// scan again, with what was answered; Escape lets it be, and a scan of somebody else sets it aside.
func (p *Page) ask(j job, a desk.ScanAnswer) {
	l := p.env.Lang
	again := j
	again.search, again.scan.Code, again.scan.AttendeeID = "", "", a.Bearer
	again.scan.Answers = map[seminar.ID]string{}
	maps.Copy(again.scan.Answers, j.scan.Answers)
	p.open = slices.DeleteFunc(p.open, func(o asked) bool {
		same := o.is(again)
		if same { // the person was scanned once more
			maps.Copy(again.scan.Answers, o.job.scan.Answers)
		}
		return same
	})
	questions := form.NewAnswers(l, a.Asking)
	questions.Set(again.scan.Answers)
	leave := func() {
		p.asking, p.stop, p.aside = false, nil, nil
		maps.Copy(again.scan.Answers, questions.Value())
	}
	send := func() {
		if !questions.Complete() {
			return
		}
		leave()
		p.waiting()
		p.queue = append([]job{again}, p.queue...)
		p.back()
	}
	stop := func() {
		leave()
		p.ready()
		p.back()
	}
	aside := func() {
		leave()
		p.open = append(p.open, asked{again, a})
		p.ready()
		p.back()
	}
	questions.Wire(send, stop, func(code string) {
		aside() // the next person stands there
		p.submit(code)
	})
	name := cardText(a.Person.Name(), theme.NameSize, theme.Text, 2, l.RTL())
	name.Style.Bold = true
	save := widgets.NewPrimary(l.T("desk.ask.save"), theme.IconCheck, send)
	cancel := widgets.NewButton(l.T("common.cancel"), stop)
	pill := widgets.NewStatusPill(widgets.KindAttention, l.T("desk.ask"))
	pill.RTL = l.RTL()
	column := widgets.Column(theme.Space3, name, widgets.Row(l.RTL(), 0, pill), questions.Content(),
		widgets.Row(l.RTL(), theme.Space2, save, cancel))
	p.setRight(widgets.NewCard(container.NewVScroll(widgets.Inset(theme.Space1, 0, column))))
	p.asking, p.stop, p.aside = true, stop, aside
	questions.Focus()
}

// back gives the focus back to whoever had it before the questions, and goes on with the scans that waited.
func (p *Page) back() {
	if p.panel && p.walkin != nil {
		p.walkin.Focus()
	}
	p.take()
	p.next()
}
