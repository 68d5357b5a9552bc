package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// BigChoice is one of few ways to go on, with room to say what it does and the key that chooses it.
type BigChoice struct {
	pressable
	Icon     theme.IconName
	Key      string // as on the keyboard
	Title    string
	Sentence string
	RTL      bool
	OnTapped func()
	OnStep   func(from *BigChoice, by int) // Up and Down
	OnKey    func(r rune)                  // a letter or digit
}

// NewBigChoice makes a choice.
func NewBigChoice(icon theme.IconName, key, title, sentence string, tapped func()) *BigChoice {
	c := &BigChoice{Icon: icon, Key: key, Title: title, Sentence: sentence, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	c.press = func() { call(c.OnTapped) }
	c.key = func(ev *fyne.KeyEvent) {
		switch {
		case ev.Name == fyne.KeyDown && c.OnStep != nil:
			c.OnStep(c, 1)
		case ev.Name == fyne.KeyUp && c.OnStep != nil:
			c.OnStep(c, -1)
		default:
			HandOn(c, ev)
		}
	}
	return c
}

// TypedRune implements fyne.Focusable.
func (c *BigChoice) TypedRune(r rune) {
	if c.OnKey != nil {
		c.OnKey(r)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *BigChoice) CreateRenderer() fyne.WidgetRenderer {
	const mark, cap = 44, 26
	back, ring := newBox(theme.Surface, theme.Line, theme.Radius), newRing(theme.Radius)
	disc, keyBack := newBox(theme.AccentWash, "", mark/2), newBox(theme.Hover, theme.Line, 6)
	icon := widget.NewIcon(theme.IconIn(c.Icon, theme.Accent))
	title, sentence := Section(c.Title), Quiet(c.Sentence)
	key := NewText(c.Key, theme.BodySize, theme.QuietText)
	key.Align, key.Style.Bold = AlignCentre, true
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, disc.Rectangle, icon, title, sentence, keyBack.Rectangle, key, ring.Rectangle}}
	m := theme.Space4
	down := m // above and below; a choice that needs no sentence needs less room
	if c.Sentence == "" {
		down = theme.Space2
	}
	said := func(width float32) float32 {
		if c.Sentence == "" {
			return 0
		}
		return sentence.HeightFor(width)
	}
	inner := func(width float32) float32 { return width - 4*m - mark - cap }
	p.min = func() fyne.Size {
		return fyne.NewSize(320, max(mark, title.lineHeight()+said(inner(max(c.Size().Width, 480))))+2*down)
	}
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		at := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, startX(c.RTL, x, w, s.Width), y, w, h) }
		at(disc, m, (s.Height-mark)/2, mark, mark)
		at(icon, m+(mark-theme.IconSize)/2, (s.Height-theme.IconSize)/2, theme.IconSize, theme.IconSize)
		w := inner(s.Width)
		th, sh := title.lineHeight(), said(w)
		top := (s.Height - th - sh) / 2
		at(title, 2*m+mark, top, w, th)
		at(sentence, 2*m+mark, top+th, w, sh)
		at(keyBack, s.Width-m-cap, (s.Height-cap)/2, cap, cap)
		at(key, s.Width-m-cap, (s.Height-cap)/2, cap, cap)
	}
	p.refresh = func() {
		back.fill = theme.Surface
		if c.hovered {
			back.fill = theme.Hover
		}
		for _, b := range []*box{back, disc, keyBack, ring} {
			b.paint()
		}
		title.Text, title.RTL = c.Title, c.RTL
		sentence.Text, sentence.RTL = c.Sentence, c.RTL
		showIf(ring.Rectangle, c.focused)
		p.layout(c.Size())
	}
	p.refresh()
	return p
}
