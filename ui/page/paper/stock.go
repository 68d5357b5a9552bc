package paper

import (
	"lanyard/internal/document/stock"
	"lanyard/internal/i18n"
)

// SettingSheet is this desk's setting of what badges are printed on: the name of a sheet, "" for a badge a page.
const SettingSheet = "badges.sheet"

// StockTitle is what people call a sheet or a label.
func StockTitle(l *i18n.Lang, s stock.Stock) string {
	if s.Title != "" {
		return s.Title + " · " + stock.Measures(s.Cell)
	}
	if s.Brand == "" {
		return l.T("badges.sheet." + s.Name)
	}
	return s.Brand + " " + s.Part + " · " + stock.Measures(s.Cell)
}
