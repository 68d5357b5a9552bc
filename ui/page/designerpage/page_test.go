package designerpage_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// desk is a designer with the standard badge open.
func open(t *testing.T, o uitest.Options) (*uitest.Stand, *designerpage.Page) {
	t.Helper()
	s, p := uitest.Open(t, o, designerpage.New)
	p.Open(seminar.ID(template.Badge))
	if p.Editor() == nil {
		t.Fatal("nothing is open")
	}
	return s, p
}

func place(t *testing.T, p *designerpage.Page, id string) template.Place {
	t.Helper()
	e, ok := p.Editor().Element(id)
	if !ok {
		t.Fatalf("no element %q", id)
	}
	return e.Place
}

// press presses the pointer on a place of the page, in millimetres.
func press(p *designerpage.Page, x, y float64) {
	at := p.At(x, y)
	p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonPrimary})
}

// pull moves the pressed pointer to another place.
func pull(p *designerpage.Page, x, y float64) {
	at := p.At(x, y)
	p.Stage().Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}})
}

func TestDraggingOnThePage(t *testing.T) {
	s, p := open(t, uitest.Options{})
	before := place(t, p, "code")
	press(p, 52, 108)
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"code"}) {
		t.Fatalf("under the pointer is %v", got)
	}
	pull(p, 52, 104)
	if p.Pictures() < 2 || len(p.Loose()) != 1 {
		t.Fatalf("the page is laid of %d pictures, %d of them loose", p.Pictures(), len(p.Loose()))
	}
	from := p.Loose()[0]
	pull(p, 45.2, 98)
	to, way := p.Loose()[0], p.At(45.2, 98).Subtract(p.At(52, 104))
	if d := to.Subtract(from).Subtract(way); d.X > 7 || d.X < -7 || d.Y > 7 || d.Y < -7 { // it may have been pulled to a guide
		t.Errorf("the picture went %v, the pointer %v", to.Subtract(from), way)
	}
	s.Picture("designer-drag")
	p.Stage().DragEnd()
	after := place(t, p, "code")
	if after == before || p.Pictures() != 1 {
		t.Errorf("%+v after the drag, %d pictures", after, p.Pictures())
	}
	s.Bind(fyne.KeyZ)
	if place(t, p, "code") != before {
		t.Error("undo does not bring it back in one step")
	}
}

func TestADragKeepsToTheMiddleAndIsLetGoByEscape(t *testing.T) {
	s, p := open(t, uitest.Options{})
	before := place(t, p, "code")
	press(p, 52, 108)
	pull(p, 40, 100)
	pull(p, 52.3, 100)
	if p.Guides() == 0 {
		t.Error("no guide in the middle of the page")
	}
	p.Hold(fyne.KeyModifierAlt)
	if pull(p, 52.3, 100); p.Guides() != 0 {
		t.Error("with Alt something pulls")
	}
	s.Press(fyne.KeyEscape)
	s.Bind(fyne.KeyEscape)
	if place(t, p, "code") != before || p.Editor().CanUndo() {
		t.Error("Escape does not let go")
	}
}

func TestResizingByAHandle(t *testing.T) {
	_, p := open(t, uitest.Options{})
	press(p, 52, 108)
	p.Hold(fyne.KeyModifierShift)
	before := place(t, p, "code")
	press(p, before.X+before.W, before.Y+before.H)
	if !slices.Equal(p.Editor().Selection(), []string{"code"}) {
		t.Fatal("the handle is not found")
	}
	pull(p, before.X+before.W-8, before.Y+before.H-3)
	p.Stage().DragEnd()
	if after := place(t, p, "code"); after.W != after.H || after.W >= before.W-2 || after.X != before.X || after.Y != before.Y {
		t.Errorf("%+v, before %+v", after, before)
	}
}

func TestTurningByTheHandleAbove(t *testing.T) {
	_, p := open(t, uitest.Options{})
	press(p, 52, 108)
	at := place(t, p, "code")
	up := p.At(at.X+at.W/2, at.Y).SubtractXY(0, 24)
	p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: up, AbsolutePosition: up}, Button: desktop.MouseButtonPrimary})
	pull(p, at.X+at.W+20, at.Y+at.H/2+1)
	p.Stage().DragEnd()
	if e, _ := p.Editor().Element("code"); e.Rotation != 90 || e.Place != at {
		t.Errorf("%v° at %+v", e.Rotation, e.Place)
	}
}

