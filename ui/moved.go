package ui

import (
	"lanyard/internal/desk"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// sayMoved says whom an action moved up from the waiting list: somebody has to tell them.
func (w *Window) sayMoved(action desk.Action) {
	if action == "" {
		return
	}
	moved, over := w.env().Desk().Movers(action)
	w.sayCrowded(over)
	if len(moved) == 0 {
		return
	}
	toast := widgets.Toast{Kind: widgets.KindAttention, Message: w.lang.T("window.moved_up", "name", moved[0].Name)}
	if len(moved) > 1 {
		toast.Message = w.lang.N("window.moved_up.several", len(moved))
	}
	if moved[0].SeminarID == w.env().Seminar().ID {
		toast.ActionLabel, toast.OnAction = w.lang.T("window.moved_up.show"), func() { w.env().Open(page.Attendees, moved[0].AttendeeID) }
	}
	w.toasts.Push(toast)
}

// sayCrowded says of which quotas an undo left more people than places: who moved up before keeps the place.
func (w *Window) sayCrowded(over []desk.Crowded) {
	var parts []string
	for _, q := range over {
		parts = append(parts, widgets.Joined(": ", q.Name, w.lang.N("attendees.places.over", q.Over())))
	}
	if len(parts) > 0 {
		w.toasts.Push(widgets.Toast{Kind: widgets.KindAttention, Message: w.lang.T("window.crowded", "what", widgets.Joined(", ", parts...))})
	}
}
