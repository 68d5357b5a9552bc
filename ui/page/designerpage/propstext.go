package designerpage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func (p *props) buildContent(one template.Element) {
	p.heading("designer.content")
	words := p.elementWords()
	p.buildTexts(wordings{
		get: func() (string, map[string]string) { return p.one().Content, p.one().Contents },
		set: func(kind string, do func(*string, *map[string]string)) {
			p.set(kind, func(e *template.Element) { do(&e.Content, &e.Contents) })
		},
		language: func() string { return words.get().Language },
		alone:    one.Type == template.Flag,
	})
}

// wordings reach what an element, or a line of a stack, says: to all, and in languages that have a text of their own.
type wordings struct {
	get      func() (all string, own map[string]string)
	set      func(kind string, do func(all *string, own *map[string]string))
	language func() string
	alone    bool // it is no text that languages differ in
}

// buildTexts is a text with variables, which a menu puts in where the cursor stands: one for all languages, and others for some,
// of which one is open.
func (p *props) buildTexts(x wordings) {
	l := p.page.env.Lang
	if !x.alone {
		p.buildTongues(x)
	}
	tongue := p.tongue
	f := p.written(l.T("designer.content.text"), 3, func() string {
		all, own := x.get()
		if tongue != "" {
			return own[tongue]
		}
		return all
	}, func(text string) {
		x.set("content "+tongue, func(all *string, own *map[string]string) {
			if tongue == "" {
				*all = text
			} else {
				(*own)[tongue] = text
			}
		})
	})
	p.onFollow(func() { f.SetHint(p.heard(x)) })
	f.Hint = p.heard(x)
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
