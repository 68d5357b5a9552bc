package trust

import (
	"slices"
	"strings"
	"sync"

	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// hoursOn holds the lengths of time on the page against those that were signed. A page may say them in several languages, in
// figures or in words, or not at all; but none of the lines that are there to say them may say others.
func hoursOn(snap seminar.Snapshot, lines []string) Print {
	english := figures().english
	p := Print{Field: "hours", Signed: english.Hours(snap.Minutes)}
	if other := otherHours(snap, lines); other != "" {
		p.Page = other
		return p
	}
	whole := strings.Join(lines, " ")
	found := lengthsIn(whole)
	for _, m := range found {
		switch {
		case m == snap.Minutes:
			p.OK = true
		case m != snap.Of && snap.Of > 0:
			p.Page = english.Hours(m) // the last of those that nobody signed
		}
	}
	if p.OK {
		if p.Look = p.Page != ""; !p.Look {
			p.Page = p.Signed
		}
		return p
	}
	for _, tag := range wording.Tags() {
		if words := plain(wording.Hours(tag, snap.Minutes)); within(whole, words) >= 0 || within(whole, reversed(words)) >= 0 {
			p.Page, p.OK = words, true
			return p
		}
	}
	if p.Look = len(found) == 0; !p.Look {
		p.Page = english.Hours(found[0])
	}
	return p
}

// otherHours is a line that is there to say the hours and says others than were signed; "" for none. There are three sorts of
// them: those that begin with the words before the hours in one of the languages, those that are nothing but lengths in figures,
// and those that are nothing but a length in words.
func otherHours(snap seminar.Snapshot, lines []string) string {
	signed := func(m int) bool { return m == snap.Minutes || m == snap.Of || snap.Of == 0 }
	for i, line := range lines {
		if strings.ContainsAny(line, "0123456789") {
			if m, rest := lengthsAnd(line); onlyLengths(m, rest) && !signed(m[0]) {
				return line
			}
		}
		next := ""
		if i+1 < len(lines) {
			next = lines[i+1] // it may go on there
		}
		for _, l := range []string{line, reversed(line)} { // Arabic is kept in the order in which it is seen
			if m, ok := spelled()[l]; ok && !signed(m) {
				return l
			}
			for tag, label := range labels() {
				rest, ok := strings.CutPrefix(l, label)
				if ok && !saysHours(snap, tag, strings.TrimSpace(rest), next) {
					return l
				}
			}
		}
	}
	return ""
}

// saysHours says whether what stands after the words before the hours in a language is the length that was signed, and no other.
func saysHours(snap seminar.Snapshot, tag, rest, next string) bool {
	said := plain(wording.Hours(tag, snap.Minutes))
	if strings.IndexFunc(said, fromRight) >= 0 { // figures stand apart from such words, wherever they belong
		return strings.IndexFunc(rest, fromRight) < 0 || strings.HasPrefix(rest, said) || strings.HasPrefix(rest+" "+reversed(next), said)
	}
	for _, text := range []string{rest, rest + " " + next} {
		found := append(lengthsIn(text), clocksIn(text)...)
		other := slices.ContainsFunc(found, func(m int) bool { return m != snap.Minutes && m != snap.Of && snap.Of > 0 })
		if !other && (slices.Contains(found, snap.Minutes) || within(text, said) == 0) {
			return true
		}
	}
	return false
}

// onlyLengths says whether a text is one length and nothing more, or two of them, of which one is in the other, and a word between.
func onlyLengths(found []int, rest string) bool {
	words := strings.FieldsFunc(rest, func(r rune) bool { return !wordRune(r) })
	return len(found) == 1 && len(words) == 0 || len(found) == 2 && len(words) <= 1
}

// mostSpelled is how many minutes are known in words: six days and nights.
const mostSpelled = 6 * 24 * 60

// spelled are lengths of time in words in every language, made once.
var spelled = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for _, tag := range wording.Tags() {
		for m := 1; m <= mostSpelled; m++ {
			if words := plain(wording.Hours(tag, m)); words != "" {
				all[words] = m
			}
		}
	}
	return all
})

// labels are the words before the hours by language, made once.
var labels = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, tag := range wording.Tags() {
		words, _ := wording.In(tag)
		all[tag] = plain(words.Hours)
	}
	return all
})
