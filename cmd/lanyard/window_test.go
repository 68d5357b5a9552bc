package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lanyard/ui/theme"
)

type person struct {
	ID         string `json:"id"`
	Code       string `json:"code"`
	GivenName  string `json:"given_name"`
	FamilyName string `json:"family_name"`
	CheckedIn  bool   `json:"checked_in"`
	Status     string `json:"status"`
}

// story is the desk with the seminar that stands in front in the window.
type story struct {
	desk
	seminar string
}

func (s story) ask(answer any, args ...string) {
	s.Helper()
	s.desk.ask(answer, append([]string{"--seminar", s.seminar}, args...)...)
}

func (s story) arrived(id string) bool {
	s.Helper()
	var now []person
	s.ask(&now, "attendees", "--limit", "0")
	for _, p := range now {
		if p.ID == id {
			return p.CheckedIn
		}
	}
	return false
}

// expected is somebody who has not come yet.
func (s story) expected() person {
	s.Helper()
	var people []person
	s.ask(&people, "attendees", "--limit", "0", "--status", "confirmed")
	for _, p := range people {
		if !p.CheckedIn {
			return p
		}
	}
	s.Fatal("everybody of the sample has arrived")
	return person{}
}

// TestTheDeskInARealWindow is a morning at the desk by the keyboard alone. What stands in the database and in the files is
// looked at each time with other programs.
func TestTheDeskInARealWindow(t *testing.T) {
	s := story{desk: start(t)}
	var seminars []struct{ ID string }
	s.desk.ask(&seminars, "seminars")
	s.seminar = seminars[0].ID
	guest := s.expected()

	s.scan(guest)
	s.key("ctrl+z") // the scan was a mistake
	s.until("the undo", func() bool { return !s.arrived(guest.ID) })
	s.walkIn()
	s.saveBadges()
	s.startAgain()
	s.throughThePages()
	s.scan(guest) // still alive, and the entry has the focus again

	var findings []struct {
		Check string
		OK    bool
	}
	s.desk.ask(&findings, "doctor")
	for _, f := range findings {
		if !f.OK {
			t.Errorf("doctor: %s", f.Check)
		}
	}
}

// scan scans a badge: the answer fills the panel with its colour, and the arrival is in the database.
func (s story) scan(guest person) {
	s.Helper()
	s.typed(guest.Code)
	s.key("Return")
	s.until("the answer on the screen", func() bool { return share(s.shot(), theme.Light().Accepted) > 0.1 })
	s.until("the check-in of "+guest.GivenName, func() bool { return s.arrived(guest.ID) })
	s.until("the desk ready for the next", func() bool { return share(s.shot(), theme.Light().Accepted) < 0.1 })
}

// walkIn registers somebody who stands before the desk.
func (s story) walkIn() {
	s.Helper()
	s.key("ctrl+n")
	time.Sleep(time.Second)
	s.typed("Nigar")
	s.key("Tab")
	s.typed("Walkin")
	s.key("ctrl+Return")
	s.until("the registration of a walk-in", func() bool {
		var found []person
		s.ask(&found, "attendees", "--search", "nigar walkin")
		return len(found) == 1 && found[0].CheckedIn && found[0].Status == "confirmed"
	})
}

// saveBadges saves the badges that are not printed yet and reads the file.
func (s story) saveBadges() {
	s.Helper()
	s.key("ctrl+4")
	time.Sleep(2 * time.Second)
	s.key("ctrl+s")
	time.Sleep(2 * time.Second)
	s.key("ctrl+a")
	s.typed("morning.pdf")
	s.key("Return")
	file := filepath.Join(s.home, "morning.pdf")
	s.until("the file of badges", func() bool { _, err := os.Stat(file); return err == nil })
	if text := s.run("pdftotext", file, "-"); !strings.Contains(text, "Walkin") {
		s.Error("the badge of the walk-in is not in the file")
	}
	var people []person
	s.ask(&people, "attendees", "--limit", "0")
	cancelled := 0
	for _, p := range people {
		if p.Status == "cancelled" {
			cancelled++
		}
	}
	if pages := strings.Count(s.run("pdftotext", file, "-"), "\f"); pages != len(people)-cancelled {
		s.Errorf("%d badges for %d people of whom %d cancelled", pages, len(people), cancelled)
	}
}

// startAgain starts the program a second time: it brings the window forward and ends.
func (s story) startAgain() {
	s.Helper()
	second := exec.Command("timeout", append([]string{"20", s.window}, s.arguments()...)...)
	if out, err := second.CombinedOutput(); err != nil {
		s.Errorf("a second start: %v\n%s", err, out)
	}
	if windows := strings.Fields(s.run("xdotool", "search", "--onlyvisible", "--name", "^Lanyard$")); len(windows) != 1 {
		s.Errorf("%d windows after a second start", len(windows))
	}
}

func (s story) throughThePages() {
	s.Helper()
	for _, page := range []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+1"} {
		s.key(page)
		time.Sleep(400 * time.Millisecond)
	}
}
