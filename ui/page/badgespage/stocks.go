package badgespage

import (
	"strings"

	stocks "lanyard/internal/document/stock"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// chooseStock asks in the panel for one of all the sheets and labels, by letters of their maker, number or size, or for one of
// one's own, which begins as the one chosen.
func chooseStock(env *page.Env, all []stocks.Stock, chosen stocks.Stock, then func(stocks.Stock)) {
	t, rtl := env.Lang.T, env.Lang.RTL()
	var shown []stocks.Stock
	shut := func() { env.Panel(nil, nil) }
	measure := func() { measureSheet(env, chosen, then) }
	list := widgets.NewResultList(func(i int, _ widgets.Result) {
		if i == len(shown) {
			measure()
			return
		}
		one := shown[i]
		env.Panel(nil, nil)
		then(one)
	})
	list.RTL = rtl
	var panel *widgets.SidePanel
	remove := widgets.NewButtonWithIcon(t("badges.own.remove"), theme.Icon(theme.IconCross), func() {
		one := shown[list.Highlight]
		shut()
		removeSheet(env, one)
	})
	list.OnHighlighted = func(i int, _ widgets.Result) {
		remove.Hidden = i >= len(shown) || shown[i].Kind != stocks.Own
		if panel != nil {
			panel.Refresh()
		}
	}
	entry := widgets.NewScanEntry(t("badges.stock.search"))
	entry.RTL = rtl
	find := func(typed string) {
		shown = matching(env.Lang, all, typed)
		results := make([]widgets.Result, len(shown), len(shown)+1)
		for i, s := range shown {
			results[i] = widgets.Result{Icon: theme.IconCard, Title: paper.StockTitle(env.Lang, s), Meta: about(env.Lang, s), Tag: t("badges.stock.kind." + string(s.Kind))}
		}
		list.Set(append(results, widgets.Result{Icon: theme.IconEdit, Title: t("badges.own")}))
	}
	entry.OnChanged = find
	entry.OnSubmitted = func(string) { list.Choose() }
	entry.OnUp, entry.OnDown, entry.OnEscape = func() { list.Step(-1) }, func() { list.Step(1) }, shut
	find("")
	body := widgets.Edge(rtl, widgets.Inset(0, theme.Space2, entry), nil, nil, nil, widgets.Fixed(0, stockListHeight, list))
	panel = widgets.NewSidePanel(t("badges.stock.title"), body, shut, remove, widgets.NewButton(t("common.cancel"), shut), widgets.NewButton(t("badges.own"), measure))
	panel.RTL = rtl
	env.Panel(panel, nil)
	entry.Take()
}

// stockListHeight is how much of the list is seen at once.
const stockListHeight float32 = 440

// about says how many labels a sheet has, and what other numbers it goes by.
func about(l *i18n.Lang, s stocks.Stock) string {
	also := strings.Join(s.Also, ", ")
	if s.Kind == stocks.Cut {
		also = l.T("badges.stock.cut")
	}
	switch {
	case s.Kind == stocks.Roll || s.Cells() == 1:
		return widgets.Joined(" · ", stocks.Measures(s.Size), also)
	case also == "":
		return l.N("badges.stock.cells", s.Cells(), "sheet", stocks.Measures(s.Size))
	}
	return l.N("badges.stock.cells", s.Cells(), "sheet", stocks.Measures(s.Size)) + " · " + also
}

// matching are those of some stocks that every typed word is in, by any of what they are called.
func matching(l *i18n.Lang, among []stocks.Stock, typed string) []stocks.Stock {
	var some []stocks.Stock
	words := strings.Fields(strings.ToLower(strings.NewReplacer("x", " ", "×", " ").Replace(typed)))
	for _, s := range among {
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
