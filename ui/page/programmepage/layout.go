package programmepage

import (
	"slices"

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
	names := []string{unchosen}
	none := l.T("programme.layout.none")
	for _, v := range p.now.layouts {
		name := v.Name(l.Tag())
		if name == none || slices.Contains(names, name) { // the list tells its lines apart by their text
			name += " (" + v.ID + ")"
		}
		c.ids, names = append(c.ids, v.ID), append(names, name)
	}
	if mayBeNone {
		c.ids, names = append(c.ids, seminar.NoBadge), append(names, none)
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
