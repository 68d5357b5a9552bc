package page

import (
	"lanyard/internal/desk"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// keptHeight is the room of those who were kept in their panel, in device-independent pixels.
const keptHeight = 480

// ShowKept names those whom the undo of an import left, and says why; Enter opens one. Nothing is shown if there are none, or
// while the panel holds something half-written.
func (e *Env) ShowKept(kept []desk.Kept) {
	if len(kept) == 0 || !e.Leaving() {
		return
	}
	l := e.Lang
	list := widgets.NewPickList()
	list.RTL = l.RTL()
	items := make([]widgets.PickItem, len(kept))
	for i, k := range kept {
		why := make([]string, len(k.Why))
		for j, w := range k.Why {
			why[j] = l.T("window.kept." + string(w))
		}
		items[i] = widgets.PickItem{ID: string(k.AttendeeID), Title: k.Name(), Meta: widgets.Joined(" · ", append(why, k.Organisation)...)}
	}
	list.Set(items)
	open := func() { e.Open(Attendees, kept[list.Cursor].AttendeeID) }
	list.OnEnter = open
	text := widgets.Body(l.T("window.kept.text"))
	text.RTL = l.RTL()
	panel := widgets.NewSidePanel(l.N("window.kept", len(kept)), widgets.Column(theme.Space3, text, widgets.Fixed(0, keptHeight, list)),
		func() { e.Panel(nil, nil) }, widgets.NewPrimary(l.T("intake.key.open"), "", open))
	panel.RTL = l.RTL()
	e.Panel(panel, nil)
	e.Window.Canvas().Focus(list.Focusable())
}
