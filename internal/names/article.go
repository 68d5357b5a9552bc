package names

// arabic adds what else a word in Arabic letters is known by: without its article, and as Maghreb and Gulf spellings
// shorten or join the two.
func (b *builder) arabic(word []rune) {
	switch n := len(word); {
	case n == 2 && word[0] == 'ب' && word[1] == 'ن': // Bin is Ibn
		b.add([]rune("ابن"))
	case n > 4 && word[0] == 'إ': // Ibrahim is Brahim
		b.add(word[1:])
	case n > 4 && word[0] == alef && word[1] == lam:
		b.add(word[2:])
		switch first := word[2]; {
		case isSun(first): // Al-Dosari is Eddossari
			var room [48]rune
			b.add(append(append(room[:0], alef), word[2:]...))
		case isThroat(first): // Al-Arbi is Larbi, Al-Akhdar Lakhdar
			b.add(word[1:])
		}
		if n > 6 && word[2] == 'إ' { // Al-Ibrahimi is Brahimi
			b.add(word[3:])
		}
	}
}

// isSun says whether the Arabic article takes the sound of this letter.
func isSun(r rune) bool {
	switch r {
	case 'ت', 'ث', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ن', lam:
		return true
	}
	return false
}

// isThroat says whether Maghreb spellings of a name that begins so keep no more of its article than the l.
func isThroat(r rune) bool {
	switch r {
	case ayn, alef, 'أ', 'إ', 'آ', 'ح', 'ه', 'خ':
		return true
	}
	return false
}
