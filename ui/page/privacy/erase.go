// Package privacy asks, wherever people can be anonymised, whether somebody is sure, and says afterwards where they may still
// be.
package privacy

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Erase shows what would go of some people, and anonymises them once somebody has typed the word: nothing brings them back.
// done is told when they are.
func Erase(env *page.Env, of desk.Erasure, done func()) {
	if !env.Leaving() {
		return
	}
	page.With(env, seminar.RightErase, func(d *desk.Desk) {
		e := &erasing{env: env, desk: d, of: of, done: done}
		e.of.Word = env.Lang.T("privacy.person")
		e.look()
	})
}

// erasing is one erasure that is being asked about.
type erasing struct {
	env  *page.Env
	desk *desk.Desk
	of   desk.Erasure
	done func()
}

// look finds out what would go, beside the work of the window.
func (e *erasing) look() {
	t := e.env.Lang.T
	e.panel(widgets.Column(theme.Space3, e.text(t("privacy.erase.working"))), nil)
	plan := e.of
	plan.DryRun = true
	task.Run(e.env.Context, e.env.Run, func(ctx context.Context) (desk.Erased, error) { return e.desk.Anonymise(ctx, plan) },
		func(would desk.Erased, err error) {
			if err != nil {
				e.env.Panel(nil, nil)
				e.env.Fail(err)
				return
			}
			e.ask(would)
		})
}

// ask shows what would go and waits for the word.
func (e *erasing) ask(would desk.Erased) {
	l := e.env.Lang
	content := widgets.Column(theme.Space3)
	if would.Operations == 0 {
		content.Add(e.text(l.T("privacy.erase.nobody")))
		content.Add(e.kept(would))
		e.panel(content, nil)
		return
	}
	content.Add(e.text(l.T("privacy.erase.count", "people", l.Number(would.People), "photos", l.Number(would.Photos), "notes", l.Number(would.Notes),
		"answers", l.Number(would.Answers), "certificates", l.Number(would.Certificates), "operations", l.Number(would.Operations))))
	content.Add(e.text(l.T("privacy.erase.goes")))
	content.Add(e.text(l.T("privacy.erase.stays")))
	content.Add(e.kept(would))
	content.Add(e.outside(would.Copies, "privacy.outside.before"))
	entry := widgets.NewEntry("", false)
	field := widgets.NewFormField(l.T("privacy.erase.type", "word", l.T("privacy.erase.word")), entry)
	field.RTL = l.RTL()
	warning := widgets.NewNotice(widgets.KindRefused, l.T("privacy.erase.title"), l.T("privacy.erase.final"))
	warning.RTL = l.RTL()
	content.Add(warning)
	content.Add(field)
	sure := func() bool { return strings.EqualFold(strings.TrimSpace(entry.Text), l.T("privacy.erase.word")) }
	do := widgets.NewButtonWithIcon(l.T("privacy.erase.do"), theme.Icon(theme.IconShield), func() {
		if sure() {
			e.do()
		}
	})
	do.Importance = widget.DangerImportance
	do.Disable()
	entry.OnChanged = func(string) {
		if sure() {
			do.Enable()
		} else {
			do.Disable()
		}
	}
	entry.OnEnter = func() {
		if sure() {
			e.do()
		}
	}
	entry.OnEscape = func() { e.env.Panel(nil, nil) }
	e.panel(content, do)
	e.env.Window.Canvas().Focus(entry)
}

// kept says who is left as they are, and who is still named elsewhere.
func (e *erasing) kept(would desk.Erased) fyne.CanvasObject {
	l := e.env.Lang
	column := widgets.Column(theme.Space3)
	if len(would.Kept) > 0 {
		names := make([]string, len(would.Kept))
		for i, k := range would.Kept {
			names[i] = k.Name
		}
		column.Add(e.text(l.T("privacy.erase.kept", "names", some(l, names))))
	}
	if len(would.Mentions) > 0 {
		names := make([]string, len(would.Mentions))
		for i, m := range would.Mentions {
			names[i] = m.Name + " (" + m.Where + ")"
		}
		slices.Sort(names)
		column.Add(e.text(l.T("privacy.erase.mentions", "names", some(l, slices.Compact(names)))))
	}
	return column
}

