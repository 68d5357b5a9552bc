package document

import (
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// Measures of a report's pages, in millimetres.
const (
	sheetMargin = 18.0
	sheetTop    = 24.0 // below the running head
	sheetFoot   = 20.0 // of the footer, from the lower edge
)

// sheet fills pages from the top, and begins the next where there is no room.
type sheet struct {
	kit
	surface
	doc   *page.Document
	size  page.Size
	y     float64
	title string // of the running head
	kind  string // beside it
	foot  string
	// cover says that the first page has a heading of its own and no running head.
	cover bool
}

func (k kit) sheet(doc *page.Document, size page.Size, title, kind, foot string) *sheet {
	s := &sheet{kit: k, doc: doc, size: size, title: title, kind: kind, foot: foot, cover: true}
	s.next()
	return s
}

// width is that of the text.
func (s *sheet) width() float64 { return s.size.W - 2*sheetMargin }

// floor is where the text ends.
func (s *sheet) floor() float64 { return s.size.H - sheetFoot }

// next begins a page.
func (s *sheet) next() {
	s.surface = surface{s.doc.NewPage(s.size), s.kit.RTL()}
	s.y = sheetTop
	if len(s.doc.Pages) == 1 {
		s.y = sheetMargin
	}
}

// room makes sure of a height, by a new page if it must. A page that is empty already is taken as it is.
func (s *sheet) room(height float64) bool {
	if s.y+height <= s.floor() || s.y <= sheetTop {
		return false
	}
	s.next()
	return true
}

// put writes pieces below each other over the whole width.
func (s *sheet) put(pieces ...piece) {
	c := s.column(pieces, s.width(), 1)
	s.room(c.height)
	c.draw(s.surface, sheetMargin, s.y)
	s.y += c.height
}

// section writes the heading of a part and keeps it together with what follows: at least so many millimetres of it.
func (s *sheet) section(title string, keep float64) {
	if s.y > sheetTop {
		s.y += 9
	}
	s.room(keep + 12)
	s.put(piece{Text: page.Text{Content: title, MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 15, MinSize: 11, Bold: true, Colour: ink}}})
	s.y++
	s.level(sheetMargin, s.y, s.width(), 0.4, accent)
	s.y += 4
}

// note writes a sentence in place of what there is none of.
func (s *sheet) note(text string) {
	s.put(piece{Text: page.Text{Content: text, WrapFirst: true, Style: page.Style{Size: 10, Colour: quiet}}})
	s.y += 2
}

// prose writes a text of any length line by line, over as many pages as it takes.
func (s *sheet) prose(text string, style page.Style, indent float64) {
	t := page.Text{W: s.width() - indent, Content: text, Style: style, WrapFirst: true}
	b := s.setter.Set(t)
	pitch := b.Height / float64(max(1, len(b.Lines)))
	for _, l := range b.Lines {
		s.room(pitch)
		s.text(page.Text{X: sheetMargin + indent, Y: s.y, W: t.W, H: pitch, Content: l.Text, Style: style, MaxLines: 1,
			Direction: directionOf(l)})
		s.y += pitch
	}
}

func directionOf(l typeset.Line) page.Direction {
	if l.RTL {
		return page.RTL
	}
	return page.LTR
}

// finish writes the running heads and the numbers of the pages, now that their count is known.
func (s *sheet) finish() {
	for i, p := range s.doc.Pages {
		on := surface{p, s.kit.RTL()}
		if i > 0 || !s.cover {
			s.runningHead(on)
		}
		y := s.size.H - 14
		on.level(sheetMargin, y, s.width(), 0.15, line)
		small := page.Style{Size: 7.5, MinSize: 5, Colour: quiet}
		on.text(page.Text{X: sheetMargin, Y: y + 1, W: s.width()*0.72 - 4, H: 5, Content: s.foot, Style: small, MaxLines: 1, VAlign: page.Middle})
		on.text(page.Text{X: sheetMargin + s.width()*0.72, Y: y + 1, W: s.width() * 0.28, H: 5, Style: small, MaxLines: 1,
			Align: page.End, VAlign: page.Middle, Content: s.T("document.page", "page", i+1, "pages", len(s.doc.Pages))})
	}
}

func (s *sheet) runningHead(on surface) {
	small := page.Style{Size: 8, MinSize: 6, Colour: quiet}
	on.text(page.Text{X: sheetMargin, Y: 11, W: s.width()*0.68 - 4, H: 6, Content: s.title, Style: small, MaxLines: 1, VAlign: page.Middle})
	small.Bold = true
	on.text(page.Text{X: sheetMargin + s.width()*0.68, Y: 11, W: s.width() * 0.32, H: 6, Content: s.kind, Style: small, MaxLines: 1,
		Align: page.End, VAlign: page.Middle})
	on.level(sheetMargin, 18, s.width(), 0.15, line)
}
