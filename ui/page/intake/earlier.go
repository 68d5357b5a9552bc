package intake

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// look reads which imports were done.
func (k *Intake) look() {
	of, d := k.of, k.desk
	k.looking.Run(k.Env.Context, k.Env.Run, func(ctx context.Context) ([]desk.ImportDone, error) { return d.Imports(ctx, of) },
		func(all []desk.ImportDone, err error) {
			if err != nil {
				k.Env.Fail(err)
				return
			}
			if k.step == stepDone && slices.ContainsFunc(all, func(v desk.ImportDone) bool { return v.ID == k.whole.report.Import && v.Undone }) {
				k.leave()
				return
			}
			same := slices.Equal(all, k.earlier)
			k.earlier = all
			switch {
			case k.step != stepSource || k.working != nil || same:
			case k.table != nil && len(all) > 0: // the focus stays where it is
				k.table.Fetch = k.earlierRows()
				k.table.Reload()
			default:
				k.draw()
			}
		})
}

// takeBack asks before an import is taken back: it may be of hundreds of people.
func (k *Intake) takeBack(id string) {
	i := slices.IndexFunc(k.earlier, func(v desk.ImportDone) bool { return v.ID == seminar.ID(id) })
	if i < 0 || k.earlier[i].Undone || k.undoing {
		return
	}
	l, one := k.Env.Lang, k.earlier[i]
	text := widgets.Body(l.N("intake.earlier.undo.text", one.Created+one.Updated))
	text.Lines, text.RTL = 8, l.RTL()
	k.Env.Ask(uipage.Question{Title: one.File, About: text, Yes: l.T("intake.earlier.undo"), Icon: theme.IconUndo, Grave: true, Then: func() {
		k.undoing = true
		uipage.Do(k.Env, func(ctx context.Context, d *desk.Desk) (desk.UndoneImport, error) { return d.UndoImport(ctx, one.ID) }, k.tookBack)
	}})
}

// tookBack says what an import left when it was taken back: those with whom something has happened since.
func (k *Intake) tookBack(done desk.UndoneImport, err error) {
	k.undoing = false
	if err != nil {
		k.Env.Fail(err)
		return
	}
	k.Env.Done(k.Env.Lang.N("intake.earlier.removed", done.Removed), done.Action)
	k.look()
	k.Env.ShowKept(done.Kept)
}

// panel shows something beside the step, with which it goes.
func (k *Intake) panel(title string, content fyne.CanvasObject, footer ...fyne.CanvasObject) {
	if !k.Env.Leaving() {
		return
	}
	panel := widgets.NewSidePanel(title, content, func() { k.Env.Panel(nil, nil) }, footer...)
	panel.RTL = k.Env.Lang.RTL()
	k.Env.Panel(panel, func() { k.paneled = false })
	k.paneled = true
}