// some are a few names and how many more there are.
func some(l *i18n.Lang, names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return l.T("privacy.erase.and", "names", strings.Join(names[:few], ", "), "n", len(names)-few)
}

// do anonymises, with a card that says how far it is.
func (e *erasing) do() {
	l := e.env.Lang
	card := widgets.NewProgressCard(l.T("privacy.erase.title"), "", nil)
	e.panel(widgets.Column(theme.Space3, card), nil)
	task.Start(e.env.Context, e.env.Run, func(ctx context.Context, progress task.Progress) (desk.Erased, error) {
		of := e.of
		of.Progress = func(done, total int) { progress(float64(done)/float64(max(total, 1)), "") }
		return e.desk.Anonymise(ctx, of)
	}, func(fraction float64, text string) { card.Set(fraction, text) }, func(done desk.Erased, err error) {
		e.env.Panel(nil, nil)
		if err != nil {
			e.env.Fail(err)
			return
		}
		e.env.Prints.Forget()
		e.env.Done(l.N("privacy.erase.done", done.People), "")
		e.env.Changed()
		if done.Unfinished != nil {
			e.env.Fail(done.Unfinished)
		}
		e.after(done)
		if e.done != nil {
			e.done()
		}
	})
}

// outside lists what no program reaches, and how many files beside the workspace still hold them.
func (e *erasing) outside(copies []desk.Snapshot, about string) fyne.CanvasObject {
	t := e.env.Lang.T
	column := widgets.Column(theme.Space1, e.text(t(about)))
	for _, key := range []string{"paper", "files", "printer", "desks"} {
		column.Add(e.item(t("privacy.outside." + key)))
	}
	if len(copies) > 0 {
		column.Add(e.item(e.env.Lang.N("privacy.outside.copies", len(copies))))
	}
	return column
}

func (e *erasing) item(text string) fyne.CanvasObject {
	line := widgets.Quiet("– " + text)
	line.Lines, line.RTL = 4, e.env.Lang.RTL()
	return line
}

// after says what was done and where they may still be named, and offers to delete the files that still hold them.
func (e *erasing) after(done desk.Erased) {
	l := e.env.Lang
	content := widgets.Column(theme.Space3, e.text(l.N("privacy.erase.done", done.People)), e.kept(done), e.outside(nil, "privacy.outside"))
	if len(done.Copies) == 0 {
		e.show(l.T("privacy.erase.title"), l.T("common.close"), content, nil)
		return
	}
	content.Add(e.text(l.T("privacy.copies.about")))
	for _, c := range done.Copies {
		content.Add(e.item(filepath.Base(c.Path)))
	}
	discard := widgets.NewPrimary(l.N("privacy.copies.discard", len(done.Copies)), "", func() {
		e.env.Panel(nil, nil)
		task.Run(e.env.Context, e.env.Run, func(ctx context.Context) (bool, error) { return true, e.desk.Discard(ctx, done.Copies) }, func(_ bool, err error) {
			if err != nil {
				e.env.Fail(err)
				return
			}
			e.env.Done(l.T("privacy.copies.gone"), "")
			if e.done != nil {
				e.done()
			}
		})
	})
	e.show(l.T("privacy.erase.title"), l.T("common.close"), content, discard)
}

func (e *erasing) panel(content fyne.CanvasObject, do *widgets.Button) {
	e.show(e.env.Lang.T("privacy.erase.title"), e.env.Lang.T("common.cancel"), content, do)
}

func (e *erasing) show(title, leave string, content fyne.CanvasObject, do *widgets.Button) {
	shut := func() { e.env.Panel(nil, nil) }
	no := widgets.NewButton(leave, shut)
	foot := []fyne.CanvasObject{no}
	if do != nil {
		foot = append(foot, do)
	}
	p := widgets.NewSidePanel(title, content, shut, foot...)
	p.RTL = e.env.Lang.RTL()
	e.env.Panel(p, nil)
	e.env.Window.Canvas().Focus(no)
}

func (e *erasing) text(text string) *widgets.Text {
	t := widgets.Body(text)
	t.Lines, t.RTL = 12, e.env.Lang.RTL()
	return t
}
