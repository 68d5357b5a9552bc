package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// EmptyState fills a page that has nothing to show with a sentence and the one button that fills it.
type EmptyState struct {
	widget.BaseWidget
	Icon        theme.IconName
	Title       string
	Sentence    string
	ButtonLabel string // empty: no button
	OnTapped    func()
}

// NewEmptyState makes an empty state; without a button if its label is empty.
func NewEmptyState(icon theme.IconName, title, sentence, buttonLabel string, onTapped func()) *EmptyState {
	e := &EmptyState{Icon: icon, Title: title, Sentence: sentence, ButtonLabel: buttonLabel, OnTapped: onTapped}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer implements fyne.Widget.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer {
	icon := widget.NewIcon(theme.IconIn(e.Icon, theme.QuietText))
	title, sentence := Section(e.Title), Quiet(e.Sentence)
	title.Align, sentence.Align = AlignCentre, AlignCentre
	column := Column(theme.Space3, container.NewCenter(Fixed(theme.NameSize, theme.NameSize, icon)), title, sentence)
	if e.ButtonLabel != "" {
		button := NewButton(e.ButtonLabel, func() { call(e.OnTapped) })
		button.Importance = widget.HighImportance
		column.Add(container.NewCenter(button))
	}
	p := &parts{objects: []fyne.CanvasObject{column}}
	p.min = func() fyne.Size { return fyne.NewSize(240, column.MinSize().Height) }
	p.layout = func(s fyne.Size) {
		w := min(s.Width, 440)
		place(column, (s.Width-w)/2, 0, w, column.MinSize().Height)
		h := column.MinSize().Height
		place(column, (s.Width-w)/2, max(0, (s.Height-h)/2), w, h)
	}
	p.refresh = func() {
		title.Text, sentence.Text = e.Title, e.Sentence
		column.Refresh()
	}
	return p
}
