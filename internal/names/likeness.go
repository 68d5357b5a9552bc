package names

import (
	"cmp"
	"math"
	"slices"
)

// Person is what is known of somebody when two are held against each other. Any of it may be empty.
type Person struct {
	Given, Family, Native, Badge string
	Email, Phone                 string
	BirthDate                    string // 2006-01-02
	Organisation                 string
	Country                      string // ISO 3166-1 alpha-2
}

// Reason is a code that says why two people are taken for one.
type Reason string

// The reasons, in the order in which Likeness gives them.
const (
	SameEmail        Reason = "same_email"
	SamePhone        Reason = "same_phone"
	SameBirthDate    Reason = "same_birth_date"
	SameName         Reason = "same_name"
	Respelled        Reason = "respelled"    // written otherwise in the same script
	OtherScript      Reason = "other_script" // the same name in another script
	SoundsAlike      Reason = "sounds_alike"
	OneLetter        Reason = "one_letter" // a slip of the finger in one word
	SeveralLetters   Reason = "several_letters"
	Shortened        Reason = "shortened" // an initial for a name
	Swapped          Reason = "swapped"   // given and family name
	FurtherName      Reason = "further_name"
	OtherFamilyName  Reason = "other_family_name"
	SameOrganisation Reason = "same_organisation"
)

// Reasons are all of them.
func Reasons() []Reason {
	return []Reason{SameEmail, SamePhone, SameBirthDate, SameName, Respelled, OtherScript, SoundsAlike, OneLetter,
		SeveralLetters, Shortened, Swapped, FurtherName, OtherFamilyName, SameOrganisation}
}

// Likeness says how likely it is that two people are one, from 0 to 1, and why.
type Likeness struct {
	Score   float64
	Reasons []Reason
}

// Probable is the score from which on two people are worth a question.
const Probable = 0.55

// Contact says whether something that only one person has is the same.
func (l Likeness) Contact() bool {
	return slices.ContainsFunc(l.Reasons, func(r Reason) bool { return r == SameEmail || r == SamePhone || r == SameBirthDate })
}

// weights of what speaks for and against, in the logarithm of odds: about 0.7 doubles the odds.
const (
	emailSame, emailOther               = 3.0, -0.8
	phoneSame, phoneOther               = 2.5, -0.8
	contactsOther                       = -1.0 // both e-mail and phone are other ones
	birthSame, birthOther               = 3.0, -4.0
	organisationSame, organisationOther = 1.0, -0.7
	countrySame, countryOther           = 0.3, -1.0
	nameWeight, nameOdds                = 10.0, -9.0 // of a name that is the same letter for letter: +1
)

// likeness weighs two people. Nothing but another name of the same person is likeness at all: an address that a whole
// office shares makes no twins.
func (r *memory) likeness(a, b *portrait) Likeness {
	name := r.name(a, b)
	if name.score == 0 {
		return Likeness{}
	}
	odds := nameWeight*name.score + nameOdds
	var reasons []Reason
	weigh := func(one, other string, same, differs float64, reason Reason) (contradicts bool) {
		switch {
		case one == "" || other == "":
			return false
		case one == other:
			odds += same
			if reason != "" {
				reasons = append(reasons, reason)
			}
			return false
		}
		odds += differs
		return true
	}
	email := weigh(a.email, b.email, emailSame, emailOther, SameEmail)
	phone := weigh(a.phone, b.phone, phoneSame, phoneOther, SamePhone)
	if email && phone {
		odds += contactsOther
	}
	weigh(a.birth, b.birth, birthSame, birthOther, SameBirthDate)
	reasons = append(reasons, name.reasons...)
	weigh(a.country, b.country, countrySame, countryOther, "")
	if a.organisation != nil && b.organisation != nil {
		switch r.organisations(a.organisation, b.organisation) {
		case agreeing:
			odds += organisationSame
			reasons = append(reasons, SameOrganisation)
		case disagreeing:
			odds += organisationOther
		}
	}
	return Likeness{Score: 1 / (1 + math.Exp(-odds)), Reasons: reasons}
}

// Like holds two people against each other.
func Like(a, b Person) Likeness {
	r := newMemory()
	return r.likeness(r.person(a), r.person(b))
}

// named is how alike two names are, 0 for names of two people.
type named struct {
	score   float64
	reasons []Reason
}

// name holds every way in which a is written against every way in which b is.
func (r *memory) name(a, b *portrait) named {
	var best named
	for _, one := range a.ways {
		for _, two := range b.ways {
			if n := r.ways(one, two); n.score > best.score {
				best = n
			}
		}
	}
	return best
}

// partOfName is the score of two names of which the given names are one and the family names two: a marriage, if
// address and phone are the same.
const partOfName = 0.45

// ways holds two names against each other: word by word, then all words as one.
func (r *memory) ways(a, b way) named {
	short, long := a, b
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	var matches []match
	for i, one := range short.words {
		for j, two := range long.words {
			if l := r.words(one, two); l.score > 0 {
				matches = append(matches, match{i, j, l})
			}
		}
	}
	// Of two equal matches, the one in its place: Hasan Hasan is not swapped.
	slices.SortStableFunc(matches, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.level.score, x.level.score), cmp.Compare(apart(x), apart(y)))
	})
	var taken, met [maxNameWords]bool
	var chosen []match
	for _, m := range matches {
		if !taken[m.i] && !met[m.j] {
			taken[m.i], met[m.j] = true, true
			chosen = append(chosen, m)
		}
	}
	var n named
	if len(chosen) == len(short.words) && (len(chosen) > 1 || len(long.words) == 1) {
		n = sum(chosen, short, long)
	} else if len(chosen) == 1 && chosen[0].level.score >= alikeScore && short.roles && long.roles &&
		chosen[0].i == 0 && chosen[0].j == 0 && len(short.words) > 1 {
		n = named{partOfName, []Reason{OtherFamilyName}}
	}
	if len(short.words) == len(long.words) {
		return n
	}
	for _, swapped := range [...]bool{false, true} { // Qafar-zadə and Qafarzadə
		whole := long.whole
		if swapped {
			whole = long.swapped
		}
		if short.whole == nil || whole == nil {
			continue
		}
		if l := r.words(short.whole, whole); l.score >= boneScore && l.score > n.score {
			n = named{l.score, []Reason{l.reason}}
			if swapped {
				n.reasons = append(n.reasons, Swapped)
			}
		}
	}
	return n
}

// match is a word of one name that may be a word of the other.
type match struct {
	i, j  int
	level level
}

func apart(m match) int { return max(m.i-m.j, m.j-m.i) }

// sum makes one judgement of those on the words.
func sum(chosen []match, short, long way) named {
	var n named
	worst := level{score: 2}
	slips, crossed := 0, 0
	for _, m := range chosen {
		n.score += m.level.score / float64(len(chosen))
		if m.level.score < worst.score {
			worst = m.level
		}
		if m.level.reason == OneLetter {
			slips++
		}
		if short.roles && long.roles && (m.i < short.given) != (m.j < long.given) {
			crossed++
		}
	}
	if slips > 1 {
		worst.reason = SeveralLetters
	}
	n.reasons = []Reason{worst.reason}
	if crossed > 1 {
		n.reasons = append(n.reasons, Swapped)
	}
	if further := len(long.words) - len(short.words); further > 0 {
		n.score -= furtherWord * float64(further)
		n.reasons = append(n.reasons, FurtherName)
	}
	return n
}

// furtherWord is what each further name takes off the score: a second given name, a patronymic.
const furtherWord = 0.04
