// Package ui is the window: the rail, the header, one page in front, panels and toasts over it.
package ui

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
	"lanyard/ui/facing"
	"lanyard/ui/page"
	"lanyard/ui/sound"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/wedge"
	"lanyard/ui/widgets"
)

// Options are what a window is opened with.
type Options struct {
	App  fyne.App
	Desk *desk.Desk
	Log  *slog.Logger
	Host Host // nil: no other workspace can be opened
	// Keyboard lets a detector hear the keys of a window before what has the focus does, until stop is closed; false says
	// that this window has no such keys. Nil: scans go to what has the focus.
	Keyboard func(w fyne.Window, d *wedge.Detector, stop <-chan struct{}) bool
	Run      task.Runner // nil is the background
}

// Window is the one window on a workspace. Its methods are called on the UI thread.
type Window struct {
	app    fyne.App
	window fyne.Window
	host   Host
	at     atomic.Pointer[desk.Desk] // read by workers too
	log    *slog.Logger
	run    task.Runner
	lang   *i18n.Lang
	ctx    context.Context // ends with the window
	cancel context.CancelFunc
	work   context.Context // ends when another workspace is opened
	prints *printing.Queue // what this desk prints of it
	leave  context.CancelFunc

	seminars []seminar.Seminar
	seminar  seminar.Seminar
	settings map[string]string
	sound    *sound.Player
	pages    map[page.Name]page.Page
	front    page.Name
	last     desk.Action // for undo
	version  int64
	day      string // the local day of the seminar in front when the clock was last looked at

	rail   *widgets.Rail
	header *header
	body   *fyne.Container
	panel  *fyne.Container
	closed func()            // of the panel that is open
	before fyne.Focusable    // had the focus when the panel was opened
	shown  fyne.CanvasObject // in the panel
	toasts *widgets.ToastStack
	facing *facing.Screen // nil while it is closed
	kiosk  *selfCheckin   // nil unless the window is one
	scans  capture
	keys   []fyne.Shortcut // of the page in front
	help   bool

	operators []seminar.Operator   // none: everybody may do everything
	hand      seminar.Operator     // in whose hands the desk is; no id while nobody has signed in
	lock      *door                // over everything while the desk is locked
	granting  *door                // somebody is asked to sign in for one action
	waiting   []func()             // for the lock to open
	under     func(*fyne.KeyEvent) // heard the keys that no control took, before a door was closed
	idle      idle

	plain []func() // delete the copies of protected files

	welcome *welcome // nil while there are seminars
	filling bool     // the sample is on its way
}

// Open makes the window and shows it.
func Open(o Options) *Window {
	w := &Window{app: o.App, host: o.Host, log: o.Log, run: o.Run, settings: map[string]string{}}
	w.at.Store(o.Desk)
	if w.run == nil {
		w.run = task.Background{}
	}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	w.work, w.leave = context.WithCancel(w.ctx)
	w.prints = printing.NewQueue()
	w.sound = sound.New(w.ctx, w.log)
	w.loadSettings()
	w.window = o.App.NewWindow("Lanyard")
	w.window.Resize(fyne.NewSize(1280, 800))
	w.window.SetCloseIntercept(w.quit)
	w.window.SetOnDropped(w.dropped)
	w.window.SetOnClosed(func() {
		w.cancel()
		for _, forget := range w.plain {
			forget()
		}
		if w.facing != nil {
			w.facing.Close()
		}
	})
	w.restyle()
	w.window.Show()
	w.capture(o.Keyboard)
	w.goTo(page.Desk, "")
	w.loadOperators()
	if service := workspace.Synchronised(o.Desk.Path()); service != "" {
		w.toasts.Push(widgets.Toast{Kind: widgets.KindAttention, Message: w.lang.T("window.synchronised", "service", service)})
	}
	w.late()
	w.remind()
	go w.watch()
	return w
}

// desk is the desk over the workspace that is open.
func (w *Window) desk() *desk.Desk { return w.at.Load() }

// Raise brings the window forward; it may be called from any goroutine.
func (w *Window) Raise() {
	w.run.UI(func() {
		w.window.Show()
		w.window.RequestFocus()
	})
}

// Tell says what went wrong behind the window; it may be called from any goroutine.
func (w *Window) Tell(err error) { w.run.UI(func() { w.fail(err) }) }

// restyle builds everything anew in the chosen language and theme.
func (w *Window) restyle() {
	w.lang = i18n.Open(w.settings["language"])
	mode := map[string]theme.Mode{"light": theme.AlwaysLight, "dark": theme.AlwaysDark}[w.settings["theme"]]
	w.app.Settings().SetTheme(theme.New(mode))
	w.loadSeminars()
	w.pages, w.scans.aside = map[page.Name]page.Page{}, nil
	w.build()
	w.globalKeys()
	w.restFacing()
}

