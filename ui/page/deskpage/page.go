// Package deskpage is the page that a steward works at while a queue looks on: one entry that always has the focus
// takes scans and names, the answer fills the other half in colour.
package deskpage

import (
	"image"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/page/initiative"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// AnswerTime is how long an answer stays when nobody touches a key.
const AnswerTime = 3 * time.Second

// Page is the Desk page.
type Page struct {
	env *page.Env
	// After calls f on the UI thread after a time; tests put their own here.
	After func(d time.Duration, f func())
	// Turn is how long a worker saves scans that wait before the screen hears of them: less than a person notices.
	Turn time.Duration
	// Breath is how long the counters wait for the frame with an answer.
	Breath time.Duration

	// What the page is about; loaded in Show and Changed.
	known    known
	list     seminar.List
	choosing bool                   // the list is being chosen by the program
	due      due                    // proposed by the programme
	declined due                    // of the programme, by somebody who chose another list
	flags    map[string]image.Image // by country, as they were needed
	way      seminar.CheckinType
	front    bool
	panel    bool     // the form of a walk-in is open, and has the focus
	asking   bool     // questions have the focus; scans wait
	refused  *refusal // the last answer, if somebody could be let in all the same
	// closePanel puts the panel away, keeping what was written in it; nil while there is none.
	closePanel func()
	loaded     bool
	reading    bool // known is being read
	begun      sync.Once
	wanted     seminar.ID // to be opened when the page is loaded
	loading    task.Latest[known]
	counting   task.Latest[counts]

	// What is typed and found.
	searching task.Latest[[]seminar.RosterRow]
	rows      []seminar.RosterRow
	rowsFor   string             // the text that rows answer
	subject   *seminar.RosterRow // whom Enter in an empty entry checks in
	person    task.Latest[person]

	// Scans.
	queue  []job
	saving int      // how many of them a worker has
	busy   bool     // a worker has some, or an undo is under way
	early  []string // scans before the page knew its list
	waits  func()   // what needs hands, as soon as the page is in front; other scans wait for it
	stop   func()   // leaves the questions; nil while none are asked
	aside  func()   // keeps them for later; nil while none are asked
	open   []asked  // scans that were set aside, oldest first
	// settling waits until nothing is left to be saved.
	settling []func()
	telling  task.Latest[bool]
	told     time.Time              // when the counters were read after a scan
	slow     time.Duration          // how long the screen took to hear of the last that were saved
	showing  int                    // grows with everything the right-hand side shows; an old timer finds it changed
	answer   bool                   // the right-hand side shows an answer
	actions  map[string]desk.Action // of walk-ins, by the operation of their check-in
	groups   map[string]groupDone   // of delegations, by the operation of each check-in
	group    *group                 // that the right-hand side shows
	sizing   task.Latest[map[seminar.ID]desk.DelegationSize]
	counts   counts
	picked   int // the recent scan that is selected; -1 is none

	press      *paper.Press
	trouble    int // the print that the line above the entry is about; 0 is none
	likely     form.Asking
	walkin     *form.Form          // while the panel is open
	putting    *initiative.Form    // the form of an initiative that was opened last
	draft      *desk.Form          // a walk-in that was left half-written
	edited     *desk.Form          // somebody whose form was left half-written
	lastPerson *seminar.RosterRow  // whom the last answer was about
	lastGroup  []seminar.RosterRow // who came in with the last group, if that was the last answer

	content *fyne.Container
	main    fyne.CanvasObject
	chooser *widgets.Select
	dueLine *fyne.Container
	// printLine says what does not come out of the printer.
	printLine *fyne.Container
	ways      *widgets.Segmented
	strip     *widgets.CounterStrip
	entry     *widgets.ScanEntry
	caption   *widgets.Text
	results   *widgets.ResultList
	recents   *widgets.ResultList
	left      *fyne.Container
	right     *fyne.Container
	foot      *fyne.Container // what can be done at any time
	undoing   *widgets.Button // made once: they are asked for with every answer
	walking   *widgets.Button
	latest    *fyne.Container // the last scans in one line
	below     *fyne.Container // both
	panelUI   *widgets.AnswerPanel
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, press: paper.NewPress(env, "Ctrl+P"), way: seminar.Entry, picked: -1, actions: map[string]desk.Action{}, groups: map[string]groupDone{}, Turn: 100 * time.Millisecond, Breath: 80 * time.Millisecond}
	p.After = func(d time.Duration, f func()) { task.After(env.Run, d, f) }
	p.build()
	p.watchPrints()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	p.front, p.answer = true, false
	p.enter()
}

