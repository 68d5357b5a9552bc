package document

import (
	"slices"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
)

// words are how an element's text looks, or what text looks like that says nothing about it.
func (f filled) words() template.Words {
	if f.Words == nil {
		return template.Words{Size: 12}
	}
	return *f.Words
}

// piece is a text as its words say.
func (m *maker) piece(w template.Words, text string, s *subject) piece {
	return piece{oneLine: w.OneLine, natural: w.Direction != "", even: w.Lines > 1 && w.Lines <= fewLines, Text: page.Text{
		Content: text, Style: m.style(w, s), Align: aligned(w.Align), Direction: directed(w.Direction), MaxLines: w.Lines,
		WrapFirst: w.WrapFirst, Language: m.tagOf(w, s)}}
}

// fewLines is how many lines are shared out evenly, so that no word stands alone on the last of them. More are prose.
const fewLines = 4

func (m *maker) style(w template.Words, s *subject) page.Style {
	st := page.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size, MinSize: w.Floor, LineHeight: w.LineHeight, Colour: colourOf(w.Colour, s)}
	switch w.Font {
	case "", "sans":
	case "serif":
		st.Family = page.Serif
	case "naskh":
		st.Family = page.Naskh
	default:
		st.Font = w.Font
		m.family(w.Font)
	}
	return st
}

// family warns once of a family that a template names and nobody here has: its texts are in the usual letters.
func (m *maker) family(name string) {
	if m.families[name] {
		return
	}
	m.families[name] = true
	if !slices.ContainsFunc(m.setter.Families(), func(f string) bool { return strings.EqualFold(f, name) }) {
		m.add("", WarnFont, "document.warning.font", "font", name)
	}
}

// colourOf reads a colour of a template; "" and what cannot be read draw nothing.
func colourOf(c string, s *subject) page.Colour {
	switch c {
	case "":
		return page.Colour{}
	case "category":
		return bandOf(s.category.Colour)
	case "ink":
		return textOn(bandOf(s.category.Colour))
	}
	colour, err := page.ParseColour(c)
	if err != nil {
		return page.Colour{}
	}
	return colour
}

func aligned(a string) page.Align {
	return map[string]page.Align{"centre": page.Centre, "end": page.End, "left": page.Left, "right": page.Right}[a]
}

func directed(d string) page.Direction {
	return map[string]page.Direction{"ltr": page.LTR, "rtl": page.RTL}[d]
}

// tagOf is the language of a text, by which a font chooses among its letters.
func (m *maker) tagOf(w template.Words, s *subject) string {
	switch w.Language {
	case person:
		return s.attendee.Language
	case both:
		return ""
	}
	return w.Language
}

// share is how much of the room that is left goes above a text: text in the middle stands a little above it, as the eye has
// it, where several lines make a block of their own.
func share(valign string, middle float64) float64 {
	switch valign {
	case "middle":
		return middle
	case "bottom":
		return 1
	}
	return 0
}

// text draws a text in its box.
func (m *maker) text(on surface, f filled) {
	if f.text == "" {
		return
	}
	w := f.words()
	m.write(on, f, w, f.X, f.W, share(w.VAlign, 0.5))
}

// write draws an element's text in a part of its box.
func (m *maker) write(on surface, f filled, w template.Words, x, width, above float64) {
	p := m.piece(w, f.text, f.subject)
	p.H = f.H
	l := m.set(p, width, 1)
	c := column{parts: []laid{l}, height: l.block.Height}
	if l.block.Cut {
		c.cut = append(c.cut, f.text)
	}
	m.of(f.subject.attendee, c)
	c.draw(on, x, f.Y+max(0, f.H-c.height)*above)
}

// stack draws texts below each other, as large as hold all of them.
func (m *maker) stack(on surface, f filled) {
	pieces := make([]piece, 0, len(f.items))
	for _, it := range f.items {
		if it.Words.Size == 0 {
			it.Words.Size = 12
		}
		p := m.piece(it.Words, it.text, f.subject)
		if m.unreadable(f.subject.attendee, it, p) {
			continue
		}
		p.above, p.flag = it.Above, flagOf(it.flag)
		pieces = append(pieces, p)
	}
	c := m.lay(pieces, f.W, f.H)
	m.of(f.subject.attendee, c)
	c.draw(on, f.X, f.Y+max(0, f.H-c.height)*share(f.words().VAlign, 0.46))
}

// unreadable says that a name in the person's own script has letters that no font has. A name in empty boxes helps nobody:
// it is left out, and the warning says so.
func (m *maker) unreadable(a attendee, it filledItem, p piece) bool {
	if !slices.Contains(it.item.text.content.Variables(), "native_name") {
		return false
	}
	b := m.setter.Set(page.Text{Content: p.Content})
	if len(b.Missing) == 0 {
		return false
	}
	m.missing(a, b)
	return true
}

// band draws the category's colour with a text in the ink that reads best on it.
func (m *maker) band(on surface, f filled) {
	on.fill(f.X, f.Y, f.W, f.H, bandOf(f.subject.category.Colour))
	if f.text == "" {
		return
	}
	w := template.Words{Size: f.H * 1.2, Bold: true}
	if f.Words != nil {
		w = *f.Words
	}
	if w.Align == "" {
		w.Align = "centre"
	}
	if w.VAlign == "" {
		w.VAlign = "middle"
	}
	if w.Colour == "" {
		w.Colour = "ink"
	}
	side := min(bandSide, f.W*0.07)
	m.write(on, f, w, f.X+side, f.W-2*side, share(w.VAlign, 0.5))
}

// bandSide is the air beside the text of a band, in millimetres.
const bandSide = 7.0