func TestARectangleSelectsWhatItHolds(t *testing.T) {
	_, p := open(t, uitest.Options{})
	press(p, 1, 92.5)
	pull(p, 104, 126)
	p.Stage().DragEnd()
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"code", "number"}) {
		t.Errorf("%v", got)
	}
	p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.At(52, 108)}, Modifier: fyne.KeyModifierShift})
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"number"}) {
		t.Errorf("with Shift: %v", got)
	}
}

func TestTheKeyboardAlone(t *testing.T) {
	s, p := open(t, uitest.Options{})
	names := []string{"head", "rule", "person", "code"}
	for _, want := range names {
		s.Press(fyne.KeyTab)
		if got := p.Editor().Selection(); !slices.Equal(got, []string{want}) {
			t.Fatalf("Tab selects %v, want %s", got, want)
		}
	}
	at := place(t, p, "code")
	s.Press(fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	p.Hold(fyne.KeyModifierShift)
	s.Press(fyne.KeyLeft)
	p.Hold(0)
	p.Stage().TypedShortcut(page.Ctrl(fyne.KeyUp))
	if got := place(t, p, "code").Y; got != at.Y+0.9 {
		t.Errorf("with Ctrl an arrow leads to %v", got)
	}
	p.Stage().TypedShortcut(page.Ctrl(fyne.KeyDown))
	for key, m := range map[fyne.KeyName]fyne.KeyModifier{fyne.KeyRight: fyne.KeyModifierAlt, fyne.KeyUp: fyne.KeyModifierAlt | fyne.KeyModifierShift} {
		p.Stage().TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: m})
	}
	if got := place(t, p, "code"); got.W != at.W+0.5 || got.H != at.H-5 {
		t.Errorf("resized by keys from %+v to %+v", at, got)
	}
	if got := place(t, p, "code"); got.X != at.X-4.5 || got.Y != at.Y+1 {
		t.Errorf("%+v, before %+v", got, at)
	}
	s.Bind(fyne.KeyD)
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"code-2"}) {
		t.Errorf("duplicated is %v", got)
	}
	s.Bind(fyne.KeyDelete)
	s.Bind(fyne.KeyT)
	if !p.Editor().Back() {
		t.Error("T does not turn to the back")
	}
	s.Bind(fyne.KeyT)
	for s.Press(fyne.KeyTab); p.Stage().AcceptsTab(); s.Press(fyne.KeyTab) {
	}
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"edge"}) {
		t.Errorf("before Tab leads on, %v is selected", got)
	}
	s.Press(fyne.KeyReturn)
	if _, ok := s.Focused().(*widgets.Entry); !ok {
		t.Errorf("Enter leads to %T", s.Focused())
	}
}

func TestTextIsTypedAndTakenBackInOneStep(t *testing.T) {
	s, p := open(t, uitest.Options{})
	p.Editor().Select("number")
	press(p, 10, 123)
	field := s.Entry(s.Lang.T("designer.content.text"))
	if field.Text != "{badge_number}" {
		t.Fatalf("the field has %q", field.Text)
	}
	s.Window.Canvas().Focus(field)
	for range "{badge_number}" {
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	s.Write("No. {badge_number")
	if !s.Mentions("Element “Number”, content: a brace") {
		t.Error("nothing says that a brace is open")
	}
	s.Write("}")
	if e, _ := p.Editor().Element("number"); e.Content != "No. {badge_number}" {
		t.Errorf("%q", e.Content)
	}
	p.Editor().Undo()
	if e, _ := p.Editor().Element("number"); e.Content != "{badge_number}" {
		t.Errorf("one undo leaves %q", e.Content)
	}
}

// In a language from the right a mirrored template counts from the right edge; the pointer does not care.
func TestAMirroredPageFollowsThePointer(t *testing.T) {
	s, p := open(t, uitest.Options{Language: i18n.RTLTag})
	press(p, 52, 108)
	at := place(t, p, "code")
	s.Press(fyne.KeyRight)
	if got := place(t, p, "code").X; got != at.X-0.5 {
		t.Errorf("the arrow to the right leads from %v to %v", at.X, got)
	}
	press(p, 52, 108)
	p.Hold(fyne.KeyModifierAlt)
	pull(p, 50, 108)
	from := p.Loose()[0]
	pull(p, 20, 108)
	way := p.At(20, 108).Subtract(p.At(50, 108))
	if got := p.Loose()[0].Subtract(from); got.X-way.X > 1 || way.X-got.X > 1 || way.X <= 0 {
		t.Errorf("the picture went %v, the pointer %v", got, way)
	}
	p.Stage().DragEnd()
}

func TestAnElementIsRenamed(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	s.Fill(s.Lang.T("designer.name"), "person") // as another is called, whatever the window calls it
	s.Press(fyne.KeyReturn)
	if s.Field(s.Lang.T("designer.name")).Error == "" {
		t.Error("two elements may have one name")
	}
	s.Fill(s.Lang.T("designer.name"), "entrance code")
	s.Press(fyne.KeyReturn)
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"entrance code"}) {
		t.Errorf("%v is selected", got)
	}
}

