package attendeespage_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/photo"
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
		if language == "az" { // the folder itself is as good as a picture in it
			s.File = filepath.Dir(s.File)
		}
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

func TestTheNewestOfSeveralFilesIsTakenAndCutByHand(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := open(t, uitest.Options{Language: language})
		rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Limit: 1})
		s.No(err)
		who := rows[0]
		s.File = photosOf(s, who.Name(), who.BadgeNumber)
		folder := filepath.Dir(s.File)
		old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
		s.No(os.Chtimes(filepath.Join(folder, who.BadgeNumber+".jpg"), old, old))
		s.Bind(fyne.KeyG)
		for _, it := range s.List().Items[:2] {
			if it.Kind != widgets.KindAttention || !strings.Contains(it.Meta, who.Name()) || !strings.Contains(it.Meta, who.BadgeNumber+".jpg") {
				t.Errorf("one of two files is said as %+v", it)
			}
		}
		s.Picture("photos-twice-" + language)
		s.Bind(fyne.KeyF3)
		taken := func() string {
			for _, it := range s.List().Items {
				if s.List().Ticked(it.ID) {
					return it.ID
				}
			}
			return ""
		}
		if got := taken(); got != who.Name()+".jpg" {
			t.Errorf("the newest is %q", got)
		}
		for i, it := range s.List().Items {
			if it.ID == who.BadgeNumber+".jpg" {
				s.List().MoveTo(i)
			}
		}
		if s.Press(fyne.KeySpace); taken() != who.BadgeNumber+".jpg" || s.Side != nil {
			t.Errorf("the other one is picked, and kept is %q", taken())
		}
		s.Bind(fyne.KeyF4)
		s.Write("+") // closer
		s.Press(fyne.KeyReturn)
		s.Bind(fyne.KeyS)
		form, err := s.Desk.Person(t.Context(), s.Of, who.AttendeeID)
		s.No(err)
		file, err := os.Open(filepath.Join(folder, who.BadgeNumber+".jpg"))
		s.No(err)
		whole, err := photo.Read(file)
		s.No(err)
		s.No(file.Close())
		if len(form.Attendee.Photo) == 0 || bytes.Equal(form.Attendee.Photo, whole) || len(s.Failed) > 0 {
			t.Errorf("%d bytes are kept, cut as nobody asked: %v; failures %v", len(form.Attendee.Photo), bytes.Equal(form.Attendee.Photo, whole), s.Failed)
		}
	}
}
