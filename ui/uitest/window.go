package uitest

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// saveFile writes a file as the window does once somebody chose where. A failure that nobody asked for ends the test.
func (s *Stand) saveFile(name string, write func(context.Context, string, task.Progress) error) {
	if s.Saved = s.SaveTo; s.Saved == "" {
		s.Saved = filepath.Join(s.TempDir(), name)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	err := write(ctx, s.Saved, func(float64, string) {
		if s.Cancel {
			cancel()
		}
	})
	if !s.Cancel {
		s.No(err)
	} else if err != nil {
		s.Failed = append(s.Failed, err)
	}
}

// panel opens a panel or closes it, and gives the focus back as the window does.
func (s *Stand) panel(o fyne.CanvasObject, closed func()) {
	canvas, last := s.Window.Canvas(), s.closed
	if s.Side == nil {
		s.before = canvas.Focused()
	}
	inside := false
	for _, part := range Visible(s.Side) {
		f, ok := part.(fyne.Focusable)
		inside = inside || ok && f == canvas.Focused()
	}
	s.Side, s.closed = o, closed
	s.root.Objects = []fyne.CanvasObject{s.page.Content()}
	if o != nil {
		s.root.Add(container.NewBorder(nil, nil, nil, o))
	}
	s.root.Refresh()
	if inside && o == nil && s.before != nil {
		canvas.Focus(s.before)
	}
	if last != nil {
		last()
	}
}

// leaving says whether the panel may give way to something else.
func (s *Stand) leaving() bool {
	side, ok := s.Side.(*widgets.SidePanel)
	return !ok || side.Leaving == nil || side.Leaving()
}

// Go implements task.Runner.
func (s *Stand) Go(work, done func()) {
	if s.Hold {
		s.Held = append(s.Held, func() { task.Synchronous{}.Go(work, done) })
		return
	}
	task.Synchronous{}.Go(work, done)
}

// UI implements task.Runner.
func (s *Stand) UI(f func()) { f() }

// Release does the work that waits, and what comes of it.
func (s *Stand) Release() {
	for len(s.Held) > 0 {
		next := s.Held[0]
		s.Held = s.Held[1:]
		next()
	}
}
