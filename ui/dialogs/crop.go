package dialogs

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Crop asks which part of a picture is kept as a person's photo. Enter takes what is proposed.
type Crop struct {
	Lang    *i18n.Lang
	Canvas  fyne.Canvas
	Picture image.Image
	Part    image.Rectangle // as proposed
	// Fit puts a part of a width, its upper left corner at x, y, within the picture.
	Fit    func(x, y, width float64) image.Rectangle
	Chosen func(part image.Rectangle)
}

// Show shows the picture and gives it the focus.
func (c Crop) Show() {
	t, rtl := c.Lang.T, c.Lang.RTL()
	before := c.Canvas.OnTypedKey()
	var popup *widget.PopUp
	shut := func() {
		popup.Hide()
		c.Canvas.SetOnTypedKey(before)
	}
	size := c.Canvas.Size()
	picture := widgets.NewCropper(c.Picture, c.Part, fyne.NewSize(min(cropWidth, size.Width-4*theme.Space5), min(cropHeight, size.Height-200)), c.Fit)
	take := func() {
		shut()
		c.Chosen(picture.Part)
	}
	picture.OnEnter, picture.OnEscape = take, shut
	closer := widgets.NewButtonWithIcon("", theme.Icon(theme.IconPlus), func() { picture.Zoom(1 / buttonZoom) })
	wider := widgets.NewButtonWithIcon("", theme.Icon(theme.IconMinus), func() { picture.Zoom(buttonZoom) })
	ok, cancel := widgets.NewPrimary(t("dialog.crop.take")+"  ⏎", "", take), widgets.NewButton(t("common.cancel")+"  Esc", shut)
	hint := widgets.Quiet(t("dialog.crop.hint"))
	hint.Lines, hint.RTL = 2, rtl
	buttons := widgets.Row(rtl, theme.Space2, closer, wider, widgets.Spring(), cancel, ok)
	popup = widget.NewModalPopUp(widgets.Padded(theme.Space4, widgets.Column(theme.Space3, widgets.Section(t("dialog.crop.title")), hint, picture, buttons)), c.Canvas)
	c.Canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape { // in a button; the picture hears its own
			shut()
		}
	})
	popup.Show()
	c.Canvas.Focus(picture)
}

const (
	cropWidth  float32 = 640
	cropHeight float32 = 460
	buttonZoom         = 1.15
)
