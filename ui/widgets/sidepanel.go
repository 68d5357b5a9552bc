package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// SidePanel is the sheet at the end of a page that holds one person or one session: a title, content
// that scrolls, buttons at the foot.
type SidePanel struct {
	widget.BaseWidget
	Title   string
	Content fyne.CanvasObject
	Footer  []fyne.CanvasObject // the primary button last
	Note    string              // above the footer, in the colour of attention; may be empty
	RTL     bool
	OnClose func()
	// Leaving is asked before something else takes the panel's place, and may say that what was typed would be lost: false
	// keeps the panel. Nil loses nothing.
	Leaving func() bool
	// Submit is Ctrl+Enter, wherever the focus is. Nil leaves that key to the page.
	Submit func()
	scroll *container.Scroll
}

// PanelWidth is the usual width of a side panel, in device-independent pixels.
const PanelWidth float32 = 380

// NewSidePanel makes a panel.
func NewSidePanel(title string, content fyne.CanvasObject, onClose func(), footer ...fyne.CanvasObject) *SidePanel {
	s := &SidePanel{Title: title, Content: content, Footer: footer, OnClose: onClose}
	s.ExtendBaseWidget(s)
	return s
}

// SetNote says something above the footer, where it is seen however far the content is scrolled.
func (s *SidePanel) SetNote(note string) {
	if s.Note != note {
		s.Note = note
		s.Refresh()
	}
}

// Tapped implements fyne.Tappable: a click beside a field is not one on what lies under the panel.
func (s *SidePanel) Tapped(*fyne.PointEvent) {}

// HandleKey closes the panel on Escape and says whether it used the key; the page hands on what its canvas typed.
func (s *SidePanel) HandleKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || s.OnClose == nil {
		return false
	}
	s.OnClose()
	return true
}

// CreateRenderer implements fyne.Widget.
func (s *SidePanel) CreateRenderer() fyne.WidgetRenderer {
	back, edge, rule := newBox(theme.Surface, "", 0), newBox(theme.Line, "", 0), newBox(theme.Line, "", 0)
	title := Section(s.Title)
	title.Lines = 2
	shut := NewButtonWithIcon("", theme.Icon(theme.IconCross), func() { call(s.OnClose) })
	shut.Importance = widget.LowImportance
	s.scroll = container.NewVScroll(ringRoom(s.Content))
	note := flexible(NewText("", theme.BodySize, theme.AttentionText), false, 3)
	alert := widget.NewIcon(theme.IconIn(theme.IconAlert, theme.AttentionText))
	shown := s.Content
	p := &parts{}
	foot := Row(s.RTL, theme.Space2)
	p.min = func() fyne.Size { return fyne.NewSize(PanelWidth, 240) }
	p.layout = func(size fyne.Size) {
		const head = 56
		m := theme.Space4
		place(back, 0, 0, size.Width, size.Height)
		place(edge, startX(s.RTL, 0, 1, size.Width), 0, 1, size.Height)
		b := shut.MinSize()
		place(shut, startX(s.RTL, size.Width-b.Width-theme.Space2, b.Width, size.Width), (head-b.Height)/2, b.Width, b.Height)
		w := size.Width - m - b.Width - theme.Space3
		th := min(title.HeightFor(w), head)
		place(title, startX(s.RTL, m, w, size.Width), (head-th)/2, w, th)
		bottom := size.Height
		if len(s.Footer) > 0 {
			h := foot.MinSize().Height
			bottom -= h + 2*theme.Space3
			place(rule, 0, bottom, size.Width, 1)
			place(foot, m, bottom+theme.Space3, size.Width-2*m, h)
		}
		if s.Note != "" {
			const icon = 16
			w := size.Width - 2*m - icon - theme.Space2
			h := note.HeightFor(w)
			bottom -= h + 2*theme.Space2
			place(alert, startX(s.RTL, m, icon, size.Width), bottom+theme.Space2+2, icon, icon)
			place(note, startX(s.RTL, m+icon+theme.Space2, w, size.Width), bottom+theme.Space2, w, h)
		}
		place(s.scroll, m-theme.Space1, head, size.Width-2*m+2*theme.Space1, max(0, bottom-head))
	}
	p.refresh = func() {
		back.paint()
		edge.paint()
		rule.paint()
		title.Text, title.RTL = s.Title, s.RTL
		title.Refresh()
		if shown != s.Content {
			shown = s.Content
			s.scroll.Content = ringRoom(s.Content)
			s.scroll.ScrollToTop()
		}
		s.scroll.Refresh()
		KeepInView(s.scroll)
		foot.Layout = &rowLayout{rtl: s.RTL, gap: theme.Space2}
		foot.Objects = append([]fyne.CanvasObject{Spring()}, s.Footer...)
		foot.Refresh()
		p.objects = []fyne.CanvasObject{back.Rectangle, edge.Rectangle, title, shut, s.scroll}
		if len(s.Footer) > 0 {
			p.objects = append(p.objects, rule.Rectangle, foot)
		}
		note.Text, note.RTL = s.Note, s.RTL
		if s.Note != "" {
			p.objects = append(p.objects, alert, note)
			note.Refresh()
		}
		p.layout(s.Size())
	}
	p.refresh()
	return p
}

// ringRoom leaves room for focus rings, which a scroll would cut off at its edges.
func ringRoom(content fyne.CanvasObject) fyne.CanvasObject {
	return Inset(theme.Space1, theme.Space1, content)
}
