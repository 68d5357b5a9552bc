package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// header is the top of the window: the seminar, the day and the clock in its zone, the desk and how it is connected.
type header struct {
	window  *Window
	content fyne.CanvasObject
	chooser *widgets.Select
	clock   *widgets.Text
	desk    *widgets.Text
}

func newHeader(w *Window) *header {
	h := &header{window: w}
	rtl := w.lang.RTL()
	h.chooser = widgets.NewSelect(nil, nil)
	h.chooser.PlaceHolder = w.lang.T("window.no_seminar")
	h.clock = widgets.NewText("", theme.SectionSize, theme.Text)
	h.desk = widgets.NewText("", theme.BodySize, theme.QuietText)
	row := widgets.Edge(rtl, nil, nil, nil, widgets.Inset(theme.Space4, 0, widgets.Row(rtl, theme.Space5, h.clock, h.desk)), widgets.AtMost(rtl, 720, h.chooser))
	h.content = container.NewVBox(widgets.Inset(theme.Space4, theme.Space2, row), widgets.Rule())
	h.refresh()
	return h
}

// refresh shows the seminars there are, and the one in front.
func (h *header) refresh() {
	w := h.window
	titles := make([]string, len(w.seminars))
	front := ""
	for i, s := range w.seminars {
		titles[i] = s.Title(w.lang.Tag())
		if slices.Contains(titles[:i], titles[i]) {
			titles[i] += " · " + s.Start // the list tells its lines apart by their words alone
		}
		if s.ID == w.seminar.ID {
			front = titles[i]
		}
	}
	h.chooser.OnChanged = nil
	h.chooser.Options, h.chooser.Selected = titles, front
	h.chooser.OnChanged = func(string) {
		if i := h.chooser.SelectedIndex(); i >= 0 && w.seminars[i].ID != w.seminar.ID {
			w.setSeminar(w.seminars[i].ID)
		}
	}
	h.chooser.Refresh()
	h.tick()
}

// tick shows the time; nothing is drawn while the minute stands.
func (h *header) tick() {
	w := h.window
	now := w.desk().Now().In(w.seminar.Location())
	if text := w.lang.Date(now) + "   " + w.lang.Time(now); text != h.clock.Text {
		h.clock.SetText(text)
	}
	letter := "A"
	if who, err := w.desk().Identity(w.ctx); err == nil {
		letter = who.Desk
	}
	name := w.settings["desk_name"]
	if name == "" {
		name = w.lang.T("window.desk", "letter", letter)
	}
	text := name + " · " + w.lang.T("window.alone")
	if w.settings["operator"] != "" {
		text = w.settings["operator"] + " · " + text
	}
	if text != h.desk.Text {
		h.desk.SetText(text)
	}
}
