package attendeespage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
)

// Bindings implements page.Bound. The keys with Ctrl are the same whatever stands in the place of the list.
func (p *Page) Bindings() []uipage.Binding {
	t := p.env.Lang.T
	save := t("attendees.export")
	switch {
	case p.photos != nil:
		save = t("attendees.photos.keep.key")
	case p.intake != nil:
		save = t("intake.problems.save")
	}
	shortcuts := []uipage.Binding{{Shortcut: uipage.Ctrl(fyne.KeyN), Label: t("attendees.add"), Do: p.add},
		{Shortcut: uipage.Ctrl(fyne.KeyF), Label: t("attendees.search"), Do: func() { p.leaveTwins(); p.leavePhotos(); p.leaveImport(); p.env.Window.Canvas().Focus(p.entry) }},
		{Shortcut: uipage.Ctrl(fyne.KeyD), Label: t("attendees.twins.find"), Do: p.findTwins},
		{Shortcut: uipage.Ctrl(fyne.KeyO), Label: t("attendees.import"), Do: p.chooseImport},
		{Shortcut: &fyne.ShortcutPaste{}, Label: t("intake.key.paste"), Do: p.pasteImport},
		{Shortcut: uipage.Ctrl(fyne.KeyReturn), Label: t("intake.key.next"), Do: p.nextStep},
		{Shortcut: uipage.Ctrl(fyne.KeyG), Label: t("attendees.photos"), Do: p.choosePhotos},
		{Shortcut: uipage.Ctrl(fyne.KeyB), Label: t("attendees.carry"), Do: p.listed(p.openCarry)},
		{Shortcut: uipage.Ctrl(fyne.KeyW), Label: t("attendees.waiting"), Do: p.listed(p.openWaiting)},
		{Shortcut: uipage.Ctrl(fyne.KeyE), Label: t("attendees.approve"), Do: p.listed(func() { p.approve(typed[seminar.ID](p.table.Selected())) })},
		{Shortcut: uipage.Ctrl(fyne.KeyI), Label: t("attendees.decline"), Do: p.listed(func() { p.askDecline(typed[seminar.ID](p.table.Selected())) })},
		{Shortcut: uipage.Ctrl(fyne.KeyS), Label: save, Do: p.saveKey},
		{Shortcut: uipage.Ctrl(fyne.KeyP), Label: t("attendees.badges"), Do: p.listed(func() { p.badges(p.table.Selected()) })},
		{Shortcut: uipage.Ctrl(fyne.KeyR), Label: t("attendees.key.order"), Do: p.listed(p.chooseOrder)},
		{Shortcut: uipage.Ctrl(fyne.KeyH), Label: t("attendees.attendance.key"), Do: p.correctKey},
		{Shortcut: uipage.Ctrl(fyne.KeyJ), Label: t("attendees.history.key"), Do: p.historyKey},
		{Shortcut: uipage.Ctrl(fyne.KeyU), Label: t("privacy.key"), Do: p.privacyKey},
		{Shortcut: &fyne.ShortcutSelectAll{}, Label: t("attendees.key.all"), Do: p.listed(p.table.SelectAll)}}
	if p.pairing != nil {
		return append(p.pairing.bindings(), shortcuts...)
	}
	if p.photos != nil {
		return append(p.photos.bindings(), shortcuts...)
	}
	if p.intake != nil {
		return append(p.importKeys(), shortcuts...)
	}
	return append(shortcuts, []uipage.Binding{
		{Key: fyne.KeyF2, Label: t("form.key.likely")},
		{Key: fyne.KeyF3, Label: t("form.key.proposal")},
		{Key: fyne.KeyF4, Label: t("form.key.place")},
		{Key: fyne.KeyF6, Label: t("form.key.later")},
		{Key: fyne.KeyReturn, Label: t("attendees.key.open")},
		{Key: fyne.KeySpace, Label: t("attendees.key.select")},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShift}, Label: t("attendees.key.range")},
		{Key: fyne.KeyEscape, Label: t("attendees.key.none"), Do: p.table.ClearSelection},
		{Key: fyne.KeyDelete, Label: t("attendees.cancel"), Do: p.listed(func() { p.cancelAll(p.table.Selected()) })}}...)
}

// saveKey keeps the photos that are looked at, writes the problems of the list that is taken in, or else the list that is shown.
func (p *Page) saveKey() {
	if p.photos != nil {
		p.photos.run()
		return
	}
	if p.intake != nil {
		p.intake.SaveProblems()
		return
	}
	p.listed(func() { p.export(p.table.Selected()) })()
}

// listed does something only while the list is there to be seen.
func (p *Page) listed(do func()) func() {
	return func() {
		if p.pairing == nil && p.intake == nil && p.photos == nil {
			do()
		}
	}
}
