package document

import (
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// Codes of warnings.
const (
	WarnMissing = "missing_glyph" // no font has a letter
	WarnCut     = "text_cut"      // too long even at the smallest size
	WarnCode    = "no_code"       // no QR code could be drawn
	WarnPicture = "no_picture"    // a picture could not be drawn
	WarnFont    = "no_font"       // a template names a family that is not here
	WarnBack    = "no_back"       // a back was asked for, and the template has none
	WarnSheet   = "sheet_small"   // the badge is larger than the cells of its sheet
	// WarnWaiting: badges are printed without what is still on its way from another desk. It is about nobody in particular.
	WarnWaiting = "waiting"
	// WarnLayout: certificates look otherwise than when they were issued, for their layout was changed since. It is about
	// nobody in particular, and said once for a layout.
	WarnLayout = "layout_changed"
)

// warnings gathers what the pages of a document could not show.
type warnings struct {
	kit
	all     []Warning
	tongues map[string]*kit // that stand beside the document's language, by tag
}

func (w *warnings) add(of seminar.ID, code, key string, args ...any) {
	w.all = append(w.all, Warning{AttendeeID: of, Code: code, Message: w.T(key, args...)})
}

// LayoutWarnings says what a template lacks here, whoever it is about: font files that it names.
func LayoutWarnings(t *template.Template, o Options) []Warning {
	m := newMaker(o)
	for _, font := range t.Fonts() {
		m.family(font)
	}
	return m.all
}

// of adds what is wrong with a column of somebody's texts.
func (w *warnings) of(a seminar.Attendee, c column) {
	for _, text := range c.cut {
		w.add(a.ID, WarnCut, "document.warning.cut", "name", a.Name(), "text", text)
	}
	for _, p := range c.parts {
		w.missing(a, p.block)
	}
}

func (w *warnings) missing(a seminar.Attendee, b *typeset.Block) {
	if len(b.Missing) == 0 {
		return
	}
	letters := ""
	seen := map[rune]bool{}
	for _, r := range b.Missing {
		if !seen[r] {
			seen[r] = true
			letters = joined(" ", letters, string(r))
		}
	}
	w.add(a.ID, WarnMissing, "document.warning.missing", "name", a.Name(), "letters", letters, "text", b.Text.Content)
}
