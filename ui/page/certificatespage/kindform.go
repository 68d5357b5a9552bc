package certificatespage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// kindForm is the form of one kind of certificate.
type kindForm struct {
	page   *Page
	base   seminar.CertificateKind
	id     *widgets.Entry // of a kind that is made up; nil where it is settled
	ids    *widgets.FormField
	titles map[string]*widgets.Entry
	layout *widgets.Select
	tests  *testTable
	panel  *widgets.SidePanel
}

// editKind opens a kind; a fresh one is not among the seminar's yet.
func (p *Page) editKind(k seminar.CertificateKind, fresh bool) {
	if !p.env.Leaving() {
		return
	}
	l := p.env.Lang
	f := &kindForm{page: p, base: k, titles: map[string]*widgets.Entry{}}
	column := paper.PanelColumn()
	var first fyne.Focusable
	add := func(label, text, hint string) (*widgets.Entry, *widgets.FormField) {
		e := widgets.NewEntry(hint, false)
		e.Text, e.OnEnter, e.OnEscape = text, f.save, p.editKinds
		field := widgets.NewFormField(label, e)
		field.RTL = l.RTL()
		column.Add(field)
		if first == nil {
			first = e
		}
		return e, field
	}
	if k.ID == "" {
		f.id, f.ids = add(l.T("certificates.kinds.id"), "", "best-paper")
		f.ids.Required = true
		f.id.OnChanged = func(string) { f.ids.SetError("") }
	}
	for _, tag := range f.tags() {
		f.titles[tag], _ = add(l.T("certificates.kinds.title_in", "language", languageName(tag)), k.Titles[tag], f.usual(tag))
	}
	layout := widgets.NewFormField(l.T("certificates.kinds.layout"), f.layouts())
	layout.RTL = l.RTL()
	column.Add(layout)
	f.tests = newTestTable(f)
	asks := widgets.NewFormField(l.T("certificates.kinds.condition"), f.tests.Content)
	asks.RTL = l.RTL()
	column.Add(asks)
	footer := []fyne.CanvasObject{widgets.NewButton(l.T("common.cancel"), p.editKinds)}
	if !fresh && len(p.env.Seminar().Kinds) > 1 {
		drop := widgets.NewButtonWithIcon("", theme.Icon(theme.IconTrash), f.drop)
		drop.Importance = widget.DangerImportance
		footer = append(footer, drop)
	}
	title := p.kindTitle(k)
	if k.ID == "" {
		title = l.T("certificates.kinds.other")
	}
	f.panel = widgets.NewSidePanel(title, column, p.editKinds, append(footer, widgets.NewPrimary(l.T("common.save"), "", f.save))...)
	f.panel.RTL = l.RTL()
	before := f.written()
	p.env.Guard(f.panel, func() bool { return f.written() != before })
	p.env.Panel(f.panel, p.back)
	p.env.Window.Canvas().Focus(first)
}

// written is all that is filled in, to know whether anything was changed.
func (f *kindForm) written() string {
	var texts []string
	if f.id != nil {
		texts = append(texts, f.id.Text)
	}
	for _, tag := range f.tags() {
		texts = append(texts, f.titles[tag].Text)
	}
	return fmt.Sprintf("%q %d %v", texts, f.layout.SelectedIndex(), f.tests.Changed)
}

// tags are the languages that the page's title may be given in: English, the interface's, and those that it has.
func (f *kindForm) tags() []string {
	all := append([]string{"en"}, f.page.env.Lang.Tag())
	all = append(all, slices.Sorted(maps.Keys(f.base.Titles))...)
	var some []string
	for _, tag := range all {
		if !slices.Contains(some, tag) && !strings.HasPrefix(tag, "x-") {
			some = append(some, tag)
		}
	}
	return some
}

// drop takes the kind out; what was issued stays.
func (f *kindForm) drop() {
	s := f.page.env.Seminar()
	s.Kinds = slices.DeleteFunc(slices.Clone(s.CertificateKinds()), func(k seminar.CertificateKind) bool { return k.ID == f.base.ID })
	f.page.env.Panel(nil, nil)
	f.page.saveSeminar(s)
}

func (f *kindForm) save() {
	l := f.page.env.Lang
	now, s := f.base, f.page.env.Seminar()
	s.Kinds = slices.Clone(s.CertificateKinds())
	now.Titles = map[string]string{}
	for tag, e := range f.titles {
		if text := strings.TrimSpace(e.Text); text != "" {
			now.Titles[tag] = text
		}
	}
	if i := f.layout.SelectedIndex(); i == 0 {
		now.Template = ""
	} else if i > 0 && i <= len(f.page.found.layouts) {
		now.Template = f.page.found.layouts[i-1].ID
	}
	var ok bool
	if now.Condition, ok = f.tests.value(); !ok {
		return
	}
	if f.id != nil {
		now.ID = strings.TrimSpace(f.id.Text)
		s.Kinds = append(s.Kinds, now)
		if bad := s.CheckCertificates().For("certificates"); bad != nil {
			f.ids.SetError(l.Err(bad))
			f.page.env.Window.Canvas().Focus(f.id)
			return
		}
	} else if i := slices.IndexFunc(s.Kinds, func(k seminar.CertificateKind) bool { return k.ID == now.ID }); i >= 0 {
		s.Kinds[i] = now
	} else {
		s.Kinds = append(s.Kinds, now)
	}
	f.page.env.Panel(nil, nil)
	f.page.saveSeminar(s)
}

// layouts is the choice of a layout: the one that is called as the kind is, or one by name. One that was taken away since stays
// chosen until somebody chooses another.
func (f *kindForm) layouts() fyne.CanvasObject {
	l := f.page.env.Lang
	names, at := []string{l.T("certificates.kinds.layout.usual")}, 0
	for i, one := range f.page.found.layouts {
		names = append(names, one.Name(l.Tag()))
		if one.ID == f.base.Template {
			at = i + 1
		}
	}
	if f.base.Template != "" && at == 0 {
		names, at = append(names, f.base.Template), len(names)
	}
	f.layout = widgets.NewSelect(names, nil)
	f.layout.SetSelectedIndex(at)
	return f.layout
}

// usual is what the page is called where it is given no title.
func (f *kindForm) usual(tag string) string {
	words, ok := wording.In(tag)
	if !ok || f.base.ID == "" {
		return ""
	}
	return words.Titles.Of(f.base.ID)
}

// languageName is a language's own name for itself.
func languageName(tag string) string {
	return display.Self.Name(language.Make(tag))
}
