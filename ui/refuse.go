package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Refusal is a workspace that cannot be opened, and what can be done instead.
type Refusal struct {
	App  fyne.App
	Path string
	Err  error
	// Open opens the window on another workspace.
	Open func(path string) error
	// Snapshot is the newest copy of a damaged workspace, nil if there is none; Restore puts it in the place of the
	// damaged file, which is set aside, and opens the window on it.
	Snapshot *desk.Snapshot
	Restore  func() error
}

// Refuse shows why a workspace cannot be opened. It ends when the last window is closed.
func Refuse(r Refusal) {
	r.App.Settings().SetTheme(theme.New(theme.FollowSystem))
	w := r.App.NewWindow("Lanyard")
	r.fill(w, i18n.Open(""))
	w.Resize(fyne.NewSize(900, 600)) // the dialog for files lies in it
	w.ShowAndRun()
}

func (r Refusal) fill(w fyne.Window, l *i18n.Lang) {
	text := widgets.Body(l.Err(r.Err))
	text.Lines, text.TextSize = 6, theme.SectionSize
	where := widgets.Quiet(r.Path)
	where.Lines = 3
	try := func(path string, open func() error) {
		if err := open(); err != nil {
			text.SetText(l.Err(err))
			where.SetText(path)
			return
		}
		w.Close()
	}
	choose := func() {
		chooseFile(w, l, []string{".lanyard"}, func(other string) { try(other, func() error { return r.Open(other) }) })
	}
	buttons := []fyne.CanvasObject{widgets.NewButton(l.T("common.close"), w.Close)}
	first := widgets.NewPrimary(l.T("settings.open"), theme.IconFolder, choose)
	said := []fyne.CanvasObject{widgets.Title(filepath.Base(r.Path)), text, where}
	if r.Snapshot != nil {
		buttons = append(buttons, widgets.NewButton(l.T("settings.open"), choose))
		first = widgets.NewPrimary(l.T("window.refuse.restore"), theme.IconHistory, func() { try(r.Path, r.Restore) })
		if taken, err := time.Parse(time.RFC3339, r.Snapshot.Taken); err == nil {
			when := l.LongDate(taken.Local()) + ", " + l.Time(taken.Local())
			said = append(said, widgets.Body(l.T("window.refuse.snapshot", "when", when)))
		}
	}
	buttons = append(buttons, first)
	w.SetContent(widgets.Padded(theme.Space5, widgets.Column(theme.Space4, append(said, widgets.Row(l.RTL(), theme.Space2, buttons...))...)))
	w.Canvas().Focus(first)
}
