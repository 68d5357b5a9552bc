// Package kiosk is self check-in: the whole window for one person at a time, who scans a badge, or types the name and one
// more fact. Nothing else can be reached until somebody with the PIN ends it.
package kiosk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// How long things stay when nobody touches a key: an answer, and what somebody has begun and left.
const (
	AnswerTime  = 6 * time.Second
	ForgetAfter = 30 * time.Second
)

// Options are what a kiosk is opened with.
type Options struct {
	Env     *page.Env
	List    seminar.List
	After   func(d time.Duration, f func())          // calls f on the UI thread after a time
	Unlock  func(pin string, then func(wrong error)) // calls then on the UI thread: nil when the kiosk may end
	OnLeave func()
}

// View is the kiosk. Its methods are called on the UI thread.
type View struct {
	o       Options
	env     *page.Env
	lang    *i18n.Lang
	content *fyne.Container
	middle  *fyne.Container
	answer  *widgets.AnswerPanel
	turn    int // grows with everything that somebody does; an old timer finds it changed

	entry     *widgets.ScanEntry
	hint      *widgets.Text
	results   *widgets.ResultList
	rows      []seminar.RosterRow
	rowsFor   string
	searching task.Latest[[]seminar.RosterRow]
	press     *paper.Press
	misses    map[seminar.ID]int // of the second fact, by person
}

// New makes a kiosk in the language of the interface.
func New(o Options) *View {
	v := &View{o: o, env: o.Env, lang: o.Env.Lang, content: container.NewStack(), press: paper.NewPress(o.Env, ""), misses: map[seminar.ID]int{}}
	v.build()
	return v
}

// Content is what fills the window.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Key hears the keys that no entry took: Escape begins anew, F12 asks for the PIN.
func (v *View) Key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		v.Ready()
	case fyne.KeyF12:
		v.askPIN()
	}
}

// Scan takes a badge that was scanned wherever the focus was: it is the next person's.
func (v *View) Scan(code string) {
	v.Ready()
	v.submit(code)
}

// build makes everything in the language that is chosen.
func (v *View) build() {
	l, rtl := v.lang, v.lang.RTL()
	title := widgets.Title(v.env.Seminar().Title(l.Tag()))
	title.RTL = rtl
	var languages []widgets.Segment
	for _, one := range i18n.Languages() {
		languages = append(languages, widgets.Segment{ID: one.Tag, Label: one.Name})
	}
	choice := widgets.NewSegmented(languages, l.Tag(), func(tag string) {
		v.lang = i18n.Open(tag)
		v.build()
		v.Ready()
	})
	choice.RTL = rtl
	staff := widgets.Caption(l.T("kiosk.staff"))
	staff.Align, staff.RTL = widgets.AlignEnd, rtl
	v.entry = widgets.NewScanEntry(l.T("kiosk.entry"))
	v.entry.RTL = rtl
	v.entry.OnChanged, v.entry.OnSubmitted, v.entry.OnEscape = v.typed, v.submit, v.Ready
	v.entry.OnUp, v.entry.OnDown = func() { v.results.Step(-1) }, func() { v.results.Step(1) }
	v.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyF12 {
			v.askPIN()
			return true
		}
		return false
	}
	v.hint = widgets.NewText("", theme.SectionSize, theme.QuietText)
	v.hint.Align, v.hint.Lines, v.hint.MinWidth, v.hint.RTL = widgets.AlignCentre, 3, -1, rtl
	v.results = widgets.NewResultList(func(i int, _ widgets.Result) { v.chosen(i) })
	v.results.RTL = rtl
	v.answer = widgets.NewAnswerPanel(widgets.Answer{})
	v.answer.RTL = rtl
	v.middle = container.NewStack()
	head := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, 0, choice), title)
	v.content.Objects = []fyne.CanvasObject{widgets.Padded(2*theme.Space5, widgets.Edge(rtl, head, staff, nil, nil, widgets.Inset(0, theme.Space5, v.middle)))}
	v.content.Refresh()
}

// Ready waits for the next person.
func (v *View) Ready() {
	v.turn++
	v.searching.Cancel()
	v.rows, v.rowsFor = nil, ""
	if v.entry.Text() != "" {
		v.entry.Clear()
	}
	v.hint.SetText(v.lang.T("kiosk.hint"))
	v.results.Set(nil)
	welcome := widgets.NewText(v.lang.T("facing.welcome"), theme.AnswerSize, theme.Text)
	welcome.Align, welcome.Style.Bold, welcome.MinWidth, welcome.Least = widgets.AlignCentre, true, -1, theme.TitleSize
	v.show(widgets.Edge(v.lang.RTL(), widgets.Column(theme.Space5, welcome, v.entry, v.hint), nil, nil, nil, widgets.Inset(0, theme.Space4, v.results)))
	v.entry.Take()
}

