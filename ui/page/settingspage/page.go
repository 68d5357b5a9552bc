// Package settingspage is what belongs to this desk alone: its name, its operator, language, look, workspace and
// snapshots.
package settingspage

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the settings.
type Page struct {
	env       *page.Env
	content   fyne.CanvasObject
	snapshots *fyne.Container
	health    *fyne.Container
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, snapshots: widgets.Column(theme.Space2), health: widgets.Column(theme.Space2)}
	column := widgets.Column(theme.Space5, widgets.Title(env.Lang.T("settings.title")),
		p.group("settings.desk", p.deskFields()...), p.group("settings.look", p.lookFields()...), p.group("settings.workspace", p.workspaceFields()...))
	p.content = container.NewVScroll(widgets.Padded(theme.Space5, widgets.Fixed(720, 0, column)))
	return p
}

// group is a card with a heading.
func (p *Page) group(key string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	all := append([]fyne.CanvasObject{widgets.Section(p.env.Lang.T(key))}, fields...)
	return widgets.NewCard(widgets.Column(theme.Space3, all...))
}

// text is a setting of free text, kept when the entry is left or Enter is pressed.
func (p *Page) text(setting, key string, restyle bool) fyne.CanvasObject {
	e := widgets.NewEntry("", false)
	e.Text = p.env.Setting(setting)
	save := func() {
		if e.Text != p.env.Setting(setting) {
			p.env.SetSetting(setting, e.Text)
			p.env.Done(p.env.Lang.T("common.saved"), "")
			if restyle {
				p.env.Restyle()
			}
		}
	}
	e.OnEnter = save
	button := widget.NewButton(p.env.Lang.T("common.save"), save)
	return widgets.NewFormField(p.env.Lang.T(key), widgets.Edge(p.env.Lang.RTL(), nil, nil, nil, button, e))
}

func (p *Page) deskFields() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.text("desk_name", "settings.desk_name", false), p.text("operator", "settings.operator", true)}
}

func (p *Page) lookFields() []fyne.CanvasObject {
	t := p.env.Lang.T
	var languages, themes []widgets.Segment
	for _, l := range i18n.Languages() {
		languages = append(languages, widgets.Segment{ID: l.Tag, Label: l.Name})
	}
	for _, mode := range []string{"system", "light", "dark"} {
		themes = append(themes, widgets.Segment{ID: mode, Label: t("settings.theme." + mode)})
	}
	look := p.env.Setting("theme")
	if look == "" {
		look = "system"
	}
	choose := func(setting string) func(string) {
		return func(value string) { p.env.SetSetting(setting, value); p.env.Restyle() }
	}
	return []fyne.CanvasObject{
		widgets.NewFormField(t("settings.language"), widgets.NewSegmented(languages, p.env.Lang.Tag(), choose("language"))),
		widgets.NewFormField(t("settings.theme"), widgets.NewSegmented(themes, look, choose("theme"))),
	}
}

func (p *Page) workspaceFields() []fyne.CanvasObject {
	t := p.env.Lang.T
	path := widgets.Body(p.env.Desk().Path())
	path.Lines = 3
	now := widget.NewButtonWithIcon(t("settings.snapshot.now"), theme.Icon(theme.IconSave), p.snapshot)
	check := widget.NewButtonWithIcon(t("settings.check"), theme.Icon(theme.IconCheck), p.check)
	return []fyne.CanvasObject{path, widgets.Row(p.env.Lang.RTL(), theme.Space2, now, check), p.health,
		widgets.Quiet(t("settings.snapshots.explained")), p.snapshots}
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Hide implements page.Page.
func (p *Page) Hide() {}

// Show implements page.Page.
func (p *Page) Show() {
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]desk.Snapshot, error) { return d.Keeper().Snapshots(ctx) },
		func(all []desk.Snapshot, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.list(all)
		})
}

func (p *Page) list(all []desk.Snapshot) {
	l := p.env.Lang
	p.snapshots.Objects = nil
	for _, s := range all {
		taken := s.Taken
		if at, err := time.Parse(time.RFC3339, s.Taken); err == nil {
			taken = l.Date(at.Local()) + " " + l.Time(at.Local())
		}
		p.snapshots.Add(widgets.Body(taken + " · " + strconv.FormatInt((s.Size+1023)/1024, 10) + " kB · " + filepath.Base(s.Path)))
	}
	if len(all) == 0 {
		p.snapshots.Add(widgets.Quiet(l.T("settings.snapshots.none")))
	}
	p.snapshots.Refresh()
}

func (p *Page) snapshot() {
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Snapshot, error) { return d.Keeper().Snapshot(ctx, "by hand") },
		func(_ desk.Snapshot, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(p.env.Lang.T("settings.snapshot.done"), "")
			p.Show()
		})
}

// check lets the doctor look the workspace over.
func (p *Page) check() {
	d := p.env.Desk()
	p.health.Objects = []fyne.CanvasObject{widgets.Quiet(p.env.Lang.T("common.working"))}
	p.health.Refresh()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]desk.Finding, error) { return d.Keeper().Doctor(ctx) },
		func(all []desk.Finding, err error) {
			p.health.Objects = nil
			for _, f := range all {
				kind := widgets.KindAccepted
				if !f.OK {
					kind = widgets.KindRefused
				}
				p.health.Add(widgets.Row(p.env.Lang.RTL(), theme.Space2, widgets.NewStatusPill(kind, p.env.Lang.T("settings.check."+f.Check))))
				if !f.OK {
					p.health.Add(widgets.Body(f.Message))
				}
			}
			p.health.Refresh()
			if err != nil {
				p.env.Fail(err)
			}
		})
}
