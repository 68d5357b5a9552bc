package settingspage

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func (p *Page) workspaceFields() []fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	path := p.env.Desk().Path()
	p.health.Hide() // until the doctor was asked
	where := widgets.Body(path)
	where.Lines, where.RTL = 3, rtl
	folder := widgets.NewButtonWithIcon(t("settings.folder"), theme.Icon(theme.IconFolder), func() { p.env.ShowFolder(path) })
	other := widgets.NewButtonWithIcon(t("settings.open"), theme.Icon(theme.IconDatabase), func() { p.env.OpenWorkspace() })
	check := widgets.NewButtonWithIcon(t("settings.check"), theme.Icon(theme.IconShield), p.check)
	return []fyne.CanvasObject{where, widgets.Flow(rtl, theme.Space2, other, folder, check), p.health}
}

func (p *Page) snapshotFields() []fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	explained := widgets.Quiet(t("settings.snapshots.explained"))
	explained.RTL = rtl
	now := widgets.NewButtonWithIcon(t("settings.snapshot.now"), theme.Icon(theme.IconSave), p.snapshot)
	backup := widgets.NewButtonWithIcon(t("privacy.backup"), theme.Icon(theme.IconDatabase), p.backup)
	restore := widgets.NewButtonWithIcon(t("privacy.restore"), theme.Icon(theme.IconFolder), p.restoreFile)
	return []fyne.CanvasObject{explained, widgets.Flow(rtl, theme.Space2, now, backup, restore), p.snapshots}
}

func (p *Page) loadSnapshots() {
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
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	p.snapshots.RemoveAll()
	for _, s := range all {
		when, why := widgets.Body(p.moment(s)), widgets.Quiet(p.why(s)+" · "+l.Number(int((s.Size+1023)/1024))+" kB")
		when.Lines, when.RTL, why.Lines, why.RTL = 1, rtl, 1, rtl
		restore := widgets.NewButtonWithIcon(l.T("settings.restore"), theme.Icon(theme.IconHistory), func() { p.ask(s) })
		restore.Importance = widget.LowImportance
		p.snapshots.Add(widgets.Edge(rtl, nil, nil, widgets.Fixed(170, 0, when), restore, why))
	}
	if len(all) == 0 {
		none := widgets.Quiet(l.T("settings.snapshots.none"))
		none.RTL = rtl
		p.snapshots.Add(none)
	}
	p.content.Refresh()
	widgets.KeepInView(p.content)
}

// moment is when a snapshot was taken, by this computer's clock.
func (p *Page) moment(s desk.Snapshot) string {
	at, err := time.Parse(time.RFC3339, s.Taken)
	if err != nil {
		return s.Taken
	}
	return p.env.Lang.Date(at.Local()) + ", " + p.env.Lang.Time(at.Local())
}

// why is what a snapshot was taken for, in words if the reason is one of ours.
func (p *Page) why(s desk.Snapshot) string {
	if key := "settings.snapshot.why." + s.Why; p.env.Lang.Has(key) {
		return p.env.Lang.T(key)
	}
	return s.Why
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
			p.loadSnapshots()
		})
}

// ask makes sure before a snapshot takes the place of everything.
func (p *Page) ask(s desk.Snapshot) {
	t := p.env.Lang.T
	text := widgets.Body(t("settings.restore.text", "when", p.moment(s)))
	text.Lines, text.RTL = 12, p.env.Lang.RTL()
	p.env.Ask(page.Question{Title: t("settings.restore.title"), About: text, Yes: t("settings.restore.now"), Icon: theme.IconHistory,
		Grave: true, Then: func() {
			page.With(p.env, seminar.RightManage, func(*desk.Desk) { p.env.Restore(s.Path) })
		}})
}

// check lets the doctor look the workspace over.
func (p *Page) check() {
	d, l, rtl := p.env.Desk(), p.env.Lang, p.env.Lang.RTL()
	p.health.Objects = []fyne.CanvasObject{widgets.Quiet(l.T("common.working"))}
	p.health.Show()
	p.content.Refresh()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]desk.Finding, error) { return d.Keeper().Doctor(ctx) },
		func(all []desk.Finding, err error) {
			p.health.RemoveAll()
			fine := err == nil
			for _, f := range all {
				kind, word, text := widgets.KindAccepted, l.T("settings.check.fine"), ""
				if !f.OK {
					fine, kind, word, text = false, widgets.KindRefused, l.T("settings.check.broken"), " · "+f.Message
				}
				pill := widgets.NewStatusPill(kind, word)
				pill.RTL = rtl
				line := widgets.Body(l.T("settings.check."+f.Check) + text)
				line.RTL = rtl
				p.health.Add(widgets.Edge(rtl, nil, nil, widgets.Inset(0, 0, pill), nil, widgets.Inset(theme.Space2, 2, line)))
			}
			if !fine {
				advice := widgets.Body(l.T("settings.check.advice"))
				advice.RTL = rtl
				p.health.Add(advice)
			}
			p.content.Refresh()
			if err != nil {
				p.env.Fail(err)
			}
		})
}
