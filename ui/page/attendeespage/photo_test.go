package attendeespage_test

import (
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestAPhotoComesOutOfAFile(t *testing.T) {
	s := open(t, uitest.Options{})
	p := s.page
	s.File = filepath.Join(t.TempDir(), "face.jpg")
	f, err := os.Create(s.File)
	s.No(err)
	s.No(jpeg.Encode(f, image.NewGray(image.Rect(0, 0, 900, 700)), nil))
	s.No(f.Close())
	rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Limit: 1})
	s.No(err)
	p.Open(rows[0].AttendeeID)
	press := func(label string) {
		t.Helper()
		for _, b := range uitest.Find[*widgets.Button](s.Stand) {
			if b.Text == label && b.Visible() {
				test.Tap(b)
				return
			}
		}
		t.Fatalf("no button %q", label)
	}
	kept := func() int {
		t.Helper()
		who, err := s.Desk.Person(t.Context(), s.Of, rows[0].AttendeeID)
		s.No(err)
		return len(who.Attendee.Photo)
	}
	press("Choose a picture…")
	s.Picture("photo-crop")
	s.Write("+")
	s.Press(fyne.KeyRight, fyne.KeyReturn)
	press("Save")
	if n := kept(); n == 0 || n > seminar.MaxPhoto {
		t.Fatalf("%d bytes are kept; failures %v", n, s.Failed)
	}
	p.Open(rows[0].AttendeeID)
	press("Remove")
	press("Save")
	if n := kept(); n != 0 {
		t.Errorf("removed, %d bytes are kept", n)
	}
	s.No(os.WriteFile(s.File, []byte("no picture"), 0o600))
	p.Open(rows[0].AttendeeID)
	press("Choose a picture…")
	if len(s.Failed) != 1 {
		t.Errorf("no picture gives %v", s.Failed)
	}
	s.Failed = nil
}
