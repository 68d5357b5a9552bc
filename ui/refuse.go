package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Refuse shows why a workspace cannot be opened, and offers another: open opens the window on it. It ends when the last
// window is closed.
func Refuse(a fyne.App, path string, err error, open func(path string) error) {
	l := i18n.Open("")
	a.Settings().SetTheme(theme.New(theme.FollowSystem))
	w := a.NewWindow("Lanyard")
	text := widgets.Body(l.Err(err))
	text.Lines, text.TextSize = 6, theme.SectionSize
	where := widgets.Quiet(path)
	where.Lines = 3
	other := widgets.NewPrimary(l.T("settings.open"), theme.IconFolder, func() {
		chooseFile(w, l, []string{".lanyard"}, func(other string) {
			if err := open(other); err != nil {
				text.SetText(l.Err(err))
				where.SetText(other)
				return
			}
			w.Close()
		})
	})
	shut := widgets.NewButton(l.T("common.close"), w.Close)
	w.SetContent(widgets.Padded(theme.Space5, widgets.Column(theme.Space4, widgets.Title(filepath.Base(path)), text, where,
		widgets.Row(l.RTL(), theme.Space2, shut, other))))
	w.Resize(fyne.NewSize(900, 600)) // the dialog for files lies in it
	w.ShowAndRun()
}