func (p *Page) enter() {
	p.loaded = false
	p.load(func() {
		p.loaded = true
		p.begun.Do(func() { p.env.Log.Info("ready", "list", p.list.Name) }) // a start is measured by it
		if !p.answer {                                                      // a scan may have been faster
			p.ready()
		}
		p.take()
		if show := p.waits; show != nil {
			p.waits = nil
			show()
		}
		p.next()
		if id := p.wanted; id != "" {
			p.wanted = ""
			p.Open(id)
		}
	})
}

// Hide implements page.Page.
func (p *Page) Hide() {
	p.front = false
	if p.closePanel != nil {
		p.closePanel()
	}
	if p.aside != nil {
		p.aside()
	}
	p.panel, p.asking, p.stop = false, false, nil
	p.showing++
	p.searching.Cancel()
	p.next() // scans wait for questions, but not for those that nobody sees
}

// Changed implements page.Changing.
func (p *Page) Changed() {
	if !p.loaded { // the change overtakes what Show is still reading
		p.enter()
		return
	}
	p.load(nil)
}

// take gives the entry the focus, unless the page is behind another or a panel has it.
func (p *Page) take() {
	if p.front && !p.panel && !p.asking {
		p.entry.Take()
	}
}

func (p *Page) build() {
	rtl := p.env.Lang.RTL()
	p.buildHead()
	p.entry = widgets.NewScanEntry(p.env.Lang.T("desk.entry"))
	p.entry.RTL = rtl
	p.entry.OnChanged, p.entry.OnSubmitted = p.typed, p.submit
	p.entry.OnUp, p.entry.OnDown = func() { p.step(-1) }, func() { p.step(1) }
	p.entry.OnEscape = p.escape
	p.entry.OnKey = p.key
	p.entry.OnFocusChanged = p.focusChanged
	p.results = widgets.NewResultList(p.chosen)
	p.results.RTL, p.results.OnHighlighted = rtl, p.highlighted
	p.recents = widgets.NewResultList(func(i int, _ widgets.Result) {
		p.picked = i
		p.showPicked()
		p.take()
	})
	p.recents.RTL = rtl
	p.caption = widgets.Caption("")
	p.caption.RTL = rtl
	p.left = container.NewStack()
	p.right = container.NewStack()
	p.panelUI = widgets.NewAnswerPanel(widgets.Answer{Kind: widgets.KindReady})
	p.panelUI.RTL = rtl
	p.foot = widgets.Row(rtl, theme.Space2)
	p.undoing = widgets.NewButtonWithIcon(p.env.Lang.T("common.undo")+"  Ctrl+Z", theme.Icon(theme.IconUndo), func() {
		if c, ok := p.toUndo(); ok {
			p.undo(c)
		}
	})
	p.undoing.Importance = widget.LowImportance
	p.walking = widgets.NewButtonWithIcon(p.env.Lang.T("desk.walkin")+"  Ctrl+N", theme.Icon(theme.IconPersonAdd), p.WalkIn)
	p.latest = container.New(&fitting{rtl: rtl})
	head := widgets.Row(rtl, theme.Space4, widgets.Fixed(200, 0, p.chooser), p.ways, widgets.Spring(), p.strip)
	p.dueLine = container.NewStack()
	p.dueLine.Hide()
	p.printLine = container.NewStack()
	p.printLine.Hide()
	top := widgets.Column(theme.Space3, head, p.printLine, p.dueLine, p.entry)
	p.flags = map[string]image.Image{}
	side := widgets.Edge(rtl, widgets.Inset(theme.Space2, theme.Space1, p.caption), nil, nil, nil, p.left)
	p.below = widgets.Edge(rtl, nil, nil, nil, p.foot, p.latest)
	bottom := widgets.Column(theme.Space2, widgets.Rule(), widgets.Fixed(0, theme.RowHeight, p.below))
	middle := container.New(&halves{rtl: rtl}, side, p.right)
	p.main = widgets.Padded(theme.Space4, widgets.Edge(rtl, top, bottom, nil, nil, widgets.Inset(0, theme.Space3, middle)))
	p.content = container.NewStack(p.main)
}

// focusChanged takes the focus back when it went nowhere: a click beside the entry must not lose the next scan.
func (p *Page) focusChanged(focused bool) {
	if focused || !p.front || p.panel || p.asking {
		return
	}
	p.env.Run.Go(func() {}, func() { // afterwards: the focus is still on its way
		if c := p.env.Window.Canvas(); c.Focused() == nil && c.Overlays().Top() == nil {
			p.take()
		}
	})
}