func TestSeveralTextsAreMadeAlike(t *testing.T) {
	s, p := open(t, uitest.Options{})
	p.Editor().Select("number", "category")
	p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.At(-5, -5)}, Modifier: fyne.KeyModifierShift})
	s.Fill(s.Lang.T("designer.size"), "13")
	s.Press(fyne.KeyReturn)
	for _, id := range []string{"number", "category"} {
		if e, _ := p.Editor().Element(id); e.Words == nil || e.Words.Size != 13 {
			t.Errorf("%s: %+v", id, e.Words)
		}
	}
	if p.Editor().Undo(); p.Editor().CanUndo() {
		t.Error("it is not one step")
	}
}

func TestTheListOfLayers(t *testing.T) {
	s, p := open(t, uitest.Options{})
	s.Window.Canvas().Focus(p.Layers())
	s.Press(fyne.KeyDown)
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"edge"}) {
		t.Errorf("the topmost is %v", got)
	}
	s.Press(fyne.KeyDown, fyne.KeySpace)
	if !p.Editor().Hidden("category") || p.Editor().At(52, 140, 1, false) == "category" {
		t.Error("Space does not hide")
	}
	row := p.Layer("category")
	row.Tapped(&fyne.PointEvent{Position: fyne.NewPos(row.Size().Width-10, 10)})
	if p.Editor().Hidden("category") {
		t.Error("its eye does not bring it back")
	}
	row.Tapped(&fyne.PointEvent{Position: fyne.NewPos(row.Size().Width-36, 10)})
	if e, _ := p.Editor().Element("category"); !e.Locked {
		t.Error("its lock does not lock")
	}
	row.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 10)})
	before := place(t, p, "category")
	s.Window.Canvas().Focus(p.Stage())
	if s.Press(fyne.KeyLeft); place(t, p, "category") != before {
		t.Error("what is locked moves")
	}
	s.Bind(fyne.KeyL)
	if s.Press(fyne.KeyLeft); place(t, p, "category") == before {
		t.Error("L does not let it go")
	}
}

// What is not drawn for one person is drawn for another, and says so in the list.
func TestAConditionIsSetAndSeen(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 122.9)
	if got := p.Editor().Selection(); !slices.Equal(got, []string{"number"}) {
		t.Fatalf("%v", got)
	}
	s.Tap(s.Lang.T("designer.show.add"))
	way := uitest.Within[*widgets.Select](s.Field(s.Lang.T("designer.show.way")))[0]
	way.SetSelected(s.Lang.T("designer.show.is"))
	s.Fill(s.Lang.T("designer.show.values"), "Press, Guest")
	e, _ := p.Editor().Element("number")
	if len(e.Show) != 1 || !slices.Equal(e.Show[0].Is, []string{"Press", "Guest"}) {
		t.Errorf("%+v", e.Show)
	}
	if !p.Editor().IsAbsent("number") {
		t.Error("a delegate sees it")
	}
}

func TestNumbersAreChecked(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	x := s.Lang.T("designer.x")
	s.Fill(x, "41,5")
	s.Press(fyne.KeyReturn)
	if got := place(t, p, "code").X; got != 41.5 {
		t.Errorf("%v", got)
	}
	s.Press(fyne.KeyUp)
	if got := place(t, p, "code").X; got != 42 {
		t.Errorf("Up leads to %v", got)
	}
	s.Fill(x, "far")
	s.Press(fyne.KeyReturn)
	if s.Field(x).Error == "" || place(t, p, "code").X != 42 {
		t.Error("what is no number is taken")
	}
}

