package page

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Question asks in a panel before something is done. Escape lets it be, and the focus goes back to where it was.
type Question struct {
	Title  string
	About  fyne.CanvasObject
	Yes    string         // the word on the button that does it
	Icon   theme.IconName // of that button; may be ""
	Grave  bool           // the button that lets it be has the focus: Enter alone does nothing
	Then   func()
	Closed func() // told when the panel closes, whichever way; may be nil
}

// Ask asks a question, unless the panel still holds something half-written.
func (e *Env) Ask(q Question) {
	if !e.Leaving() {
		return
	}
	shut := func() { e.Panel(nil, nil) }
	no := widgets.NewButton(e.Lang.T("common.cancel"), shut)
	yes := widgets.NewPrimary(q.Yes, q.Icon, func() { shut(); q.Then() })
	panel := widgets.NewSidePanel(q.Title, q.About, shut, no, yes)
	panel.RTL = e.Lang.RTL()
	e.Panel(panel, q.Closed)
	first := yes
	if q.Grave {
		first = no
	}
	e.Window.Canvas().Focus(first)
}
