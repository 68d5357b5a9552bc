package designerpage

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// buildImage has which picture, and how it meets its box.
func (p *props) buildImage() {
	t := p.page.env.Lang.T
	p.heading("designer.picture")
	var all []option
	for _, s := range sources() {
		all = append(all, option{"source " + string(s), t("designer.source." + string(s))})
	}
	for _, name := range slices.Sorted(maps.Keys(p.page.editor.Template().Pictures)) {
		all = append(all, option{"picture " + name, name})
	}
	get := func() string {
		if one := p.one(); one.Source != "" {
			return "source " + string(one.Source)
		}
		return "picture " + p.one().Picture
	}
	p.add(p.choice(t("designer.picture.which"), all, get, func(v string) {
		p.set("", func(e *template.Element) {
			source, isSource := strings.CutPrefix(v, "source ")
			e.Source, e.Picture = template.Source(source), ""
			if !isSource {
				e.Source, e.Picture = "", strings.TrimPrefix(v, "picture ")
			}
		})
	}))
	p.add(p.choice(t("designer.fit"), []option{{"", t("designer.fit.contain")}, {"cover", t("designer.fit.cover")}, {"stretch", t("designer.fit.stretch")}},
		func() string { return strings.Replace(string(p.one().Fit), "contain", "", 1) },
		func(v string) { p.set("", func(e *template.Element) { e.Fit = template.Fit(v) }) }))
}

// buildFigure has colours, lines and corners of what has them.
func (p *props) buildFigure(one template.Element) {
	t := p.page.env.Lang.T
	none := []option{{"", t("designer.colour.none")}, {"category", t("designer.colour.category")}}
	fill := func() {
		p.add(p.colour(t("designer.fill"), none, func() string { return p.one().Fill },
			func(v string) { p.set("fill", func(e *template.Element) { e.Fill = v }) }))
	}
	stroke := func() {
		p.add(p.colour(t("designer.stroke"), none, func() string { return p.one().Stroke },
			func(v string) { p.set("stroke", func(e *template.Element) { e.Stroke = v }) }))
	}
	width := func() *widgets.FormField {
		return p.number(t("designer.stroke_width"), 0, 50, 0.1, func() float64 { return p.one().StrokeWidth },
			func(v float64) { p.set("stroke width", func(e *template.Element) { e.StrokeWidth = v }) })
	}
	radius := func() *widgets.FormField {
		return p.number(t("designer.radius"), 0, template.MostPage, 0.5, func() float64 { return p.one().Radius },
			func(v float64) { p.set("radius", func(e *template.Element) { e.Radius = v }) })
	}
	switch one.Type {
	case template.Box:
		p.heading("designer.figure")
		fill()
		stroke()
		p.pair(width(), radius())
	case template.Image:
		stroke()
		p.pair(width(), radius())
	case template.Line:
		p.heading("designer.figure")
		stroke()
		p.pair(width(), p.number(t("designer.dash"), 0, template.MostPage, 0.5, func() float64 { return p.one().Dash },
			func(v float64) { p.set("dash", func(e *template.Element) { e.Dash = v }) }))
	case template.QR:
		fill()
		p.add(p.choice(t("designer.level"), []option{{"L", t("designer.level.l")}, {"", t("designer.level.m")}, {"Q", t("designer.level.q")}, {"H", t("designer.level.h")}},
			func() string { return strings.Replace(p.one().Level, "M", "", 1) },
			func(v string) { p.set("", func(e *template.Element) { e.Level = v }) }))
	}
}

// buildShow has to whom the element is shown.
func (p *props) buildShow(template.Element) {
	p.heading("designer.show")
	p.conditionFields(func() []template.Condition { return p.one().Show }, func(kind string, do func(*[]template.Condition)) {
		p.set(kind, func(e *template.Element) { do(&e.Show) })
	})
}

// The ways of a condition.
const (
	isThere  = "there"
	isNone   = "none"
	isOne    = "is"
	isNotOne = "not"
)

func wayOf(c template.Condition) string {
	switch {
	case len(c.Is) == 0 && c.Not:
		return isNone
	case len(c.Is) == 0:
		return isThere
	case c.Not:
		return isNotOne
	}
	return isOne
}

// conditionFields are the conditions of something, all of which must hold.
func (p *props) conditionFields(get func() []template.Condition, set func(kind string, do func(*[]template.Condition))) {
	l := p.page.env.Lang
	at := func(i int) template.Condition {
		if all := get(); i < len(all) {
			return all[i]
		}
		return template.Condition{}
	}
	change := func(i int, kind string, do func(*template.Condition)) {
		set(kind+strconv.Itoa(i), func(all *[]template.Condition) {
			if i < len(*all) {
				do(&(*all)[i])
			}
		})
	}
	var names []option
	for _, v := range template.Variables() {
		if v.For(p.page.kind) {
			names = append(names, option{v.Name, l.T("template.variable." + v.Name)})
		}
	}
	for i := range get() {
		p.add(p.choice(l.T("designer.show.variable"), names, func() string { return at(i).Variable },
			func(v string) { change(i, "", func(c *template.Condition) { c.Variable, c.Is = v, nil }) }))
		var ways []option
		for _, w := range []string{isThere, isNone, isOne, isNotOne} {
			ways = append(ways, option{w, l.T("designer.show." + w)})
		}
		remove := p.page.tool(theme.IconCross, l.T("designer.show.remove"), func() {
			set("", func(all *[]template.Condition) { *all = slices.Delete(*all, i, i+1) })
		})
		way := p.choice(l.T("designer.show.way"), ways, func() string { return wayOf(at(i)) }, func(v string) {
			change(i, "", func(c *template.Condition) {
				c.Not = v == isNone || v == isNotOne
				if v == isThere || v == isNone {
					c.Is = nil
				} else if len(c.Is) == 0 {
					c.Is = p.usual(c.Variable)
				}
			})
		})
		p.add(widgets.Edge(l.RTL(), nil, nil, nil, remove, way))
		if len(at(i).Is) > 0 {
			f := p.written(l.T("designer.show.values"), 1, func() string { return strings.Join(at(i).Is, ", ") }, func(text string) {
				change(i, "values", func(c *template.Condition) {
					var is []string
					for _, v := range strings.Split(text, ",") {
						if v = strings.TrimSpace(v); v != "" {
							is = append(is, v)
						}
					}
					if len(is) > 0 {
						c.Is = is
					}
				})
			})
			p.add(f)
		}
	}
	p.add(widgets.NewButtonWithIcon(l.T("designer.show.add"), theme.Icon(theme.IconPlus), func() {
		set("", func(all *[]template.Condition) { *all = append(*all, template.Condition{Variable: "category"}) })
	}))
}

// usual is a value to begin with: what the person shown has.
func (p *props) usual(variable string) []string {
	b := p.page.data.badge
	v := map[string]string{"category": b.Category.Name, "country_code": b.Attendee.Country, "language": b.Attendee.Language, "delegation": b.Delegation,
		"organisation": b.Attendee.Organisation, "position": b.Attendee.Position}[variable]
	if v == "" {
		v = "…"
	}
	return []string{v}
}

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
