package designerpage

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

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
			if more := p.categories(at(i).Variable, f.Control.(*widgets.Entry)); more != nil {
				p.add(more)
			}
		}
	}
	p.add(widgets.NewButtonWithIcon(l.T("designer.show.add"), theme.Icon(theme.IconPlus), func() {
		set("", func(all *[]template.Condition) { *all = append(*all, template.Condition{Variable: "category"}) })
	}))
}

// categories is a button that adds one of the seminar's categories to the values of a condition; nil for other variables.
func (p *props) categories(variable string, values *widgets.Entry) fyne.CanvasObject {
	if variable != "category" || len(p.page.data.categories) == 0 {
		return nil
	}
	var pick *widgets.Button
	pick = widgets.NewButtonWithIcon(p.page.env.Lang.T("designer.show.category"), theme.Icon(theme.IconPlus), func() {
		var items []*fyne.MenuItem
		for _, c := range p.page.data.categories {
			items = append(items, fyne.NewMenuItem(c.Name, func() {
				all := strings.Split(values.Text, ", ")
				if all = slices.DeleteFunc(all, func(v string) bool { return v == "" || v == "…" }); !slices.Contains(all, c.Name) {
					values.SetText(strings.Join(append(all, c.Name), ", "))
				}
			}))
		}
		p.page.popUp(items, pick)
	})
	return pick
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
