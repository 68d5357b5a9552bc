package programmepage

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/page"
)

// partKey is a key that means something in one part of the page, or in each something of its own.
type partKey struct {
	key fyne.KeyName
	in  map[string]partAct
}

type partAct struct {
	label string // key of what it does
	do    func()
}

// partKeys are the keys with Ctrl that belong to parts. The window hears all of them, whichever part is in front when the page
// comes to the front; those of the part in front alone are listed.
func (p *Page) partKeys() []partKey {
	one := func(part, label string, do func()) map[string]partAct { return map[string]partAct{part: {label, do}} }
	return []partKey{
		{fyne.KeyReturn, one(partDelegations, "programme.delegation.key.check_in", p.checkIn)},
		{fyne.KeyG, one(partDelegations, "programme.delegation.key.members", p.showMembers)},
		{fyne.KeyH, one(partDelegations, "programme.delegation.key.head", p.headKey)},
		{fyne.KeyP, map[string]partAct{
			partDelegations: {"programme.delegation.key.badges", p.partyBadges},
			partQuestions:   {"programme.form", p.openForm}}},
		{fyne.KeyR, one(partDelegations, "programme.delegation.key.order", p.orderMenu)},
		{fyne.KeyD, map[string]partAct{
			partDelegations: {"programme.delegation.key.sheet", p.partySheet},
			partQuestions:   {"programme.question.duplicate", p.copyQuestion}}},
		{fyne.KeyF, one(partInitiatives, "initiative.search", p.searchKey)},
		{fyne.KeyU, one(partInitiatives, "initiative.key.status", p.nextStatus)},
	}
}

func (p *Page) partBindings() []page.Binding {
	t := p.env.Lang.T
	all := []page.Binding{{Shortcut: page.Ctrl(fyne.KeyT), Label: t("initiative.key"), Do: p.putForward}}
	for _, k := range p.partKeys() {
		b := page.Binding{Shortcut: page.Ctrl(k.key), Do: func() {
			switch act, here := k.in[p.part().name]; {
			case k.key == fyne.KeyReturn && p.writing():
				p.putting.Save() // the form of an initiative, whichever part it was opened over
			case here:
				act.do()
			}
		}}
		if act, here := k.in[p.part().name]; here {
			b.Label = t(act.label)
		}
		all = append(all, b)
	}
	return all
}
