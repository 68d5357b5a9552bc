package dialogs_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/internal/photo"
	"lanyard/ui/dialogs"
	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestThePartIsMovedAndMadeLargerByTheKeyboard(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	hands := uitest.Hands{T: t, Window: test.NewTempWindow(t, widget.NewLabel(""))}
	hands.Window.Resize(fyne.NewSize(1280, 720))
	picture := image.NewNRGBA(image.Rect(0, 0, 800, 600))
	begin := image.Rect(200, 100, 500, 500)
	var chosen []image.Rectangle
	show := func() {
		dialogs.Crop{Lang: i18n.Open("en"), Canvas: hands.Window.Canvas(), Picture: picture, Part: begin,
			Fit:    func(x, y, w float64) image.Rectangle { return photo.Fit(picture.Bounds(), x, y, w) },
			Chosen: func(part image.Rectangle) { chosen = append(chosen, part) }}.Show()
	}
	for _, c := range []struct {
		say  string
		keys []fyne.KeyName
		want func(image.Rectangle) bool
	}{
		{"", nil, func(r image.Rectangle) bool { return r == begin }},
		{"", []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyUp}, func(r image.Rectangle) bool { return r == begin.Add(image.Pt(12, -6)) }},
		{"+", nil, func(r image.Rectangle) bool { return r.Dx() == 283 && r.In(begin) }},
		{"---------------", nil, func(r image.Rectangle) bool { return r.Dx() == 450 && r.Dy() == 600 }},
		{"", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp,
			fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyDown}, func(r image.Rectangle) bool { return r.Min.Y == 6 }},
	} {
		chosen = nil
		show()
		hands.Write(c.say)
		hands.Press(append(c.keys, fyne.KeyReturn)...)
		if len(chosen) != 1 || !c.want(chosen[0]) {
			t.Errorf("%q %v: %v", c.say, c.keys, chosen)
		}
	}
	chosen = nil
	show()
	cropper, _ := hands.Focused().(*widgets.Cropper)
	cropper.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(20, 0)})
	if cropper.Part.Min.X <= begin.Min.X || cropper.Part.Dy() != begin.Dy() {
		t.Errorf("dragged to %v", cropper.Part)
	}
	hands.Press(fyne.KeyEscape)
	if len(chosen) > 0 || hands.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape keeps something")
	}
}
