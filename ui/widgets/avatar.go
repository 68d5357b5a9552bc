package widgets

import (
	"image"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Avatar is a person's photo in a circle, or the first letters of the name.
type Avatar struct {
	widget.BaseWidget
	Name     string
	Photo    image.Image // nil: letters
	Diameter float32
}

// NewAvatar makes an avatar; photo may be nil.
func NewAvatar(name string, photo image.Image, diameter float32) *Avatar {
	a := &Avatar{Name: name, Photo: photo, Diameter: diameter}
	a.ExtendBaseWidget(a)
	return a
}

// Initials are the first letters of the first and last word of a name, as they are written.
// Joined scripts give one letter: two of them side by side would read as a word.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) })
	var letters []rune
	for _, word := range words {
		for _, r := range word {
			if unicode.IsLetter(r) {
				letters = append(letters, r)
				break
			}
		}
	}
	switch {
	case len(letters) == 0:
		return "?"
	case len(letters) == 1 || unicode.In(letters[0], unicode.Arabic):
		return string(letters[0])
	}
	return string([]rune{letters[0], letters[len(letters)-1]})
}

// CreateRenderer implements fyne.Widget.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	back := newBox(theme.AccentWash, "", a.Diameter/2)
	letters := NewText("", a.Diameter*0.38, theme.Accent)
	letters.Style.Bold, letters.Align, letters.MinWidth = true, AlignCentre, -1
	photo := canvas.NewImageFromImage(nil)
	photo.FillMode, photo.ScaleMode = canvas.ImageFillCover, canvas.ImageScaleSmooth
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, letters, photo}}
	p.min = func() fyne.Size { return fyne.NewSquareSize(a.Diameter) }
	p.layout = func(s fyne.Size) {
		d := a.Diameter
		x, y := (s.Width-d)/2, (s.Height-d)/2
		place(back, x, y, d, d)
		place(letters, x, y, d, d)
		place(photo, x, y, d, d)
	}
	p.refresh = func() {
		back.CornerRadius, photo.CornerRadius = a.Diameter/2, a.Diameter/2
		back.paint()
		letters.Text, letters.TextSize = Initials(a.Name), a.Diameter*0.38
		letters.Refresh()
		photo.Image = a.Photo
		showIf(photo, a.Photo != nil)
		if a.Photo != nil {
			photo.Refresh()
		}
		p.layout(a.Size())
	}
	p.refresh()
	return p
}
