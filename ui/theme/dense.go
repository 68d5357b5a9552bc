package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Dense shows an object without the gaps that the toolkit leaves between the rows of a list.
func Dense(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, dense{fyne.CurrentApp().Settings().Theme()})
}

type dense struct{ fyne.Theme }

// Size implements fyne.Theme.
func (d dense) Size(name fyne.ThemeSizeName) float32 {
	if name == fynetheme.SizeNamePadding {
		return 0
	}
	return d.Theme.Size(name)
}
