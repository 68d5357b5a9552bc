package widgets_test

import (
	"bytes"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// TestAPillThatWasAwayIsInTheInkOfTheTheme: the toolkit paints what stands in a window when its theme changes, and no pill of a page
// that is put away.
func TestAPillThatWasAwayIsInTheInkOfTheTheme(t *testing.T) {
	app := test.NewTempApp(t)
	painted := func(pill *widgets.StatusPill) []byte {
		w := test.NewTempWindow(t, pill)
		w.Resize(fyne.NewSize(160, 60))
		pill.Refresh()
		return w.Canvas().Capture().(*image.NRGBA).Pix
	}
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	pill := widgets.NewStatusPill(widgets.KindRefused, "Cancelled")
	light := painted(pill)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.SetContent(widgets.Rule())
	}
	app.Settings().SetTheme(theme.New(theme.AlwaysDark))
	dark := painted(pill)
	if bytes.Equal(light, dark) || !bytes.Equal(dark, painted(widgets.NewStatusPill(widgets.KindRefused, "Cancelled"))) {
		t.Error("the pill is in the ink of the theme before")
	}
	pill.Kind = widgets.KindAccepted
	if !bytes.Equal(painted(pill), painted(widgets.NewStatusPill(widgets.KindAccepted, "Cancelled"))) {
		t.Error("the pill has the mark of the kind before")
	}
}
