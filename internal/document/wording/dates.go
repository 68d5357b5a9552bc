package wording

import (
	"strconv"
	"strings"
	"time"
)

// dates are CLDR's long form of a date and the names of the months in it, in figures 0 to 9.
var dates = map[string]struct{ form, months string }{
	"en": {"{day} {month} {year}", "January February March April May June July August September October November December"},
	"fr": {"{day} {month} {year}", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
	"ar": {"{day} {month} {year}", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
	"az": {"{day} {month} {year}", "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"},
	"ru": {"{day} {month} {year} г.", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"},
	"kk": {"{year} ж. {day} {month}", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"},
	"uz": {"{day}-{month}, {year}", "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"},
	"ky": {"{year}-ж., {day}-{month}", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"},
	// CLDR writes the months of Tajik with a capital and the day with a nought before it, as alone on a line.
	"tg": {"{day} {month} {year}", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"},
}

// Date is a day in words, in t's own zone: "18 июля 2025 г."; "" in a language that this package does not have.
func Date(tag string, t time.Time) string {
	base := Base(tag)
	d, ok := dates[base]
	if !ok {
		return ""
	}
	day := strconv.Itoa(t.Day())
	if base == "fr" && t.Day() == 1 {
		day = "1er" // the only ordinal among the days
	}
	return strings.NewReplacer("{day}", day, "{month}", strings.Fields(d.months)[t.Month()-1], "{year}", strconv.Itoa(t.Year())).Replace(d.form)
}
