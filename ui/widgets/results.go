package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Result is one row of a [ResultList].
type Result struct {
	ID     string
	Title  string         // the name
	Native string         // in the person's own script, may be empty
	Meta   string         // organisation, delegation
	Hint   string         // why it matched: "sounds alike"
	Tag    string         // category
	Flag   image.Image    // 4:3, may be nil
	Kind   Kind           // the icon at the end: arrived, attention; KindNeutral shows none
	Icon   theme.IconName // before the title: what kind of thing it is, may be empty
}

// ResultList shows what a search found. It is steered from the entry above it; Tab reaches it too.
type ResultList struct {
	widget.BaseWidget
	Results   []Result
	Highlight int // index of the marked row; -1 for none
	RTL       bool
	// OnChosen is told the row that was tapped or chosen with Enter.
	OnChosen func(index int, result Result)
	// OnHighlighted is told the row that became marked.
	OnHighlighted func(index int, result Result)

	list *resultBody
}

// NewResultList makes an empty list.
func NewResultList(onChosen func(int, Result)) *ResultList {
	l := &ResultList{Highlight: -1, OnChosen: onChosen}
	l.list = newResultBody(l)
	l.list.Length = func() int { return len(l.Results) }
	l.list.CreateItem = func() fyne.CanvasObject { return newResultRow(l) }
	l.list.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		if id < len(l.Results) {
			o.(*resultRow).set(id, l.Results[id], id == l.Highlight)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other results and marks the first.
func (l *ResultList) Set(results []Result) {
	l.Results, l.Highlight = results, -1
	if len(results) > 0 {
		l.Highlight = 0
	}
	l.list.Refresh()
	l.list.ScrollToTop()
	l.tellHighlight()
}

// Step marks the row delta further down, or up if negative, without running over the ends.
func (l *ResultList) Step(delta int) {
	if len(l.Results) == 0 {
		return
	}
	l.mark(min(max(l.Highlight+delta, 0), len(l.Results)-1))
}

func (l *ResultList) mark(index int) {
	if index == l.Highlight {
		return
	}
	l.Highlight = index
	l.list.Refresh()
	l.list.ScrollTo(index)
	l.tellHighlight()
}

func (l *ResultList) tellHighlight() {
	if l.OnHighlighted != nil && l.Highlight >= 0 {
		l.OnHighlighted(l.Highlight, l.Results[l.Highlight])
	}
}

// Choose tells OnChosen the marked row and says whether there was one.
func (l *ResultList) Choose() bool {
	if l.Highlight < 0 || l.Highlight >= len(l.Results) {
		return false
	}
	if l.OnChosen != nil {
		l.OnChosen(l.Highlight, l.Results[l.Highlight])
	}
	return true
}

// Take gives the rows the focus of their window.
func (l *ResultList) Take() { focus(l.list) }

// SetOnFocus says whom to tell that the rows have the focus.
func (l *ResultList) SetOnFocus(f func()) { l.list.SetOnFocus(f) }

// CreateRenderer implements fyne.Widget.
func (l *ResultList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.list))
}

// ResultRowHeight is the height of every row, in device-independent pixels.
const ResultRowHeight float32 = 52

type resultRow struct {
	pressableRow
	owner  *ResultList
	index  int
	result Result
	marked bool
}

// pressableRow can be tapped but takes no focus: the entry above keeps it.
type pressableRow struct {
	widget.BaseWidget
	press func()
}

// Tapped implements fyne.Tappable.
func (p *pressableRow) Tapped(*fyne.PointEvent) { call(p.press) }

func newResultRow(owner *ResultList) *resultRow {
	r := &resultRow{owner: owner}
	r.ExtendBaseWidget(r)
	r.press = func() {
		r.owner.mark(r.index)
		r.owner.Choose()
	}
	return r
}

func (r *resultRow) set(index int, result Result, marked bool) {
	r.index, r.result, r.marked = index, result, marked
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *resultRow) CreateRenderer() fyne.WidgetRenderer {
	back, mark := newBox("", "", theme.Radius), newBox(theme.Accent, "", 2)
	frame := newBox("", theme.Line, 2)
	flag := canvas.NewImageFromImage(nil)
	flag.FillMode, flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	title, native := flexible(NewText("", theme.BodySize, theme.Text), true, 1), flexible(NewText("", theme.BodySize, theme.Text), false, 1)
	meta, tag := flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 1), flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 1)
	tag.Align = AlignEnd
	icon, lead := widget.NewIcon(nil), widget.NewIcon(nil)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark.Rectangle, title, native, meta, tag, flag, frame.Rectangle, icon, lead}}
	p.min = func() fyne.Size { return fyne.NewSize(200, ResultRowHeight) }
	p.layout = func(s fyne.Size) {
		rtl := r.owner.RTL
		at := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, startX(rtl, x, w, s.Width), y, w, h) }
		place(back, 0, 1, s.Width, s.Height-2)
		at(mark.Rectangle, 0, 12, 3, s.Height-24)
		end := s.Width - theme.Space3
		if icon.Visible() {
			end -= 18
			at(icon, end, (s.Height-18)/2, 18, 18)
			end -= theme.Space2
		}
		if flag.Visible() {
			end -= 24
			at(flag, end, (s.Height-18)/2, 24, 18)
			at(frame.Rectangle, end, (s.Height-18)/2, 24, 18)
			end -= theme.Space3
		}
		x := theme.Space3
		if lead.Visible() {
			at(lead, x, (s.Height-theme.IconSize)/2, theme.IconSize, theme.IconSize)
			x += theme.IconSize + theme.Space3
		}
		tagWidth := min(tag.measure(tag.Text)+1, (end-x)*0.34)
		at(tag, end-tagWidth, 0, tagWidth, s.Height)
		width := max(0, end-tagWidth-theme.Space3-x)
		titleWidth := min(title.measure(title.Text)+1, width)
		if native.Text != "" {
			titleWidth = min(titleWidth, max(width*0.6, width-native.measure(native.Text)-theme.Space2))
		}
		lineY, lineH := float32(6), float32(20)
		if meta.Text == "" {
			lineY, lineH = 0, s.Height
		}
		at(title, x, lineY, titleWidth, lineH)
		at(native, x+titleWidth+theme.Space2, lineY, max(0, width-titleWidth-theme.Space2), lineH)
		at(meta, x, 27, width, 18)
	}
	p.refresh = func() {
		back.fill = ""
		if r.marked {
			back.fill = theme.AccentWash
		}
		back.paint()
		mark.paint()
		frame.paint()
		showIf(mark.Rectangle, r.marked)
		res := r.result
		title.Text, native.Text, tag.Text = res.Title, res.Native, res.Tag
		meta.Text = Joined(" · ", res.Meta, res.Hint)
		for _, t := range []*Text{title, native, meta, tag} {
			t.RTL = r.owner.RTL
		}
		showIf(lead, res.Icon != "")
		if res.Icon != "" {
			lead.SetResource(theme.IconIn(res.Icon, theme.QuietText))
		}
		showIf(flag, res.Flag != nil)
		showIf(frame.Rectangle, res.Flag != nil)
		if flag.Image != res.Flag {
			flag.Image = res.Flag
			flag.Refresh()
		}
		showIf(icon, res.Kind != KindNeutral)
		if res.Kind != KindNeutral {
			look := res.Kind.look()
			icon.SetResource(theme.IconIn(look.icon, look.text))
		}
		p.layout(r.Size())
		for _, t := range []*Text{title, native, meta, tag} {
			t.Refresh()
		}
	}
	return p
}
