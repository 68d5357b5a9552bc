package ui

import (
	"lanyard/ui/sound"
	"lanyard/ui/widgets"
)

// soundSetting is the setting of how loud answers are.
const soundSetting = "sound"

// playSound lets the desk hear what kind of answer was given.
func (w *Window) playSound(k widgets.Kind) {
	switch k {
	case widgets.KindAccepted:
		w.sound.Play(sound.Accepted)
	case widgets.KindAlready:
		w.sound.Play(sound.Already)
	case widgets.KindAttention:
		w.sound.Play(sound.Attention)
	case widgets.KindRefused:
		w.sound.Play(sound.Refused)
	}
}
