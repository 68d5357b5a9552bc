package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Password asks for the password of a file.
type Password struct {
	Lang   *i18n.Lang
	Canvas fyne.Canvas
	Title  string
	New    bool   // of a file that is written: it is asked for twice, with a word on its strength
	Wrong  string // what was wrong with the one before; may be ""
	// Chosen is told the password, which is not empty.
	Chosen func(password string)
}

// Show shows the dialog and gives its entry the focus.
func (p Password) Show() {
	d := &asked{Password: p}
	d.build()
	d.before = d.Canvas.OnTypedKey()
	d.Canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			d.close()
		}
	})
	d.popup.Show()
	d.Canvas.Focus(d.first)
}

// asked is a Password on the screen.
type asked struct {
	Password
	popup         *widget.PopUp
	first, second *widgets.Entry // second is nil for a file that is there
	field, again  *widgets.FormField
	before        func(*fyne.KeyEvent)
}

const passwordWidth = 460

func (d *asked) build() {
	t, rtl := d.Lang.T, d.Lang.RTL()
	d.first, d.field = d.entry("privacy.password")
	d.field.Error = d.Wrong
	title := widgets.Section(d.Title)
	title.Lines, title.RTL = 2, rtl
	column := widgets.TextColumn(theme.Space3, passwordWidth, title)
	if d.New {
		about := widgets.Quiet(t("privacy.password.about"))
		about.RTL = rtl
		column.Add(about)
	}
	column.Add(d.field)
	do := t("common.open")
	if d.New {
		do = t("common.save")
		d.second, d.again = d.entry("privacy.password.again")
		column.Add(d.again)
		d.first.OnChanged = func(string) { d.judge() }
		d.second.OnChanged = func(string) { d.again.SetError("") }
		d.first.OnEnter = func() { d.Canvas.Focus(d.second) }
	}
	ok := widgets.NewPrimary(do+"  ⏎", "", d.enter)
	cancel := widgets.NewButton(t("common.cancel")+"  Esc", d.close)
	column.Add(widgets.Row(rtl, theme.Space2, widgets.Spring(), cancel, ok))
	d.popup = widget.NewModalPopUp(widgets.Padded(theme.Space4, widgets.Fixed(passwordWidth, 0, column)), d.Canvas)
}

func (d *asked) entry(key string) (*widgets.Entry, *widgets.FormField) {
	e := widgets.NewEntry("", false)
	e.Password = true
	e.OnEnter, e.OnEscape = d.enter, d.close
	f := widgets.NewFormField(d.Lang.T(key), e)
	f.RTL = d.Lang.RTL()
	return e, f
}

// judge says how strong the password is.
func (d *asked) judge() {
	d.field.SetWarning("")
	d.field.SetHint("")
	if d.first.Text == "" {
		return
	}
	switch filing.StrengthOf(d.first.Text) {
	case filing.Weak:
		d.field.SetWarning(d.Lang.T("privacy.password.weak"))
	case filing.Fair:
		d.field.SetHint(d.Lang.T("privacy.password.fair"))
	case filing.Strong:
		d.field.SetHint(d.Lang.T("privacy.password.strong"))
	}
}

func (d *asked) enter() {
	switch {
	case d.first.Text == "":
		d.Canvas.Focus(d.first)
	case d.second != nil && d.second.Text != d.first.Text:
		d.again.SetError(d.Lang.T("privacy.password.differ"))
		d.Canvas.Focus(d.second)
	default:
		d.close()
		d.Chosen(d.first.Text)
	}
}

func (d *asked) close() {
	d.popup.Hide()
	d.Canvas.SetOnTypedKey(d.before)
}
