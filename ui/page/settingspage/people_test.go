package settingspage_test

import (
	"context"
	"testing"

	"lanyard/internal/desk"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func sorted(s *uitest.Stand) string {
	s.Helper()
	language, err := s.Store.Language(context.Background())
	s.No(err)
	return language
}

func TestNamesAreSortedInTheLanguageChosen(t *testing.T) {
	s := open(t, uitest.Options{})
	choices := uitest.Find[*widgets.Select](s)
	if len(choices) != 1 {
		t.Fatalf("%d choices", len(choices))
	}
	choices[0].SetSelected("қазақ тілі")
	if kept(s, desk.SettingSortLanguage) != "kk" || sorted(s) != "kk" {
		t.Errorf("kept %q, sorted in %q", kept(s, desk.SettingSortLanguage), sorted(s))
	}
	if !s.Says("Saved") {
		t.Error("nothing says that it is done")
	}
	s.Picture("settings-sorted")
	language := func(tag string) {
		for _, c := range uitest.Find[*widgets.Segmented](s) {
			for _, one := range c.Segments {
				if one.ID == tag {
					c.Select(tag)
				}
			}
		}
	}
	language("az")
	if sorted(s) != "kk" {
		t.Errorf("the interface's language took over: sorted in %q", sorted(s))
	}
	choices[0].SetSelectedIndex(0)
	language("az")
	language("en")
	if kept(s, desk.SettingSortLanguage) != "" || sorted(s) != "en" {
		t.Errorf("kept %q, sorted in %q", kept(s, desk.SettingSortLanguage), sorted(s))
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

func TestHonorificsAreKept(t *testing.T) {
	s := open(t, uitest.Options{})
	check := uitest.Find[*widgets.Check](s)[0]
	check.SetChecked(true)
	if kept(s, desk.SettingHonorifics) != desk.HonorificsShown {
		t.Error("not kept")
	}
	check.SetChecked(false)
	if kept(s, desk.SettingHonorifics) != "" {
		t.Error("still kept")
	}
}
