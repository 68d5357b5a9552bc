package settingspage

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/widgets"
)

// followField is whether the desk goes to the list of a session by itself; the Desk page reads it.
func (p *Page) followField() fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	chosen := p.env.Setting("desk.follow")
	if chosen == "" {
		chosen = "no"
	}
	choice := widgets.NewSegmented([]widgets.Segment{{ID: "no", Label: t("settings.follow.no")}, {ID: "yes", Label: t("settings.follow.yes")}},
		chosen, func(value string) { p.env.SetSetting("desk.follow", value) })
	choice.RTL = rtl
	f := widgets.NewFormField(t("settings.follow"), choice)
	f.Hint, f.RTL = t("settings.follow.hint"), rtl
	return f
}
