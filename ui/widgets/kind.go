package widgets

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// Kind is what an answer, a pill or a toast says by colour and icon; the word comes from the caller.
type Kind int

// The kinds. KindReady is the answer panel waiting for the next person.
const (
	KindNeutral Kind = iota
	KindAccepted
	KindAttention
	KindAlready
	KindRefused
	KindReady
)

// kindLook is how a kind is drawn. icon is used when the caller gives none.
type kindLook struct {
	back, on, text, wash fyne.ThemeColorName
	icon                 theme.IconName
}

func (k Kind) look() kindLook {
	switch k {
	case KindAccepted:
		return kindLook{theme.Accepted, theme.OnAccepted, theme.AcceptedText, theme.AcceptedWash, theme.IconCheck}
	case KindAttention:
		return kindLook{theme.Attention, theme.OnAttention, theme.AttentionText, theme.AttentionWash, theme.IconAlert}
	case KindAlready:
		return kindLook{theme.Already, theme.OnAlready, theme.AlreadyText, theme.AlreadyWash, theme.IconRepeat}
	case KindRefused:
		return kindLook{theme.Refused, theme.OnRefused, theme.RefusedText, theme.RefusedWash, theme.IconCross}
	case KindReady:
		return kindLook{theme.Surface, theme.Text, theme.QuietText, theme.Hover, theme.IconDesk}
	}
	return kindLook{theme.Surface, theme.Text, theme.QuietText, theme.Hover, theme.IconInfo}
}

// Colours are the ground of an answer of the kind, what stands on it, and the kind's icon.
func (k Kind) Colours() (ground, on fyne.ThemeColorName, icon theme.IconName) {
	l := k.look()
	return l.back, l.on, l.icon
}

// Icon is the kind's icon in its colour on a surface.
func (k Kind) Icon() fyne.Resource { return theme.IconIn(k.look().icon, k.look().text) }
