package designerpage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document/template/edit"
	"lanyard/ui/page"
)

// keys are all that the page hears, as F1 lists them.
func (p *Page) keys() []page.Binding {
	t := p.env.Lang.T
	ctrl := func(key fyne.KeyName, label string, do func()) page.Binding {
		return page.Binding{Shortcut: page.Ctrl(key), Label: t(label), Do: p.open(do)}
	}
	alone := func(key fyne.KeyName, label string, do func()) page.Binding {
		return page.Binding{Key: key, Label: t(label), Do: p.open(do)}
	}
	alt := func(key fyne.KeyName, by edit.Edge) page.Binding {
		return page.Binding{Shortcut: &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, Label: t("designer.align." + string(by)),
			Do: p.open(func() { p.align(by) })}
	}
	spread := func(key fyne.KeyName, label string, down bool) page.Binding {
		return page.Binding{Shortcut: &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, Label: t(label),
			Do: p.open(func() { p.distribute(down) })}
	}
	return []page.Binding{
		{Key: fyne.KeyTab, Label: t("designer.key.next")},
		{Key: fyne.KeyLeft, Label: t("designer.key.arrows")},
		{Shortcut: page.Ctrl(fyne.KeyLeft), Label: t("designer.key.fine")},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt}, Label: t("designer.key.resize")},
		alone(fyne.KeyEscape, "designer.leave", p.escape),
		ctrl(fyne.KeyS, "common.save", p.save),
		ctrl(fyne.KeyO, "designer.templates", p.library),
		ctrl(fyne.KeyP, "designer.person", p.choosePerson),
		{Shortcut: &fyne.ShortcutUndo{}, Label: t("designer.undo"), Do: p.open(p.undo)},
		{Shortcut: &fyne.ShortcutRedo{}, Label: t("designer.redo"), Do: p.open(p.redo)},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, Label: t("designer.redo"), Do: p.open(p.redo)},
		{Shortcut: &fyne.ShortcutCopy{}, Label: t("designer.copy"), Do: p.open(func() { p.copy() })},
		{Shortcut: &fyne.ShortcutCut{}, Label: t("designer.cut"), Do: p.open(p.cut)},
		{Shortcut: &fyne.ShortcutPaste{}, Label: t("designer.paste"), Do: p.open(p.paste)},
		{Shortcut: &fyne.ShortcutSelectAll{}, Label: t("designer.all"), Do: p.open(func() { p.editor.SelectAll(); p.changed() })},
		ctrl(fyne.KeyD, "designer.duplicate", p.double),
		alone(fyne.KeyDelete, "designer.delete", p.delete),
		alone(fyne.KeyInsert, "designer.add", p.addMenu),
		alone(fyne.KeyPageUp, "designer.order.forward", func() { p.restack(edit.Forward) }),
		alone(fyne.KeyPageDown, "designer.order.backward", func() { p.restack(edit.Backward) }),
		alone(fyne.KeyHome, "designer.order.front", func() { p.restack(edit.ToFront) }),
		alone(fyne.KeyEnd, "designer.order.back", func() { p.restack(edit.ToBack) }),
		alone(fyne.KeyL, "designer.lock", p.lock),
		alone(fyne.KeyH, "designer.hide", p.hide),
		alone(fyne.KeyT, "designer.turn", p.turn),
		alone(fyne.KeyP, "designer.sheet", p.toggleSheet),
		alone(fyne.KeyG, "designer.grid", p.toggleGrid),
		alone(fyne.KeyS, "designer.snap", p.toggleSnap),
		ctrl(fyne.KeyEqual, "designer.zoom.in", func() { p.stage.zoom(zoomStep) }),
		ctrl(fyne.KeyMinus, "designer.zoom.out", func() { p.stage.zoom(1 / zoomStep) }),
		ctrl(fyne.Key0, "designer.zoom.fit", func() { p.stage.fitView() }),
		alt(fyne.KeyA, edit.Left), alt(fyne.KeyH, edit.Centre), alt(fyne.KeyD, edit.Right),
		alt(fyne.KeyW, edit.Top), alt(fyne.KeyV, edit.Middle), alt(fyne.KeyS, edit.Bottom),
		spread(fyne.KeyX, "designer.distribute.across", false), spread(fyne.KeyY, "designer.distribute.down", true),
	}
}

