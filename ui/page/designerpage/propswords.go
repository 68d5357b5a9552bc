package designerpage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// words reach how a text looks: of an element, or of a line of a stack.
type words struct {
	get func() template.Words
	set func(kind string, do func(*template.Words))
}

// standard is how text looks that says nothing about it, as package document has it.
func standard() template.Words { return template.Words{Size: 12} }

func (p *props) elementWords() words {
	return words{
		get: func() template.Words {
			if w := p.one().Words; w != nil {
				return *w
			}
			return standard()
		},
		set: func(kind string, do func(*template.Words)) {
			p.set(kind, func(e *template.Element) {
				if e.Words == nil {
					w := standard()
					e.Words = &w
				}
				do(e.Words)
			})
		},
	}
}

func (p *props) lineWords() words {
	return words{
		get: func() template.Words { return p.item().Words },
		set: func(kind string, do func(*template.Words)) {
			p.setItem(kind, func(it *template.Item) { do(&it.Words) })
		},
	}
}

// item is the line of the stack that is edited.
func (p *props) item() template.Item {
	if all := p.one().Items; p.line < len(all) {
		return all[p.line]
	}
	return template.Item{}
}

func (p *props) setItem(kind string, do func(*template.Item)) {
	line := p.line
	p.set(fmt.Sprint(kind, line), func(e *template.Element) {
		if line < len(e.Items) {
			do(&e.Items[line])
		}
	})
}

// buildWords has how a text looks.
func (p *props) buildWords(w words) {
	t := p.page.env.Lang.T
	p.heading("designer.words")
	p.add(p.choice(t("designer.font"), p.fonts(), func() string { return strings.Replace(w.get().Font, "sans", "", 1) },
		func(v string) { w.set("font", func(w *template.Words) { w.Font = v }) }))
	p.pair(
		p.number(t("designer.size"), template.LeastSize, template.MostSize, 0.5, func() float64 { return w.get().Size },
			func(v float64) { w.set("size", func(w *template.Words) { w.Size = v }) }),
		p.number(t("designer.floor"), 0, template.MostSize, 0.5, func() float64 { return w.get().Floor },
			func(v float64) { w.set("floor", func(w *template.Words) { w.Floor = v }) }))
	p.pair(p.tick(t("designer.bold"), func() bool { return w.get().Bold }, func(on bool) { w.set("", func(w *template.Words) { w.Bold = on }) }),
		p.tick(t("designer.italic"), func() bool { return w.get().Italic }, func(on bool) { w.set("", func(w *template.Words) { w.Italic = on }) }))
	p.add(p.colour(t("designer.colour"), []option{{"", t("designer.colour.black")}, {"category", t("designer.colour.category")}, {"ink", t("designer.colour.ink")}},
		func() string { return w.get().Colour }, func(v string) { w.set("colour", func(w *template.Words) { w.Colour = v }) }))
	p.add(p.choice(t("designer.align"), []option{{"", t("designer.align.start")}, {"centre", t("designer.align.centre")}, {"end", t("designer.align.end")},
		{"left", t("designer.align.left")}, {"right", t("designer.align.right")}}, func() string { return strings.Replace(w.get().Align, "start", "", 1) },
		func(v string) { w.set("align", func(w *template.Words) { w.Align = v }) }))
	p.pair(p.number(t("designer.lines"), 0, 100, 1, func() float64 { return float64(w.get().Lines) },
		func(v float64) { w.set("lines", func(w *template.Words) { w.Lines = int(v) }) }),
		p.number(t("designer.line_height"), 0, 10, 0.05, func() float64 { return w.get().LineHeight },
			func(v float64) { w.set("line height", func(w *template.Words) { w.LineHeight = v }) }))
	p.add(p.tick(t("designer.wrap_first"), func() bool { return w.get().WrapFirst }, func(on bool) { w.set("", func(w *template.Words) { w.WrapFirst = on }) }))
	p.add(p.choice(t("designer.language"), p.languages(), func() string { return w.get().Language },
		func(v string) { w.set("language", func(w *template.Words) { w.Language = v }) }))
	p.add(p.choice(t("designer.direction"), []option{{"", t("designer.direction.auto")}, {"ltr", t("designer.direction.ltr")}, {"rtl", t("designer.direction.rtl")}},
		func() string { return w.get().Direction }, func(v string) { w.set("direction", func(w *template.Words) { w.Direction = v }) }))
	if one := p.one(); one.Type != template.Stack {
		p.add(p.valign())
	}
}

