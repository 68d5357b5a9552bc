package names

import (
	"slices"
	"strings"
	"unicode"
)

// portrait is a person as likeness reads them.
type portrait struct {
	ways                         []way
	email, phone, birth, country string
	organisation                 *word
}

// way is one way in which a name is written: given and family name, or the name in the person's own script.
type way struct {
	words   []*word
	given   int  // how many of the words are given names
	roles   bool // it is known which
	whole   *word
	swapped *word // family name first; nil where that is unknown
}

// maxNameWords bounds a name; further words tell nothing.
const maxNameWords = 6

// word is one word with what it is compared by.
type word struct {
	id            int
	text          string
	arabic, latin bool
	strict, loose []string
	bones         []string // consonants of the loose forms
}

// memory keeps the words read so far: people of one country share most of their names.
type memory struct {
	known  map[string]*word
	levels map[[2]int]level
	orgs   map[[2]int]agreement
}

func newMemory() *memory {
	return &memory{known: map[string]*word{}, levels: map[[2]int]level{}, orgs: map[[2]int]agreement{}}
}

func (r *memory) person(p Person) *portrait {
	t := &portrait{email: strings.ToLower(strings.TrimSpace(p.Email)), phone: phoneTail(p.Phone),
		birth: strings.TrimSpace(p.BirthDate), country: strings.ToUpper(strings.TrimSpace(p.Country))}
	given, family := wordsApart(p.Given), wordsApart(p.Family)
	if len(given)+len(family) > 0 {
		t.ways = append(t.ways, r.way(given, family))
	}
	if native := wordsApart(p.Native); len(native) > 0 {
		t.ways = append(t.ways, r.way(nil, native))
	}
	if org := Words(p.Organisation); len(org) > 0 {
		t.organisation = r.read(strings.Join(org, " "))
	}
	return t
}

func (r *memory) way(given, family []string) way {
	w := way{roles: len(given) > 0 && len(family) > 0}
	add := func(texts []string) {
		for i, text := range texts {
			if isServant(text) && i+1 < len(texts) {
				continue // it is one name with the next
			}
			if i > 0 && isServant(texts[i-1]) {
				text = texts[i-1] + text
			}
			article := i > 0 && withoutArticle(texts[i-1]) == ""
			if text = withoutArticle(text); text == "" || len(w.words) == maxNameWords {
				continue
			}
			if article {
				w.words = append(w.words, r.glued(texts[i-1], text))
			} else {
				w.words = append(w.words, r.read(text))
			}
		}
	}
	add(given)
	w.given = len(w.words)
	add(family)
	whole := strings.Join(given, "") + strings.Join(family, "")
	if len(w.words) == 0 { // nothing but articles: then they are the name
		w.words = []*word{r.read(whole)}
	}
	w.whole = r.read(whole)
	if w.roles {
		w.swapped = r.read(strings.Join(family, "") + strings.Join(given, ""))
	}
	return w
}

// wordsApart gives the words of a name with its articles as words of their own (al-Masri), which tell nothing of two people.
func wordsApart(name string) []string {
	return Words(strings.Map(func(r rune) rune {
		if isHyphen(r) {
			return ' '
		}
		return r
	}, name))
}

// isServant says whether a word is the first of an Arabic name such as Abd al-Hakim, commonly written as one.
func isServant(text string) bool {
	switch text {
	case "abd", "abdu", "abdul", "abdel", "abdal", "абд", "абдул", "абдель", "عبد":
		return true
	}
	return false
}

// withoutArticle takes the Arabic article off a word; "" if the word is nothing else.
func withoutArticle(text string) string {
	switch text {
	case "al", "el", "ul", "аль", "эль", "ал":
		return ""
	}
	if rest, ok := strings.CutPrefix(text, "ال"); ok && len([]rune(rest)) > 2 {
		return rest
	}
	return text
}

// read gives a word by its text in lower case.
func (r *memory) read(text string) *word {
	if w := r.known[text]; w != nil {
		return w
	}
	k := KeysOf(text)
	w := &word{id: len(r.known), text: text, strict: wholeForms(k.Strict), loose: wholeForms(k.Loose)}
	for _, c := range text {
		w.arabic = w.arabic || unicode.Is(unicode.Arabic, c)
		w.latin = w.latin || unicode.Is(unicode.Latin, c)
	}
	for _, form := range w.loose {
		b := strings.Map(func(c rune) rune {
			if c == 'a' || c == 'o' || c == 'i' {
				return -1
			}
			return c
		}, form)
		if b == "" {
			b = form
		}
		if !slices.Contains(w.bones, b) {
			w.bones = append(w.bones, b)
		}
	}
	r.known[text] = w
	return w
}

// glued gives a word that stood behind an article, which others write as one with it: Alsinan is al-Sinan.
func (r *memory) glued(article, text string) *word {
	key := article + " " + text
	if w := r.known[key]; w != nil {
		return w
	}
	bare, whole := r.read(text), r.read(article+text)
	w := *bare
	w.id = len(r.known)
	w.strict, w.loose, w.bones = slices.Concat(bare.strict, whole.strict), slices.Concat(bare.loose, whole.loose), slices.Concat(bare.bones, whole.bones)
	r.known[key] = &w
	return &w
}

// wholeForms are the forms of a key that stand for the whole word, not for an ending of it such as -zadə, which is much
// shorter.
func wholeForms(key string) []string {
	forms := strings.Fields(key)
	longest := 0
	for _, f := range forms {
		longest = max(longest, len(f))
	}
	return slices.DeleteFunc(forms, func(f string) bool {
		return 3*len(f) < 2*longest || len(f) < longest && slices.Contains(tails, f)
	})
}

// phoneTail is what tells two phone numbers apart whatever the country's code is written like: the last nine digits.
// Shorter than six is an extension.
func phoneTail(phone string) string {
	var digits []rune
	for _, c := range phone {
		if d, ok := digit(c); ok {
			c = d
		}
		if c >= '0' && c <= '9' {
			digits = append(digits, c)
		}
	}
	if len(digits) < 6 {
		return ""
	}
	return string(digits[max(0, len(digits)-9):])
}
