package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	lanyard "lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/ui/theme"
)

// door is a desk with a thousand people, of whom a scanner knows the badges.
type door struct {
	story
	codes   []string
	scanned []string // in order
	before  map[string]bool
	begun   time.Time
}

// operation is a scan as the journal has it.
type operation struct {
	ID   string
	Kind string
	Body struct {
		Code string `json:"raw_code"`
	}
}

func openDoor(t *testing.T) *door {
	t.Helper()
	begun := time.Now()
	d := build(t)
	store, err := sqlite.Open(t.Context(), sqlite.Options{Path: d.workspace, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Fill(t.Context(), lanyard.New(lanyard.Options{Store: store, Keeper: store}), 1000, nil); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	d.open()
	s := &door{story: story{desk: d, seminar: string(demo.ID("cooperation-2025"))}, before: map[string]bool{}, begun: begun}
	s.desk.ask(&[]struct{}{}, "seminars")
	var people []person
	s.ask(&people, "attendees", "--limit", "0", "--status", string(seminar.Confirmed))
	for _, p := range people {
		s.codes = append(s.codes, p.Code)
	}
	for _, o := range s.journal() {
		s.before[o.ID] = true
	}
	t.Logf("open after %.0f s", time.Since(begun).Seconds())
	return s
}

// journal is what was recorded since the door was opened, oldest first.
func (s *door) journal() []operation {
	s.Helper()
	var all []operation
	s.desk.ask(&all, "log", "--limit", "0")
	all = slices.DeleteFunc(all, func(o operation) bool { return o.Kind != "checkin.add" || s.before[o.ID] })
	slices.Reverse(all)
	return all
}

// scanner scans n badges, fifty a second in spurts of ten, each typed as fast as the screen takes keys.
func (s *door) scanner(n int) {
	s.Helper()
	const spurt, pause = 10, 200 * time.Millisecond
	begun, tick := time.Now(), time.NewTicker(pause)
	defer tick.Stop()
	for codes := range slices.Chunk(s.codes[:n], spurt) {
		var script strings.Builder
		for _, code := range codes {
			fmt.Fprintf(&script, "type --delay 0 %s\nkey --delay 0 Return\n", code)
		}
		s.press(script.String())
		<-tick.C
	}
	s.scanned, s.codes = append(s.scanned, s.codes[:n]...), s.codes[n:]
	s.Logf("%d scans at %.0f a second", n, float64(n)/time.Since(begun).Seconds())
}

// press lets a program press keys without a pause between its commands.
func (s story) press(script string) {
	s.Helper()
	keyboard := exec.Command("xdotool", "-")
	keyboard.Stdin = strings.NewReader(script)
	if out, err := keyboard.CombinedOutput(); err != nil {
		s.Fatalf("%v\n%s", err, out)
	}
}

// recorded waits until the last scan is in the journal, and compares all of them.
func (s *door) recorded(where string) {
	s.Helper()
	var codes []string
	s.until("the last scan "+where, func() bool {
		codes = nil
		for _, o := range s.journal() {
			codes = append(codes, o.Body.Code)
		}
		return len(codes) > 0 && codes[len(codes)-1] == s.scanned[len(s.scanned)-1]
	})
	s.Logf("%s after %.0f s", where, time.Since(s.begun).Seconds())
	if !slices.Equal(codes, s.scanned) {
		s.Errorf("%s: %d scans, %d in the journal, or in another order", where, len(s.scanned), len(codes))
	}
}

// answers scans once more: the answer stands over the window, and a key takes it away within a second. On a machine so
// busy that the answer has gone before it was looked at, it scans again.
func (s *door) answers(where string, keys ...string) {
	s.Helper()
	for range 5 {
		s.scanner(1)
		s.recorded(where)
		time.Sleep(300 * time.Millisecond)
		if s.answer() < 0.1 {
			continue
		}
		s.key(keys...)
		time.Sleep(time.Second)
		if s.answer() > 0.1 {
			s.Errorf("%s: a second after a key the answer still stands", where)
		}
		return
	}
	s.Errorf("%s: no answer is shown", where)
}

// answer is the part of the screen that says accepted, or already.
func (s *door) answer() float64 {
	s.Helper()
	img := s.shot()
	return share(img, theme.Light().Accepted) + share(img, theme.Light().Already)
}

// TestScansReachTheDeskWhereverTheFocusIs scans in a real window, at fifty a second, into everything that has the focus.
func TestScansReachTheDeskWhereverTheFocusIs(t *testing.T) {
	s := openDoor(t)
	s.scanner(50)
	s.recorded("in the entry of the desk")

	s.key("ctrl+2")
	time.Sleep(2 * time.Second)
	s.key("ctrl+n")
	time.Sleep(time.Second)
	s.typed("Nig")
	s.scanner(500)
	s.answers("over a form", "a")
	s.typed("r")
	s.key("Tab")
	s.typed("Halfwritten")
	s.key("ctrl+Return")
	s.until("the registration", func() bool {
		var found []person
		s.ask(&found, "attendees", "--search", "nigar halfwritten")
		return len(found) == 1 && found[0].GivenName == "Nigar" && found[0].FamilyName == "Halfwritten"
	})

	s.key("ctrl+4")
	time.Sleep(2 * time.Second)
	s.key("ctrl+s")
	time.Sleep(time.Second)
	s.key("ctrl+a")
	s.typed("scanne")
	s.scanner(20)
	s.answers("over the file chooser", "d")
	s.key("Return")
	s.until("the file", func() bool { _, err := os.Stat(filepath.Join(s.home, "scanned")); return err == nil })

	s.key("ctrl+1")
	time.Sleep(time.Second)
	s.key("F1")
	time.Sleep(time.Second)
	s.scanner(20)
	s.answers("over the list of keys", "F1", "Escape") // the page under it shows the answer too
	s.scanner(1)
	s.recorded("at the desk again")
}

// TestWhatAPersonTypesIsNoScan types into a form as fast as people do, with digits and Enter.
func TestWhatAPersonTypesIsNoScan(t *testing.T) {
	s := story{desk: start(t), seminar: string(demo.ID("cooperation-2025"))}
	for _, delay := range []string{"150", "75"} { // 80 and 42 ms from key to key: xdotool takes half of what it is told
		s.key("ctrl+2")
		time.Sleep(time.Second)
		s.key("ctrl+n")
		time.Sleep(time.Second)
		time.Sleep(time.Second)
		s.press(strings.ReplaceAll(`type --delay D "Nigar1 of 12.05.1985 and after"
key --delay D Return
type --delay D X1234567890D
key --delay D Return ctrl+Return
`, "D", delay))
		s.until("the registration typed with "+delay+" ms", func() bool {
			var found []person
			s.ask(&found, "attendees", "--search", "X1234567890"+delay)
			return slices.ContainsFunc(found, func(p person) bool {
				return p.GivenName == "Nigar1 of 12.05.1985 and after" && p.FamilyName == "X1234567890"+delay
			})
		})
	}
}
