// Package collation makes keys whose bytes compare as people of one language sort their names.
package collation

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Version changes with every change of the keys: those of another version do not compare with ours.
const Version = "2"

// Language is one that names can be sorted in.
type Language struct {
	Tag  string // BCP 47
	Name string // in the language itself
}

// rules are what a language needs beyond the tables of golang.org/x/text/collate, which are those of CLDR 23.
type rules struct {
	script *unicode.RangeTable // of the language's own names
	letter *strings.Replacer   // letters that the tables do not place, and stand-ins that stand where these belong
}

// tables are the languages. x/text has tailorings for Azerbaijani, Turkish, Kazakh, Russian, Arabic, Persian, French and
// English, and none for Kyrgyz, Tajik and Uzbek: there the letters that Unicode's own order takes for variants of others
// are put in their places by rare letters of the same script, which stand there already. Uzbek is sorted by the alphabet
// of 1995 in Latin letters and by that of 1940 in Cyrillic ones; Tajik by that of 1998. The Kazakh tailoring is that of
// the Cyrillic alphabet: in Latin letters i comes before ı.
func tables() map[string]rules {
	return map[string]rules{
		"ar": {script: unicode.Arabic}, "az": {script: unicode.Latin}, "en": {script: unicode.Latin}, "fa": {script: unicode.Arabic},
		"fr": {script: unicode.Latin}, "kk": {script: unicode.Cyrillic, letter: strings.NewReplacer("ё", "є")},
		"ky": {script: unicode.Cyrillic, letter: strings.NewReplacer("ё", "є")}, "ru": {script: unicode.Cyrillic},
		"tg": {script: unicode.Cyrillic, letter: strings.NewReplacer("ё", "є", "ӣ", "ҋ", "ӯ", "ү")}, "tr": {script: unicode.Latin},
		"uz": {script: unicode.Latin, letter: strings.NewReplacer("oʻ", "ʒ", "gʻ", "þ", "sh", "ƿ", "ch", "ʔ", "ʼ", "", "ʻ", "",
			"ё", "є", "ў", "ѥ", "қ", "ѧ", "ғ", "ѫ", "ҳ", "ѩ")},
	}
}

// Languages are those that names can be sorted in, by tag.
func Languages() []Language {
	var all []Language
	for tag := range tables() {
		all = append(all, Language{tag, display.Self.Name(language.Make(tag))})
	}
	slices.SortFunc(all, func(a, b Language) int { return strings.Compare(a.Tag, b.Tag) })
	return all
}

// Known is the tag of the language that is meant by one that may say more ("az-Latn-AZ"); "" if it is none of ours.
func Known(tag string) string {
	base, _, _ := language.Make(tag).Raw()
	if _, ok := tables()[base.String()]; ok {
		return base.String()
	}
	return ""
}

// Collator makes keys for one language. It is not safe for concurrent use.
type Collator struct {
	tag    string
	rules  rules
	by     *collate.Collator
	buffer collate.Buffer
}

// New makes the collator of a language; for one that is none of ours, the order of Unicode, which prefers no script.
func New(tag string) *Collator {
	tag = Known(tag)
	return &Collator{tag: tag, rules: tables()[tag], by: collate.New(language.Make(tag), collate.IgnoreCase)}
}

// Language is the tag of the collator's language, "" for the order of Unicode.
func (c *Collator) Language() string { return c.tag }

const (
	ownScript   = 1
	otherScript = 2
	nothing     = 3 // who has none comes after those who have
)

// Key is the key of several texts that are compared one after the other: a family name, then a given name. Whatever is
// written in the language's own script comes first, then numbers and other scripts, then an empty first text. Case makes no difference.
func (c *Collator) Key(texts ...string) []byte {
	if len(texts) == 0 || strings.TrimSpace(texts[0]) == "" {
		return append([]byte{nothing}, c.key(strings.Join(texts, between))...)
	}
	return append([]byte{c.class(texts[0])}, c.key(strings.Join(texts, between))...)
}

// between is the character of the lowest weight in the tables, so that a text ends before any longer one. Control
// characters have none at all: with one of those between, "Ali Zed" and "Alized" would be the same.
const between = "\t"

func (c *Collator) key(text string) []byte {
	if c.rules.letter != nil {
		text = c.rules.letter.Replace(apostrophes(strings.ToLower(text)))
	}
	c.buffer.Reset()
	key := c.by.KeyFromString(&c.buffer, text)
	// The accents stand at the end, two bytes for each letter. Of most names nearly all are the lowest that there is, and
	// those at the end tell nobody apart: a shorter key comes first as well.
	for bytes.HasSuffix(key, plain) {
		key = key[:len(key)-len(plain)]
	}
	return slices.Clone(key)
}

// plain is the weight of a letter without accents.
var plain = []byte{0x00, 0x20}

// class says where a text stands by the script of its first letter.
func (c *Collator) class(text string) byte {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) {
			if c.rules.script == nil || unicode.Is(c.rules.script, r) {
				return ownScript
			}
			return otherScript
		}
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text)); unicode.IsDigit(r) {
		return ownScript // as a list begins with numbers
	}
	return otherScript
}

// apostrophes writes what keyboards have for the Uzbek ones: ʻ after o and g, ʼ elsewhere.
func apostrophes(text string) string {
	if !strings.ContainsAny(text, "'`‘’ʼʻ´") {
		return text
	}
	var b strings.Builder
	before := rune(0)
	for _, r := range text {
		if strings.ContainsRune("'`‘’ʼʻ´", r) {
			r = 'ʼ'
			if before == 'o' || before == 'g' {
				r = 'ʻ'
			}
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
