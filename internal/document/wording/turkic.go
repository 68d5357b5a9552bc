package wording

// turkic is how the Turkic languages count: hundreds, tens, ones beside each other, and the noun always in the singular.
type turkic struct {
	ones    [10]string
	tens    [10]string
	hundred string
	// bare says that a hundred needs no one before it: жүз бір, not бір жүз бір. alone says so of the round hundred only.
	bare, alone    bool
	hours, minutes string
}

func (t turkic) language() language {
	count := func(noun string) func(int) string { return func(n int) string { return t.number(n) + " " + noun } }
	return language{count(t.hours), count(t.minutes), after(" ")}
}

func (t turkic) number(n int) string {
	hundreds := ""
	switch h := n / 100; {
	case h == 1 && (t.bare || t.alone && n == 100):
		hundreds = t.hundred
	case h > 0:
		hundreds = t.ones[h] + " " + t.hundred
	}
	return joined(hundreds, t.tens[n%100/10], t.ones[n%10])
}

// azerbaijani is CLDR's az: spellout-cardinal, with altmış and səksən, which CLDR misspells, as the spelling dictionary has them.
func azerbaijani() language {
	return turkic{ones: [10]string{"", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz"},
		tens:    [10]string{"", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan"},
		hundred: "yüz", hours: "saat", minutes: "dəqiqə"}.language()
}

// kazakh is CLDR's kk: spellout-cardinal.
func kazakh() language {
	return turkic{ones: [10]string{"", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"},
		tens:    [10]string{"", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"},
		hundred: "жүз", bare: true, hours: "сағат", minutes: "минут"}.language()
}

// kyrgyz is CLDR's ky: spellout-cardinal.
func kyrgyz() language {
	return turkic{ones: [10]string{"", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз"},
		tens:    [10]string{"", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон"},
		hundred: "жүз", alone: true, hours: "саат", minutes: "мүнөт"}.language()
}

// uzbek is written in Latin letters with the turned comma (U+02BB). CLDR has no rules for it; the numerals are those of the
// grammar (Sjoberg, Uzbek Structural Grammar, 1963; Bodrogligeti, Modern Literary Uzbek, 2003).
func uzbek() language {
	return turkic{ones: [10]string{"", "bir", "ikki", "uch", "toʻrt", "besh", "olti", "yetti", "sakkiz", "toʻqqiz"},
		tens:    [10]string{"", "oʻn", "yigirma", "oʻttiz", "qirq", "ellik", "oltmish", "yetmish", "sakson", "toʻqson"},
		hundred: "yuz", hours: "soat", minutes: "daqiqa"}.language()
}
