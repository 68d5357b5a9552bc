package programmepage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// partKey is a key that means something in one part of the page, or in each something of its own.
type partKey struct {
	key fyne.KeyName
	in  map[string]partAct
}

type partAct struct {
	label string // key of what it does
	word  string // of its button under the rows, "" for none
	do    func()
}

// partKeys are the keys with Ctrl that belong to parts. The window hears all of them, whichever part is in front when the page
// comes to the front; those of the part in front alone are listed.
func (p *Page) partKeys() []partKey {
	one := func(part, label, word string, do func()) map[string]partAct {
		return map[string]partAct{part: {label, word, do}}
	}
	return []partKey{
		{fyne.KeyReturn, one(partDelegations, "programme.delegation.key.check_in", "desk.check_in", p.checkIn)},
		{fyne.KeyG, one(partDelegations, "programme.delegation.key.members", "programme.delegation.members", p.showMembers)},
		{fyne.KeyH, one(partDelegations, "programme.delegation.key.head", "programme.delegation.call", p.headKey)},
		{fyne.KeyP, map[string]partAct{
			partDelegations: {"programme.delegation.key.badges", "badges.title", p.partyBadges},
			partQuestions:   {"programme.form", "", p.openForm}}},
		{fyne.KeyR, one(partDelegations, "programme.delegation.key.order", "", p.orderMenu)},
		{fyne.KeyD, map[string]partAct{
			partDelegations: {"programme.delegation.key.sheet", "programme.delegation.sheet", p.partySheet},
			partQuestions:   {"programme.question.duplicate", "", p.copyQuestion}}},
		{fyne.KeyF, one(partInitiatives, "initiative.search", "", p.searchKey)},
		{fyne.KeyU, one(partInitiatives, "initiative.key.status", "initiative.status.next", p.nextStatus)},
	}
}

// underRows are the buttons under the rows of a part, for what is under the cursor: what its keys do.
func (p *Page) underRows(part string) fyne.CanvasObject {
	rtl := p.env.Lang.RTL()
	row := widgets.Flow(rtl, theme.Space1)
	for _, k := range p.partKeys() {
		if act := k.in[part]; act.word != "" {
			key := strings.ReplaceAll("Ctrl+"+string(k.key), string(fyne.KeyReturn), "⏎")
			b := widgets.NewButton(p.env.Lang.T(act.word)+"  "+key, func() { p.takeRows(); act.do() })
			b.Importance = widget.LowImportance
			row.Add(b)
		}
	}
	return widgets.Inset(theme.Space1, theme.Space1, row)
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
