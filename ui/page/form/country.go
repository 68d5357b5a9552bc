package form

import (
	"bytes"
	"image"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/assets/flags"
	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Flag is the flag of a country as a picture, nil if there is no such country.
func Flag(alpha2 string) image.Image {
	data, ok := flags.PNG(alpha2)
	if !ok {
		return nil
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return img
}

const mostOffered = 5

// countryField is an entry in which two letters or the beginning of a name find a country. What it could mean is
// listed below it while somebody types; the arrow keys choose, Enter or leaving the entry takes the first.
type countryField struct {
	entry   *entry
	flag    *canvas.Image
	frame   *fyne.Container // of the flag, hidden while there is none
	line    *fyne.Container
	offers  *fyne.Container
	object  fyne.CanvasObject
	all     []country
	found   []country
	marked  int
	chosen  string // the code; "" when the text is nobody's
	quiet   bool   // the text is being set by the program
	hovered bool   // the mouse is over the offers: a tap is about to choose one
	changed func() // the height may have changed
	rtl     bool
}

func newCountryField(lang *i18n.Lang, changed func()) *countryField {
	f := &countryField{entry: newEntry(), all: countries(lang), changed: changed, rtl: lang.RTL()}
	f.flag = canvas.NewImageFromImage(nil)
	f.flag.FillMode, f.flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	f.offers = widgets.Column(0)
	f.offers.Hide()
	f.entry.OnChanged = f.typed
	f.entry.up, f.entry.down = func() { f.step(-1) }, func() { f.step(1) }
	f.entry.focused = func(gained bool) {
		if !gained && !f.hovered {
			f.take()
		}
	}
	f.frame = widgets.Fixed(32+theme.Space2, 24, f.flag)
	f.frame.Hide()
	line := widgets.Edge(f.rtl, nil, nil, nil, f.frame, f.entry)
	f.line = line
	f.object = widgets.Column(theme.Space1, line, f.offers)
	return f
}

// code is the country's code, or what was written if it means none.
func (f *countryField) code() string {
	f.take()
	if f.chosen != "" {
		return f.chosen
	}
	return f.entry.Text
}

func (f *countryField) set(code string) {
	f.chosen, f.found = "", nil
	f.write(code)
	for _, c := range f.all {
		if c.Code == code {
			f.choose(c)
			return
		}
	}
	f.show()
}

func (f *countryField) write(text string) {
	f.quiet = true
	f.entry.SetText(text)
	f.quiet = false
}

func (f *countryField) typed(text string) {
	if f.quiet {
		return
	}
	f.chosen, f.marked = "", 0
	f.found = find(f.all, text)
	if len(f.found) > 0 && tier(f.found[0], fold(text)) == 0 {
		f.chosen = f.found[0].Code
	}
	f.show()
}

func (f *countryField) step(delta int) {
	if len(f.found) > 0 {
		f.marked = min(max(f.marked+delta, 0), min(len(f.found), mostOffered)-1)
		f.chosen = f.found[f.marked].Code
		f.show()
	}
}

// take settles on the country marked, if there is one.
func (f *countryField) take() {
	if len(f.found) > 0 {
		f.choose(f.found[f.marked])
	}
}

func (f *countryField) choose(c country) {
	f.chosen, f.found, f.marked = c.Code, nil, 0
	f.write(c.Name)
	f.show()
}

// show draws the flag of the country settled on and what else the text could mean.
func (f *countryField) show() {
	f.frame.Hidden = true
	if img := Flag(f.chosen); img != nil {
		f.flag.Image, f.frame.Hidden = img, false
		f.flag.Refresh()
	}
	f.line.Refresh()
	f.offers.RemoveAll()
	f.offers.Hidden = len(f.found) == 0
	f.hovered = f.hovered && len(f.found) > 0
	for i, c := range f.found[:min(len(f.found), mostOffered)] {
		f.offers.Add(widgets.NewOffer(c.Name, i == f.marked, func() { f.choose(c) }, func(in bool) { f.hovered = in }))
	}
	call(f.changed)
}
