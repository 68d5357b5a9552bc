package page

import (
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// KindOf is the colour and the icon of a recorded scan.
func KindOf(c seminar.Checkin) widgets.Kind {
	switch {
	case c.Successful && c.AttendeeID == "" || c.Successful && c.Forced:
		return widgets.KindAttention
	case c.Successful:
		return widgets.KindAccepted
	case c.Reason == seminar.ReasonAlreadyRedeemed:
		return widgets.KindAlready
	}
	return widgets.KindRefused
}

// ForcedWhy is why somebody was let in all the same, as it was written or in the language of this screen.
func ForcedWhy(l *i18n.Lang, c seminar.Checkin) string {
	if key := "common.force." + string(c.ForcedCode); c.ForcedCode != "" && l.Has(key) {
		return l.T(key)
	}
	return c.ForcedWhy
}
