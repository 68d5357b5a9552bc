package typeset

import (
	"sort"

	"lanyard/internal/page"
)

// wrap breaks the paragraphs into lines for an em of a length in millimetres. It says whether every line fits by breaking
// between words alone; with force, words too long for a line are broken between graphemes.
func (f *fitting) wrap(em float64, force bool) ([]span, bool) {
	var spans []span
	fits := true
	for _, p := range f.paragraphs {
		if f.width <= 0 || len(p.text) == 0 {
			spans = append(spans, span{p, 0, len(p.text)})
			continue
		}
		room := (f.width + slack) / em
		for start := 0; start < len(p.text); {
			end, next, ok := p.line(start, room)
			if !ok {
				fits = false
				if force {
					end = p.squeeze(start, room)
					next = end
				}
			}
			spans = append(spans, span{p, start, end})
			start = next
		}
	}
	return spans, fits
}

// line takes as many words from start as fit: text[start:end] without the spaces at its end, and where the next line
// begins. Where not even one word fits it gives that word, and false.
func (p *paragraph) line(start int, room float64) (end, next int, ok bool) {
	i := sort.SearchInts(p.breaks, start+1)
	for ; i < len(p.breaks); i++ {
		stop := p.trim(start, p.breaks[i])
		if p.advances[stop]-p.advances[start] > room {
			if next == 0 {
				return stop, p.breaks[i], false
			}
			return end, next, true
		}
		end, next = stop, p.breaks[i]
	}
	return end, next, true
}

// squeeze takes as many graphemes from start as fit, one at the least.
func (p *paragraph) squeeze(start int, room float64) int {
	i := sort.SearchInts(p.clusters, start+1)
	end := p.clusters[i]
	for ; i < len(p.clusters); i++ {
		if p.advances[p.clusters[i]]-p.advances[start] > room {
			break
		}
		end = p.clusters[i]
	}
	return end
}

// trim is the end of text[start:end] without the spaces before it.
func (p *paragraph) trim(start, end int) int {
	for end > start && p.text[end-1] == ' ' {
		end--
	}
	return end
}

// ellipsis cuts what follows a line's beginning to what fits with an ellipsis behind it.
func (f *fitting) ellipsis(last span, em float64) span {
	p := last.p
	dir := page.LTR
	if p.rtl {
		dir = page.RTL
	}
	build := func(end int) *paragraph {
		text := string(p.text[last.start:p.trim(last.start, end)]) + "…"
		return f.setter.paragraph(text, f.text.Style, dir, f.text.Language)
	}
	dots := build(last.start)
	end := len(p.text)
	if f.width > 0 {
		end = last.start
		if room := (f.width+slack)/em - dots.width; room > 0 && last.start < len(p.text) {
			end = p.squeeze(last.start, room)
		}
	}
	cut := build(end)
	for f.width > 0 && cut.width*em > f.width+slack && end > last.start {
		end = p.clusters[sort.SearchInts(p.clusters, end)-1]
		cut = build(end)
	}
	return span{cut, 0, len(cut.text)}
}
