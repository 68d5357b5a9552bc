// Package settingspage is what belongs to this desk alone: its name, its operator, language, look, workspace and
// snapshots.
package settingspage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the settings. There is nothing to press to keep a change: it is kept when the field is left.
type Page struct {
	env       *page.Env
	content   *container.Scroll
	snapshots *fyne.Container
	health    *fyne.Container
	fonts     *fyne.Container
	sorting   *task.Job // under way, or over
	staff     *staff
	forget    *forgetting
	printer   *printer
}

const cardWidth = 440

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, snapshots: widgets.Column(theme.Space1), health: widgets.Column(theme.Space2), fonts: widgets.TextColumn(theme.Space2, cardWidth-2*theme.Space4)}
	t := env.Lang.T
	title := widgets.Title(t("settings.title"))
	title.RTL = env.Lang.RTL()
	p.staff, p.printer, p.forget = p.newStaff(), p.newPrinter(), p.newForgetting()
	first := widgets.Column(theme.Space4, p.group("settings.desk", p.text("desk_name", "settings.desk_name"), p.staff.name, p.soundField(), p.followField()), p.staff.card(),
		p.group("settings.look", p.lookFields()...), p.group("settings.people", p.peopleFields()...), p.group("privacy.title", p.forget.fields()...))
	second := widgets.Column(theme.Space4, p.group("settings.workspace", p.workspaceFields()...),
		p.group("settings.printer", p.printer.fields()...),
		p.group("settings.fonts", p.fonts), p.group("settings.snapshots", p.snapshotFields()...))
	cards := widgets.Side(env.Lang.RTL(), theme.Space4, cardWidth, first, second)
	p.content = container.NewVScroll(widgets.Padded(theme.Space5, widgets.Column(theme.Space4, title, cards)))
	return p
}

// group is a card with a heading.
func (p *Page) group(key string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	title := widgets.Section(p.env.Lang.T(key))
	title.RTL = p.env.Lang.RTL()
	all := append([]fyne.CanvasObject{title}, fields...)
	return widgets.NewCard(widgets.Column(theme.Space3, all...))
}

// text is a setting of free text, kept when the entry is left or Enter is pressed. Escape takes back what was typed.
func (p *Page) text(setting, key string) fyne.CanvasObject {
	t := p.env.Lang.T
	e := widgets.NewEntry("", false)
	e.Text = p.env.Setting(setting)
	field := widgets.NewFormField(t(key), e)
	field.Hint, field.RTL = t(key+".hint"), p.env.Lang.RTL()
	save := func() {
		text := strings.TrimSpace(e.Text)
		if text == p.env.Setting(setting) {
			return
		}
		p.env.SetSetting(setting, text)
		field.SetHint(t("common.saved"))
	}
	e.OnChanged = func(string) { field.SetHint(t(key + ".hint")) }
	e.OnEnter, e.OnLeave = save, save
	e.OnEscape = func() { e.SetText(p.env.Setting(setting)) }
	return field
}

func (p *Page) lookFields() []fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	var languages []widgets.Segment
	for _, l := range i18n.Languages() {
		languages = append(languages, widgets.Segment{ID: l.Tag, Label: l.Name})
	}
	themes := []widgets.Segment{{ID: "system", Label: t("settings.theme.system"), Icon: theme.IconMonitor},
		{ID: "light", Label: t("settings.theme.light"), Icon: theme.IconSun}, {ID: "dark", Label: t("settings.theme.dark"), Icon: theme.IconMoon}}
	look := p.env.Setting("theme")
	if look == "" {
		look = "system"
	}
	field := func(setting string, segments []widgets.Segment, chosen string) fyne.CanvasObject {
		choice := widgets.NewSegmented(segments, chosen, nil)
		choice.OnChanged = func(value string) {
			if !p.env.Leaving() { // the window is made anew, and what is half-written in the panel with it
				choice.Selected = chosen
				choice.Refresh()
				return
			}
			p.env.SetSetting(setting, value)
			if setting == "language" && p.env.Setting(desk.SettingSortLanguage) == "" {
				p.sortAnew(value, func(string) {}) // this page is about to be made anew
			}
			p.env.Restyle()
		}
		choice.RTL = rtl
		f := widgets.NewFormField(t("settings."+setting), choice)
		f.RTL = rtl
		return f
	}
	return []fyne.CanvasObject{field("language", languages, p.env.Lang.Tag()), field("theme", themes, look)}
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Hide implements page.Page.
func (p *Page) Hide() {}

// Show implements page.Page.
func (p *Page) Show() {
	p.staff.load()
	p.loadSnapshots()
	p.forget.load()
	p.loadFont()
	p.printer.load()
	widgets.KeepInView(p.content)
}

// Changed implements page.Changing.
func (p *Page) Changed() { p.staff.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	return []page.Binding{{Shortcut: page.Ctrl(fyne.KeyO), Label: t("settings.open"), Do: p.env.OpenWorkspace},
		{Shortcut: page.Ctrl(fyne.KeyS), Label: t("settings.snapshot.now"), Do: p.snapshot},
		{Shortcut: page.Ctrl(fyne.KeyD), Label: t("settings.check"), Do: p.check},
		{Key: fyne.KeyPageDown, Label: t("settings.key.down"), Do: func() { p.scroll(1) }},
		{Key: fyne.KeyPageUp, Label: t("settings.key.up"), Do: func() { p.scroll(-1) }}}
}

// scroll turns by what is in sight, but for a field's height.
func (p *Page) scroll(by float32) {
	const kept = 64
	most := max(0, p.content.Content.MinSize().Height-p.content.Size().Height)
	y := p.content.Offset.Y + by*max(kept, p.content.Size().Height-kept)
	p.content.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
}
