package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// desk is the real window on a virtual screen, with a keyboard that a program presses.
type desk struct {
	*testing.T
	ctl, workspace, display string
}

// start builds both programs, makes the sample, and opens the window on it.
func start(t *testing.T) desk {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run .ci/setup test", tool)
		}
	}
	dir := t.TempDir()
	d := desk{T: t, ctl: filepath.Join(dir, "lanyardctl"), workspace: filepath.Join(dir, "sample.lanyard")}
	window := filepath.Join(dir, "lanyard")
	d.run("go", "build", "-tags", "migrated_fynedo", "-o", window, ".")
	d.run("go", "build", "-o", d.ctl, "../lanyardctl")
	d.run(d.ctl, "demo", "--dir", dir)

	ctx, stop := context.WithCancel(context.Background())
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		t.Fatal(err)
	}
	write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d.display = ":" + strings.TrimSpace(string(number[:n]))
	t.Setenv("DISPLAY", d.display)
	t.Setenv("LIBGL_ALWAYS_SOFTWARE", "1")
	home := filepath.Join(dir, "home", ".cache")
	if err := os.MkdirAll(home, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", filepath.Dir(home))
	var said bytes.Buffer
	program := exec.CommandContext(ctx, window, "--workspace", d.workspace, "--theme", "light", "--language", "en")
	program.Stdout, program.Stderr = &said, &said
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = program.Wait() // killed
		_ = screen.Wait()
		if t.Failed() {
			t.Log(said.String())
		}
	})
	d.run("timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name", "^Lanyard$", "windowfocus")
	time.Sleep(2 * time.Second)
	return d
}

func (d desk) run(name string, args ...string) string {
	d.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		d.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// key presses keys, and typed writes a text as a hand or a scanner does.
func (d desk) key(keys ...string) {
	d.Helper()
	d.run("xdotool", append([]string{"key", "--delay", "60"}, keys...)...)
}
func (d desk) typed(text string) { d.Helper(); d.run("xdotool", "type", "--delay", "15", text) }

// ask gets an answer of the command line, beside the open window.
func (d desk) ask(answer any, args ...string) {
	d.Helper()
	cmd := exec.Command(d.ctl, append([]string{"--workspace", d.workspace, "--json"}, args...)...)
	out, err := cmd.Output()
	if err != nil {
		d.Fatalf("lanyardctl %s: %v", strings.Join(args, " "), err)
	}
	if err := json.Unmarshal(out, answer); err != nil {
		d.Fatalf("lanyardctl %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// until waits for something that the window does.
func (d desk) until(what string, done func() bool) {
	d.Helper()
	for range 60 {
		if done() {
			return
		}
		time.Sleep(250 * time.Millisecond)
	}
	shot := filepath.Join(os.TempDir(), "lanyard-window-test.png")
	_ = exec.Command("import", "-window", "root", shot).Run() // for the eye only
	d.Fatalf("%s did not happen; the screen is in %s", what, shot)
}

type person struct {
	ID         string `json:"id"`
	Code       string `json:"code"`
	GivenName  string `json:"given_name"`
	FamilyName string `json:"family_name"`
	CheckedIn  bool   `json:"checked_in"`
	Status     string `json:"status"`
}

// TestTheDeskInARealWindow scans a badge, registers a walk-in by the keyboard alone, and looks at what stands in the
// database each time with the command line.
func TestTheDeskInARealWindow(t *testing.T) {
	d := start(t)
	var seminars []struct{ ID string }
	d.ask(&seminars, "seminars")
	of := []string{"--seminar", seminars[0].ID}
	ask := func(answer any, args ...string) { d.Helper(); d.ask(answer, append(of, args...)...) }

	var people []person
	ask(&people, "attendees", "--limit", "0", "--status", "confirmed")
	var guest person
	for _, p := range people {
		if !p.CheckedIn {
			guest = p
		}
	}
	if guest.Code == "" {
		t.Fatal("everybody of the sample has arrived")
	}
	arrived := func(id string) bool {
		var now []person
		ask(&now, "attendees", "--limit", "0")
		for _, p := range now {
			if p.ID == id {
				return p.CheckedIn
			}
		}
		return false
	}

	d.typed(guest.Code)
	d.key("Return")
	d.until("the check-in of "+guest.GivenName, func() bool { return arrived(guest.ID) })

	d.key("ctrl+z") // the scan was a mistake
	d.until("the undo", func() bool { return !arrived(guest.ID) })

	d.key("ctrl+n")
	time.Sleep(time.Second)
	d.typed("Nigar")
	d.key("Tab")
	d.typed("Walkin")
	d.key("ctrl+Return")
	d.until("the registration of a walk-in", func() bool {
		var found []person
		ask(&found, "attendees", "--search", "nigar walkin")
		return len(found) == 1 && found[0].CheckedIn && found[0].Status == "confirmed"
	})

	for _, page := range []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+1"} {
		d.key(page)
		time.Sleep(400 * time.Millisecond)
	}
	d.typed(guest.Code) // still alive, and the entry has the focus again
	d.key("Return")
	d.until("the check-in after a walk through the pages", func() bool { return arrived(guest.ID) })
	var findings []struct {
		Check string
		OK    bool
	}
	d.ask(&findings, "doctor")
	for _, f := range findings {
		if !f.OK {
			t.Errorf("doctor: %s", f.Check)
		}
	}
}
