package designerpage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func (p *props) buildContent(template.Element) {
	p.heading("designer.content")
	p.contentField(func() string { return p.one().Content }, func(text string) {
		p.set("content", func(e *template.Element) { e.Content = text })
	})
}

// contentField is a text with variables, which a menu puts in where the cursor stands.
func (p *props) contentField(get func() string, set func(string)) {
	l := p.page.env.Lang
	f := p.written(l.T("designer.content.text"), 3, get, set)
	entry := f.Control.(*widgets.Entry)
	var pick *widgets.Button
	pick = widgets.NewButtonWithIcon(l.T("designer.variable"), theme.Icon(theme.IconPlus), func() {
		p.page.popUp(p.variables(func(name string) { insert(entry, "{"+name+"}") }), pick)
	})
	p.add(f, pick)
}

// insert puts a text into an entry where its cursor stands.
func insert(e *widgets.Entry, text string) {
	lines := strings.Split(e.Text, "\n")
	at := 0
	for i := 0; i < e.CursorRow && i < len(lines); i++ {
		at += len([]rune(lines[i])) + 1
	}
	all := []rune(e.Text)
	at = min(at+e.CursorColumn, len(all))
	e.SetText(string(slices.Concat(all[:at], []rune(text), all[at:])))
}

// variables is a menu of the variables of the kind, group by group.
func (p *props) variables(take func(name string)) []*fyne.MenuItem {
	l := p.page.env.Lang
	var items []*fyne.MenuItem
	for _, g := range template.Groups() {
		var of []*fyne.MenuItem
		for _, v := range template.Variables() {
			if v.Group == g && v.For(p.page.kind) {
				of = append(of, fyne.NewMenuItem(l.T("template.variable."+v.Name), func() { take(v.Name) }))
			}
		}
		if len(of) > 0 {
			item := fyne.NewMenuItem(l.T("template.group."+string(g)), nil)
			item.ChildMenu = fyne.NewMenu("", of...)
			items = append(items, item)
		}
	}
	return items
}
