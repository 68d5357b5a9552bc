package designerpage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// tongues are the languages that Lanyard has words of.
func tongues() []string { return []string{"en", "az", "ru", "ar", "fr", "kk", "uz", "ky", "tg"} }

// tongueName is what a language is called, "" the text for all others.
func (p *props) tongueName(tag string) string {
	l := p.page.env.Lang
	switch {
	case tag == "":
		return l.T("designer.texts.all")
	case l.Has("designer.language." + tag):
		return l.T("designer.language." + tag)
	}
	return tag // of a template made elsewhere
}

// buildTongues chooses the language whose text is written, and adds and removes languages.
func (p *props) buildTongues(x wordings) {
	l := p.page.env.Lang
	_, own := x.get()
	all := []option{{"", p.tongueName("")}}
	if len(own) == 0 {
		all[0].label = l.T("designer.texts.any")
	}
	for _, tag := range slices.Sorted(maps.Keys(own)) {
		all = append(all, option{tag, p.tongueName(tag)})
	}
	which := p.choice(l.T("designer.texts"), all, func() string { return p.tongue }, func(tag string) {
		p.tongue = tag
		p.follow()
	})
	lacking := slices.DeleteFunc(tongues(), func(tag string) bool { _, there := own[tag]; return there })
	var add *tool
	add = p.page.tool(theme.IconPlus, l.T("designer.texts.add"), func() {
		var items []*fyne.MenuItem
		for _, tag := range lacking {
			items = append(items, fyne.NewMenuItem(p.tongueName(tag), func() { p.addTongue(x, tag) }))
		}
		p.page.popUp(items, add)
	})
	able(&add.Button, len(lacking) > 0)
	remove := p.page.tool(theme.IconTrash, l.T("designer.texts.remove"), func() { p.removeTongue(x) })
	able(&remove.Button, p.tongue != "")
	p.add(widgets.Edge(l.RTL(), nil, nil, nil, container.NewVBox(widgets.Spring(), widgets.Row(l.RTL(), 2, add, remove)), which))
}

// addTongue begins a text for a language with the one for all, and opens it.
func (p *props) addTongue(x wordings, tag string) {
	p.tongue = tag
	x.set("", func(all *string, own *map[string]string) {
		if *own == nil {
			*own = map[string]string{}
		}
		(*own)[tag] = *all
	})
	p.enter()
}

// removeTongue takes the text away that is open.
func (p *props) removeTongue(x wordings) {
	x.set("", func(_ *string, own *map[string]string) {
		if delete(*own, p.tongue); len(*own) == 0 {
			*own = nil
		}
	})
}

// heard says which of the texts the preview shows, where there is more than one.
func (p *props) heard(x wordings) string {
	_, own := x.get()
	if x.alone || len(own) == 0 {
		return ""
	}
	var names []string
	for _, tag := range p.spoken(x) {
		names = append(names, p.tongueName(tag))
	}
	if len(names) == 0 {
		return p.page.env.Lang.T("designer.texts.shown.none")
	}
	return p.page.env.Lang.T("designer.texts.shown", "which", strings.Join(names, ", "))
}

func (p *props) spoken(x wordings) []string {
	_, own := x.get()
	return document.Spoken(own, x.language(), p.page.data.badge.Attendee, p.page.press.Options())
}

// openTongue keeps the language open that is written, as long as its element has a text in it. Of what is selected anew that is open
// which the preview shows.
func (p *props) openTongue(of string, own map[string]string, language string) {
	if of != p.tongueOf {
		p.tongueOf, p.tongue = of, ""
		if len(own) > 0 {
			if shown := document.Spoken(own, language, p.page.data.badge.Attendee, p.page.press.Options()); len(shown) > 0 {
				p.tongue = shown[0]
			}
		}
	}
	if _, there := own[p.tongue]; !there {
		p.tongue = ""
	}
}

// tonguesNow is what the fields depend on of the texts of an element, or of the line of a stack that is open.
func (p *props) tonguesNow(one template.Element) string {
	own, words, of := one.Contents, one.Words, one.ID
	if len(one.Items) > 0 {
		it := one.Items[p.line]
		own, words, of = it.Contents, &it.Words, fmt.Sprint(of, " ", p.line)
	}
	language := ""
	if words != nil {
		language = words.Language
	}
	p.openTongue(of, own, language)
	return p.tongue + " of " + strings.Join(slices.Sorted(maps.Keys(own)), " ")
}
