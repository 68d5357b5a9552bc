package page

import "lanyard/ui/widgets"

// Guard keeps what is half-written in a panel from being lost by one key: the first who wants the panel to give way is told
// that something was changed, and whoever asks again is let. The panel asks it before something else takes its place; the
// page asks the function it gets before it closes the panel itself without saving.
func (e *Env) Guard(panel *widgets.SidePanel, changed func() bool) (leaving func() bool) {
	panel.Leaving = func() bool {
		if panel.Note == "" && changed() {
			panel.SetNote(e.Lang.T("common.unsaved"))
			return false
		}
		return true
	}
	return panel.Leaving
}
