package attendeespage

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/intake"
)

// chooseImport offers the ways to take a list in; once they are offered it asks for the file.
func (p *Page) chooseImport() {
	if p.intake != nil {
		p.intake.Choose()
		return
	}
	p.beginImport(func(*intake.Intake) {})
}

// pasteImport takes in what is on the clipboard.
func (p *Page) pasteImport() { p.beginImport((*intake.Intake).Paste) }

// beginImport puts an intake in the place of the list, unless there is one, and goes on with it.
func (p *Page) beginImport(then func(*intake.Intake)) {
	if p.intake != nil {
		then(p.intake)
		return
	}
	if p.env.Seminar().ID == "" || !p.leavePanel() {
		return
	}
	uipage.With(p.env, seminar.RightImport, func(d *desk.Desk) {
		p.leaveTwins()
		p.leavePhotos()
		p.leaveImport()
		p.intake = intake.New(p.room(), d)
		then(p.intake)
	})
}

func (p *Page) room() intake.Room {
	return intake.Room{Env: p.env, Put: p.put, Twins: p.findTwins, Leave: func() {
		p.intake = nil
		p.put(nil)
		p.take()
	}}
}

// leaveImport gives up the import under way; nothing was changed by it.
func (p *Page) leaveImport() {
	if p.intake == nil {
		return
	}
	p.intake.Close()
	p.intake = nil
	p.put(nil)
	p.take()
}

// Drop implements page.Dropper: a folder or an archive is of photos, everything else a list of people.
func (p *Page) Drop(path string) {
	if about, err := os.Stat(path); err == nil && about.IsDir() || strings.EqualFold(filepath.Ext(path), ".zip") {
		p.dropPhotos(path)
		return
	}
	p.beginImport(func(k *intake.Intake) { k.File(path) })
}

// nextStep goes on with an import.
func (p *Page) nextStep() {
	if p.intake != nil {
		p.intake.Next()
	}
}

// Ending implements page.Keeper: an import that is not done yet has changed nothing.
func (p *Page) Ending() bool { return true }

// Work implements page.Keeper.
func (p *Page) Work() any {
	if p.intake == nil {
		return nil
	}
	return p.intake
}

// Resume implements page.Keeper.
func (p *Page) Resume(work any) {
	p.intake = work.(*intake.Intake)
	p.of = p.intake.Of()
	p.intake.Show(false)
	p.intake.Move(p.room())
}

// importKeys are the keys of an import.
func (p *Page) importKeys() []uipage.Binding {
	t := p.env.Lang.T
	return []uipage.Binding{{Key: fyne.KeyReturn, Label: t("intake.key.open")}, {Key: fyne.KeyEscape, Label: t("common.back"), Do: p.intake.Back}}
}
