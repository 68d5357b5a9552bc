package transfer

import (
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// How dates are shown in a workbook is its maker's taste and their computer's language, and how numbers are is made for sums. A
// list wants dates that can only be read one way, and every digit of a telephone number.
const (
	plainDay  = "yyyy-mm-dd"
	plainTime = "yyyy-mm-dd hh:mm"
	midnight  = " 00:00" // of a day that is shown with a time

	numberStored = "as stored"
)

// asStored is the number of a format that no workbook has: a cell with it is read as it is stored.
const asStored = 1 << 20

// plainNumbers makes a workbook show dates as 1985-07-18 and numbers with all their digits. Leading zeros and times alone stay as
// they are shown.
func plainNumbers(f *excelize.File) error {
	_, _ = f.GetStyle(-1) // there is none of that number; the styles are loaded by the question
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			if codes[n.NumFmtID] = n.FormatCode; n.FormatCode16 != "" {
				codes[n.NumFmtID] = n.FormatCode16
			}
		}
	}
	stored := asStored
	ids := map[string]*int{numberStored: &stored}
	for _, code := range []string{plainDay, plainTime} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		ids[code] = f.Styles.CellXfs.Xf[style].NumFmtID
	}
	for i := range f.Styles.CellXfs.Xf {
		xf := &f.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil || *xf.NumFmtID == *ids[plainDay] || *xf.NumFmtID == *ids[plainTime] {
			continue
		}
		plain := builtIn(*xf.NumFmtID)
		if code, ok := codes[*xf.NumFmtID]; ok {
			plain = plainFormat(code)
		}
		if id := ids[plain]; id != nil {
			xf.NumFmtID = id
		}
	}
	return nil
}

// builtIn is what a format with one of the numbers that need no code becomes (ECMA-376, part 1, 18.8.30); "" is itself.
func builtIn(id int) string {
	switch {
	case id == 22:
		return plainTime
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return plainDay
	case id <= 13, id >= 37 && id <= 44, id == 48, id == 49:
		return numberStored
	}
	return ""
}

// shownAsIs are the parts of a format that are no letters of a date.
var shownAsIs = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.`)

// plainFormat is what a format becomes; "" is itself.
func plainFormat(code string) string {
	code = strings.ToLower(shownAsIs.ReplaceAllString(code, ""))
	date := strings.ContainsAny(code, "yd") && !strings.Contains(code, "general")
	switch {
	case date && strings.ContainsAny(code, "hs"):
		return plainTime
	case date:
		return plainDay
	case strings.Contains(code, "general"), strings.Contains(code, "e+"), strings.ContainsAny(code, ",%@"):
		return numberStored
	}
	return ""
}
