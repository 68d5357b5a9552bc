package deskpage

import (
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// buildHead makes what stands above the entry: the list, the way, the counters.
func (p *Page) buildHead() {
	l := p.env.Lang
	p.chooser = widgets.NewSelect(nil, func(string) {
		if p.choosing {
			return
		}
		if i := p.chooser.SelectedIndex(); i >= 0 && i < len(p.known.lists) && p.known.lists[i].ID != p.list.ID {
			p.list = p.known.lists[i]
			p.decline()
			p.env.SetSetting(page.ListSetting(p.known.seminar.ID), string(p.list.ID))
			p.again()
		}
		p.take()
	})
	p.chooser.PlaceHolder = l.T("desk.list")
	p.ways = widgets.NewSegmented([]widgets.Segment{
		{ID: string(seminar.Entry), Label: l.T("common.type.entry"), Icon: theme.IconEnter},
		{ID: string(seminar.Exit), Label: l.T("common.type.exit"), Icon: theme.IconExit},
	}, string(p.way), func(id string) {
		p.way = seminar.CheckinType(id)
		p.again()
		p.take()
	})
	p.ways.RTL = l.RTL()
	p.strip = widgets.NewCounterStrip()
	p.strip.RTL = l.RTL()
	p.showCounts()
}

// again shows what is typed in the light of another list or way.
func (p *Page) again() {
	p.count()
	if text := p.entry.Text(); text != "" {
		p.rowsFor = ""
		p.typed(text)
		return
	}
	p.ready()
}

// chooseList brings the list with an id to the front, or the one that is there already, or the first.
func (p *Page) chooseList(id string) {
	var names []string
	chosen := -1
	for i, l := range p.known.lists {
		names = append(names, l.Name)
		if string(l.ID) == id || (chosen < 0 && l.ID == p.list.ID) {
			chosen = i
		}
	}
	if chosen < 0 && len(names) > 0 {
		chosen = 0
	}
	p.list = seminar.List{}
	if chosen >= 0 {
		p.list = p.known.lists[chosen]
	}
	p.choosing = true
	defer func() { p.choosing = false }()
	p.chooser.SetOptions(names)
	if chosen >= 0 {
		p.chooser.SetSelectedIndex(chosen)
	}
}

func (p *Page) showCounts() {
	l, t := p.env.Lang, p.counts.tally
	p.strip.Set(
		widgets.Counter{Label: l.T("desk.expected"), Value: l.Number(t.Expected)},
		widgets.Counter{Label: l.T("desk.arrived"), Value: l.Number(t.Arrived)},
		widgets.Counter{Label: l.T("desk.inside"), Value: l.Number(t.Inside)})
}

// turn switches between entry and exit.
func (p *Page) turn() {
	if p.way == seminar.Entry {
		p.ways.Select(string(seminar.Exit))
		return
	}
	p.ways.Select(string(seminar.Entry))
}
