package trust

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// compare holds the page of a certificate against what was signed: the i-th of n in the file.
func (p *paper) compare(signed seminar.Signed, i, n int) []Print {
	snap, err := seminar.ReadSnapshot(signed.Snapshot)
	if err != nil {
		return nil
	}
	text, err := p.textOf(i, n)
	lines := linesOf(text)
	if err != nil || len(lines) == 0 {
		return []Print{{Field: "text", Signed: snap.FormalName(), Look: true}} // a picture, or damaged: somebody has to look
	}
	all := []Print{onPage("name", snap.FormalName(), snap.Name, lines), onPage("serial", snap.Serial, snap.Serial, lines)}
	if snap.Minutes > 0 {
		all = append(all, hoursOn(snap, lines))
	}
	if len(p.pages) > n {
		all = append(all, Print{Field: "pages", Look: true})
	}
	return all
}

// linesOf are the lines of a page in the form in which they are compared.
func linesOf(text string) []string {
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		if l = plain(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// plain is a text without what a typesetter may change: presentation forms and ligatures (NFKC), Arabic vowel signs and
// tatweel, invisible marks, and the width of spaces. Neither case nor accents are dropped: they make another name.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == 'ـ', unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Arabic, r), r >= 'ً' && r <= 'ْ':
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	return strings.Join(strings.Fields(text), " ")
}

// onPage looks for a text on the page: alone on one to three lines, or within a line. formal is looked for first.
func onPage(field, formal, bare string, lines []string) Print {
	p := Print{Field: field, Signed: formal}
	wanted := []string{plain(formal)}
	if bare != formal {
		wanted = append(wanted, plain(bare))
	}
	for _, want := range wanted {
		for _, w := range []string{want, reversed(want)} { // text in Arabic letters is kept in the order in which it is seen
			for i := range lines {
				for n := 1; n <= 3 && i+n <= len(lines); n++ {
					if got := strings.Join(lines[i:i+n], " "); got == w || strings.ReplaceAll(got, " ", "") == strings.ReplaceAll(w, " ", "") {
						p.Page, p.OK = formal, true
						if want != wanted[0] {
							p.Page = bare
						}
						return p
					}
				}
			}
		}
	}
	for _, want := range wanted {
		if strings.IndexFunc(want, fromRight) >= 0 && inPieces(lines, want) {
			p.Page, p.OK = want, true
			return p
		}
	}
	whole := strings.Join(lines, " ")
	for _, want := range wanted {
		for _, w := range []string{want, reversed(want)} {
			if i := within(whole, w); i >= 0 {
				p.OK, p.Look, p.Page = true, field == "name", lineWith(lines, w)
				return p
			}
		}
	}
	p.Page = likest(lines, wanted)
	return p
}

// mostPieces is over how many lines a text in two directions is looked for: each of its runs is one.
const mostPieces = 8

// inPieces finds a text that is written in both directions. Its runs stand on the page apart and in the order in which they
// are seen, so the words are compared without their order.
func inPieces(lines []string, want string) bool {
	key := unordered(want)
	for i := range lines {
		for n := 1; n <= mostPieces && i+n <= len(lines); n++ {
			if unordered(strings.Join(lines[i:i+n], " ")) == key {
				return true
			}
		}
	}
	return false
}

// unordered is the words of a text in an order of their own; those from the right in whichever of their two directions
// comes first.
func unordered(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if strings.IndexFunc(w, fromRight) >= 0 {
			words[i] = min(w, reversed(w))
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

func fromRight(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r)
}

// within finds whole words in a text, -1 if they are not there: "Anar Əliyev" is not in "Anar Əliyevski".
func within(text, words string) int {
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !wordRune(before) && !wordRune(after) {
			return i
		}
		from = i + len(words)
	}
	return -1
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '\'' || r == '’' || r == 'ʼ' || r == 'ʻ'
}

// lineWith is the line that has some words, or the words themselves where they go over several.
func lineWith(lines []string, words string) string {
	for _, l := range lines {
		if within(l, words) >= 0 {
			return l
		}
	}
	return words
}

// likest is the line that shares the most words with what was looked for, "" for none: what an edited copy says instead.
func likest(lines []string, wanted []string) string {
	best, most := "", 0
	words := strings.FieldsFunc(strings.Join(wanted, " "), func(r rune) bool { return !wordRune(r) || r == '-' })
	for _, l := range lines {
		parts := strings.FieldsFunc(l, func(r rune) bool { return !wordRune(r) || r == '-' })
		n := 0
		for _, w := range words {
			if slices.Contains(parts, w) {
				n++
			}
		}
		if n > most {
			best, most = l, n
		}
	}
	return best
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}