// columnWidth is how wide what people read and type is, in device-independent pixels.
const columnWidth = 760

// show puts something in the middle, and nothing else.
func (v *View) show(o fyne.CanvasObject) {
	if _, fills := o.(*widgets.AnswerPanel); !fills {
		o = container.New(&centred{width: columnWidth}, o)
	}
	v.middle.Objects = []fyne.CanvasObject{o}
	v.middle.Refresh()
}

// touched starts the wait anew after which what somebody began is forgotten.
func (v *View) touched() {
	v.turn++
	turn := v.turn
	v.o.After(ForgetAfter, func() {
		if v.turn == turn {
			v.Ready()
		}
	})
}

// tell shows an answer for a while.
func (v *View) tell(a widgets.Answer) {
	v.env.Sound(a.Kind)
	v.answer.Set(a)
	v.show(v.answer)
	v.entry.Take() // a scan over the answer is the next person's
	v.turn++
	turn := v.turn
	v.o.After(AnswerTime, func() {
		if v.turn == turn {
			v.Ready()
		}
	})
}

// toDesk sends somebody to the people at the desk, who can see why.
func (v *View) toDesk() {
	v.tell(widgets.Answer{Kind: widgets.KindAttention, Icon: theme.IconDesk, Name: v.lang.T("kiosk.desk"), Sentence: v.lang.T("kiosk.desk.text")})
}

// checkin checks somebody in and says so.
func (v *View) checkin(s desk.Scan) {
	s.SeminarID, s.ListID, s.Type = v.env.Seminar().ID, v.o.List.ID, seminar.Entry
	d := v.env.Desk()
	task.Run(v.env.Context, v.env.Run, func(ctx context.Context) (desk.ScanAnswer, error) { return d.Checkin(ctx, s) },
		func(a desk.ScanAnswer, err error) {
			switch {
			case err != nil:
				v.env.Log.Error("kiosk", "error", err)
				v.toDesk()
			case a.Status == seminar.Incomplete:
				v.ask(s, a)
			default:
				v.env.Changed()
				v.answered(a)
			}
		})
}

func (v *View) answered(a desk.ScanAnswer) {
	l := v.lang
	already := a.Reason == seminar.ReasonAlreadyRedeemed || a.Repeat
	if a.Status != seminar.OK && !already || a.Person.ID == "" || a.Attention {
		v.toDesk()
		return
	}
	w := widgets.Answer{Kind: widgets.KindAccepted, Name: a.Person.NameOnBadge(), Sentence: l.T("kiosk.welcome")}
	if a.Person.NativeName != w.Name {
		w.Native = a.Person.NativeName
	}
	if already {
		w.Kind, w.Sentence = widgets.KindAlready, l.T("kiosk.already")
	}
	prints := !already && a.Attendee != nil && v.env.Setting(page.SettingPrintCheckin) != page.PrintNowhere
	if a.Attendee != nil && a.Attendee.Prints == 0 {
		w.Hint = l.T("kiosk.badge")
	}
	d, of := v.env.Desk(), v.env.Seminar()
	task.Run(v.env.Context, v.env.Run, func(ctx context.Context) (*seminar.Session, error) {
		now, next, err := d.Ahead(ctx, of.ID, a.Category, d.Now())
		if now == nil {
			now = next
		}
		return now, err
	}, func(s *seminar.Session, err error) {
		if err == nil && s != nil {
			w.Detail = widgets.Joined(" · ", l.Time(s.Start.In(of.Location())), s.Title, s.Room)
		}
		v.tell(w)
		if prints {
			v.print(*a.Attendee, w)
		}
	})
}

// print prints the badge of who was checked in, and says so once the printer has taken it; until then, and if it does not,
// the badge is the desk's.
func (v *View) print(r seminar.RosterRow, w widgets.Answer) {
	turn := v.turn
	v.press.PrintUnasked(r.SeminarID, []seminar.RosterRow{r}, func(err error) {
		if err == nil && v.turn == turn {
			w.Hint = v.lang.T("kiosk.printing")
			v.answer.Set(w)
		}
	})
}

// centred keeps one object in the middle of the width, at most so wide.
type centred struct{ width float32 }

func (c *centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, objects[0].MinSize().Height)
}

// Layout leaves some of the height above: people stand before the screen and look at its middle.
func (c *centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, above := min(c.width, size.Width), min(size.Height*0.15, max(0, size.Height-objects[0].MinSize().Height))
	objects[0].Resize(fyne.NewSize(w, size.Height-above))
	objects[0].Move(fyne.NewPos((size.Width-w)/2, above))
}
