package designerpage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document/template"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

const layerHeight float32 = 32

// layerLook is what a row shows.
type layerLook struct {
	id, name                                              string
	of                                                    template.Type
	selected, hidden, locked, absent, conditions, focused bool
}

// layerRow is one element. Its eye hides it while somebody works, its lock keeps it where it is.
type layerRow struct {
	widget.BaseWidget
	list    *layerList
	look    layerLook
	hovered bool
}

const layerButton float32 = 26

// Tapped implements fyne.Tappable.
func (r *layerRow) Tapped(ev *fyne.PointEvent) {
	p := r.list.page
	e, x := p.editor, ev.Position.X
	if p.env.Lang.RTL() {
		x = r.Size().Width - x
	}
	switch {
	case x > r.Size().Width-layerButton:
		e.Hide(r.look.id, !r.look.hidden)
	case x > r.Size().Width-2*layerButton:
		e.Lock(r.look.id, !r.look.locked)
	case modifiers()&(fyne.KeyModifierShift|fyne.KeyModifierControl) != 0:
		e.Toggle(r.look.id)
	default:
		e.Select(r.look.id)
	}
	if c := widgets.CanvasOf(r); c != nil {
		c.Focus(r.list)
	}
	p.changed()
}

// MouseIn implements desktop.Hoverable.
func (r *layerRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
	r.list.page.stage.over = r.look.id
	r.list.page.stage.place()
}

// MouseMoved implements desktop.Hoverable.
func (r *layerRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *layerRow) MouseOut() {
	r.hovered = false
	r.Refresh()
	r.list.page.stage.over = ""
	r.list.page.stage.place()
}

// CreateRenderer implements fyne.Widget.
func (r *layerRow) CreateRenderer() fyne.WidgetRenderer {
	v := &layerView{r: r, back: canvas.NewRectangle(nil), icon: widget.NewIcon(nil), mark: widget.NewIcon(nil), lock: widget.NewIcon(nil),
		eye: widget.NewIcon(nil), name: widgets.NewText("", theme.BodySize, theme.Text)}
	v.back.CornerRadius = 6
	v.name.Lines, v.name.MinWidth = 1, -1
	v.Refresh()
	return v
}

type layerView struct {
	r                     *layerRow
	back                  *canvas.Rectangle
	icon, mark, lock, eye *widget.Icon
	name                  *widgets.Text
}

func (v *layerView) Destroy()           {}
func (v *layerView) MinSize() fyne.Size { return fyne.NewSize(120, layerHeight) }
func (v *layerView) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.back, v.icon, v.name, v.mark, v.lock, v.eye}
}

func (v *layerView) Layout(s fyne.Size) {
	rtl := v.r.list.page.env.Lang.RTL()
	at := func(o fyne.CanvasObject, x, w, h float32) {
		if rtl {
			x = s.Width - x - w
		}
		put(o, fyne.NewPos(x, (s.Height-h)/2), fyne.NewSize(w, h))
	}
	put(v.back, fyne.Position{}, s)
	at(v.icon, 8, 16, 16)
	end := s.Width - layerButton
	at(v.eye, end+5, 16, 16)
	end -= layerButton
	at(v.lock, end+5, 16, 16)
	if v.mark.Visible() {
		end -= 20
		at(v.mark, end+2, 14, 14)
	}
	at(v.name, 32, max(0, end-34), s.Height)
}

func (v *layerView) Refresh() {
	k := v.r.look
	v.back.FillColor, v.back.StrokeWidth = theme.Color(theme.Surface), 0
	switch {
	case k.selected:
		v.back.FillColor = theme.Color(theme.AccentWash)
		if k.focused {
			v.back.StrokeColor, v.back.StrokeWidth = theme.Color(theme.Accent), 1
		}
	case v.r.hovered:
		v.back.FillColor = theme.Color(theme.Hover)
	}
	v.back.Refresh()
	ink := theme.QuietText
	if k.selected {
		ink = theme.Accent
	}
	if k.of != "" {
		v.icon.SetResource(theme.IconIn(icons[k.of], ink))
	}
	v.mark.SetResource(theme.IconIn(theme.IconFilter, theme.QuietText))
	shown(v.mark, k.conditions)
	v.eye.SetResource(theme.IconIn(theme.IconEye, theme.QuietText))
	if k.hidden {
		v.eye.SetResource(theme.IconIn(theme.IconEyeOff, theme.Text))
	}
	v.lock.SetResource(theme.IconIn(theme.IconUnlock, theme.QuietText))
	if k.locked {
		v.lock.SetResource(theme.IconIn(theme.IconLock, theme.Text))
	}
	shown(v.eye, k.hidden || k.selected || v.r.hovered)
	shown(v.lock, k.locked || k.selected || v.r.hovered)
	v.name.Text, v.name.Colour, v.name.RTL = k.name, theme.Text, v.r.list.page.env.Lang.RTL()
	if k.hidden || k.absent {
		v.name.Colour = theme.QuietText
	}
	v.name.Refresh()
	v.Layout(v.r.Size())
}

// shown shows an object or hides it.
func shown(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
