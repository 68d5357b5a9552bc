package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// FormField is a labelled control with its hint and its error directly beneath it.
type FormField struct {
	widget.BaseWidget
	Label    string
	Lines    int // that the label may take; 0 is one
	Required bool
	Control  fyne.CanvasObject
	Hint     string
	Warning  string // shown instead of the hint, with an icon; the value is taken all the same
	Error    string // shown instead of either, with an icon
	RTL      bool
}

// NewFormField labels a control.
func NewFormField(label string, control fyne.CanvasObject) *FormField {
	f := &FormField{Label: label, Control: control}
	f.ExtendBaseWidget(f)
	return f
}

// SetError shows an error, or takes it away if empty.
func (f *FormField) SetError(message string) {
	if f.Error != message {
		f.Error = message
		f.Refresh()
	}
}

// SetWarning shows a warning, or takes it away if empty.
func (f *FormField) SetWarning(message string) {
	if f.Warning != message {
		f.Warning = message
		f.Refresh()
	}
}

// SetHint changes the hint.
func (f *FormField) SetHint(hint string) {
	if f.Hint != hint {
		f.Hint = hint
		f.Refresh()
	}
}

func (f *FormField) inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.Control} }

// CreateRenderer implements fyne.Widget.
func (f *FormField) CreateRenderer() fyne.WidgetRenderer {
	label := flexible(NewText("", theme.CaptionSize, theme.QuietText), true, 1)
	below := flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 2)
	icon := newInked()
	ring := newBox("", theme.RefusedText, theme.Radius)
	p := &parts{objects: []fyne.CanvasObject{label, f.Control, ring.Rectangle, icon.Icon, below}}
	indent := func() float32 {
		if f.Error != "" || f.Warning != "" {
			return 14 + theme.Space1
		}
		return 0
	}
	p.min = func() fyne.Size {
		m := f.Control.MinSize()
		h := max(label.lineHeight(), label.HeightFor(max(m.Width, f.Size().Width))) + theme.Space1 + m.Height
		if below.Text != "" {
			h += theme.Space1 + below.HeightFor(max(m.Width, f.Size().Width)-indent())
		}
		return fyne.NewSize(max(m.Width, 80), h)
	}
	p.layout = func(s fyne.Size) {
		lh, ch := max(label.lineHeight(), label.HeightFor(s.Width)), f.Control.MinSize().Height
		place(label, 0, 0, s.Width, lh)
		y := lh + theme.Space1
		rest := s.Height - y
		if below.Text != "" {
			rest -= theme.Space1 + below.HeightFor(s.Width-indent())
		}
		ch = max(ch, rest)
		place(f.Control, 0, y, s.Width, ch)
		place(ring, 0, y, s.Width, ch)
		y += ch + theme.Space1
		place(icon.Icon, startX(f.RTL, 0, 14, s.Width), y+1, 14, 14)
		w := s.Width - indent()
		place(below, startX(f.RTL, indent(), w, s.Width), y, w, below.HeightFor(w))
	}
	p.refresh = func() {
		label.Text, label.RTL, below.RTL = f.Label, f.RTL, f.RTL
		if f.Required {
			label.Text += " *"
		}
		label.Lines, below.Lines = max(1, f.Lines), max(2, f.Lines)
		below.Text, below.Colour = f.Hint, theme.QuietText
		if f.Warning != "" {
			below.Text, below.Colour = f.Warning, theme.AttentionText
		}
		if f.Error != "" {
			below.Text, below.Colour = f.Error, theme.RefusedText
		}
		icon.show(theme.IconAlert, below.Colour)
		showIf(icon.Icon, f.Error != "" || f.Warning != "")
		showIf(ring.Rectangle, f.Error != "")
		showIf(below, below.Text != "")
		ring.paint()
		label.Refresh()
		below.Refresh()
		p.layout(f.Size())
	}
	p.refresh()
	return p
}
