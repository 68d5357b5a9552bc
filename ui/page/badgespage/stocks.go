package badgespage

import (
	"strings"

	"lanyard/internal/document"
	stocks "lanyard/internal/document/stock"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// titleOf is what people call the sheet of a name.
func titleOf(l *i18n.Lang, name string) string {
	if s, ok := stocks.Named(name); ok {
		return paper.StockTitle(l, s)
	}
	return name
}

// chooseStock asks in the panel for one of all the sheets and labels, by letters of their maker, number or size. Whoever
// leaves it keeps the paper as it was.
func chooseStock(env *page.Env, then func(document.Sheet), kept func()) {
	t, rtl := env.Lang.T, env.Lang.RTL()
	var shown []stocks.Stock
	shut := func() { env.Panel(nil, nil) } // tells kept
	list := widgets.NewResultList(func(i int, _ widgets.Result) {
		one := shown[i]
		env.Panel(nil, nil)
		then(document.SheetOf(one))
	})
	list.RTL = rtl
	entry := widgets.NewScanEntry(t("badges.stock.search"))
	entry.RTL = rtl
	find := func(typed string) {
		shown = matching(env.Lang, typed)
		results := make([]widgets.Result, len(shown))
		for i, s := range shown {
			results[i] = widgets.Result{Icon: theme.IconCard, Title: paper.StockTitle(env.Lang, s), Meta: about(env.Lang, s), Tag: t("badges.stock.kind." + string(s.Kind))}
		}
		list.Set(results)
	}
	entry.OnChanged = find
	entry.OnSubmitted = func(string) { list.Choose() }
	entry.OnUp, entry.OnDown, entry.OnEscape = func() { list.Step(-1) }, func() { list.Step(1) }, shut
	find("")
	body := widgets.Edge(rtl, widgets.Inset(0, theme.Space2, entry), nil, nil, nil, widgets.Fixed(0, stockListHeight, list))
	panel := widgets.NewSidePanel(t("badges.stock.title"), body, shut, widgets.NewButton(t("common.cancel"), shut))
	panel.RTL = rtl
	env.Panel(panel, kept)
	entry.Take()
}

// stockListHeight is how much of the list is seen at once.
const stockListHeight float32 = 440

// about says how many labels a sheet has, and what other numbers it goes by.
func about(l *i18n.Lang, s stocks.Stock) string {
	also := strings.Join(s.Also, ", ")
	switch {
	case s.Kind == stocks.Roll || s.Cells() == 1:
		return widgets.Joined(" · ", stocks.Measures(s.Size), also)
	case also == "":
		return l.N("badges.stock.cells", s.Cells(), "sheet", stocks.Measures(s.Size))
	}
	return l.N("badges.stock.cells", s.Cells(), "sheet", stocks.Measures(s.Size)) + " · " + also
}

// matching are the stocks that every typed word is in, by any of what they are called.
func matching(l *i18n.Lang, typed string) []stocks.Stock {
	var some []stocks.Stock
	words := strings.Fields(strings.ToLower(strings.NewReplacer("x", " ", "×", " ").Replace(typed)))
	for _, s := range stocks.All() {
		text := strings.ToLower(strings.Join(append([]string{s.Name, paper.StockTitle(l, s), stocks.Measures(s.Cell), l.T("badges.stock.kind." + string(s.Kind))}, s.Also...), " "))
		all := true
		for _, w := range words {
			all = all && strings.Contains(text, w)
		}
		if all {
			some = append(some, s)
		}
	}
	return some
}
