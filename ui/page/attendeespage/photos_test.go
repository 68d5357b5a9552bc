package attendeespage_test

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// photosOf writes a photo for each name, and gives the path of one of them.
func photosOf(s *stage, names ...string) string {
	s.Helper()
	folder := s.TempDir()
	for i, name := range names {
		m := image.NewNRGBA(image.Rect(0, 0, 300, 400))
		for p := 0; p < len(m.Pix); p += 4 {
			m.Pix[p], m.Pix[p+1], m.Pix[p+2], m.Pix[p+3] = byte(60*i), 120, byte(p/1200), 255
		}
		m.Set(0, 0, color.White)
		f, err := os.Create(filepath.Join(folder, name+".jpg"))
		s.No(err)
		s.No(jpeg.Encode(f, m, nil))
		s.No(f.Close())
	}
	s.No(os.WriteFile(filepath.Join(folder, "broken.jpg"), []byte("no picture"), 0o600))
	return filepath.Join(folder, names[0]+".jpg")
}

func TestPhotosAreKeptWhenTheyWereLookedAt(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := open(t, uitest.Options{Language: language})
		rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
		s.No(err)
		kept := func(id seminar.ID) bool {
			t.Helper()
			who, err := s.Desk.Person(t.Context(), s.Of, id)
			s.No(err)
			return len(who.Attendee.Photo) > 0
		}
		sure, whose, other := rows[0], rows[1], rows[2]
		before := kept(other.AttendeeID)
		s.File = photosOf(s, sure.Name(), "DSC_0001", other.BadgeNumber)
		s.Bind(fyne.KeyG)
		list := s.List()
		if len(list.Items) != 4 || list.Items[0].Title != "DSC_0001.jpg" || list.Items[3].Kind != widgets.KindRefused {
			t.Fatalf("%+v", list.Items)
		}
		s.Press(fyne.KeySpace) // of nobody: asks
		s.Write(whose.Name())
		s.Picture("photos-whose-" + language)
		s.Press(fyne.KeyReturn)
		if it := s.List().Items[0]; it.Title != whose.Name() || !s.List().Ticked(it.ID) {
			t.Errorf("the photo is %+v", it)
		}
		for i, it := range s.List().Items { // one of those that were found is not wanted
			if strings.HasPrefix(it.Meta, other.BadgeNumber) {
				s.List().MoveTo(i)
				s.Press(fyne.KeySpace)
			}
		}
		s.Picture("photos-" + language)
		if kept(sure.AttendeeID) {
			t.Error("a photo was kept before anybody said so")
		}
		s.Bind(fyne.KeyS)
		if !kept(sure.AttendeeID) || !kept(whose.AttendeeID) || kept(other.AttendeeID) != before || len(s.Failed) > 0 {
			t.Fatalf("kept %v %v %v, failures %v", kept(sure.AttendeeID), kept(whose.AttendeeID), kept(other.AttendeeID), s.Failed)
		}
		s.Undo()
		if kept(sure.AttendeeID) || kept(whose.AttendeeID) {
			t.Error("undo left a photo")
		}
	}
}

func TestPhotosAreLeftWithEscape(t *testing.T) {
	s := open(t, uitest.Options{})
	s.File = photosOf(s, "DSC_0001")
	s.Bind(fyne.KeyG)
	s.Press(fyne.KeyEscape)
	if len(uitest.Find[*widgets.PickList](s.Stand)) != 0 || len(s.Done) > 0 {
		t.Error("Escape leaves the photos there")
	}
}
