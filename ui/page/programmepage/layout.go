package programmepage

import (
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// layoutChoice chooses the template of badges.
type layoutChoice struct {
	*widgets.Select
	ids []string
}

// newLayoutChoice offers what stands for none chosen, the templates there are, and where it may be that there is no badge at
// all. One that is not here any more counts as none chosen.
func (p *Page) newLayoutChoice(unchosen, chosen string, mayBeNone bool) *layoutChoice {
	l := p.env.Lang
	c := &layoutChoice{ids: []string{""}}
	names := append([]string{unchosen}, desk.LayoutNames(p.now.layouts, l.Tag())...)
	for _, v := range p.now.layouts {
		c.ids = append(c.ids, v.ID)
	}
	if mayBeNone {
		c.ids, names = append(c.ids, seminar.NoBadge), append(names, l.T("programme.layout.none"))
	}
	c.Select = widgets.NewSelect(names, nil)
	at := 0
	for i, id := range c.ids {
		if id == chosen {
			at = i
		}
	}
	c.SetSelectedIndex(at)
	return c
}

// chosen is the id of a template, seminar.NoBadge, or "" for what stands for none chosen.
func (c *layoutChoice) chosen() string { return c.ids[max(0, c.SelectedIndex())] }
