package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// ToastTime is how long a toast stays.
const ToastTime = 6 * time.Second

// Toast tells what was done, with the one thing that can be done about it.
type Toast struct {
	Kind        Kind
	Message     string
	ActionLabel string // "Undo"; empty: no action
	OnAction    func()
	Of          string // what was done, for Withdraw; may be empty
}

// ToastStack shows toasts over the bottom of the window, the newest lowest; lay it over the pages
// with container.NewStack. What it does not cover stays reachable.
type ToastStack struct {
	widget.BaseWidget
	// After calls f on the UI thread after a time; tests put their own here.
	After func(d time.Duration, f func())
	shown []*toastView
}

// NewToastStack makes an empty stack.
func NewToastStack() *ToastStack {
	s := &ToastStack{After: func(d time.Duration, f func()) {
		time.AfterFunc(d, func() { fyne.Do(f) })
	}}
	s.ExtendBaseWidget(s)
	return s
}

// Push adds a toast; it goes after [ToastTime]. At most three are shown, the oldest goes first.
func (s *ToastStack) Push(toast Toast) {
	view := newToastView(toast)
	view.dismiss = func() { s.remove(view) }
	s.shown = append(s.shown, view)
	if len(s.shown) > 3 {
		s.shown = s.shown[1:]
	}
	s.Refresh()
	s.After(ToastTime, func() { s.remove(view) })
}

// Withdraw takes the toasts of something away that is no longer so.
func (s *ToastStack) Withdraw(of string) {
	s.shown = slices.DeleteFunc(s.shown, func(v *toastView) bool { return of != "" && v.toast.Of == of })
	s.Refresh()
}

// Count is how many toasts are shown.
func (s *ToastStack) Count() int { return len(s.shown) }

// Act does what the newest toast with an action offers, for a key such as Ctrl+Z, and says
// whether there was one.
func (s *ToastStack) Act() bool {
	for i := len(s.shown) - 1; i >= 0; i-- {
		if s.shown[i].toast.OnAction != nil {
			s.shown[i].act()
			return true
		}
	}
	return false
}

func (s *ToastStack) remove(view *toastView) {
	for i, v := range s.shown {
		if v == view {
			s.shown = append(s.shown[:i:i], s.shown[i+1:]...)
			s.Refresh()
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (s *ToastStack) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{}
	p.min = func() fyne.Size { return fyne.NewSize(0, 0) }
	p.layout = func(size fyne.Size) {
		y := size.Height - theme.Space5
		for i := len(s.shown) - 1; i >= 0; i-- {
			m := s.shown[i].MinSize()
			w := min(m.Width, size.Width-2*theme.Space5)
			y -= m.Height
			place(s.shown[i], (size.Width-w)/2, y, w, m.Height)
			y -= theme.Space2
		}
	}
	p.refresh = func() {
		p.objects = nil
		for _, v := range s.shown {
			p.objects = append(p.objects, v)
		}
		p.layout(s.Size())
	}
	p.refresh()
	return p
}

type toastView struct {
	widget.BaseWidget
	toast   Toast
	dismiss func()
}

func newToastView(toast Toast) *toastView {
	v := &toastView{toast: toast}
	v.ExtendBaseWidget(v)
	return v
}

func (v *toastView) act() {
	v.dismiss()
	call(v.toast.OnAction)
}

// CreateRenderer implements fyne.Widget.
func (v *toastView) CreateRenderer() fyne.WidgetRenderer {
	const height = 48
	back := newBox(theme.Surface, theme.Line, theme.Radius)
	shadow := newShadow(theme.Radius)
	shadow.paint(true)
	look := v.toast.Kind.look()
	icon := widget.NewIcon(theme.IconIn(look.icon, look.text))
	message := flexible(NewText(v.toast.Message, theme.BodySize, theme.Text), false, 1)
	p := &parts{objects: []fyne.CanvasObject{shadow.outer, shadow.inner, back.Rectangle, icon, message}}
	var action *Button
	if v.toast.OnAction != nil {
		action = NewButton(v.toast.ActionLabel, v.act)
		p.objects = append(p.objects, action)
	}
	p.min = func() fyne.Size {
		w := 2*theme.Space4 + theme.IconSize + theme.Space3 + message.measure(v.toast.Message) + 2
		if action != nil {
			w += theme.Space4 + action.MinSize().Width
		}
		return fyne.NewSize(w, height)
	}
	p.layout = func(s fyne.Size) {
		shadow.around(0, 0, s.Width, s.Height)
		place(back, 0, 0, s.Width, s.Height)
		place(icon, theme.Space4, (s.Height-theme.IconSize)/2, theme.IconSize, theme.IconSize)
		x, end := theme.Space4+theme.IconSize+theme.Space3, s.Width-theme.Space4
		if action != nil {
			m := action.MinSize()
			end -= m.Width - theme.Space2
			place(action, end, (s.Height-m.Height)/2, m.Width, m.Height)
			end -= theme.Space4
		}
		place(message, x, 0, max(0, end-x), s.Height)
	}
	p.refresh = func() {
		back.paint()
		shadow.paint(true)
		message.Refresh()
	}
	return p
}
