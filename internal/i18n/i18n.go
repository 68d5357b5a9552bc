// Package i18n gives every text of the interface in the reader's language: messages with named values, plurals,
// dates, numbers, countries and errors. Texts come from assets/translations. The program has no language of its own: a
// window opens one and hands it down.
package i18n

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/assets/translations"
)

// fallback is the language of last resort: every key has a text in it.
const fallback = "en"

// Lang is one language of the interface. It never changes once open, and any goroutine may use it.
type Lang struct {
	tag      string
	locale   language.Tag // for plurals, numbers and names of countries
	rtl      bool
	messages catalogue
	english  catalogue
	group    string              // between thousands
	disguise func(string) string // of a pseudo-locale, nil otherwise
	regions  display.Namer       // may be nil
	scripts  display.Namer       // may be nil
}

// Open gives a language by its BCP 47 tag ("en", "az-AZ"); "" and "auto" are the system's, from LC_ALL, LC_MESSAGES
// or LANG. A language that has no texts gives English. "x-long" and "x-rtl" are English in disguise, for testing
// layouts: twice as long with accents, and in Arabic letters from right to left.
func Open(tag string) *Lang {
	if tag == "" || strings.EqualFold(tag, "auto") {
		tag = systemTag()
	}
	return remembered(&languages, known(tag), open)
}

// languages and tongues are the languages of the window and of documents that were opened, by tag: opening one reads all its
// texts, and a preview draws a page anew for every letter typed.
var languages, tongues sync.Map

func remembered(in *sync.Map, tag string, open func(tag string) *Lang) *Lang {
	if l, ok := in.Load(tag); ok {
		return l.(*Lang)
	}
	l, _ := in.LoadOrStore(tag, open(tag))
	return l.(*Lang)
}

func open(tag string) *Lang {
	l := &Lang{tag: tag, locale: language.Make(tag)}
	if tag == fallback {
		l.english = load(translations.Files, fallback)
	} else {
		l.english = Open(fallback).english
	}
	l.messages = l.english
	switch tag {
	case LongTag:
		l.disguise, l.locale = lengthen, language.English
	case RTLTag:
		l.disguise, l.locale, l.rtl = mirror, language.English, true
	case fallback:
	default:
		l.messages = load(translations.Files, tag)
		l.rtl = fromRight(l.locale)
	}
	l.settle()
	return l
}

// settle works out what follows from the locale.
func (l *Lang) settle() {
	l.regions = display.Regions(l.locale)
	l.scripts = display.Scripts(l.locale)
	l.group = groupOf(l.locale)
}

// RightToLeft says whether texts of a language (BCP 47) are written from right to left.
func RightToLeft(tag string) bool { return fromRight(language.Make(tag)) }

// fromRight says whether a language is written from right to left.
func fromRight(locale language.Tag) bool {
	script, _ := locale.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo":
		return true
	}
	return false
}

// known is the tag of the texts for a language asked for: the tag itself, its base language, or English.
func known(tag string) string {
	tag = strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")
	for _, pseudo := range []string{LongTag, RTLTag} {
		if strings.EqualFold(tag, pseudo) {
			return pseudo
		}
	}
	folders := tags(translations.Files)
	for _, f := range folders {
		if strings.EqualFold(f, tag) {
			return f
		}
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return fallback
	}
	base, _ := parsed.Base()
	for _, f := range folders {
		if f == base.String() {
			return f
		}
	}
	return fallback
}

// Tag is the language's BCP 47 tag, as its folder is named.
func (l *Lang) Tag() string { return l.tag }

// RTL says whether the language is written from right to left.
func (l *Lang) RTL() bool { return l.rtl }

// Languages are the languages that have texts, with each one's own name for itself, English first.
func Languages() []struct{ Tag, Name string } {
	var all []struct{ Tag, Name string }
	for _, tag := range tags(translations.Files) {
		name := Open(tag).messages["common.language"].text
		if name == "" {
			name = tag
		}
		one := struct{ Tag, Name string }{tag, name}
		if tag == fallback {
			all = append([]struct{ Tag, Name string }{one}, all...)
		} else {
			all = append(all, one)
		}
	}
	return all
}

// T is the text of a key. args are pairs of name and value for its {placeholders}; whole numbers are written as the
// language writes them, so a year is passed as a string. A key without a text in this language gives the English,
// and one without any gives the key itself.
func (l *Lang) T(key string, args ...any) string {
	m, ok := l.find(key)
	if !ok {
		return key
	}
	text := m.text
	if text == "" {
		text = m.forms["other"]
	}
	return l.fill(text, args)
}

// N is the text of a key for a count, in the plural form that the language has for it. {n} is the count.
func (l *Lang) N(key string, n int, args ...any) string {
	m, ok := l.find(key)
	if !ok {
		return key
	}
	text := m.text
	if m.forms != nil {
		if text = m.forms[l.form(n)]; text == "" {
			text = m.forms["other"]
		}
	}
	return l.fill(text, append([]any{"n", n}, args...))
}

// Has says whether a key has a text, in this language or in English.
func (l *Lang) Has(key string) bool { _, ok := l.find(key); return ok }

func (l *Lang) find(key string) (entry, bool) {
	if m, ok := l.messages[key]; ok {
		return m, true
	}
	m, ok := l.english[key]
	return m, ok
}

func (l *Lang) form(n int) string {
	if n < 0 {
		n = -n
	}
	return formName(plural.Cardinal.MatchPlural(l.locale, n, 0, 0, 0, 0))
}

func formName(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// fill puts values into a text's {placeholders}. Those without a value stay as they are, so that the mistake shows.
func (l *Lang) fill(text string, args []any) string {
	if l.disguise != nil {
		text = outside(text, l.disguise)
	}
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(text[:open])
		if value, ok := l.value(text[open+1:open+length], args); ok {
			b.WriteString(value)
		} else {
			b.WriteString(text[open : open+length+1])
		}
		text = text[open+length+1:]
	}
	b.WriteString(text)
	return b.String()
}

// placeholders are the names in a text's braces, in the order they stand.
func placeholders(text string) []string {
	var names []string
	for _, part := range strings.Split(text, "{")[1:] {
		name, _, ok := strings.Cut(part, "}")
		if ok && name != "" && strings.IndexFunc(name, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0 {
			names = append(names, name)
		}
	}
	return names
}
