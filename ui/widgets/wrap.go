package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/segmenter"
)

// lettering is a size and style that words are measured in.
type lettering struct {
	size  float32
	style fyne.TextStyle
}

func (m lettering) width(s string) float32 { return fyne.MeasureText(s, m.size, m.style).Width }
func (m lettering) height() float32        { return fyne.MeasureText("Ág", m.size, m.style).Height }

// wrap breaks a text into at most limit lines that fit a width; whole says that nothing of it is missing.
func (m lettering) wrap(text string, width float32, limit int) (lines []string, whole bool) {
	for _, paragraph := range strings.Split(text, "\n") {
		if limit == 1 || width <= 0 || m.width(paragraph) <= width {
			lines = append(lines, paragraph)
			continue
		}
		lines = append(lines, m.wrapParagraph(paragraph, width)...)
	}
	if len(lines) > limit {
		rest := strings.Join(lines[limit-1:], " ")
		lines = append(lines[:limit-1:limit-1], rest)
	}
	whole = true
	for i, line := range lines {
		lines[i] = m.truncate(line, width)
		whole = whole && lines[i] == line
	}
	return lines, whole
}

// wrapParagraph takes as many words a line as fit. Words end where Unicode's line breaking (UAX 14) lets a line end: at
// spaces, behind hyphens, and between letters of scripts that have no spaces.
func (m lettering) wrapParagraph(paragraph string, width float32) []string {
	var lines []string
	line := ""
	var s segmenter.Segmenter
	s.Init([]rune(paragraph))
	for words := s.LineIterator(); words.Next(); {
		word := string(words.Line().Text)
		if line != "" && m.width(strings.TrimRight(line+word, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += word
	}
	return append(lines, strings.TrimRight(line, " "))
}

// truncate shortens a line to the width, with an ellipsis. It searches by halves: measuring is not free.
func (m lettering) truncate(line string, width float32) string {
	if width <= 0 || m.width(line) <= width+0.5 {
		return line
	}
	runes := []rune(line)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if m.width(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}
