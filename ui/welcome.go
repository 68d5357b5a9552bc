package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/demo"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// welcome is what a workspace without a seminar begins with: three ways to go on.
type welcome struct {
	window *Window
	cards  []*widgets.BigChoice
	body   *fyne.Container
}

func newWelcome(w *Window) *welcome {
	v := &welcome{window: w}
	t, rtl := w.lang.T, w.lang.RTL()
	card := func(icon theme.IconName, key, name string, do func()) {
		c := widgets.NewBigChoice(icon, key, t("window.first."+name), t("window.first."+name+".text"), do)
		c.RTL = rtl
		c.OnStep, c.OnKey = v.step, v.key
		v.cards = append(v.cards, c)
	}
	card(theme.IconPlus, "1", "new", v.create)
	card(theme.IconFolder, "2", "open", w.chooseWorkspace)
	card(theme.IconSample, "3", "sample", v.sample)
	title, text := widgets.Title(t("window.first.title")), widgets.Quiet(t("window.first.text"))
	text.RTL = rtl
	title.RTL = rtl
	column := widgets.Column(theme.Space3, title, text)
	for _, c := range v.cards {
		column.Add(c)
	}
	var languages []widgets.Segment
	for _, l := range i18n.Languages() {
		languages = append(languages, widgets.Segment{ID: l.Tag, Label: l.Name})
	}
	env := w.env()
	choice := widgets.NewSegmented(languages, w.lang.Tag(), func(tag string) { env.SetSetting("language", tag); env.Restyle() })
	choice.RTL = rtl
	column.Add(widgets.Row(rtl, 0, choice))
	v.body = container.NewCenter(widgets.Fixed(600, 0, column))
	return v
}

// show puts the choices where a page would be.
func (v *welcome) show() {
	v.window.body.Objects = []fyne.CanvasObject{v.body}
	v.window.body.Refresh()
	v.window.window.Canvas().Focus(v.cards[0])
}

// step moves the focus from one choice to another.
func (v *welcome) step(from *widgets.BigChoice, by int) {
	for i, c := range v.cards {
		if c == from && i+by >= 0 && i+by < len(v.cards) {
			v.window.window.Canvas().Focus(v.cards[i+by])
			return
		}
	}
}

// key chooses by a digit. It is the letter that is heard, not the key: what the choice opens would get the letter else.
func (v *welcome) key(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(v.cards) && !v.window.filling {
		v.cards[i].OnTapped()
	}
}

func (v *welcome) bindings() []page.Binding {
	var all []page.Binding
	for _, c := range v.cards {
		all = append(all, page.Binding{Key: fyne.KeyName(c.Key), Label: c.Title})
	}
	return all
}

// create opens the form of a seminar; once it is saved, the desk is ready.
func (v *welcome) create() {
	if p, ok := v.window.page(page.Programme).(interface{ NewSeminar() }); ok {
		p.NewSeminar()
	}
}

// sample fills the workspace with the sample seminar.
func (v *welcome) sample() {
	w := v.window
	if w.filling {
		return
	}
	w.filling = true
	card := widgets.NewProgressCard(w.lang.T("window.first.filling"), "", nil)
	card.RTL = w.lang.RTL()
	v.body.Objects = []fyne.CanvasObject{widgets.Fixed(480, 0, card)}
	v.body.Refresh()
	d := w.desk()
	task.Start(w.work, w.run, func(ctx context.Context, progress task.Progress) (bool, error) {
		return true, demo.Fill(ctx, d, demo.People, func(_ string, done, total int) { progress(float64(done)/float64(max(1, total)), "") })
	}, card.Set, func(_ bool, err error) {
		w.filling = false
		if err != nil {
			w.fail(err)
		}
		w.seminarsChanged()
		w.goTo(page.Desk, "")
	})
}

// seminarsChanged reads the seminars anew: another may be in front, the first may have come, the last may be gone.
func (w *Window) seminarsChanged() {
	before := w.seminar.ID
	w.loadSeminars()
	w.header.refresh()
	if (before == seminar.ID("")) != (w.seminar.ID == "") && !w.filling {
		w.goTo(w.front, "")
	}
}
