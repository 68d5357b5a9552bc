package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

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
	hand    *widgets.Button // who works here; pressing it locks the desk or changes hands
	row     *fyne.Container
}

func newHeader(w *Window) *header {
	h := &header{window: w}
	rtl := w.lang.RTL()
	h.chooser = widgets.NewSelect(nil, nil)
	h.chooser.PlaceHolder = w.lang.T("window.no_seminar")
	h.clock = widgets.NewText("", theme.SectionSize, theme.Text)
	h.desk = widgets.NewText("", theme.BodySize, theme.QuietText)
	h.hand = widgets.NewButtonWithIcon("", theme.Icon(theme.IconLock), w.change)
	h.hand.Importance = widget.LowImportance
	h.hand.Hide()
	h.row = widgets.Row(rtl, theme.Space5, h.clock, h.desk, h.hand)
	row := widgets.Edge(rtl, nil, nil, nil, widgets.Inset(theme.Space4, 0, h.row), widgets.AtMost(rtl, 720, h.chooser))
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
		i := h.chooser.SelectedIndex()
		switch {
		case i < 0 || w.seminars[i].ID == w.seminar.ID:
		case w.ending():
			w.setSeminar(w.seminars[i].ID)
		default:
			h.refresh() // the one in front stays
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
	h.showHand()
	if len(w.operators) == 0 && w.settings["operator"] != "" {
		text = w.settings["operator"] + " · " + text
	}
	if text != h.desk.Text {
		h.desk.SetText(text)
	}
}

// longestHand is how many letters of a name the header has room for, beside a long title and a double-length language.
const longestHand = 24

// showHand shows who works at the desk, and as what.
func (h *header) showHand() {
	w := h.window
	if w.hand.ID == "" {
		h.hand.Hide()
		h.row.Refresh()
		return
	}
	name := []rune(w.hand.Name)
	if len(name) > longestHand {
		name = append(name[:longestHand-1], '…')
	}
	text := string(name) + " · " + w.lang.T("common.role."+string(w.hand.Role))
	if text != h.hand.Text || !h.hand.Visible() {
		h.hand.SetText(text)
		h.hand.Show()
		h.row.Refresh()
		h.content.Refresh()
	}
}
