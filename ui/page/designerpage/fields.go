package designerpage

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/ui/widgets"
)

// field is a labelled control of the properties.
func (p *props) field(label string, control fyne.CanvasObject) *widgets.FormField {
	f := widgets.NewFormField(label, control)
	f.RTL = p.page.env.Lang.RTL()
	return f
}

// remark is a sentence among the fields.
func (p *props) remark(key string) *widgets.Text {
	text := widgets.Quiet(p.page.env.Lang.T(key))
	text.Lines, text.RTL = 4, p.page.env.Lang.RTL()
	return text
}

// written is an entry that writes what is typed into the template at once, and follows what changes otherwise.
func (p *props) written(label string, lines int, get func() string, set func(string)) *widgets.FormField {
	e := widgets.NewEntry("", lines > 1)
	if lines > 1 {
		e.SetMinRowsVisible(lines)
	}
	e.SetText(get())
	e.OnChanged = func(text string) {
		if !p.quiet {
			set(text)
		}
	}
	e.OnEscape = p.leave
	p.onFollow(func() {
		if now := get(); e.Text != now {
			e.SetText(now)
		}
	})
	if !p.content && lines > 1 || p.first == nil { // a text is what one mostly comes for
		p.first, p.content = e, lines > 1
	}
	return p.field(label, e)
}

// number is an entry of a number; it is taken with Enter or on leaving, Up and Down change it by a step. What is no number,
// or is out of bounds, is said below it and changes nothing.
func (p *props) number(label string, least, most, step float64, get func() float64, set func(float64)) *widgets.FormField {
	e := widgets.NewEntry("", false)
	f := p.field(label, e)
	e.Text = decimal(get())
	take := func() {
		v, ok := readDecimal(e.Text)
		switch {
		case !ok:
			f.SetError(p.page.env.Lang.T("designer.number"))
		case v < least || v > most:
			f.SetError(p.page.env.Lang.T("designer.between", "least", decimal(least), "most", decimal(most)))
		default:
			f.SetError("")
			if decimal(v) != decimal(get()) {
				set(v)
			}
		}
	}
	e.OnEnter, e.OnLeave = take, func() {
		if _, ok := readDecimal(e.Text); !ok { // left with what is no number: the one that holds comes back
			e.SetText(decimal(get()))
			f.SetError("")
		}
		take()
	}
	e.OnEscape = p.leave
	e.OnKey = func(ev *fyne.KeyEvent) bool {
		by := map[fyne.KeyName]float64{fyne.KeyUp: step, fyne.KeyDown: -step}[ev.Name]
		if by == 0 {
			return false
		}
		if v, ok := readDecimal(e.Text); ok {
			e.SetText(decimal(math.Min(most, math.Max(least, v+by))))
			take()
		}
		return true
	}
	p.onFollow(func() {
		if now := decimal(get()); e.Text != now && (p.page.env.Window.Canvas().Focused() != fyne.Focusable(e)) {
			e.SetText(now)
			f.SetError("")
		}
	})
	return f
}

// decimal is a number as an entry has it: a hundredth at the most.
func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// readDecimal reads a number with a point or a comma.
func readDecimal(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// option is one of a choice.
type option struct{ value, label string }

// choice is a list to choose from.
func (p *props) choice(label string, all []option, get func() string, set func(string)) *widgets.FormField {
	s := widgets.NewSelect(nil, nil)
	follow := func() {
		now := get()
		if !slices.ContainsFunc(all, func(o option) bool { return o.value == now }) {
			all = append(all, option{now, now})
		}
		var labels []string
		at := 0
		for i, o := range all {
			labels = append(labels, o.label)
			if o.value == now {
				at = i
			}
		}
		s.Options = labels
		if s.Selected != labels[at] {
			s.Selected = labels[at]
			s.Refresh()
		}
	}
	follow()
	s.OnChanged = func(label string) {
		for _, o := range all {
			if o.label == label && o.value != get() {
				set(o.value)
			}
		}
	}
	p.onFollow(follow)
	return p.field(label, s)
}

// tick is a box to tick.
func (p *props) tick(label string, get func() bool, set func(bool)) *widgets.Check {
	c := widgets.NewCheck(label, nil)
	c.Checked = get()
	c.OnChanged = func(on bool) {
		if !p.quiet {
			set(on)
		}
	}
	p.onFollow(func() {
		if c.Checked != get() {
			c.SetChecked(get())
		}
	})
	return c
}
