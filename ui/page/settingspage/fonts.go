package settingspage

import (
	"context"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/fontfile"
	docpage "lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ownFont is the font file that is kept, with a sample of it as it will print. It is nobody's if it has no path.
type ownFont struct {
	fontfile.Font
	sample image.Image
	broken error // the file is there, but can no longer be used
}

// loadFont looks at the font file that is kept.
func (p *Page) loadFont() {
	p.font(func() (ownFont, error) {
		f, ok, err := p.env.Fonts.Kept()
		if !ok {
			return ownFont{}, err
		}
		if err != nil {
			return ownFont{Font: fontfile.Font{Path: p.env.Fonts.Files()[0]}, broken: err}, nil
		}
		sample, err := sampleOf(f)
		return ownFont{Font: f, sample: sample}, err
	}, func(f ownFont) { p.showFont(f) })
}

// font works on the font file off the UI thread.
func (p *Page) font(work func() (ownFont, error), then func(ownFont)) {
	task.Run(p.env.Context, p.env.Run, func(context.Context) (ownFont, error) { return work() }, func(f ownFont, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		then(f)
	})
}

// chooseFont asks for a file and keeps a copy. Every page is made anew with it.
func (p *Page) chooseFont() {
	p.env.OpenFile(fontfile.Extensions(), func(path string) {
		p.font(func() (ownFont, error) {
			f, err := p.env.Fonts.Keep(path)
			return ownFont{Font: f}, err
		}, func(f ownFont) { p.changed("settings.fonts.kept", f.Name()) })
	})
}

func (p *Page) removeFont(name string) {
	p.font(func() (ownFont, error) { return ownFont{}, p.env.Fonts.Remove() }, func(ownFont) { p.changed("settings.fonts.removed", name) })
}

func (p *Page) changed(key, name string) {
	p.loadFont()
	p.env.Restyle()
	p.env.Done(p.env.Lang.T(key, "file", name), "")
}

func (p *Page) showFont(f ownFont) {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	text := func(t *widgets.Text, lines int) {
		t.Lines, t.RTL = lines, rtl
		p.fonts.Add(t)
	}
	p.fonts.RemoveAll()
	text(widgets.Quiet(l.T("settings.fonts.explained")), 5)
	buttons := []fyne.CanvasObject{widgets.NewButtonWithIcon(l.T("settings.fonts.choose"), theme.Icon(theme.IconFolder), p.chooseFont)}
	switch {
	case f.Path == "":
		text(widgets.Body(l.T("settings.fonts.none")), 2)
	case f.broken != nil:
		text(widgets.Body(l.Err(f.broken)), 5)
	default:
		name := widgets.Body(f.Name())
		name.Style.Bold = true
		text(name, 2)
		text(widgets.Quiet(l.N("settings.fonts.adds", f.Letters, "scripts", scripts(l.Script, f.Font))), 3)
		sample := canvas.NewImageFromImage(f.sample)
		sample.FillMode, sample.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
		p.fonts.Add(widgets.Row(rtl, 0, widgets.Fixed(sampleWidth, sampleHeight, sample)))
	}
	if f.Path != "" {
		buttons = append(buttons, widgets.NewButtonWithIcon(l.T("settings.fonts.remove"), theme.Icon(theme.IconCross), func() { p.removeFont(f.Name()) }))
	}
	p.fonts.Add(widgets.Flow(rtl, theme.Space2, buttons...))
	p.content.Refresh()
	widgets.KeepInView(p.content)
}

// named is how many scripts are named; a font of all the world has a hundred.
const named = 5

func scripts(name func(string) string, f fontfile.Font) string {
	var all []string
	for _, s := range f.Scripts[:min(named, len(f.Scripts))] {
		all = append(all, name(s.Script))
	}
	if len(f.Scripts) > named {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}

// The sample's size on the screen.
const sampleWidth, sampleHeight float32 = 360, 54

// sampleOf is a few letters as they will print: black on paper.
func sampleOf(f fontfile.Font) (image.Image, error) {
	var samples []string
	for _, s := range f.Scripts[:min(3, len(f.Scripts))] {
		samples = append(samples, s.Sample)
	}
	const w, h = 100, 15 // millimetres
	sheet := docpage.New(docpage.Size{W: w, H: h})
	sheet.Add(docpage.Text{X: 3, Y: 0, W: w - 6, H: h, Style: docpage.Style{Size: 18}, VAlign: docpage.Middle, Content: strings.Join(samples, "  ")})
	return raster.Render(typeset.WithSystem(f.Path), sheet, 200)
}
