// Package page holds what the pages of the window have in common. Each page is a package below this one; pages never
// import pages, and reach each other through Env.Open.
package page

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/desk"
	"lanyard/internal/fontfile"
	"lanyard/internal/i18n"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// Folders is what Env.OpenFile is asked for, beside extensions, where a folder may be chosen itself.
const Folders = "/"

// Page is one page of the window. All its methods are called on the UI thread.
type Page interface {
	// Content is built once and kept.
	Content() fyne.CanvasObject
	// Show is called each time the page comes to the front, and when another seminar is chosen while it is there.
	Show()
	// Hide is called when another page comes to the front.
	Hide()
}

// Changing is a page that wants to know, while it is in front, that the workspace changed: by this window or by another
// program.
type Changing interface{ Changed() }

// Clocked is a page that follows the clock while it is in front: Tick is called every two seconds.
type Clocked interface{ Tick() }

// Binding is a key that a page answers to while it is in front, listed under F1.
type Binding struct {
	Shortcut fyne.KeyboardShortcut // a key with Ctrl, Alt or Super
	Key      fyne.KeyName          // or a key alone, such as F5 or Delete, heard when no entry has the focus
	Label    string                // "" keeps it off the list, while the key means nothing
	Do       func()                // nil: a control of the page hears the key itself; it is listed only
}

// Ctrl is a key with Ctrl.
func Ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

// Bound is a page with keys of its own.
type Bound interface{ Bindings() []Binding }

// Opener is a page that can show one thing, such as one attendee.
type Opener interface{ Open(id seminar.ID) }

// Wall is a page that an organiser may put on a wall: in full screen it has the whole window for itself.
type Wall interface {
	// Wall is called when the page comes to be alone in full screen, and when that is over.
	Wall(on bool)
}

// Scanner is a page that takes what a scanner typed, also while another page is in front and before it was ever shown.
type Scanner interface{ Scan(code string) }

// Dropper is a page that takes a file or a folder that was dropped on the window.
type Dropper interface{ Drop(path string) }

// Settler is a page with work that must reach the disk before the workspace is left; it calls then when all has.
type Settler interface{ Settle(then func()) }

// Keeper is a page with work of its own that is not saved, such as a template, which stays with it behind other pages but not
// when the window closes or goes to another seminar or workspace. Ending says whether it may; a page says what would be lost
// first, and lets go when it is asked again. In another language or theme the window makes its pages anew: Work is what one is at
// work on apart from its widgets, nil for nothing, and the new one is told to go on with it before it is shown.
type Keeper interface {
	Ending() bool
	Work() any
	Resume(work any)
}

// Name says which page.
type Name string

// The pages, in the order of their keys: Ctrl+1 to Ctrl+8.
const (
	Desk         Name = "desk"
	Attendees    Name = "attendees"
	Programme    Name = "programme"
	Badges       Name = "badges"
	Certificates Name = "certificates"
	Reports      Name = "reports"
	Settings     Name = "settings"
	Live         Name = "live"
)

// Designer is where templates of badges and certificates are designed. It has no key and no place on the rail of its own: the
// pages that make paper lead to it.
const Designer Name = "designer"

// Names are all of them in order.
func Names() []Name {
	return []Name{Desk, Attendees, Programme, Badges, Certificates, Reports, Settings, Live}
}

// ListSetting is the setting that keeps which check-in list of a seminar this desk stands at.
func ListSetting(of seminar.ID) string { return "desk.list." + string(of) }

// Env is what the window gives its pages.
type Env struct {
	Context context.Context   // ends when the window closes
	Desk    func() *desk.Desk // in the hands of the present operator
	Lang    *i18n.Lang
	Run     task.Runner
	Window  fyne.Window
	Log     *slog.Logger

	// Seminar is the one in front; its ID is "" while the workspace has none.
	Seminar func() seminar.Seminar
	// SetSeminar brings another to the front; every page is shown again.
	SetSeminar func(seminar.ID)

	// Done says what was done, as a toast with undo in it; action may be "" for what cannot or need not be undone.
	Done func(message string, action desk.Action)
	// Fail says what went wrong in a sentence of the interface's language, and writes the cause to the log.
	Fail func(err error)
	// Greet shows who was checked in on the screen that faces the attendees, if there is one.
	Greet func(desk.ScanAnswer)
	// Sound lets the desk hear what kind of answer was given.
	Sound func(kind widgets.Kind)
	// Changed tells the window that this page changed the workspace: the counters and the other pages follow.
	Changed func()
	// Undo reverses the last action that was announced by Done.
	Undo func()
	// Undone takes back what Done said about an action that a page has undone by itself.
	Undone func(desk.Action)

	// Grant asks somebody who has a role, or one that may do more, to sign in for one action: then gets the desk in their
	// hands. stop is called if nobody does. Pages use it through Do and With.
	Grant func(role seminar.Role, then func(*desk.Desk), stop func())
	// OperatorsChanged tells the window that operators were added, changed or removed. From now on the desk is in the
	// hands of in, unless it is nil.
	OperatorsChanged func(in *desk.Desk)

	// Open brings a page to the front, with one thing open on it unless id is "".
	Open func(page Name, id seminar.ID)
	// Announce shows the answer to a scan over the window for a moment, if the page that shows it is not seen.
	Announce func(widgets.Answer)
	// Attend brings the Desk page to the front for an answer that needs hands. A panel that is open is set aside, with what
	// is written in it, and comes back with its page.
	Attend func()
	// SaveFile asks for a file to write (suggested is a name such as "badges.pdf") and calls write with a path;
	// write runs off the UI thread and must leave the file whole or not at all (see desk or transfer). Afterwards a
	// toast names the file and offers to open it.
	SaveFile func(suggested string, write func(ctx context.Context, path string, progress task.Progress) error)
	// OpenFile asks for a file with one of the extensions (".csv"), or for a folder too if Folders is one of them, and calls then with
	// its path on the UI thread.
	OpenFile func(extensions []string, then func(path string))
	// Printing reaches printers; which one is this desk's stands in the setting SettingPrinter.
	Printing Printing
	// Prints is what this desk prints, of all pages.
	Prints *printing.Queue
	// Fonts keeps the user's own font file, for letters on paper that the embedded fonts lack.
	Fonts fontfile.Folder
	// Panel shows an object as a panel at the end side of the window, with the page still visible; nil closes it.
	// Escape closes it too, and calls closed (which may be nil).
	Panel func(content fyne.CanvasObject, closed func())
	// Leaving says whether the panel may give way to something else. One with something half-written says so first, and
	// gives way when it is asked again. Whoever opens another panel over it, or leaves the page, asks before.
	Leaving func() bool
	// Setting and SetSetting are this desk's own settings, such as the last list chosen. They are small and cached.
	Setting    func(key string) string
	SetSetting func(key, value string)
	// OpenWorkspace asks for another workspace and opens it in this window.
	OpenWorkspace func()
	// Restore puts a snapshot in the place of the workspace, whose file is set aside.
	Restore func(snapshot string)
	// ShowFolder opens the folder that a file lies in, with what the system has for folders.
	ShowFolder func(path string)
	// Restyle applies a changed language or theme: settings "language" and "theme" (system, light, dark).
	Restyle func()
}
