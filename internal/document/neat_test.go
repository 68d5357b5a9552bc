package document_test

import (
	"fmt"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/wording"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// extent is where the letters of a text are on its page.
type extent struct {
	text           string
	x0, y0, x1, y1 float64
}

// neat fails for a text that is cut, that has a letter in no font, or that runs into another one.
func neat(t *testing.T, setter *typeset.Setter, doc page.Document) {
	t.Helper()
	inside(t, setter, doc)
	for n, p := range doc.Pages {
		var all []extent
		page.Each(p.Items, func(it page.Item) {
			text, ok := it.(page.Text)
			if !ok {
				return
			}
			b := setter.Set(text)
			if b.Cut || len(b.Missing) > 0 {
				t.Errorf("page %d: %q in %.1f × %.1f mm: cut %v, without a letter for %q", n+1, text.Content, text.W, text.H, b.Cut, b.Missing)
			}
			if text.Turn%2 == 1 {
				all = append(all, extent{text.Content, text.X, text.Y, text.X + text.W, text.Y + text.H})
				return
			}
			for _, l := range b.Lines {
				high := b.Size * 25.4 / 72
				all = append(all, extent{text.Content, text.X + l.X, text.Y + l.Baseline - 0.6*high, text.X + l.X + l.Width, text.Y + l.Baseline + 0.1*high})
			}
		})
		const slack = 0.2
		for i, a := range all {
			for _, b := range all[:i] {
				if a.x0+slack < b.x1 && b.x0+slack < a.x1 && a.y0+slack < b.y1 && b.y0+slack < a.y1 {
					t.Errorf("page %d: %q (%.1f %.1f to %.1f %.1f) runs into %q (%.1f %.1f to %.1f %.1f)", n+1, a.text, a.x0, a.y0, a.x1, a.y1, b.text, b.x0, b.y0, b.x1, b.y1)
				}
			}
		}
	}
}

// TestEveryReportIsNeatInEveryLanguage: no page cuts a text, prints one over another or lacks a letter, also where names are
// three times as long as they are.
func TestEveryReportIsNeatInEveryLanguage(t *testing.T) {
	for _, tag := range wording.Tags() {
		sum := whole(t, newStage(t, tag), 24)
		sum.Seminar.Signer, sum.Seminar.SignerAs = "Dr Abdulhakeem Al-Senan", "Director of the ICESCO Regional Office in Baku"
		for i := range sum.People {
			r := &sum.People[i].Row
			for _, name := range []*string{&r.GivenName, &r.FamilyName, &r.NativeName} {
				*name = strings.TrimSpace(strings.Repeat(*name+" ", 3))
			}
		}
		setter := typeset.New()
		for _, kind := range document.Kinds() {
			t.Run(fmt.Sprint(tag, "/", kind), func(t *testing.T) {
				neat(t, setter, drawnReport(t, kind, sum, document.Options{Lang: i18n.OpenDocument(tag), Created: made, Setter: setter}))
			})
		}
	}
}

// TestNamesOfAHundredAndTwentyLettersAreNotCut: neither in words nor in one piece.
func TestNamesOfAHundredAndTwentyLettersAreNotCut(t *testing.T) {
	sum := whole(t, newStage(t, "en"), 12)
	for i := range sum.People {
		r := &sum.People[i].Row
		r.GivenName, r.FamilyName = strings.Repeat("Abdurrahman-Konstantin ", 3)[:58], strings.Repeat("Məmmədquluzadə-", 5)[:61]
		if i%2 == 0 {
			r.GivenName, r.FamilyName = strings.Repeat("Mahammadquluzada", 8)[:120], ""
		}
	}
	setter := typeset.New()
	for _, kind := range document.Kinds() {
		t.Run(kind, func(t *testing.T) {
			neat(t, setter, drawnReport(t, kind, sum, document.Options{Created: made, Setter: setter}))
		})
	}
}

// TestTheMatrixSumsAShortTimeToo: what all attended together stands below it, however little it is.
func TestTheMatrixSumsAShortTimeToo(t *testing.T) {
	sum := newStage(t, "en").summary(t, 1)
	sum.Minutes = 85
	for _, text := range texts(drawnReport(t, document.KindMatrix, sum, document.Options{Created: made})) {
		if text.Content == "1 h 25 min" && text.Style.Bold {
			return
		}
	}
	t.Error("the sum is missing")
}
