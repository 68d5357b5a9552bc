package settingspage

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/sound"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// soundField is how loud answers are; what is chosen is heard.
func (p *Page) soundField() fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	icons := map[sound.Volume]theme.IconName{sound.Off: theme.IconSoundOff}
	var segments []widgets.Segment
	for _, v := range sound.Volumes() {
		segments = append(segments, widgets.Segment{ID: string(v), Label: t("settings.sound." + string(v)), Icon: icons[v]})
	}
	chosen := p.env.Setting("sound")
	if chosen == "" {
		chosen = string(sound.Normal)
	}
	choice := widgets.NewSegmented(segments, chosen, func(value string) {
		p.env.SetSetting("sound", value)
		p.env.Sound(widgets.KindAccepted)
	})
	choice.RTL = rtl
	f := widgets.NewFormField(t("settings.sound"), choice)
	f.RTL = rtl
	return f
}
