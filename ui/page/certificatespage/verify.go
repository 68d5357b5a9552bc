package certificatespage

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// checked is what checking a text or a file gave.
type checked struct {
	desk.Verification
	file     string // its name, "" for a text
	snapshot string // what was signed, if anything was
	why      string // it was revoked
}

// mostOfFile is how much of a file is looked through: a certificate is far smaller.
const mostOfFile = 64 << 20

// leastSigned is how long a text is before it is checked without Enter: a code that is being typed is not wrong yet.
const leastSigned = 120

// verify opens the panel in which a certificate from outside is checked: its text pasted or scanned, or its file.
func (p *Page) verify() {
	l := p.env.Lang
	shut := func() { p.env.Panel(nil, nil) }
	result := paper.PanelColumn()
	var panel *widgets.SidePanel
	var latest task.Latest[checked]
	check := func(work func(context.Context) (checked, error)) {
		latest.Run(p.env.Context, p.env.Run, work, func(c checked, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			result.Objects = p.verdict(c)
			panel.Refresh()
		})
	}
	d := p.env.Desk()
	text := widgets.NewEntry(l.T("certificates.verify.text"), false)
	ofText := func() {
		raw := strings.TrimSpace(text.Text)
		if raw == "" {
			return
		}
		check(func(ctx context.Context) (checked, error) { return verified(ctx, d, []byte(raw)) })
	}
	text.OnEnter = ofText
	text.OnChanged = func(raw string) {
		result.Objects = nil
		panel.Refresh()
		if len(raw) >= leastSigned {
			ofText()
		}
	}
	open := widgets.NewButtonWithIcon(l.T("certificates.verify.open"), theme.Icon(theme.IconFile), func() {
		p.env.OpenFile([]string{".pdf"}, func(path string) {
			check(func(ctx context.Context) (checked, error) { return verifiedFile(ctx, d, path) })
		})
	})
	field := widgets.NewFormField(l.T("certificates.verify.label"), text)
	field.RTL = l.RTL()
	panel = widgets.NewSidePanel(l.T("certificates.verify.title"), paper.PanelColumn(field, open, result), shut)
	panel.RTL = l.RTL()
	p.env.Panel(panel, func() { latest.Cancel(); p.back() })
	p.env.Window.Canvas().Focus(text)
}

func verifiedFile(ctx context.Context, d *desk.Desk, path string) (checked, error) {
	info, err := os.Stat(path)
	if err != nil {
		return checked{}, err
	}
	if info.Size() > mostOfFile {
		return checked{file: filepath.Base(path), Verification: desk.Verification{Reason: "malformed"}}, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return checked{}, err
	}
	c := checked{Verification: desk.Verification{Reason: "malformed"}}
	if _, ok := seminar.FindSigned(data); ok {
		c, err = verified(ctx, d, data)
	}
	c.file = filepath.Base(path)
	return c, err
}

func verified(ctx context.Context, d *desk.Desk, data []byte) (checked, error) {
	var c checked
	var err error
	if signed, ok := seminar.FindSigned(data); ok {
		c.snapshot = signed.Snapshot
	}
	if c.Verification, err = d.Verify(ctx, data); err != nil || !c.Revoked || c.snapshot == "" {
		return c, err
	}
	var all []seminar.Certificate
	err = d.All(ctx, seminar.EntityCertificate, "", &all)
	for _, known := range all {
		if known.Serial == c.Serial {
			c.why = known.RevokedWhy
		}
	}
	return c, err
}

// verdict says whether it holds and why not, with all that was signed to compare with the paper.
func (p *Page) verdict(c checked) []fyne.CanvasObject {
	l := p.env.Lang
	notice := widgets.NewNotice(widgets.KindAccepted, l.T("certificates.verify.valid"), c.file)
	notice.RTL = l.RTL()
	if !c.Valid {
		notice.Kind, notice.Title = widgets.KindRefused, l.T("certificates.verify.invalid")
	}
	if c.Reason != "" {
		why := c.why
		if c.Reason == "revoked" && why == "" {
			why = "–"
		}
		notice.Text = strings.TrimSpace(l.T("certificates.verify.reason."+c.Reason, "why", why) + "\n" + c.file)
	}
	objects := []fyne.CanvasObject{notice}
	if c.snapshot == "" {
		for _, f := range [][2]string{{"name", c.Name}, {"number", c.Serial}, {"seminar", c.Seminar}} {
			if f[1] != "" {
				objects = append(objects, p.fact("certificates.fact."+f[0], f[1]))
			}
		}
		return objects
	}
	head := "certificates.verify.compare"
	if c.Reason == "signature" || c.Reason == "unknown_key" {
		head = "certificates.verify.claims" // what an unsigned text says proves nothing
	}
	said := widgets.Quiet(l.T(head))
	return append(append(objects, said), p.signed(c.snapshot)...)
}
