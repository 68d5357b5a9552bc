package designerpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/page"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// What is said of a template is so: undoing its saving leaves it unsaved, and so does saving that went back to an older one.
func TestAnUndoneSavingIsNotSaved(t *testing.T) {
	s, p := open(t, uitest.Options{})
	saved := s.Lang.T("designer.saved.all")
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyS)
	if !s.Says(saved) {
		t.Fatal("it is not saved")
	}
	first := place(t, p, "code")
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyS)
	s.Undo()
	if s.Says(saved) || !p.Editor().Changed() || p.Ending() {
		t.Error("the older one stands in the workspace, and “Saved” on the page")
	}
	s.Bind(fyne.KeyZ)
	if place(t, p, "code") != first || !s.Says(saved) {
		t.Error("as the workspace has it, it is not saved")
	}
	s.Bind(fyne.KeyY)
	s.Bind(fyne.KeyS)
	if !s.Says(saved) {
		t.Error("it cannot be saved again")
	}
}

func TestAnUndoneFirstSavingIsNotSaved(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyS)
	p.Hide()
	_, err := s.Desk.Undo(t.Context(), string(s.Action), "") // on another page
	s.No(err)
	p.Show()
	if s.Says(s.Lang.T("designer.saved.all")) || !s.Says(s.Lang.T("designer.saved.not")) {
		t.Error("nothing stands in the workspace, and “Saved” on the page")
	}
	s.Bind(fyne.KeyS)
	if !s.Says(s.Lang.T("designer.saved.all")) {
		t.Error("it cannot be saved again")
	}
}

// While it is asked whether to save, no key changes what would be saved.
func TestNothingChangesWhileSavingIsAsked(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	field := s.Entry(s.Lang.T("designer.content.text"))
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyEnd, fyne.KeyReturn) // another template
	if s.Side == nil {
		t.Fatal("nothing is asked")
	}
	before := p.Editor().Template()
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyD, fyne.KeyZ, fyne.KeyL, fyne.KeyPageDown} {
		s.Bind(key)
	}
	p.Editor().Select("code")
	s.Window.Canvas().Focus(p.Stage())
	if p.Stage().AcceptsTab() {
		t.Error("Tab keeps to the page behind")
	}
	s.Press(fyne.KeyReturn)
	if s.Focused() != fyne.Focusable(p.Stage()) {
		t.Errorf("Enter leads to %T behind", s.Focused())
	}
	s.Press(fyne.KeyLeft)
	press(p, 52, 108)
	pull(p, 40, 90)
	p.Stage().DragEnd()
	s.Window.Canvas().Focus(field)
	s.Write("x")
	if p.Editor().Template() != before {
		t.Error("it is edited behind the question")
	}
	s.Tap(s.Lang.T("common.cancel"))
	if s.Entry(s.Lang.T("designer.content.text")).Text == "x{badge_code}" {
		t.Error("the field has what the template has not")
	}
	s.Window.Canvas().Focus(p.Stage())
	if s.Press(fyne.KeyLeft); p.Editor().Template() == before {
		t.Error("it cannot be edited after it")
	}
}

// The window makes its pages anew in another language or theme: what is not saved goes on there, with all that can be undone.
func TestWorkGoesOnOnAPageMadeAnew(t *testing.T) {
	s, p := open(t, uitest.Options{})
	before := place(t, p, "code")
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyG)
	anew := designerpage.New(s.Env)
	anew.Resume(p.Work())
	s.Show(anew)
	var keeper page.Keeper = anew
	if keeper.Ending() || place(t, anew, "code") == before || !s.Says(s.Lang.T("designer.saved.not")) {
		t.Error("what was not saved is lost")
	}
	if len(uitest.Within[*widgets.Entry](s.Field(s.Lang.T("designer.name")))) == 0 {
		t.Error("what was selected is not")
	}
	if s.Bind(fyne.KeyZ); place(t, anew, "code") != before {
		t.Error("it cannot be taken back any more")
	}
}