func (p *props) valign() *widgets.FormField {
	t, w := p.page.env.Lang.T, p.elementWords()
	return p.choice(t("designer.valign"), []option{{"", t("designer.align.top")}, {"middle", t("designer.align.middle")}, {"bottom", t("designer.align.bottom")}},
		func() string { return strings.Replace(w.get().VAlign, "top", "", 1) },
		func(v string) { w.set("valign", func(w *template.Words) { w.VAlign = v }) })
}

// fonts are the families that pages are set in: the embedded ones, and those of the user's own files.
func (p *props) fonts() []option {
	t := p.page.env.Lang.T
	all := []option{{"", t("designer.font.sans")}, {"serif", t("designer.font.serif")}, {"naskh", t("designer.font.naskh")}}
	for _, family := range p.page.press.Options().Setter.Families() {
		all = append(all, option{family, family})
	}
	return all
}

// languages are those of the document, of the person, and those that Lanyard has words of.
func (p *props) languages() []option {
	t := p.page.env.Lang.T
	all := []option{{"", t("designer.language.document")}, {template.Person, t("designer.language.person")}, {template.Both, t("designer.language.both")}}
	for _, tag := range tongues() {
		all = append(all, option{tag, t("designer.language." + tag)})
	}
	return all
}

// buildStack has the lines of a stack, one of them open.
func (p *props) buildStack(one template.Element) {
	l := p.page.env.Lang
	p.heading("designer.stack")
	p.add(p.valign())
	var all []option
	for i, it := range one.Items {
		all = append(all, option{strconv.Itoa(i), strconv.Itoa(i+1) + "  " + it.Content})
	}
	if len(all) > 0 {
		p.add(p.choice(l.T("designer.stack.line"), all, func() string { return strconv.Itoa(p.line) }, func(v string) {
			p.line, _ = strconv.Atoi(v)
			p.follow()
		}))
	}
	line := func(do func(items []template.Item, at int) ([]template.Item, int)) func() {
		return func() {
			at := p.line
			p.set("", func(e *template.Element) { e.Items, at = do(e.Items, p.line) })
			p.line = max(0, at)
			p.follow()
		}
	}
	p.add(widgets.Row(l.RTL(), 2,
		p.page.tool(theme.IconPlus, l.T("designer.stack.add"), line(func(items []template.Item, at int) ([]template.Item, int) {
			it := template.Item{Content: l.T("designer.new.text"), Words: template.Words{Size: 12, Floor: 7, Lines: 2}}
			if at < len(items) {
				it.Words, at = items[at].Words, at+1
			}
			return slices.Insert(items, at, it), at
		})),
		p.page.tool(theme.IconArrowUp, l.T("designer.stack.up"), line(func(items []template.Item, at int) ([]template.Item, int) {
			if at > 0 && at < len(items) {
				items[at], items[at-1] = items[at-1], items[at]
				at--
			}
			return items, at
		})),
		p.page.tool(theme.IconArrowDown, l.T("designer.stack.down"), line(func(items []template.Item, at int) ([]template.Item, int) {
			if at+1 < len(items) {
				items[at], items[at+1] = items[at+1], items[at]
				at++
			}
			return items, at
		})),
		p.page.tool(theme.IconTrash, l.T("designer.stack.remove"), line(func(items []template.Item, at int) ([]template.Item, int) {
			if at < len(items) {
				items = slices.Delete(items, at, at+1)
			}
			return items, min(at, len(items)-1)
		}))))
	if len(one.Items) == 0 {
		return
	}
	p.buildTexts(wordings{
		get: func() (string, map[string]string) { return p.item().Content, p.item().Contents },
		set: func(kind string, do func(*string, *map[string]string)) {
			p.setItem(kind, func(it *template.Item) { do(&it.Content, &it.Contents) })
		},
		language: func() string { return p.item().Words.Language },
	})
	p.pair(p.number(l.T("designer.stack.above"), -template.MostPage, template.MostPage, 0.5, func() float64 { return p.item().Above },
		func(v float64) { p.setItem("above", func(it *template.Item) { it.Above = v }) }),
		p.written(l.T("designer.stack.flag"), 1, func() string { return p.item().Flag },
			func(v string) { p.setItem("flag", func(it *template.Item) { it.Flag = v }) }))
	p.buildWords(p.lineWords())
	p.heading("designer.stack.show")
	p.conditionFields(func() []template.Condition { return p.item().Show }, func(kind string, do func(*[]template.Condition)) {
		p.setItem(kind, func(it *template.Item) { do(&it.Show) })
	})
}
