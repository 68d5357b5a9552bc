package names

// arabic covers Arabic, Persian, Urdu, Kurdish and Uyghur. Place in the word decides some letters (see arabicLetter).
const arabic = `
ا=a آ=a أ=a إ=i ٱ=a ء= ؤ=u ئ=i ب=b ت=t ث=th|s ج=j|g ح=h خ=kh د=d ذ=dh|z ر=r ز=z س=s ش=sh ص=s ض=d|z ط=t ظ=z|dh ع=a
غ=gh|g ف=f|v ق=q|k ك=k ل=l م=m ن=n ه=h/a و=u/w ي=i/y ى=a ة=a
پ=p چ=ch ژ=zh گ=g ک=k ی=i/y ڤ=v ڨ=g ڭ=ng ڠ=g ڥ=v
ٹ=t ڈ=d ڑ=r ں=n ے=e/y ہ=h/a ھ=h ۀ=e ە=a/e ۆ=o ۇ=u ۈ=u ۋ=v ې=e ێ=e ڵ=l ڕ=r ڼ=n ړ=r ډ=d ټ=t څ=ts ځ=dz ښ=sh|kh ږ=zh|g
`

const (
	alef = 'ا'
	ayn  = 'ع'
	lam  = 'ل'
	ha   = 'ه'
	waw  = 'و'
	ya   = 'ي'
	yaFa = 'ی' // the Persian ya
)

// arabicLetter decides letters that depend on their place: ayn is heard as a, but not beside an alef; waw and ya begin
// a word as consonants; the ha of "Allah" has its vowel.
func arabicLetter(word []rune, i int, l letter) letter {
	if i > 0 && word[i] == word[i-1] && isConsonant(word[i]) { // Arabic writes a long consonant once: Mamdouh
		l.usual = "a" + l.usual
		if l.group != 0 {
			l.other = "a" + l.other
		}
		return l
	}
	switch word[i] {
	case ayn:
		if i+1 < len(word) && word[i+1] == alef || i > 0 && word[i-1] == alef {
			l.usual = ""
		}
	case waw:
		if i == 0 || i+1 < len(word) && word[i+1] == alef {
			return letter{usual: "w", known: true}
		}
	case ya, yaFa:
		if i == 0 || i+1 < len(word) && (word[i+1] == alef || word[i+1] == waw) {
			return letter{usual: "y", known: true}
		}
	case 'س', 'ص', 'ج':
		if i > 0 && isStop(word[i-1]) { // etesami: t and s apart are not the ts of Tsvetaeva
			return letter{"a" + l.usual, "a" + l.other, l.group, true}
		}
	case 'ح', ha:
		if i > 0 && (i+1 < len(word) || len(word) == 2) && beforeH(word[i-1]) { // zahra: z and h apart are not the zh of Zhukov; Taha
			return letter{usual: "ah", known: true}
		}
		if word[i] == ha && i+1 == len(word) && i >= 2 && word[i-1] == lam && word[i-2] == lam {
			return letter{usual: "ah", known: true}
		}
		if i+1 < len(word) { // a vowel at the end alone
			return letter{usual: "h", known: true}
		}
	}
	return l
}

// beforeH says whether a letter and a following h would be read as one sound.
func beforeH(r rune) bool {
	switch r {
	case 'ز', 'س', 'ش', 'ت', 'د', 'ص', 'ط', 'ض', 'ظ', 'ك', 'ک', 'گ', 'پ':
		return true
	}
	return false
}

// isConsonant says whether an Arabic letter is never a vowel; the two l of Allah are one.
func isConsonant(r rune) bool {
	switch r {
	case alef, waw, ya, yaFa, lam, ayn, ha:
		return false
	}
	return r >= 'ب'
}

// isStop says whether a letter and a following s or j would be read as one sound.
func isStop(r rune) bool { return r == 'ت' || r == 'ط' || r == 'د' }

// isMark says whether a rune is a mark that a name is read without: accents that have no composed letter, harakat,
// tatweel.
func isMark(r rune) bool {
	switch {
	case r >= 0x300 && r <= 0x36F, r >= 0x483 && r <= 0x487: // Latin, Cyrillic
		return true
	case r >= 0x610 && r <= 0x61A, r >= 0x64B && r <= 0x65F, r == 0x670,
		r >= 0x6D6 && r <= 0x6ED && r != 0x6DD && r != 0x6DE && r != 0x6E9:
		return true
	case r == 0x640, r == 0x200C, r == 0x200D, r == 0xAD: // tatweel, joiners, soft hyphen
		return true
	}
	return false
}
