package livepage

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// board is the figures of a day.
type board struct {
	env                           *page.Env
	content                       *fyne.Container
	arrived, inside, minute       *widgets.Figure
	pace                          *pace
	title, peak                   *widgets.Text
	chart                         *widgets.Spread
	rooms                         *widgets.Shares
	category, country, delegation *widgets.Shares
	flags                         map[string]image.Image
}

func newBoard(env *page.Env) *board {
	t, rtl := env.Lang.T, env.Lang.RTL()
	b := &board{env: env, arrived: widgets.NewFigure(""), inside: widgets.NewFigure(""), minute: widgets.NewFigure(""), pace: newPace(env),
		title: widgets.Section(t("live.arrivals")), peak: widgets.NewText("", theme.BodySize, theme.QuietText), chart: widgets.NewSpread(1, 1), flags: map[string]image.Image{}}
	shares := func(title string) *widgets.Shares {
		s := widgets.NewShares(t(title), func(left, done, whole int) string {
			return env.Lang.N("live.more", left, "done", done, "whole", whole)
		})
		s.RTL, s.Empty = rtl, t("live.nobody")
		return s
	}
	b.rooms, b.category, b.country, b.delegation = shares("live.rooms"), shares("live.categories"), shares("live.countries"), shares("live.delegations")
	b.rooms.Each = true
	b.rooms.Rest = func(left, _, _ int) string { return env.Lang.N("live.more_rooms", left) }
	b.rooms.Empty, b.delegation.Empty = t("live.no_rooms"), t("live.no_delegations")
	for _, f := range []*widgets.Figure{b.arrived, b.inside, b.minute} {
		f.RTL = rtl
	}
	b.chart.RTL, b.title.RTL, b.peak.RTL, b.peak.Align, b.peak.MinWidth = rtl, rtl, rtl, widgets.AlignEnd, -1
	b.title.MinWidth = -1
	g := &grid{board: b, rtl: rtl}
	for _, o := range []fyne.CanvasObject{b.arrived, b.inside, b.minute, b.pace.content, container.New(&titled{b}, b.title, b.peak, b.chart), b.rooms, b.category, b.country, b.delegation} {
		g.cards = append(g.cards, widgets.NewCard(o))
	}
	all := make([]fyne.CanvasObject, len(g.cards))
	for i, c := range g.cards {
		all[i] = c
	}
	b.content = container.New(g, all...)
	return b
}

// show fills the board. Each part draws only what differs from before.
func (b *board) show(l desk.Live) {
	lang := b.env.Lang
	of, part := "", 0.0
	label := lang.T("live.arrived")
	if l.Expected > 0 {
		of, part = lang.T("live.of", "n", l.Expected), float64(l.Arrived)/float64(l.Expected)
		label = lang.T("live.arrived_percent", "percent", l.Arrived*100/l.Expected)
	}
	b.arrived.Set(lang.Number(l.Arrived), of, label, part)
	if l.Today {
		b.inside.Set(lang.Number(l.Inside), "", lang.T("live.inside"), -1)
		b.minute.Set("+"+lang.Number(l.LastMinute), "", lang.T("live.last_minute"), -1)
	} else {
		b.inside.Set(lang.Number(l.Inside), "", lang.T("live.inside_end"), -1)
		b.minute.Set(lang.Number(l.Pace.Scans), "", lang.N("live.scans_that_day", l.Pace.Scans), -1)
	}
	b.pace.show(l)
	b.arrivals(l)
	b.rooms.Set(b.roomShares(l.Rooms))
	b.category.Set(b.groupShares(l.ByCategory, func(g document.Group, s *widgets.Share) {
		if s.Label == "" {
			s.Label = lang.T("live.no_category")
		}
		if c, err := docpage.ParseColour(g.Colour); err == nil {
			s.Band = c.NRGBA()
		}
	}))
	b.country.Set(b.groupShares(l.ByCountry, func(g document.Group, s *widgets.Share) {
		if s.Label = lang.Country(g.Key); g.Key == "" {
			s.Label = lang.T("common.no_country")
		}
		s.Picture = b.flag(g.Key)
	}))
	b.delegation.Set(b.groupShares(l.ByDelegation, func(document.Group, *widgets.Share) {}))
}

