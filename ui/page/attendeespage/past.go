package attendeespage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// past is a history in the panel: rows that scroll, and under them all there is to say about the row in front.
type past struct {
	widget.BaseWidget
	list   *widgets.ResultList
	column *fyne.Container
}

const (
	// pastRows is how many rows are seen at once; the panel of a small screen has room for them.
	pastRows = 5
	// pastLines is how many lines what is said about one has at most.
	pastLines = 4
)

func newPast(l *i18n.Lang, history []moment) *past {
	w := &past{list: widgets.NewResultList(nil)}
	title, said := widgets.Section(l.T("attendees.history")), widgets.Caption("")
	title.RTL, said.RTL, said.Lines, w.list.RTL = l.RTL(), l.RTL(), pastLines, l.RTL()
	w.list.OnHighlighted = func(i int, _ widgets.Result) { said.SetText(history[i].all) }
	rows := make([]widgets.Result, len(history))
	for i, m := range history {
		rows[i] = m.row
	}
	w.list.Set(rows)
	shown := float32(min(len(rows), pastRows))
	height := shown*widgets.ResultRowHeight + (shown-1)*theme.Space1
	// What is said has its room whatever it is: nothing moves while somebody goes through the rows.
	room := fyne.MeasureText("Ág", theme.CaptionSize, fyne.TextStyle{}).Height * pastLines
	w.column = widgets.Column(theme.Space2, title, widgets.Fixed(0, height, w.list), widgets.Fixed(0, room, container.NewVBox(said)))
	w.ExtendBaseWidget(w)
	return w
}

// SetOnFocus lets the panel show all of it as soon as the rows have the focus.
func (w *past) SetOnFocus(f func()) { w.list.SetOnFocus(f) }

// CreateRenderer implements fyne.Widget.
func (w *past) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.column) }