// open lets a key do something only while a template is open, nothing is held and nothing is asked.
func (p *Page) open(do func()) func() {
	return func() {
		if p.stage.deaf {
			return
		}
		if p.editor != nil && (p.stage.hold == nil) {
			do()
			return
		}
		if p.stage.hold != nil {
			p.stage.release(false)
		}
	}
}

// did follows something that changed the template, if it did.
func (p *Page) did(changed bool) {
	if changed {
		p.changed()
	}
}

func (p *Page) undo()                { p.did(p.editor.Undo()) }
func (p *Page) redo()                { p.did(p.editor.Redo()) }
func (p *Page) distribute(down bool) { p.did(p.editor.Distribute(down)) }
func (p *Page) restack(o edit.Order) { p.did(p.editor.Restack(o)) }
func (p *Page) double()              { p.did(p.editor.Duplicate()) }
func (p *Page) delete()              { p.did(p.editor.Delete()) }

// align lines up by an edge as it is seen: a mirrored page counts from its right one.
func (p *Page) align(by edit.Edge) {
	if other, turned := map[edit.Edge]edit.Edge{edit.Left: edit.Right, edit.Right: edit.Left}[by]; turned && p.mirrored() {
		by = other
	}
	p.did(p.editor.Align(by))
}

// mirrored says whether the page is turned for a language from the right: its template then counts from the right edge.
func (p *Page) mirrored() bool { return p.editor.Template().Mirrored && p.env.Lang.RTL() }

// turn brings the other side into view.
func (p *Page) turn() {
	p.editor.Turn()
	p.changed()
}

// lock keeps what is selected where it is, or lets it go if all of it is kept.
func (p *Page) lock() {
	all := true
	for _, e := range p.editor.Chosen() {
		all = all && e.Locked
	}
	for _, id := range p.editor.Selection() {
		p.editor.Lock(id, !all)
	}
	p.changed()
}

// hide puts what is selected out of sight, or everything back into it if nothing is selected.
func (p *Page) hide() {
	ids := p.editor.Selection()
	for _, id := range ids {
		p.editor.Hide(id, true)
	}
	if len(ids) == 0 {
		for _, e := range p.editor.Elements() {
			p.editor.Hide(e.ID, false)
		}
	}
	p.changed()
}

func (p *Page) toggleSheet() {
	if p.editor != nil {
		p.showSheet(!p.sheet.on)
	}
}

func (p *Page) toggleGrid() {
	p.stage.grid = !p.stage.grid
	p.stage.place()
	p.bar.follow()
}

func (p *Page) toggleSnap() {
	p.stage.snap = !p.stage.snap
	p.bar.follow()
}

// copy puts what is selected on the clipboard, and says whether that is anything.
func (p *Page) copy() bool {
	text := p.editor.Copy()
	if text != "" {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
	return text != ""
}

func (p *Page) cut() {
	if p.copy() {
		p.delete()
	}
}

func (p *Page) paste() {
	if err := p.editor.Paste(fyne.CurrentApp().Clipboard().Content()); err != nil {
		p.env.Fail(err)
		return
	}
	p.changed()
}

// menu offers what can be done with what is selected, where the pointer is.
func (p *Page) menu(at fyne.Position) {
	t := p.env.Lang.T
	item := func(label string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(t(label), do) }
	items := []*fyne.MenuItem{item("designer.paste", p.paste)}
	if len(p.editor.Selection()) > 0 {
		items = []*fyne.MenuItem{item("designer.cut", p.cut), item("designer.copy", func() { p.copy() }), item("designer.paste", p.paste),
			item("designer.duplicate", p.double), item("designer.delete", p.delete), fyne.NewMenuItemSeparator()}
		for _, o := range edit.Orders() {
			items = append(items, item("designer.order."+string(o), func() { p.restack(o) }))
		}
		items = append(items, fyne.NewMenuItemSeparator(), item("designer.lock", p.lock), item("designer.hide", p.hide))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.env.Window.Canvas(), at)
}