// arrivals fills the chart: some columns at least, so that the first ones do not fill it alone.
func (b *board) arrivals(l desk.Live) {
	spans, most := padded(l.Arrivals), 0
	busiest := document.Arrivals{}
	for _, a := range spans {
		if a.Count > most {
			most, busiest = a.Count, a
		}
	}
	every := 30
	if len(spans) > 72 {
		every = 60
	}
	data := make([]widgets.Datum, len(spans))
	for i, a := range spans {
		data[i] = widgets.Datum{Value: float64(a.Count)}
		if a.From.Minute()%every == 0 {
			data[i].Label = b.env.Lang.Time(a.From)
		}
	}
	step, top := document.Scale(max(most, 4))
	b.chart.Set(step, top, data)
	b.peak.SetText("")
	if most > 0 {
		b.peak.SetText(b.env.Lang.T("live.peak", "n", most, "time", b.env.Lang.Time(busiest.From)))
	}
}

// leastColumns is an hour and a half of arrivals.
const leastColumns = 18

// padded begins the spans with a half hour, and makes them leastColumns at least.
func padded(spans []document.Arrivals) []document.Arrivals {
	if len(spans) == 0 {
		return nil
	}
	all := slices.Clone(spans)
	for all[0].From.Minute()%30 != 0 && len(all) < len(spans)+6 {
		from := all[0].From.Add(-desk.LiveSpan)
		all = slices.Insert(all, 0, document.Arrivals{From: from, To: all[0].From})
	}
	for len(all) < leastColumns {
		from := all[len(all)-1].To
		all = append(all, document.Arrivals{From: from, To: from.Add(desk.LiveSpan)})
	}
	return all
}

func (b *board) groupShares(groups []document.Group, more func(document.Group, *widgets.Share)) []widgets.Share {
	all := make([]widgets.Share, len(groups))
	for i, g := range groups {
		all[i] = widgets.Share{Label: g.Key, Value: b.env.Lang.Number(g.Arrived) + " / " + b.env.Lang.Number(g.Expected), Done: g.Arrived, Whole: g.Expected}
		if g.Expected > 0 && g.Arrived >= g.Expected {
			all[i].Kind = widgets.KindAccepted // with a tick: they are complete
		}
		more(g, &all[i])
	}
	return all
}

func (b *board) roomShares(rooms []desk.LiveRoom) []widgets.Share {
	all := make([]widgets.Share, len(rooms))
	for i, r := range rooms {
		s := widgets.Share{Label: widgets.Joined(" · ", r.List.Name, r.Room), Value: b.env.Lang.Number(r.Inside), Done: r.Inside, Whole: max(r.Capacity, r.Arrived)}
		if r.Capacity > 0 {
			s.Value += " / " + b.env.Lang.Number(r.Capacity)
			s.Whole = r.Capacity
		}
		switch r.Fullness() {
		case desk.NearlyFull:
			s.Kind, s.Word = widgets.KindAttention, b.env.Lang.T("live.nearly_full")
		case desk.Full:
			s.Kind, s.Word = widgets.KindRefused, b.env.Lang.T("live.full")
		}
		all[i] = s
	}
	return all
}

// flag remembers the flags that were read.
func (b *board) flag(country string) image.Image {
	if _, known := b.flags[country]; !known {
		b.flags[country] = form.Flag(country)
	}
	return b.flags[country]
}

// turn shows the next lines of the lists that have more than there is room for; after the last come the first.
func (b *board) turn(by int) {
	for _, s := range []*widgets.Shares{b.rooms, b.category, b.country, b.delegation} {
		s.Turn(by)
	}
}
