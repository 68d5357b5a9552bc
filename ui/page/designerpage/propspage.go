package designerpage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// buildTemplate has the template itself: what it is called, its page and its folds.
func (p *props) buildTemplate() {
	l, e := p.page.env.Lang, p.page.editor
	head := widgets.NewText(l.T("designer.template"), theme.BodySize, theme.Text)
	head.Style.Bold = true
	p.add(head)
	edit := func(kind string, do func(*template.Template)) {
		if !p.quiet && p.page.editor.Edit(kind, do) {
			p.page.changed()
		}
	}
	tags := []string{"en"}
	if l.Tag() == "az" {
		tags = []string{"az", "en"}
	} else {
		tags = append(tags, "az")
	}
	for _, tag := range tags {
		p.add(p.written(l.T("designer.name."+tag), 1, func() string { return p.page.editor.Template().Names[tag] }, func(text string) {
			edit("name "+tag, func(t *template.Template) {
				if t.Names == nil {
					t.Names = map[string]string{}
				}
				if t.Names[tag] = text; text == "" && tag != "en" {
					delete(t.Names, tag)
				}
			})
		}))
	}
	p.heading("designer.page")
	var sizes []option
	for _, s := range paperSizes() {
		sizes = append(sizes, option{s.key(), s.label(l.T)})
	}
	p.add(p.choice(l.T("designer.page.size"), sizes, func() string { return paperSize{size: p.page.editor.Template().Size}.key() }, func(v string) {
		for _, s := range paperSizes() {
			if s.key() == v {
				edit("", func(t *template.Template) { t.Size = s.size })
				p.page.stage.fitView()
			}
		}
	}))
	side := func(key string, get func(*template.Size) *float64) *widgets.FormField {
		return p.number(l.T(key), template.LeastPage, template.MostPage, 1, func() float64 { s := p.page.editor.Template().Size; return *get(&s) },
			func(v float64) { edit("", func(t *template.Template) { *get(&t.Size) = v }); p.page.stage.fitView() })
	}
	p.pair(side("designer.w", func(s *template.Size) *float64 { return &s.W }), side("designer.h", func(s *template.Size) *float64 { return &s.H }))
	p.add(p.tick(l.T("designer.mirrored"), func() bool { return p.page.editor.Template().Mirrored },
		func(on bool) { edit("", func(t *template.Template) { t.Mirrored = on }) }))
	p.heading("designer.folds")
	for i, f := range e.Template().Folds {
		key, most := "designer.fold.level", e.Template().Size.H
		if f.Upright {
			key, most = "designer.fold.upright", e.Template().Size.W
		}
		n := p.number(l.T(key), 0, most, 0.5, func() float64 {
			if all := p.page.editor.Template().Folds; i < len(all) {
				return all[i].At
			}
			return 0
		}, func(v float64) { edit("", func(t *template.Template) { t.Folds[i].At = v }) })
		p.add(widgets.Edge(l.RTL(), nil, nil, nil, p.page.tool(theme.IconCross, l.T("designer.fold.remove"), func() {
			edit("", func(t *template.Template) { t.Folds = slices.Delete(t.Folds, i, i+1) })
		}), n))
	}
	fold := func(key string, upright bool) fyne.CanvasObject {
		return widgets.NewButtonWithIcon(l.T(key), theme.Icon(theme.IconPlus), func() {
			edit("", func(t *template.Template) {
				at := t.Size.H / 2
				if upright {
					at = t.Size.W / 2
				}
				t.Folds = append(t.Folds, template.Fold{Upright: upright, At: at})
			})
		})
	}
	p.add(fold("designer.fold.add.level", false), fold("designer.fold.add.upright", true))
}

// paperSize is a page by its name.
type paperSize struct {
	name string // as it is written everywhere, or a key of a message
	size template.Size
}

func (s paperSize) key() string { return decimal(s.size.W) + " × " + decimal(s.size.H) }

func (s paperSize) label(t func(string, ...any) string) string {
	name := s.name
	if name == "" {
		return s.key()
	}
	if strings.HasPrefix(name, "designer.") {
		name = t(name)
	}
	return name + "  " + s.key()
}

// paperSizes are pages of badges and certificates: ISO 216, ISO/IEC 7810 for the card, and usual inserts and labels.
func paperSizes() []paperSize {
	return []paperSize{{"A3", template.Size{W: 297, H: 420}}, {"A4", template.Size{W: 210, H: 297}}, {"A4 ↔", template.Size{W: 297, H: 210}},
		{"A5", template.Size{W: 148, H: 210}}, {"A5 ↔", template.Size{W: 210, H: 148}}, {"A6", template.Size{W: 105, H: 148}},
		{"A6 ↔", template.Size{W: 148, H: 105}}, {"A7", template.Size{W: 74, H: 105}}, {"A7 ↔", template.Size{W: 105, H: 74}},
		{"ID-1", template.Size{W: 53.98, H: 85.6}}, {"ID-1 ↔", template.Size{W: 85.6, H: 53.98}},
		{"", template.Size{W: 90, H: 54}}, {"", template.Size{W: 62, H: 100}}}
}