func (w *Window) build() {
	rtl := w.lang.RTL()
	item := func(n page.Name, icon theme.IconName) widgets.RailItem {
		return widgets.RailItem{ID: string(n), Icon: icon, Label: w.lang.T("window.rail." + string(n))}
	}
	w.rail = widgets.NewRail([]widgets.RailItem{item(page.Desk, theme.IconDesk), item(page.Attendees, theme.IconAttendees),
		item(page.Programme, theme.IconProgramme), item(page.Badges, theme.IconBadges), item(page.Certificates, theme.IconCertificates),
		item(page.Reports, theme.IconReports), item(page.Live, theme.IconMonitor)}, []widgets.RailItem{item(page.Settings, theme.IconSettings)},
		func(id string) { w.turnTo(page.Name(id)) })
	w.rail.RTL = rtl
	w.header = newHeader(w)
	w.body, w.panel = container.NewStack(), container.NewStack()
	w.toasts = widgets.NewToastStack()
	w.toasts.After = w.after
	// The panel lies over the page, so that opening it moves nothing and a small screen holds both.
	middle := container.NewStack(w.body, widgets.Edge(rtl, nil, nil, nil, w.panel))
	// The window is cleared to the ground already: a rectangle over all of it would be half of the work of a frame.
	w.window.SetContent(container.NewStack(widgets.Edge(rtl, w.header.content, nil, w.rail, nil, middle), w.toasts))
}

// goTo brings a page to the front, with one thing open on it unless id is "". A workspace without a seminar has no desk
// to stand at: it has the ways to begin instead.
func (w *Window) goTo(name page.Name, id seminar.ID) {
	if w.front != name && w.pages[w.front] != nil {
		w.pages[w.front].Hide()
	}
	w.unsay()
	w.before = nil
	w.showPanel(nil, nil)
	if canvas := w.window.Canvas(); w.front != name && w.holds(w.body, canvas.Focused()) {
		canvas.Unfocus() // what is typed must not go to a page that is not seen
	}
	w.front, w.welcome = name, nil
	w.rail.Selected = string(name)
	w.rail.Refresh()
	if name == page.Desk && len(w.seminars) == 0 {
		w.pageKeys(nil)
		w.welcome = newWelcome(w)
		w.welcome.show()
		return
	}
	p := w.page(name)
	w.body.Objects = []fyne.CanvasObject{p.Content()}
	w.body.Refresh()
	w.pageKeys(p)
	w.hang()
	p.Show()
	if o, ok := p.(page.Opener); ok && id != "" {
		o.Open(id)
	}
	w.bringBack()
}

// page makes a page when it is first wanted: a window opens with one of eight.
func (w *Window) page(name page.Name) page.Page {
	if w.pages[name] == nil {
		w.pages[name] = makers[name](w.env())
	}
	return w.pages[name]
}

func (w *Window) loadSettings() {
	for _, key := range []string{"language", "theme", "seminar", "operator", "desk_name", soundSetting} {
		value, err := w.desk().Setting(w.ctx, key)
		if err != nil {
			w.log.Error("setting", "key", key, "error", err)
		}
		w.settings[key] = value
	}
	w.sound.SetVolume(sound.Volume(w.settings[soundSetting]))
	if w.hand.ID == "" {
		w.at.Store(w.desk().As(w.settings["operator"]))
	}
}

// loadSeminars chooses the one in front: as chosen before, else the one running today, else the first.
func (w *Window) loadSeminars() {
	all, err := w.desk().Seminars(w.ctx)
	if err != nil {
		w.log.Error("seminars", "error", err)
	}
	w.seminars, w.seminar = all, seminar.Seminar{}
	if len(all) > 0 {
		w.seminar = all[0]
	}
	for _, s := range all {
		if s.Runs(w.desk().Now()) {
			w.seminar = s
		}
	}
	for _, s := range all {
		if string(s.ID) == w.settings["seminar"] {
			w.seminar = s
		}
	}
}

// watch looks every two seconds what other programs do with the workspace.
func (w *Window) watch() {
	if !task.Live(w.run) {
		return
	}
	beat := time.NewTicker(2 * time.Second)
	defer beat.Stop()
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-beat.C:
			w.look()
		}
	}
}

// after calls f on the UI thread after a time.
func (w *Window) after(d time.Duration, f func()) { task.After(w.run, d, f) }

// look notices changes by other programs, and turns the clock of the header.
func (w *Window) look() {
	d := w.desk()
	version, err := d.Version(w.ctx)
	operators, failed := d.Operators(w.ctx)
	w.run.UI(func() {
		if failed == nil && d == w.desk() {
			w.setOperators(operators)
		}
		w.rest()
		w.header.tick()
		w.turn()
		w.restFacing()
		if err == nil && version != w.version && d == w.desk() {
			w.version = version
			if len(w.seminars) == 0 {
				w.seminarsChanged()
			}
			w.changed()
		}
	})
}

// changed lets the page in front follow a change.
func (w *Window) changed() {
	if c, ok := w.pages[w.front].(page.Changing); ok {
		c.Changed()
	}
}
