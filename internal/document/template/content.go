package template

import (
	"slices"
	"strings"
	"unicode"
)

// Content is a text with variables, taken apart: words and variables in their order.
type Content []Part

// Part is words, or the variable of a name.
type Part struct{ Words, Variable string }

// ParseContent takes a text such as "{given_name} {family_name}" apart. "{{" is a brace, and so is "}}" or one that was never
// opened. ok says that every brace was closed; the rest after one that was not is words.
func ParseContent(text string) (c Content, ok bool) {
	ok = true
	words := ""
	for text != "" {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			words += text
			break
		}
		words += text[:i]
		brace, rest := text[i:i+1], text[i+1:]
		if brace == "}" || strings.HasPrefix(rest, "{") {
			words, text = words+brace, strings.TrimPrefix(rest, brace)
			continue
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || strings.Contains(name, "{") {
			words, ok = words+text[i:], false
			break
		}
		if words != "" {
			c = append(c, Part{Words: words})
		}
		c = append(c, Part{Variable: strings.TrimSpace(name)})
		words, text = "", after
	}
	if words != "" {
		c = append(c, Part{Words: words})
	}
	return c, ok
}

// Variables are the names in a content, in their order.
func (c Content) Variables() []string {
	var all []string
	for _, p := range c {
		if p.Variable != "" {
			all = append(all, p.Variable)
		}
	}
	return all
}

// Expand fills a text's variables in; Content.Fill tells how.
func Expand(content string, value func(name string) string) string {
	c, _ := ParseContent(content)
	return c.Fill(value)
}

// Fill is the text with its variables filled in. What an empty one leaves behind is cleaned up, line by line:
//   - A line all of whose variables are empty is left out, its words too: there is no label before nothing.
//   - The brackets or quotation marks right around an empty variable go with it.
//   - So does the separator before it, or the one after it where nothing is before. A separator is the run of spaces and signs
//     between two parts, up to a letter, a digit or a bracket: in "{position}, {organisation}" the comma and the space.
func (c Content) Fill(value func(name string) string) string {
	var lines []string
	for _, l := range c.lines() {
		if text, ok := l.fill(value); ok {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}

// lines are the parts between the content's own line ends.
func (c Content) lines() []Content {
	all := []Content{nil}
	for _, p := range c {
		if p.Variable != "" {
			all[len(all)-1] = append(all[len(all)-1], p)
			continue
		}
		for i, words := range strings.Split(p.Words, "\n") {
			if i > 0 {
				all = append(all, nil)
			}
			if words != "" {
				all[len(all)-1] = append(all[len(all)-1], Part{Words: words})
			}
		}
	}
	return all
}

// fill is one line; ok is false for one that is left out.
func (c Content) fill(value func(string) string) (text string, ok bool) {
	done := ""
	variables, full := 0, 0
	rest := slices.Clone(c)
	for i, p := range rest {
		if p.Variable == "" {
			done += p.Words
			continue
		}
		variables++
		if v := strings.TrimSpace(value(p.Variable)); v != "" {
			done += v
			full++
			continue
		}
		var after string
		if i+1 < len(rest) {
			after = rest[i+1].Words
		}
		done, after = unwrap(done, after)
		before := strings.TrimRightFunc(done, separates)
		if strings.TrimSpace(before) == "" {
			after = strings.TrimLeftFunc(after, separates)
		}
		done = before
		if i+1 < len(rest) && rest[i+1].Variable == "" {
			rest[i+1].Words = after
		}
	}
	return done, variables == 0 || full > 0
}

// unwrap takes the brackets or quotation marks away that an empty variable leaves empty.
func unwrap(before, after string) (string, string) {
	b, a := []rune(before), []rune(after)
	for len(b) > 0 && len(a) > 0 && pairs(b[len(b)-1], a[0]) {
		b, a = b[:len(b)-1], a[1:]
	}
	return string(b), string(a)
}

func pairs(open, shut rune) bool {
	switch {
	case unicode.Is(unicode.Ps, open):
		return unicode.Is(unicode.Pe, shut)
	case unicode.Is(unicode.Pi, open) || open == '„':
		return unicode.Is(unicode.Pf, shut) || shut == '“'
	}
	return (open == '"' || open == '\'') && open == shut
}

// separates says that a sign stands between parts of a text: it is no letter or digit, and no bracket or quotation mark.
func separates(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf) && !strings.ContainsRune(`"'„“.%!?`, r)
}
