package paper

import (
	"slices"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// Order chooses the order in which paper has people; what was chosen last stays chosen.
type Order struct {
	*widgets.Select
	by []seminar.RosterOrder
}

// NewOrder makes the choice, kept in a setting; usual is the order as long as nobody chose, and changed is told of another one.
func NewOrder(env *page.Env, setting string, usual seminar.RosterOrder, changed func()) *Order {
	o := &Order{by: []seminar.RosterOrder{seminar.ByFamilyName, seminar.ByGivenName, seminar.ByOrganisation, seminar.ByProtocol}}
	var names []string
	for _, by := range o.by {
		names = append(names, env.Lang.T("common.order.by."+string(by)))
	}
	at := slices.Index(o.by, seminar.RosterOrder(env.Setting(setting)))
	if at < 0 {
		at = slices.Index(o.by, usual)
	}
	o.Select = widgets.NewSelect(names, nil)
	o.SetSelectedIndex(at)
	o.OnChanged = func(string) { env.SetSetting(setting, string(o.By())); changed() }
	return o
}

// By is the order chosen.
func (o *Order) By() seminar.RosterOrder { return o.by[max(0, o.SelectedIndex())] }
