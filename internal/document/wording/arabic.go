package wording

// noun is an Arabic feminine noun in the forms that numbers take it in (Ryding, A Reference Grammar of Modern Standard
// Arabic, 2005, chapter 15). All is in the nominative, as it stands after a colon.
type noun struct{ one, two, few string }

func arabic() language {
	hour := noun{"ساعة", "ساعتان", "ساعات"}
	minute := noun{"دقيقة", "دقيقتان", "دقائق"}
	return language{hour.counted, minute.counted, after(" و")} // the conjunction is written with the word after it
}

// counted is a number with its noun. One and two are the noun's own singular and dual; three to ten take the plural, and
// the numeral the gender opposite to the noun's; from eleven on it is the singular. What follows a hundred goes by itself:
// مئة وثلاث ساعات, but مئة ساعة وساعتان.
func (w noun) counted(n int) string {
	h, r := n/100, n%100
	hundreds := [...]string{"", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"}
	before := ""
	if h > 0 {
		before = hundreds[h] + " و"
	}
	construct := hundreds[h] + " " + w.one
	if h == 2 {
		construct = "مئتا " + w.one // the dual loses its nūn before a noun
	}
	switch {
	case r == 0:
		return construct
	case h > 0 && r == 1:
		return construct + " و" + w.one
	case h > 0 && r == 2:
		return construct + " و" + w.two
	case r == 1:
		return w.one + " واحدة"
	case r == 2:
		return w.two
	case r <= 10:
		return before + feminine(r) + " " + w.few
	}
	return before + feminine(r) + " " + w.one
}

// feminine is a numeral from 3 to 99 before a feminine noun. CLDR's rules for Arabic do not hold here: they give ثلاثة and
// إحدى عشر with either gender.
func feminine(r int) string {
	ones := [...]string{"", "إحدى", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"}
	tens := [...]string{"", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"}
	switch o := r % 10; {
	case r <= 10:
		return ones[r]
	case r == 12:
		return "اثنتا عشرة"
	case r < 20:
		return ones[o] + " عشرة"
	case o == 0:
		return tens[r/10]
	case o == 8:
		return "ثمانٍ و" + tens[r/10] // no construct: the noun does not follow it
	default:
		return ones[o] + " و" + tens[r/10]
	}
}
