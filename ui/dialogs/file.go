// Package dialogs holds what stands over the window for a moment. Everything in it is done by the keyboard alone.
package dialogs

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// File asks for a file: to open one with one of the extensions, or to save under a name.
type File struct {
	Lang       *i18n.Lang
	Canvas     fyne.Canvas
	Title      string
	Folder     string   // where it begins
	Save       bool     // for a file to write; else for one to read
	Name       string   // of the file to write, as suggested
	Extensions []string // of the files to read, such as ".csv"; none is all
	Folders    bool     // a folder may be chosen as well as a file to read
	// Chosen is told the path. A file to write may be there already: that was asked.
	Chosen func(path string)
	// Sealed is told the path instead where the file is to be protected with a password; nil does not offer that.
	Sealed func(path string)
}

// Show shows the chooser and gives its entry the focus.
func (f File) Show() {
	c := &chooser{File: f}
	c.build()
	c.before = c.Canvas.OnTypedKey()
	c.Canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape { // in a button or the list; the entry hears its own
			c.close()
		}
	})
	c.popup.Show()
	c.visit(f.Folder)
	if f.Save {
		c.entry.SetText(f.Name)
	}
	c.entry.Take()
}

// chooser is a File on the screen. One entry has the focus: a name to write, or letters that choose among the files below.
type chooser struct {
	File
	folder  string
	items   []item
	fixed   []func()             // what the rows above the items do
	shown   []item               // those that match what is typed
	replace string               // the file that a second Enter replaces
	before  func(*fyne.KeyEvent) // hears the keys of the window when the chooser is gone

	popup *widget.PopUp
	path  *widgets.Text
	say   *widgets.Text
	entry *widgets.ScanEntry
	list  *widgets.ResultList
	seal  *widgets.Check
}

const (
	chooserWidth  = 720
	chooserHeight = 520
)

func (c *chooser) build() {
	t, rtl := c.Lang.T, c.Lang.RTL()
	c.path, c.say = widgets.Quiet(""), widgets.Body("")
	c.path.Lines, c.say.Lines, c.say.Colour = 1, 2, theme.AttentionText
	hint, do := t("dialog.file.filter"), t("common.open")
	if c.Save {
		hint, do = t("dialog.file.name"), t("common.save")
	}
	c.entry = widgets.NewScanEntry(hint)
	c.entry.RTL = rtl
	c.entry.OnChanged = func(string) { c.filter() }
	c.entry.OnSubmitted = func(string) { c.enter() }
	c.entry.OnUp, c.entry.OnDown = func() { c.step(-1) }, func() { c.step(1) }
	c.entry.OnEscape = c.close
	c.list = widgets.NewResultList(func(i int, _ widgets.Result) { c.take(i) })
	c.list.RTL = rtl
	ok := widgets.NewPrimary(do+"  ⏎", "", c.enter)
	cancel := widgets.NewButton(t("common.cancel")+"  Esc", c.close)
	buttons := widgets.Row(rtl, theme.Space2, widgets.Spring(), cancel, ok)
	jumps := widgets.Row(rtl, theme.Space2)
	for _, dir := range places() {
		jumps.Add(widgets.NewButtonWithIcon(filepath.Base(dir), theme.Icon(theme.IconFolder), func() { c.visit(dir); c.entry.Take() }))
	}
	top := widgets.Column(theme.Space3, widgets.Section(c.Title), jumps, c.entry, c.path)
	if c.Save && c.Sealed != nil {
		c.seal = widgets.NewCheck(t("privacy.password.protect"), func(bool) { c.entry.Take() })
		buttons.Objects = append([]fyne.CanvasObject{c.seal}, buttons.Objects...)
	}
	body := widgets.Edge(rtl, top, widgets.Column(theme.Space2, c.say, buttons), nil, nil, widgets.Inset(0, theme.Space2, c.list))
	size := c.Canvas.Size()
	w, h := min(chooserWidth, size.Width-2*theme.Space5), min(chooserHeight, size.Height-2*theme.Space5)
	c.popup = widget.NewModalPopUp(widgets.Padded(theme.Space4, widgets.Fixed(w, h, body)), c.Canvas)
}

func (c *chooser) close() {
	c.popup.Hide()
	c.Canvas.SetOnTypedKey(c.before)
}

// visit shows another folder. One that cannot be read leaves the present one.
func (c *chooser) visit(folder string) {
	items, err := read(folder, c.Extensions)
	if err != nil {
		c.tell(c.Lang.T("dialog.file.unreadable", "folder", folder))
		if c.folder != "" || folder == "/" {
			return
		}
		c.visit("/")
		return
	}
	c.folder, c.items = folder, items
	c.path.SetText(folder)
	c.tell("")
	if !c.Save {
		c.entry.Clear()
	}
	c.filter()
}

