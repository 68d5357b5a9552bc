package document

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"lanyard/internal/page"
)

// fields writes every field of a thing that is not empty, those of newer versions too.
func (s dossier) fields(thing any, but ...string) {
	text, err := json.Marshal(thing)
	var all map[string]any
	if err != nil || json.Unmarshal(text, &all) != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(but, name) {
			s.line(s.label(name), s.named(name, s.value(all[name])))
		}
	}
}

// named writes what stands for something in the words of the language.
func (s dossier) named(field, value string) string {
	switch {
	case value == "":
		return ""
	case field == "country":
		return s.Country(value)
	case field == "status":
		return s.word("common.status.", value)
	}
	return value
}

// value writes a value as a person reads it; "" for one that is empty.
func (s dossier) value(v any) string {
	switch v := v.(type) {
	case string:
		return s.moment(v)
	case bool:
		if v {
			return s.T("privacy.yes")
		}
	case float64:
		if v != 0 {
			return fmt.Sprint(v)
		}
	case []any:
		parts := make([]string, len(v))
		for i, one := range v {
			parts[i] = s.value(one)
		}
		return joined(", ", parts...)
	case map[string]any:
		var parts []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if text := s.named(name, s.value(v[name])); text != "" {
				parts = append(parts, s.label(name)+": "+text)
			}
		}
		return joined("; ", parts...)
	}
	return ""
}

// label is what a field is called; its own name where it is new.
func (s dossier) label(name string) string {
	if s.Has("privacy.field." + name) {
		return s.T("privacy.field." + name)
	}
	return name
}

// moment writes a time or a date of a document as people read it, and any other text as it is.
func (s dossier) moment(text string) string {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return s.day(t) + " " + s.Time(t)
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return s.day(t)
	}
	return text
}

// line writes a label and a text of any length beside it; nothing where there is no text.
func (s dossier) line(label, text string) {
	if text == "" {
		return
	}
	const wide = 46.0
	head := page.Text{W: wide - 3, Content: label, WrapFirst: true, MaxLines: 6, Style: page.Style{Size: 8.5, MinSize: 6.5, Colour: quiet}}
	head.H = s.setter.Height(head)
	s.room(max(head.H, 5))
	head.X, head.Y = sheetMargin, s.y
	s.text(head)
	low, pages := s.y+head.H, len(s.doc.Pages)
	s.prose(unbroken(text), page.Style{Size: 9, Colour: ink, LineHeight: 1.3}, wide)
	if len(s.doc.Pages) == pages {
		s.y = max(s.y, low)
	}
	s.y += 0.8
}

// unbroken lets long words, such as codes and signed texts, go on in the next line.
func unbroken(text string) string {
	const most = 60
	words := strings.Split(text, " ")
	for i, w := range words {
		if letters := []rune(w); len(letters) > most {
			var b strings.Builder
			for j, r := range letters {
				if j > 0 && j%most == 0 {
					b.WriteByte(' ')
				}
				b.WriteRune(r)
			}
			words[i] = b.String()
		}
	}
	return strings.Join(words, " ")
}
