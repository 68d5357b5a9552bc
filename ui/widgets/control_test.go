package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/widgets"
)

func TestALabelWithoutRoomEndsInAnEllipsisAndComesBack(t *testing.T) {
	test.NewTempApp(t)
	label := strings.Repeat("counts towards the hours of attendance ", 3)
	c := widgets.NewCheck(label, nil)
	if w := c.MinSize().Width; w > 340 {
		t.Errorf("a long label asks for %v", w)
	}
	c.Resize(fyne.NewSize(200, 40))
	if !strings.HasSuffix(c.Text, "…") || fyne.MeasureText(c.Text, 14, fyne.TextStyle{}).Width > 200 {
		t.Errorf("in 200 it says %q", c.Text)
	}
	c.Resize(fyne.NewSize(2000, 40))
	if c.Text != label {
		t.Errorf("with room it says %q", c.Text)
	}
}