func (c *chooser) tell(text string) { c.say.SetText(text) }

// filter shows what matches the typed letters. A name to write matches nothing: it is a new one.
func (c *chooser) filter() {
	c.replace = ""
	c.shown = nil
	typed := strings.ToLower(c.entry.Text())
	for _, it := range c.items {
		if c.Save || strings.Contains(strings.ToLower(it.name), typed) {
			c.shown = append(c.shown, it)
		}
	}
	results := []widgets.Result{}
	c.fixed = nil
	if up := filepath.Dir(c.folder); up != c.folder {
		results = append(results, widgets.Result{Icon: theme.IconArrowUp, Title: c.Lang.T("dialog.file.up"), Meta: up})
		c.fixed = append(c.fixed, func() { c.visit(up); c.entry.Take() })
	}
	if c.Folders {
		results = append(results, widgets.Result{Icon: theme.IconCheck, Title: c.Lang.T("dialog.file.whole"), Meta: filepath.Base(c.folder)})
		c.fixed = append(c.fixed, func() { c.choose(c.folder) })
	}
	for _, it := range c.shown {
		results = append(results, c.result(it))
	}
	c.list.Set(results)
	// A letter typed, and Enter opens the first that matches; a name to write is taken as it stands until an arrow is pressed.
	switch {
	case c.Save:
		c.list.Highlight = -1
	case len(c.shown) > 0:
		c.list.Highlight = len(c.fixed)
	}
	c.list.Refresh()
}

func (c *chooser) result(it item) widgets.Result {
	if it.folder {
		return widgets.Result{Icon: theme.IconFolder, Title: it.name}
	}
	return widgets.Result{Icon: theme.IconFile, Title: it.name, Tag: c.Lang.LongDate(it.changed), Meta: size(c.Lang, it.size)}
}

// size is a length in bytes as people read it.
func size(l *i18n.Lang, bytes int64) string {
	if kb := (bytes + 999) / 1000; kb < 10_000 {
		return l.T("dialog.file.kb", "n", int(kb))
	}
	return l.T("dialog.file.mb", "n", int(bytes/1_000_000))
}

func (c *chooser) step(by int) {
	if c.Save && by < 0 && c.list.Highlight <= 0 {
		c.list.Highlight = -1 // back to the name
	} else {
		c.list.Step(by)
	}
	c.list.Refresh()
}

// enter goes where the entry or the mark says.
func (c *chooser) enter() {
	typed := strings.TrimSpace(c.entry.Text())
	path := resolve(c.folder, typed)
	switch {
	case typed != "" && strings.ContainsAny(typed, `/\~`) && isFolder(path):
		c.entry.Clear()
		c.visit(path)
	case c.Save && c.list.Highlight < 0:
		c.write(typed, c.named(path))
	case !c.Save && typed != "" && isFile(path):
		c.choose(path)
	case !c.list.Choose():
		c.tell(c.Lang.T("dialog.file.none"))
	}
}

// take takes the row that was chosen.
func (c *chooser) take(row int) {
	if row < len(c.fixed) {
		c.fixed[row]()
		return
	}
	it := c.shown[row-len(c.fixed)]
	switch {
	case it.folder:
		c.visit(filepath.Join(c.folder, it.name))
	case c.Save:
		c.entry.SetText(it.name)
	default:
		c.choose(filepath.Join(c.folder, it.name))
		return
	}
	c.entry.Take()
}

// write takes a name to write; one that is there is asked about first.
func (c *chooser) write(typed, path string) {
	switch {
	case typed == "":
		c.tell(c.Lang.T("dialog.file.nameless"))
	case !isFolder(filepath.Dir(path)):
		c.tell(c.Lang.T("dialog.file.nowhere", "folder", filepath.Dir(path)))
	case isFolder(path):
		c.entry.Clear()
		c.visit(path)
	case isFile(path) && c.replace != path:
		c.replace = path
		c.tell(c.Lang.T("dialog.file.replace", "file", filepath.Base(path)))
	default:
		c.choose(path)
	}
}

func (c *chooser) choose(path string) {
	c.close()
	if c.sealing() {
		c.Sealed(path)
		return
	}
	c.Chosen(path)
}

func (c *chooser) sealing() bool { return c.seal != nil && c.seal.Checked }

// named is the path of a file to write, with the end of a protected one where it is to be one.
func (c *chooser) named(path string) string {
	if c.sealing() && !strings.HasSuffix(path, filing.Sealed) {
		return path + filing.Sealed
	}
	return path
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}
