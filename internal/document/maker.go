package document

import (
	"strings"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
)

// maker draws pages by templates. What is the same for many people, such as the head of a seminar, is drawn once.
type maker struct {
	warnings
	options  Options
	layouts  map[*template.Template]*layout
	drawn    map[drawnKey][]page.Item
	pictures map[pictureKey]page.Item // nil for one that cannot be drawn
	families map[string]bool          // that templates name and that were looked for
}

// drawnKey is what a drawn element depends on.
type drawnKey struct {
	element *element
	texts   string
	colour  string
}

func newMaker(o Options) *maker {
	return &maker{warnings: warnings{kit: o.kit()}, options: o, layouts: map[*template.Template]*layout{}, drawn: map[drawnKey][]page.Item{},
		pictures: map[pictureKey]page.Item{}, families: map[string]bool{}}
}

func (m *maker) layout(t *template.Template) *layout {
	l, ok := m.layouts[t]
	if !ok {
		l = newLayout(t)
		m.layouts[t] = l
	}
	return l
}

// page draws one side.
func (m *maker) page(l *layout, s *subject, back bool) *page.Page {
	p := page.New(page.Size(l.Size))
	all := l.side(back)
	for i := range all {
		p.Items = append(p.Items, m.element(l, &all[i], s)...)
	}
	folds(p, l.Folds)
	return p
}

// element draws one element, or gives it as it was drawn before.
func (m *maker) element(l *layout, e *element, s *subject) []page.Item {
	if !m.shown(e.Show, s) {
		return nil
	}
	f := filled{element: e, layout: l, subject: s, text: m.said(e.text, s)}
	for i := range e.items {
		it := &e.items[i]
		if !m.shown(it.Show, s) {
			continue
		}
		if text := m.said(it.text, s); text != "" {
			f.items = append(f.items, filledItem{it, text, m.said(it.flag, s)})
		}
	}
	if e.own {
		return m.draw(f)
	}
	key := drawnKey{e, f.key(), s.category.Colour}
	items, ok := m.drawn[key]
	if !ok {
		items = m.draw(f)
		m.drawn[key] = items
	}
	return items
}

// filled is an element with its texts filled in.
type filled struct {
	*element
	layout  *layout
	subject *subject
	text    string
	items   []filledItem
}

type filledItem struct {
	*item
	text, flag string
}

func (f filled) key() string {
	var b strings.Builder
	b.WriteString(f.text)
	for _, it := range f.items {
		b.WriteByte(0)
		b.WriteString(it.text)
		b.WriteByte(0)
		b.WriteString(it.flag)
	}
	if f.Type == template.Programme {
		b.WriteString(string(f.subject.seminar.ID))
	}
	return b.String()
}

// draw draws an element, turned as it says.
func (m *maker) draw(f filled) []page.Item {
	on := surface{page.New(page.Size(f.layout.Size)), f.layout.Mirrored && m.RTL()}
	switch f.Type {
	case template.Text:
		m.text(on, f)
	case template.Stack:
		m.stack(on, f)
	case template.Band:
		m.band(on, f)
	case template.Box:
		m.box(on, f)
	case template.Line:
		m.line(on, f)
	case template.Flag:
		m.flag(on, f)
	case template.QR:
		m.code(on, f)
	case template.Code128:
		m.bars(on, f)
	case template.Image:
		m.image(on, f)
	case template.Programme:
		m.programme(on, f)
	}
	if len(on.Items) == 0 || f.Rotation == 0 {
		return on.Items
	}
	g := page.Group{Items: on.Items, Rotation: f.Rotation, X: on.left(f.X, f.W) + f.W/2, Y: f.Y + f.H/2}
	if on.rtl {
		g.Rotation = -g.Rotation
	}
	return []page.Item{g}
}
