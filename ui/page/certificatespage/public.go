package certificatespage

import (
	"context"
	"image"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// keySide is the side of the key's code in the panel, in device-independent pixels.
const keySide = 200

// publicKey opens the panel for those who check certificates elsewhere: the key as a code, a file and a page, the list of
// revoked certificates, and how to check one.
func (p *Page) publicKey() {
	of, d := p.env.Seminar().ID, p.env.Desk()
	if of == "" || !p.env.Leaving() {
		return
	}
	type found struct {
		key  trust.Key
		list trust.Revocations
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (found, error) {
		key, err := d.Key(ctx, of)
		if err != nil {
			return found{}, err
		}
		list, err := d.Revocations(ctx, of)
		return found{key, list}, err
	}, func(f found, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.showKey(f.key, f.list)
	})
}

func (p *Page) showKey(key trust.Key, list trust.Revocations) {
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	saveKey := widgets.NewPrimary(l.T("certificates.public.save"), theme.IconSave, func() { p.saveKey(key) })
	column := paper.PanelColumn(widgets.Row(l.RTL(), 0, p.codeOf(key)))
	for _, f := range [][2]string{{"document.key.fingerprint", key.Fingerprint()}, {"document.key.mark", key.Mark()}} {
		column.Add(p.fact(f[0], f[1]))
	}
	column.Add(widgets.NewButtonWithIcon(l.T("certificates.public.page"), theme.Icon(theme.IconFile), func() { p.saveKeyPage(key) }))
	column.Add(widgets.Rule())
	column.Add(p.fact("certificates.revoked.list", l.N("certificates.revoked.count", len(list.Revoked))))
	for _, r := range list.Revoked {
		column.Add(p.revokedLine(r))
	}
	column.Add(widgets.NewButtonWithIcon(l.T("certificates.revoked.save"), theme.Icon(theme.IconSave), p.saveRevocations))
	column.Add(widgets.Rule())
	how := widgets.Section(l.T("document.key.how"))
	how.RTL = l.RTL()
	column.Add(how)
	for _, step := range document.KeyGuide() {
		text := widgets.Body(l.T(step))
		text.Lines, text.RTL = 12, l.RTL()
		column.Add(text)
	}
	panel := widgets.NewSidePanel(l.T("certificates.public.title"), column, shut, saveKey)
	panel.RTL = l.RTL()
	p.env.Panel(panel, p.back)
	p.env.Window.Canvas().Focus(saveKey)
}

// revokedLine is one line of the list.
func (p *Page) revokedLine(r trust.Revoked) fyne.CanvasObject {
	l := p.env.Lang
	why := r.Why
	if r.ReplacedBy != "" {
		why = widgets.Joined(" ", why, l.T("certificates.state.replaced", "serial", r.ReplacedBy))
	}
	text := widgets.Caption(widgets.Joined(" · ", r.Serial, why))
	text.Lines, text.RTL = 3, l.RTL()
	return text
}

// codeOf is the key's QR code, black on white in either theme.
func (p *Page) codeOf(key trust.Key) fyne.CanvasObject {
	m, err := docpage.QR{Payload: key.Text()}.Modules()
	if err != nil {
		p.env.Log.Error("the code of a key", "error", err)
		return widgets.Body(key.Text())
	}
	side := m.Side() + 2*docpage.QuietZone
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			shade := byte(0xff)
			if mx, my := x-docpage.QuietZone, y-docpage.QuietZone; mx >= 0 && my >= 0 && mx < m.Side() && my < m.Side() && m.Dark(mx, my) {
				shade = 0
			}
			picture.Pix[y*picture.Stride+x] = shade
		}
	}
	shown := canvas.NewImageFromImage(picture)
	shown.ScaleMode, shown.FillMode = canvas.ImageScalePixels, canvas.ImageFillContain
	return widgets.Fixed(keySide, keySide, shown)
}

func (p *Page) saveKey(key trust.Key) {
	p.saveBytes(filing.Name("pub", "certificates", p.env.Seminar().Start), func(context.Context) ([]byte, error) { return key.File() })
}

func (p *Page) saveKeyPage(key trust.Key) {
	doc := document.KeyPage(document.PublicKey{Seminar: p.env.Seminar(), Code: key.Text(), Fingerprint: key.Fingerprint(), Mark: key.Mark()}, p.preview.Options())
	p.env.SaveFile(filing.Name("pdf", "certificates-key", p.env.Seminar().Start), func(ctx context.Context, path string, progress task.Progress) error {
		return p.preview.Write(ctx, path, doc, progress)
	})
}

// saveRevocations saves the signed list. It leaves the house as the certificates do, so it takes the same right.
func (p *Page) saveRevocations() {
	of := p.env.Seminar().ID
	page.With(p.env, seminar.RightIssue, func(d *desk.Desk) {
		p.saveBytes(filing.Name("json", "revoked", p.env.Seminar().Start), func(ctx context.Context) ([]byte, error) { return d.RevocationFile(ctx, of) })
	})
}

func (p *Page) saveBytes(name string, make func(context.Context) ([]byte, error)) {
	p.env.SaveFile(name, func(ctx context.Context, path string, _ task.Progress) error {
		data, err := make(ctx)
		if err != nil {
			return err
		}
		return filing.Write(path, func(w io.Writer) error { _, err := w.Write(data); return err })
	})
}
