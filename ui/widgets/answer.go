package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Answer is what the panel says about one scan. Everything but Sentence may be empty.
type Answer struct {
	Kind     Kind
	Icon     theme.IconName // the kind's own if empty
	Name     string         // as the person writes it, at 56 if it fits
	Native   string         // in the person's own script, under the name
	Sentence string         // what happened, at 28
	Detail   string         // what the desk should know: category, delegation, note
	Hint     string         // what to do now
}

// AnswerPanel fills its place with one answer in full colour, readable across a desk.
type AnswerPanel struct {
	widget.BaseWidget
	Answer Answer
	RTL    bool
}

// NewAnswerPanel makes a panel.
func NewAnswerPanel(answer Answer) *AnswerPanel {
	a := &AnswerPanel{Answer: answer}
	a.ExtendBaseWidget(a)
	return a
}

// Set shows another answer.
func (a *AnswerPanel) Set(answer Answer) {
	a.Answer = answer
	a.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (a *AnswerPanel) CreateRenderer() fyne.WidgetRenderer {
	r := &answerRenderer{panel: a, back: newBox("", "", theme.Radius), icon: widget.NewIcon(nil)}
	r.name = answerText(theme.AnswerSize, true, 3)
	r.name.Least = theme.SectionSize
	r.native = answerText(theme.TitleSize, false, 1)
	r.sentence = answerText(theme.SentenceSize, false, 4)
	r.detail = answerText(theme.SectionSize, false, 4)
	r.hint = answerText(theme.SectionSize, true, 3)
	r.Refresh()
	return r
}

func answerText(size float32, bold bool, lines int) *Text {
	t := NewText("", size, "")
	t.Style.Bold, t.Lines, t.MinWidth = bold, lines, -1
	return t
}

type answerRenderer struct {
	panel                                *AnswerPanel
	back                                 *box
	icon                                 *widget.Icon
	name, native, sentence, detail, hint *Text
}

func (r *answerRenderer) Destroy() {}

func (r *answerRenderer) texts() []*Text {
	return []*Text{r.name, r.native, r.sentence, r.detail, r.hint}
}

func (r *answerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.back.Rectangle, r.icon}
	for _, t := range r.texts() {
		objects = append(objects, t)
	}
	return objects
}

func (r *answerRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 260) }

// Layout stacks icon and texts from the top at the reading side; a panel that waits is centred.
func (r *answerRenderer) Layout(size fyne.Size) {
	place(r.back, 0, 0, size.Width, size.Height)
	margin := theme.Space5 + theme.Space2
	if size.Width < 480 {
		margin = theme.Space5
	}
	width := size.Width - 2*margin
	ready := r.panel.Answer.Kind == KindReady || r.panel.Answer.Kind == KindNeutral
	icon := 2 * theme.AnswerSize
	if ready {
		icon = theme.NameSize
	}
	height := icon + theme.Space4
	for _, t := range r.texts() {
		if t.Visible() {
			height += t.HeightFor(width) + r.gap(t)
		}
	}
	if over := height - (size.Height - 2*theme.Space5); over > 0 && !ready { // words before the icon
		smaller := max(theme.NameSize, icon-over)
		height -= icon - smaller
		icon = smaller
	}
	y := max(theme.Space5, (size.Height-height)/2)
	x := startX(r.panel.RTL, margin, icon, size.Width)
	if ready {
		x = (size.Width - icon) / 2
	}
	place(r.icon, x, y, icon, icon)
	y += icon + theme.Space4
	for _, t := range r.texts() {
		if !t.Visible() {
			continue
		}
		y += r.gap(t)
		h := t.HeightFor(width)
		place(t, margin, y, width, h)
		y += h
	}
}

func (r *answerRenderer) gap(t *Text) float32 {
	switch t {
	case r.sentence, r.hint:
		return theme.Space3
	case r.detail:
		return theme.Space2
	}
	return 0
}

// Refresh implements fyne.WidgetRenderer.
func (r *answerRenderer) Refresh() {
	a := r.panel.Answer
	look := a.Kind.look()
	ready := a.Kind == KindReady || a.Kind == KindNeutral
	r.back.fill, r.back.stroke = look.back, look.back
	if ready {
		r.back.stroke = theme.Line
	}
	r.back.StrokeWidth = 1
	r.back.paint()
	name := a.Icon
	if name == "" {
		name = look.icon
	}
	foreground := look.on
	if ready {
		foreground = theme.QuietText
	}
	r.icon.SetResource(theme.IconIn(name, foreground))
	for t, words := range map[*Text]string{r.name: a.Name, r.native: a.Native, r.sentence: a.Sentence, r.detail: a.Detail, r.hint: a.Hint} {
		t.Text, t.Colour, t.RTL, t.Align = words, look.on, r.panel.RTL, AlignStart
		if ready {
			t.Align = AlignCentre
		}
		showIf(t, words != "")
		t.Refresh()
	}
	r.sentence.TextSize = theme.SentenceSize
	if ready {
		r.sentence.TextSize = theme.TitleSize
		r.detail.Colour, r.hint.Colour = theme.QuietText, theme.QuietText
	}
	r.Layout(r.panel.Size())
}