func TestAShippedTemplateIsNeverChanged(t *testing.T) {
	s, p := open(t, uitest.Options{})
	if id := p.Editor().Template().ID; id == "a6-portrait" || p.Editor().Changed() {
		t.Fatalf("open is %q", id)
	}
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyS)
	if len(s.Done) != 1 || p.Editor().Changed() {
		t.Fatalf("%q was done", s.Done)
	}
	own, err := s.Desk.Templates(context.Background(), s.Of, template.Badge)
	s.No(err)
	if len(own) != 1 || own[0].Names["en"] != "A6, upright 2" {
		t.Fatalf("%+v", own)
	}
	saved, err := s.Desk.Template(context.Background(), own[0].ID)
	s.No(err)
	if i := slices.IndexFunc(saved.Front, func(e template.Element) bool { return e.ID == "code" }); saved.Front[i].X != 39 {
		t.Errorf("saved is %+v", saved.Front[i].Place)
	}
	s.Undo()
	if own, _ = s.Desk.Templates(context.Background(), s.Of, template.Badge); len(own) != 0 {
		t.Error("undo leaves it")
	}
}

func TestLeavingAsksAboutWhatIsNotSaved(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyEscape) // nothing is selected any more
	s.Bind(fyne.KeyEscape)
	if s.Side == nil || s.Opened != "" {
		t.Fatalf("it is left without a question: %q", s.Opened)
	}
	if s.Tap(s.Lang.T("common.cancel")); s.Side != nil || place(t, p, "code").X != 39 {
		t.Fatal("Cancel does not leave it as it is")
	}
	s.Bind(fyne.KeyEscape)
	s.Tap(s.Lang.T("designer.leave.discard"))
	if s.Opened != page.Badges {
		t.Errorf("%q is open", s.Opened)
	}
}

func TestTheLibraryExportsImportsAndDeletes(t *testing.T) {
	s, p := open(t, uitest.Options{})
	press(p, 52, 108)
	s.Press(fyne.KeyRight)
	s.Bind(fyne.KeyS)
	s.Bind(fyne.KeyO)
	if got := s.Picked(); len(got) < 2 || got[0] != "A6, upright 2" {
		t.Fatalf("%q", got)
	}
	s.Picture("designer-library")
	s.Tap(s.Lang.T("designer.library.export"))
	file := filepath.Join(t.TempDir(), "own.json")
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	s.No(os.WriteFile(file, []byte(strings.Replace(string(data), `"A6, upright 2"`, `"From elsewhere"`, 1)), 0o600))
	s.File = file
	s.Tap(s.Lang.T("designer.library.import"))
	if p.Editor().Template().Names["en"] != "From elsewhere" {
		t.Errorf("open is %q", p.Editor().Template().Names)
	}
	s.Bind(fyne.KeyO)
	s.Tap(s.Lang.T("designer.library.delete"))
	if own, _ := s.Desk.Templates(context.Background(), s.Of, template.Badge); len(own) != 0 {
		t.Errorf("%d are left", len(own))
	}
}

// TestAFontThatIsNotHereIsSaid on import, though only the other side of the badge has it.
func TestAFontThatIsNotHereIsSaid(t *testing.T) {
	s, _ := open(t, uitest.Options{})
	s.File = filepath.Join(t.TempDir(), "fonts.json")
	s.No(os.WriteFile(s.File, []byte(`{"schema": 1, "id": "fonts", "kind": "badge", "names": {"en": "Fonts"}, "size": {"w": 90, "h": 54},
		"front": [{"id": "box", "type": "box", "x": 5, "y": 5, "w": 20, "h": 20, "fill": "#0f766e"}],
		"back": [{"id": "name", "type": "text", "x": 5, "y": 5, "w": 80, "h": 20, "content": "{name}", "words": {"size": 20, "font": "Baku Grotesk"}}]}`), 0o600))
	s.Bind(fyne.KeyO)
	s.Tap(s.Lang.T("designer.library.import"))
	if !s.Says(s.Lang.T("document.warning.font", "font", "Baku Grotesk")) {
		t.Error("nothing says that the font is not here")
	}
}

func TestThePersonShown(t *testing.T) {
	s, p := open(t, uitest.Options{})
	s.Bind(fyne.KeyP)
	titles := s.Picked()
	if len(titles) < 100 || titles[0] == titles[1] {
		t.Fatalf("%q", titles[:min(8, len(titles))])
	}
	s.Picture("designer-person")
	s.Write("aliyev")
	if len(s.Picked()) == 0 || len(s.Picked()) >= len(titles) {
		t.Fatalf("%d found", len(s.Picked()))
	}
	name := s.Picked()[0]
	s.Press(fyne.KeyReturn)
	if s.Side != nil || s.Button(name) == nil {
		t.Errorf("the page is shown with %q, not %q", s.Buttons(), name)
	}
	_ = p
}

