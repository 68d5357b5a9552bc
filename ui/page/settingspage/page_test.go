package settingspage_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/page/settingspage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func open(t *testing.T, o uitest.Options) *uitest.Stand {
	t.Helper()
	s, _ := uitest.Open(t, o, settingspage.New)
	return s
}

func kept(s *uitest.Stand, key string) string {
	s.Helper()
	value, err := s.Store.Setting(context.Background(), key)
	s.No(err)
	return value
}

func TestATextIsKeptWhenItsFieldIsLeft(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Fill("Name of the desk", "Foyer ")
	if got := kept(s, "desk_name"); got != "" {
		t.Errorf("kept %q while somebody types", got)
	}
	s.Fill("Operator", "Aysel") // leaves the field before
	if got := kept(s, "desk_name"); got != "Foyer" {
		t.Errorf("the desk's name is %q", got)
	}
	s.Press(fyne.KeyReturn)
	if got := kept(s, "operator"); got != "Aysel" {
		t.Errorf("after Enter the operator is %q", got)
	}
	s.Write("x")
	s.Press(fyne.KeyEscape)
	if got := s.Entry("Operator").Text; got != "Aysel" {
		t.Errorf("Escape left %q", got)
	}
	s.Picture("settings")
}

func TestLanguageAndThemeAreAppliedAtOnce(t *testing.T) {
	s := open(t, uitest.Options{})
	for _, c := range uitest.Find[*widgets.Segmented](s) {
		for _, one := range c.Segments {
			if one.ID == "az" || one.ID == "dark" {
				c.Select(one.ID)
			}
		}
	}
	if kept(s, "language") != "az" || kept(s, "theme") != "dark" || s.Restyled != 2 {
		t.Errorf("language %q, theme %q, applied %d times", kept(s, "language"), kept(s, "theme"), s.Restyled)
	}
}

func TestTheVolumeIsKeptAndHeard(t *testing.T) {
	s := open(t, uitest.Options{})
	for _, c := range uitest.Find[*widgets.Segmented](s) {
		for _, one := range c.Segments {
			if one.ID == "loud" {
				c.Select(one.ID)
			}
		}
	}
	if got := kept(s, "sound"); got != "loud" || len(s.Heard) != 1 {
		t.Errorf("kept %q, heard %v", got, s.Heard)
	}
}

func TestASnapshotIsTakenAndRestoredOnceSomebodyIsSure(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyS)
	all, err := s.Store.Snapshots(context.Background())
	s.No(err)
	if len(all) != 1 || !s.Says("by hand · "+size(s, all[0].Path)) {
		t.Fatalf("%d snapshots; shown: %v", len(all), s.Says("by hand"))
	}
	s.Tap("Restore…")
	s.Press(fyne.KeyReturn) // the button that has the focus gives it up
	if s.Restored != "" || s.Side != nil {
		t.Fatalf("restored %q without being sure", s.Restored)
	}
	s.Tap("Restore…")
	s.Picture("settings-restore")
	s.Tap("Restore")
	if s.Restored != all[0].Path {
		t.Errorf("restored %q", s.Restored)
	}
}

func size(s *uitest.Stand, path string) string {
	info, err := os.Stat(path)
	s.No(err)
	return s.Env.Lang.Number(int((info.Size()+1023)/1024)) + " kB"
}

func TestTheDoctorsFindingsAreShown(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyD)
	fine := 0
	for _, p := range uitest.Find[*widgets.StatusPill](s) {
		if p.Kind == widgets.KindAccepted {
			fine++
		}
	}
	if fine != 4 {
		t.Errorf("%d findings in order of 4", fine)
	}
	s.Picture("settings-doctor")
}

func TestTheWorkspaceIsNamedAndAnotherCanBeOpened(t *testing.T) {
	s := open(t, uitest.Options{Language: "az", Dark: true})
	named := false
	for _, text := range uitest.Find[*widgets.Text](s) {
		named = named || strings.HasSuffix(text.Text, filepath.Base(s.Store.Path()))
	}
	if !named {
		t.Error("the file is not named")
	}
	s.Tap(s.Env.Lang.T("settings.folder"))
	if s.Opened != "folder" {
		t.Errorf("opened %q", s.Opened)
	}
	s.Bind(fyne.KeyO)
	if s.Opened != "workspace" {
		t.Errorf("opened %q", s.Opened)
	}
	s.Picture("settings-az-dark")
}

func TestAFontFileIsKeptAndLetGo(t *testing.T) {
	const collection = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
	if _, err := os.Stat(collection); err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	s := open(t, uitest.Options{Dark: true})
	if !s.Says(s.Lang.T("settings.fonts.none")) || s.Button("Remove") != nil {
		t.Error("a font is shown before one was chosen")
	}
	s.File = filepath.Join(t.TempDir(), "people.ttf")
	s.No(os.WriteFile(s.File, []byte("Ad;Soyad"), 0o600))
	s.Tap("Choose a font file…")
	if len(s.Failed) != 1 || !strings.Contains(s.Failed[0].Error(), "people.ttf is not a font") || s.Restyled != 0 {
		t.Errorf("failures %v", s.Failed)
	}
	s.Failed = nil
	s.File = collection
	s.Tap("Choose a font file…")
	if !s.Says("wqy-microhei.ttc") || !s.Mentions("Han") || s.Restyled != 1 || len(s.Env.Fonts.Files()) != 1 {
		t.Errorf("kept %v, restyled %d times", s.Env.Fonts.Files(), s.Restyled)
	}
	s.Picture("settings-font")
	s.No(os.WriteFile(s.Env.Fonts.Files()[0], []byte("damaged since"), 0o600))
	s.Show(settingspage.New(s.Env))
	if !s.Mentions("broken") {
		t.Error("a damaged file is not told")
	}
	s.Tap("Remove")
	if !s.Says(s.Lang.T("settings.fonts.none")) || s.Restyled != 2 || len(s.Env.Fonts.Files()) != 0 {
		t.Errorf("still kept: %v", s.Env.Fonts.Files())
	}
}

func TestThePageScrollsByKeysWithNothingInHand(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Window.Canvas().Unfocus()
	scroll := uitest.Find[*container.Scroll](s)[0]
	most := scroll.Content.MinSize().Height - scroll.Size().Height
	if s.Keys(fyne.KeyPageDown); scroll.Offset.Y <= 0 || most <= 0 {
		t.Errorf("it stands at %v of %v", scroll.Offset.Y, most)
	}
	if s.Keys(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown); scroll.Offset.Y != most {
		t.Errorf("it stands at %v, and ends at %v", scroll.Offset.Y, most)
	}
	if s.Keys(fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp); scroll.Offset.Y != 0 {
		t.Errorf("it stands at %v", scroll.Offset.Y)
	}
}
