package settingspage

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/privacy"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// forgetting is the card on how long people are kept.
type forgetting struct {
	page  *Page
	due   *fyne.Container
	after *widgets.Entry
	field *widgets.FormField
}

func (p *Page) newForgetting() *forgetting {
	l := p.env.Lang
	f := &forgetting{page: p, due: widgets.TextColumn(theme.Space2, cardWidth-2*theme.Space4), after: widgets.NewEntry("2026-12-31", false)}
	f.field = widgets.NewFormField(l.T("privacy.after"), f.after)
	f.field.Hint, f.field.RTL = l.T("privacy.after.hint"), l.RTL()
	f.after.OnChanged = func(string) { f.field.SetError(""); f.field.SetHint(l.T("privacy.after.hint")) }
	f.after.OnEnter, f.after.OnLeave = f.keep, f.keep
	f.after.OnEscape = func() { f.after.SetText(p.env.Seminar().EraseAfter) }
	return f
}

func (f *forgetting) fields() []fyne.CanvasObject {
	l, env := f.page.env.Lang, f.page.env
	whole := widgets.NewButtonWithIcon(l.T("privacy.erase.seminar"), theme.Icon(theme.IconShield), f.whole)
	ended := widgets.NewButtonWithIcon(l.T("privacy.erase.before"), theme.Icon(theme.IconHistory), f.askDay)
	about := widgets.Quiet(l.T("privacy.erase.stays"))
	about.Lines, about.RTL = 5, env.Lang.RTL()
	return []fyne.CanvasObject{f.due, f.field, about, widgets.Flow(l.RTL(), theme.Space2, whole, ended)}
}

// load shows the day of the seminar in front, and the seminars whose day is over.
func (f *forgetting) load() {
	env := f.page.env
	f.after.SetText(env.Seminar().EraseAfter)
	task.Run(env.Context, env.Run, env.Desk().EraseDue, func(due []seminar.Seminar, err error) {
		if err != nil {
			env.Fail(err)
			return
		}
		f.due.RemoveAll()
		for _, s := range due {
			notice := widgets.NewNotice(widgets.KindAttention, s.Title(env.Lang.Tag()), f.page.Due(s))
			notice.RTL = env.Lang.RTL()
			f.due.Add(notice)
			f.due.Add(widgets.Row(env.Lang.RTL(), 0, widgets.NewButtonWithIcon(env.Lang.T("privacy.erase"), theme.Icon(theme.IconShield), func() {
				privacy.Erase(env, desk.Erasure{SeminarID: s.ID}, f.done)
			})))
		}
		f.page.content.Refresh()
	})
}

// Due says that the day of a seminar is over.
func (p *Page) Due(s seminar.Seminar) string {
	day, err := time.Parse(time.DateOnly, s.EraseAfter)
	if err != nil {
		return s.EraseAfter
	}
	return p.env.Lang.T("privacy.due", "date", p.env.Lang.LongDate(day), "seminar", s.Title(p.env.Lang.Tag()))
}

// keep keeps the day when its field is left.
func (f *forgetting) keep() {
	env, day := f.page.env, strings.TrimSpace(f.after.Text)
	of := env.Seminar()
	if of.ID == "" || day == of.EraseAfter {
		return
	}
	page.Do(env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.SetEraseAfter(ctx, of.ID, day) },
		func(_ desk.Action, err error) {
			switch {
			case seminar.CodeOf(err) == "date" || seminar.CodeOf(err) == desk.CodeEraseEarly:
				f.field.SetError(env.Lang.Err(err))
			case err != nil:
				f.after.SetText(of.EraseAfter)
				env.Fail(err)
			default:
				f.field.SetHint(env.Lang.T("common.saved"))
				env.Changed()
				f.load()
			}
		})
}

func (f *forgetting) whole() {
	if of := f.page.env.Seminar().ID; of != "" {
		privacy.Erase(f.page.env, desk.Erasure{SeminarID: of}, f.done)
	}
}

func (f *forgetting) done() {
	f.load()
	f.page.loadSnapshots()
}

// askDay asks for the day before which seminars must have ended.
func (f *forgetting) askDay() {
	env := f.page.env
	if !env.Leaving() {
		return
	}
	t, shut := env.Lang.T, func() { env.Panel(nil, nil) }
	day := widgets.NewEntry("2026-01-01", false)
	field := widgets.NewFormField(t("privacy.erase.day"), day)
	field.RTL = env.Lang.RTL()
	look := func() {
		text := strings.TrimSpace(day.Text)
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			field.SetError(env.Lang.Err(seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").WithArg("value", text)))
			return
		}
		shut()
		privacy.Erase(env, desk.Erasure{EndedBefore: text}, f.done)
	}
	day.OnChanged = func(string) { field.SetError("") }
	day.OnEnter, day.OnEscape = look, shut
	panel := widgets.NewSidePanel(t("privacy.erase.before"), widgets.Column(theme.Space3, field), shut,
		widgets.NewButton(t("common.cancel"), shut), widgets.NewPrimary(t("privacy.erase.look"), "", look))
	panel.RTL = env.Lang.RTL()
	env.Panel(panel, nil)
	env.Window.Canvas().Focus(day)
}

// backup writes a verified copy of the workspace wherever somebody wants it.
func (p *Page) backup() {
	page.With(p.env, seminar.RightManage, func(d *desk.Desk) {
		name := strings.TrimSuffix(filepath.Base(d.Path()), filepath.Ext(d.Path())) + "-" + d.Now().Format(time.DateOnly) + ".lanyard"
		p.env.SaveFile(name, func(ctx context.Context, path string, _ task.Progress) error {
			return filing.Write(path, func(w io.Writer) error { return d.Keeper().Backup(ctx, w) })
		})
	})
}

// restoreFile asks for a backup and puts it in the place of the workspace, once somebody is sure.
func (p *Page) restoreFile() {
	page.With(p.env, seminar.RightManage, func(*desk.Desk) {
		p.env.OpenFile([]string{".lanyard"}, func(path string) {
			t := p.env.Lang.T
			text := widgets.Body(t("privacy.restore.text", "file", filepath.Base(path)))
			text.Lines, text.RTL = 12, p.env.Lang.RTL()
			p.env.Ask(page.Question{Title: t("settings.restore.title"), About: text, Yes: t("settings.restore.now"), Icon: theme.IconHistory,
				Grave: true, Then: func() { p.env.Restore(path) }})
		})
	})
}