// A pointer that moves has a sixtieth of a second for everything: where things go, what they are in line with, and what is
// shown. Nothing is painted anew for it.
func TestAPointerIsFollowedWithinAFrame(t *testing.T) {
	_, p := open(t, uitest.Options{})
	crowd(p)
	p.Editor().Select("box-7", "text-22")
	press(p, place(t, p, "box-7").X+2, place(t, p, "box-7").Y+2)
	pull(p, 40, 40)
	picture := p.Loose()
	var moves []time.Duration
	for i := range 300 {
		begun := time.Now()
		pull(p, 40+float64(i%50), 40+float64(i%37))
		moves = append(moves, time.Since(begun))
	}
	slices.Sort(moves)
	t.Logf("a move among sixty elements: median %v, p99 %v", moves[150], moves[297])
	if moves[150] > 4*time.Millisecond {
		t.Errorf("a move takes %v: no room is left for the screen", moves[150])
	}
	if len(picture) == 0 || slices.Equal(picture, p.Loose()) {
		t.Error("the picture does not follow")
	}
	p.Stage().DragEnd()
}

// crowd puts sixty elements on the page.
func crowd(p *designerpage.Page) {
	page := p.Editor().Template().Size
	for i := range 60 {
		of := []template.Type{template.Box, template.Text, template.QR}[i%3]
		one := edit.Default(of, template.Badge, page, "{organisation}")
		one.Place = template.Place{X: float64(i%8) * 12, Y: float64(i/8) * 16, W: 10, H: 9}
		p.Editor().Add(one)
	}
}

func TestEveryLookOfThePage(t *testing.T) {
	for name, o := range map[string]uitest.Options{"designer": {}, "designer-dark": {Dark: true}, "designer-az": {Language: "az"}} {
		s, p := open(t, o)
		press(p, 52, 60)
		s.Picture(name)
	}
}

func TestAPictureOfAFile(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{}, designerpage.New)
	p.Open(seminar.ID(template.Badge))
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "star.svg"), filepath.Join(dir, "bad.png")
	s.No(os.WriteFile(good, []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>`), 0o600))
	s.No(os.WriteFile(bad, []byte("no picture"), 0o600))
	s.File = good
	p.AddPicture()
	e, ok := p.Editor().Element("star")
	if !ok || e.Picture != "star" || e.W != 2*e.H || len(p.Editor().Template().Pictures) != 1 {
		t.Fatalf("%+v", e)
	}
	s.Cancel = true // what fails now is meant to
	s.File = bad
	p.AddPicture()
	if len(s.Failed) != 1 || len(p.Editor().Template().Pictures) != 1 {
		t.Errorf("%v", s.Failed)
	}
}

func TestAnEndIsSaidOnceBeforeATemplateIsLost(t *testing.T) {
	s, p := open(t, uitest.Options{})
	if !p.Ending() {
		t.Fatal("nothing was changed, and the window may not close")
	}
	press(p, 52, 108)
	p.Stage().MouseUp(nil)
	s.Press(fyne.KeyRight)
	if p.Ending() {
		t.Fatal("a change is lost unsaid")
	}
	if !p.Ending() {
		t.Fatal("it is said twice")
	}
	s.Press(fyne.KeyRight)
	if p.Ending() {
		t.Error("another change is lost unsaid")
	}
}

func TestADragMovesWhatIsSelectedThoughSomethingCoversIt(t *testing.T) {
	s, p := open(t, uitest.Options{})
	number := place(t, p, "number")
	press(p, 52, 108)
	pull(p, 52, 104)
	pull(p, 52, number.Y+number.H/2-14) // the code is below the number's box now
	p.Stage().DragEnd()
	p.Stage().MouseUp(nil)
	code := place(t, p, "code")
	x, y := number.X+number.W/2, number.Y+number.H/2
	if y < code.Y || y > code.Y+code.H {
		t.Fatalf("the code at %+v is not below %v", code, y)
	}
	press(p, x, y)
	pull(p, x, y-6)
	pull(p, x, y-9)
	p.Stage().DragEnd()
	p.Stage().MouseUp(nil)
	if place(t, p, "number") != number || place(t, p, "code") == code {
		t.Errorf("the drag moved what lies over the selection; failed %v", s.Failed)
	}
	code = place(t, p, "code")
	press(p, x, code.Y+code.H-1)
	p.Stage().MouseUp(nil)
	if got := p.Editor().Selection(); len(got) != 1 {
		t.Errorf("a click selects %v", got)
	}
}
