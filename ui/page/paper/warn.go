package paper

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// shownWarnings is how many warnings are read one by one: the rest is counted.
const shownWarnings = 50

// Warn shows what pages could not show as they should, with the person and the text, and asks whether to go on: anyway
// is the word on the button that does.
func (p *Press) Warn(all []document.Warning, anyway string, then func()) {
	l := p.env.Lang
	column := PanelColumn(widgets.Quiet(l.T("paper.warnings.text", "key", p.key)))
	for i, w := range all {
		if i == shownWarnings {
			column.Add(widgets.Caption(l.N("paper.warnings.more", len(all)-i)))
			break
		}
		notice := widgets.NewNotice(widgets.KindAttention, p.legible(w.Message), "")
		notice.RTL = l.RTL()
		column.Add(notice)
	}
	p.env.Ask(page.Question{Title: l.N("paper.warnings.title", len(all)), About: column, Yes: anyway, Then: then,
		Closed: func() { p.anyway = nil }})
	p.anyway = func() { p.env.Panel(nil, nil); then() }
}

// legible writes the characters that the window, which has the fonts of the pages, would show as empty boxes by their
// numbers: 李 becomes U+674E.
func (p *Press) legible(text string) string {
	missing := p.setter.Missing(text)
	if len(missing) == 0 {
		return text
	}
	var b strings.Builder
	numbered := false
	for _, r := range text {
		lacking := slices.Contains(missing, r)
		switch {
		case lacking && numbered:
			fmt.Fprintf(&b, " U+%04X", r)
		case lacking:
			fmt.Fprintf(&b, "U+%04X", r)
		default:
			b.WriteRune(r)
		}
		numbered = lacking
	}
	return b.String()
}

// Anyway goes on if warnings are being shown, and says whether they were: the key that saves, pressed again, saves.
func (p *Press) Anyway() bool {
	if p.anyway == nil {
		return false
	}
	p.anyway()
	return true
}

// PanelColumn puts objects below each other in a side panel.
func PanelColumn(objects ...fyne.CanvasObject) *fyne.Container {
	return widgets.TextColumn(theme.Space3, widgets.PanelWidth-2*theme.Space4, objects...)
}
