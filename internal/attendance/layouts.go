package attendance

import (
	"slices"
	"strings"
	"unicode"
)

// A scanner is a keyboard: it presses the keys of a United States keyboard, and the computer writes what its own layout
// has on them. The layouts below are those of the desks that Lanyard was made for, as X.Org's xkeyboard-config 2.35 and
// Windows have them (the two agree on the keys that codes need). Each is written key by key beside us: the row of digits,
// then the three rows of letters; a space stands for a key without a sign of its own.
const (
	usPlain = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
	usShift = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
)

var layoutKeys = [][2]string{
	// Russian; Azerbaijani, Uzbek, Tajik and Kyrgyz Cyrillic; Kazakh, whose row of digits has letters.
	{"ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.", "Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
	{"  234 67890- јүукенгшһзхҹ\\фывапролджҝәчсмитғбө.", "  \"#; :?*()_ ЈҮУКЕНГШҺЗХҸ|ФЫВАПРОЛДЖҜӘЧСМИТҒБӨ,"},
	{"ё1234567890ғҳйцукенгшўзхъ\\фқвапролджэячсмитьбю.", "Ё!\"№;%:?*()ҒҲЙЦУКЕНГШЎЗХЪ|ФҚВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
	{"ё1234567890ғӯйқукенгшҳзхъ\\фҷвапролджэячсмитӣбю.", "Ё!\"№;%:?*()ҒӮЙҚУКЕНГШҲЗХЪ/ФҶВАПРОЛДЖЭЯЧСМИТӢБЮ,"},
	{"ё1234567890өңйцукенгшщзхъүфывапролджэячсмитьбю.", "Ё!\"№;%:?*()ӨҢЙЦУКЕНГШЩЗХЪҮФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
	{"(\"әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№", ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"},
	// Azerbaijani and Uzbek Latin.
	{"`1234567890-=qüertyuiopöğ\\asdfghjklıəzxcvbnmçş.", "~!\"№;%:?*()_+QÜERTYUİOPÖĞ/ASDFGHJKLIƏZXCVBNMÇŞ,"},
	{"`1234567890-=qwertyuiop[]\\asdfghjkl;ʻzxcvbnm,./", "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"},
	// Arabic and Persian. Their key of b writes lam and alef, as one sign or as two (see ligatures).
	{"ذ1234567890-=ضصثقفغعهخحجد\\شسيبلاتنمكطئءؤرﻻىةوزظ", "ّ!@#$%^&*)(_+ًٌَُﻹإ`÷×؛<>|ٍِ][ﻷأـ،/:\"~ْ}{ﻵآ',.؟"},
	{" ۱۲۳۴۵۶۷۸۹۰-=ضصثقفغعهخحجچ\\شسیبلاتنمکگظطزرذدپو./", "÷!٬٫﷼٪×،*)(ـ+ًٌٍَُِّْ][}{|ؤئيإأآة»«:؛كٓژٰ ٔء><؟"},
	// French, whose row of digits has them shifted.
	{"²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!", " 1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§"},
}

// ligatures are the pairs that an Arabic layout writes as one sign.
var ligatures = strings.NewReplacer("لا", "ﻻ", "لأ", "ﻷ", "لإ", "ﻹ", "لآ", "ﻵ")

// layout is a keyboard read backwards: the sign of the United States keyboard on the key of each sign.
type layout map[rune]rune

// layouts are read twice where a capital letter stands on a key whose sign is no letter: with the shift key, and as
// Caps Lock writes it.
var layouts = func() []layout {
	var all []layout
	for _, keys := range layoutKeys {
		shifted, locked := readLayout(keys, false), readLayout(keys, true)
		all = append(all, shifted)
		if !slices.Equal(sorted(shifted), sorted(locked)) {
			all = append(all, locked)
		}
	}
	return all
}()

func readLayout(keys [2]string, locked bool) layout {
	l := layout{}
	us := [2][]rune{[]rune(usPlain), []rune(usShift)}
	plain, shift := []rune(keys[0]), []rune(keys[1])
	for i, r := range plain {
		if r == ' ' {
			continue
		}
		l[r] = us[0][i]
		if s := shift[i]; locked && s == unicode.ToUpper(r) && s != r && !unicode.IsLetter(us[0][i]) {
			l[s] = us[0][i]
		}
	}
	for i, r := range shift {
		if _, taken := l[r]; r != ' ' && !taken {
			l[r] = us[1][i]
		}
	}
	return l
}

func sorted(l layout) []rune {
	var all []rune
	for from, to := range l {
		all = append(all, from<<8|to)
	}
	slices.Sort(all)
	return all
}

// read gives what was meant by a text that came through the layout; "" if the layout cannot have written it, or wrote
// what was meant.
func (l layout) read(text string) string {
	meant := strings.Map(func(r rune) rune {
		if us, ok := l[r]; ok {
			return us
		}
		if r == ' ' {
			return r
		}
		return utf8Refused
	}, text)
	if meant == text || strings.ContainsRune(meant, utf8Refused) {
		return ""
	}
	return meant
}

// utf8Refused marks a sign that is on no key.
const utf8Refused = '\uFFFD'

// meant gives what a text may have been before a layout changed it, for every layout that can have written it.
func meant(text string) []string {
	var all []string
	for _, way := range []string{text, ligatures.Replace(text)} {
		for _, l := range layouts {
			if m := l.read(way); m != "" && !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
	}
	return all
}
