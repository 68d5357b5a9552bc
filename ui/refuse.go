package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Refuse shows why a workspace cannot be opened, and ends when the window is closed.
func Refuse(a fyne.App, path string, err error) {
	l := i18n.Open("")
	a.Settings().SetTheme(theme.New(theme.FollowSystem))
	w := a.NewWindow("Lanyard")
	text := widgets.Body(l.Err(err))
	text.Lines, text.TextSize = 6, theme.SectionSize
	where := widgets.Quiet(path)
	where.Lines = 3
	shut := widget.NewButton(l.T("common.close"), w.Close)
	shut.Importance = widget.HighImportance
	w.SetContent(widgets.Padded(theme.Space5, widgets.Column(theme.Space4, widgets.Title(filepath.Base(path)), text, where, shut)))
	w.Resize(fyne.NewSize(640, 320))
	w.ShowAndRun()
}
