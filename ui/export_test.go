package ui

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/page"
)

// PageNames are the pages that a window has.
func PageNames() []page.Name { return page.Names() }

// GoTo brings a page to the front.
func (w *Window) GoTo(name page.Name) { w.goTo(name, "") }

// MinSize is what the window needs at least.
func (w *Window) MinSize() fyne.Size { return w.window.Content().MinSize() }

// Close closes the window.
func (w *Window) Close() { w.cancel(); w.window.Close() }
