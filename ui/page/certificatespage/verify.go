package certificatespage

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// checked is what checking a text or a file gave.
type checked struct {
	desk.Verification
	file string // its name, "" for a text
}

// mostOfFile is how much of a file is looked through: a certificate is far smaller.
const mostOfFile = 64 << 20

// Scan implements page.Scanner: the code of a certificate is checked, whatever page is in front.
func (p *Page) Scan(code string) {
	if !p.front {
		p.env.Open(page.Certificates, "")
	}
	if p.check == nil {
		p.verify()
	}
	if p.check != nil { // else something half-written in the panel is in its way
		p.check(code)
	}
}

// verify opens the panel in which a certificate from outside is checked: its text pasted or scanned, or its file.
func (p *Page) verify() {
	if !p.env.Leaving() {
		return
	}
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
		check(func(ctx context.Context) (checked, error) {
			v, err := d.Verify(ctx, []byte(raw))
			return checked{Verification: v}, err
		})
	}
	text.OnEnter = ofText
	text.OnChanged = func(raw string) {
		result.Objects = nil
		panel.Refresh()
		if _, whole := seminar.FindSigned([]byte(seminar.Unbroken(raw))); whole { // a scanner need not end with Enter
			ofText()
		}
	}
	open := widgets.NewButtonWithIcon(l.T("certificates.verify.open"), theme.Icon(theme.IconFile), func() {
		p.env.OpenFile([]string{".pdf", ".png", ".jpg", ".jpeg"}, func(path string) {
			check(func(ctx context.Context) (checked, error) { return verifiedFile(ctx, d, path) })
		})
	})
	field := widgets.NewFormField(l.T("certificates.verify.label"), text)
	field.RTL = l.RTL()
	panel = widgets.NewSidePanel(l.T("certificates.verify.title"), paper.PanelColumn(field, open, result), shut)
	panel.RTL = l.RTL()
	p.env.Panel(panel, func() { latest.Cancel(); p.check = nil; p.back() })
	p.check = text.SetText // after the panel that was there has closed
	p.env.Window.Canvas().Focus(text)
}

func verifiedFile(ctx context.Context, d *desk.Desk, path string) (checked, error) {
	info, err := os.Stat(path)
	if err != nil {
		return checked{}, err
	}
	c := checked{desk.Verification{Reason: trust.Malformed}, filepath.Base(path)}
	if info.Size() > mostOfFile {
		return c, nil
	}
	data, err := os.ReadFile(path)
	if err == nil && (trust.IsPDF(data) || trust.IsPicture(data)) {
		c.Verification, err = d.Verify(ctx, data)
	}
	return c, err
}

// verdict says whether it holds and why not, with all that was signed to compare with the paper. Of a file with several
// certificates, those that do not hold come first.
func (p *Page) verdict(c checked) []fyne.CanvasObject {
	if len(c.All) == 0 {
		return p.verdictOf(c.Verification, c.file)
	}
	l := p.env.Lang
	bad := slices.DeleteFunc(slices.Clone(c.All), func(v desk.Verification) bool { return v.Valid })
	notice := widgets.NewNotice(widgets.KindAccepted, l.N("certificates.verify.all", len(c.All)), c.file)
	if len(bad) > 0 {
		notice.Kind, notice.Title = widgets.KindRefused, l.N("certificates.verify.some", len(bad), "of", len(c.All))
	}
	notice.RTL = l.RTL()
	objects := []fyne.CanvasObject{notice}
	for i, v := range slices.Concat(bad, slices.DeleteFunc(slices.Clone(c.All), func(v desk.Verification) bool { return !v.Valid })) {
		if i == mostShown {
			objects = append(objects, widgets.Quiet(l.N("certificates.verify.more", len(c.All)-i)))
			break
		}
		objects = append(objects, widgets.Rule())
		objects = append(objects, p.verdictOf(v, "")...)
	}
	return objects
}

// mostShown is how many certificates of one file are shown in full.
const mostShown = 20

func (p *Page) verdictOf(v desk.Verification, file string) []fyne.CanvasObject {
	l := p.env.Lang
	notice := widgets.NewNotice(widgets.KindAccepted, l.T("certificates.verify.valid"), file)
	notice.RTL = l.RTL()
	if !v.Valid {
		notice.Kind, notice.Title = widgets.KindRefused, l.T("certificates.verify.invalid")
	}
	if v.Reason != "" {
		why := p.whyRevoked(seminar.Certificate{RevokedWhy: v.Why, ReplacedBy: v.ReplacedBy})
		notice.Text = strings.TrimSpace(l.T("certificates.verify.reason."+v.Reason, "why", why) + "\n" + file)
	}
	if slices.ContainsFunc(v.Printed, func(one trust.Print) bool { return one.Field == "text" }) && v.Valid {
		notice.Kind = widgets.KindAttention // the code is genuine; the page is a picture
		notice.Text = strings.TrimSpace(l.T("certificates.verify.scan") + "\n" + file)
	}
	objects := append([]fyne.CanvasObject{notice}, p.printed(v)...)
	facts, head := v.Shown(), "certificates.verify.compare"
	if facts == nil {
		for _, f := range [][2]string{{"name", v.Name}, {"number", v.Serial}, {"seminar", v.Seminar}} {
			if f[1] != "" {
				objects = append(objects, p.fact("certificates.fact."+f[0], f[1]))
			}
		}
		return objects
	}
	if v.Signed == nil {
		head = "certificates.verify.claims" // what an unsigned text says proves nothing
	}
	said := widgets.Quiet(l.T(head))
	said.Lines, said.RTL = 3, l.RTL()
	return append(append(objects, said), p.facts(facts)...)
}

// printed says what the page of a file says otherwise than what was signed, or where somebody should look.
func (p *Page) printed(v desk.Verification) []fyne.CanvasObject {
	l := p.env.Lang
	var objects []fyne.CanvasObject
	for _, one := range v.Printed {
		if one.OK && !one.Look || one.Field == "text" {
			continue
		}
		if one.Field == "layout" || one.Field == "pages" {
			notice := widgets.NewNotice(widgets.KindAttention, l.T("certificates.verify."+one.Field), "")
			notice.RTL = l.RTL()
			objects = append(objects, notice)
			continue
		}
		key, kind := "certificates.verify.look", widgets.KindAttention
		if !one.OK && !one.Look {
			key, kind = "certificates.verify.differs", widgets.KindRefused
		}
		said, signed := cmp.Or(one.Page, "–"), cmp.Or(one.Signed, "–")
		notice := widgets.NewNotice(kind, l.T(key, "what", l.T("certificates.fact."+one.Field)), l.T("certificates.verify.page", "page", said, "signed", signed))
		notice.RTL = l.RTL()
		objects = append(objects, notice)
	}
	return objects
}
