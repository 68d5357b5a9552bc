package names

// Keys are the three search keys of one text: space-separated words of lower-case a-z0-9.
type Keys struct{ Strict, Loose, Skeleton string }

// Of gives the key of a tier.
func (k Keys) Of(t Tier) string {
	switch t {
	case Strict:
		return k.Strict
	case Loose:
		return k.Loose
	}
	return k.Skeleton
}

// Tier says how closely a query matches a name.
type Tier int

// The tiers, the closest first.
const (
	Strict Tier = iota
	Loose
	Skeleton
)

func (t Tier) String() string {
	switch t {
	case Strict:
		return "strict"
	case Loose:
		return "loose"
	}
	return "skeleton"
}

// KeysOf gives the keys of a person from all parts of the name: given, family, native name, badge name. Each word
// stands in all its spellings, at most four at each tier (twice four as a skeleton); hyphenated words and particles (Abd, Al, El, de …) also
// stand glued to their neighbour, and the endings of compound names (-zadə, -uly, -oğlu …) also alone.
func KeysOf(parts ...string) Keys {
	var b builder
	b.start()
	for _, part := range parts {
		if part != "" {
			b.text(part)
		}
	}
	return Keys{Strict: b.keys[Strict].String(), Loose: b.keys[Loose].String(), Skeleton: b.keys[Skeleton].String()}
}

// Form is one way to look for a typed word in a key: a word of the key is, or unless Whole begins with, Text.
type Form struct {
	Text  string
	Whole bool
}

// QueryForms gives the alternative ways to look for a typed word in the key of a tier; at least one at the strict and
// loose tiers unless the word has no letter or digit. A word is also found by its forms at the tiers before, since a
// prefix may end within a sound (k of kh): ask for a tier's forms OR those of the tiers before.
func QueryForms(word string, t Tier) []Form {
	var forms []Form
	eachForm(word, t, func(form []byte, whole bool) bool {
		forms = append(forms, Form{string(form), whole})
		return true
	})
	return forms
}

// eachForm calls f with the forms of QueryForms until it answers false.
func eachForm(word string, t Tier, f func(form []byte, whole bool) bool) {
	var room [64]rune
	all := room[:0]
	eachWord(word, func(part written) bool {
		all = append(all, part.letters...)
		return true
	})
	if len(all) == 0 {
		return
	}
	var s spellings
	s.of(all, t)
	if t == Skeleton {
		s.ask(f)
		return
	}
	set := s.strict.all()
	if t == Loose {
		set = s.loose.all()
	}
	for _, form := range set {
		if !f(form, false) {
			return
		}
	}
	if t == Loose && len(set) < maxVariants {
		endInGlide(set[0], f)
	}
}

// endInGlide adds forms for a loose word that ends in i, which a vowel yet to be typed will swallow: aliy of Aliya.
func endInGlide(form []byte, f func([]byte, bool) bool) {
	if n := len(form); n > 2 && form[n-1] == 'i' {
		_ = f(append(append([]byte(nil), form[:n-1]...), 'a'), false) && f(append(append([]byte(nil), form[:n-1]...), 'o'), false)
	}
}
