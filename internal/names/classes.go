package names

import "strings"

// looseClasses reads letters and pairs that languages use for one sound as one letter. Longer ones come first.
var looseClasses = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "c", "dzh", "c", "tsch", "c", "dj", "c", "zh", "c", "ch", "c", "j", "c", "c", "c",
	"sh", "s", "ts", "s", "ss", "s", "kh", "h", "gh", "k", "ph", "f", "th", "t", "dh", "d", "ck", "k", "ou", "o", "oo", "o", "ee", "i",
	"q", "k", "g", "k", "x", "h", "e", "a", "u", "o", "y", "i", "w", "v")

// looseOf folds a reading into its loose key: classes, then doubled letters single, then glides (an i beside another
// vowel) dropped, so that Юлия, Yuliya, Iulia and Julia are one.
func looseOf(reading string) string {
	s := single(looseClasses.Replace(reading))
	var b strings.Builder
	for i := range len(s) {
		before, after := i > 0 && vowel(s[i-1]), i+1 < len(s) && vowel(s[i+1])
		if s[i] == 'i' && (before || after) && len(s) > 2 {
			continue
		}
		b.WriteByte(s[i])
	}
	return single(b.String())
}

var skeletonClasses = strings.NewReplacer("h", "k", "v", "f", "a", "", "o", "", "i", "", "b", "b")

// skeletonOf keeps the consonants of a reading, "" when fewer than two are left: half the world would match.
func skeletonOf(reading string) string {
	s := single(skeletonClasses.Replace(strings.ReplaceAll(looseClasses.Replace(strings.ReplaceAll(reading, "w", "")), " ", "")))
	if len(s) < 2 {
		return ""
	}
	return s
}

func vowel(c byte) bool { return c == 'a' || c == 'o' || c == 'i' }

// single makes one letter of doubled ones.
func single(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] || s[i] >= '0' && s[i] <= '9' {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
