package programmepage

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// pick is one of the things that a field of several offers.
type pick struct{ id, label string }

// picks is a field of which several may be chosen, each a chip to turn on. What was chosen before and is not offered any
// more stays chosen.
type picks struct {
	offered []pick
	chips   []*widgets.Chip
	others  []string
	content *fyne.Container
	changed func() // may be nil
}

func newPicks(rtl bool, offered []pick, chosen []string) *picks {
	f := &picks{offered: offered, content: widgets.Flow(rtl, theme.Space1)}
	for _, id := range chosen {
		if !slices.ContainsFunc(offered, func(o pick) bool { return o.id == id }) {
			f.others = append(f.others, id)
		}
	}
	for _, o := range offered {
		chip := widgets.NewChip(o.label, -1, func(bool) {
			f.content.Refresh() // a chip that is on is wider
			if f.changed != nil {
				f.changed()
			}
		})
		chip.Selected, chip.RTL = slices.Contains(chosen, o.id), rtl
		f.chips = append(f.chips, chip)
		f.content.Add(chip)
	}
	return f
}

// chosen are the ids of those that are on, nil for none.
func (f *picks) chosen() []string {
	var ids []string
	for i, o := range f.offered {
		if f.chips[i].Selected {
			ids = append(ids, o.id)
		}
	}
	return append(ids, f.others...)
}

func idTexts(ids []seminar.ID) []string {
	var all []string
	for _, id := range ids {
		all = append(all, string(id))
	}
	return all
}

func textIDs(texts []string) []seminar.ID {
	var all []seminar.ID
	for _, t := range texts {
		all = append(all, seminar.ID(t))
	}
	return all
}
