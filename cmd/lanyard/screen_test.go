package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// desk is the real window on a virtual screen, with a keyboard that a program presses.
type desk struct {
	*testing.T
	dir, window, ctl, workspace string
	home                        string // where the window saves files
}

// start builds both programs and opens the window on a workspace that it fills with the sample, as on a first start.
func start(t *testing.T) desk {
	t.Helper()
	d := build(t)
	d.open()
	return d
}

// bin is the folder of this run of the tests for programs.
var bin string

func TestMain(m *testing.M) {
	var err error
	if bin, err = os.MkdirTemp("", "lanyard-test"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(bin)
	os.Exit(code)
}

// programs builds both programs when the first test needs them.
var programs = sync.OnceValue(func() error {
	for name, args := range map[string][]string{"lanyard": {"-tags", "migrated_fynedo,no_animations", "."}, "lanyardctl": {"../lanyardctl"}} {
		out, err := exec.Command("go", append([]string{"build", "-o", filepath.Join(bin, name)}, args...)...).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, out)
		}
	}
	return nil
})

// build takes the programs to an empty home.
func build(t *testing.T) desk {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import", "pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run .ci/setup test", tool)
		}
	}
	if err := programs(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	d := desk{T: t, dir: dir, window: filepath.Join(bin, "lanyard"), ctl: filepath.Join(bin, "lanyardctl"),
		workspace: filepath.Join(dir, "sample.lanyard"), home: filepath.Join(dir, "home")}
	if err := os.MkdirAll(filepath.Join(d.home, ".cache"), 0o755); err != nil {
		t.Fatal(err)
	}
	return d
}

// open opens the window, on the sample if the workspace is not there yet.
func (d desk) open() {
	d.Helper()
	ctx, stop := context.WithCancel(context.Background())
	screen := d.screen(ctx)
	d.Setenv("LIBGL_ALWAYS_SOFTWARE", "1")
	d.Setenv("LC_ALL", "C.UTF-8")
	d.Setenv("HOME", d.home)
	var said bytes.Buffer
	program := exec.CommandContext(ctx, d.window, d.arguments()...)
	program.Stdout, program.Stderr = &said, &said
	if err := program.Start(); err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() {
		stop()
		_ = program.Wait() // killed
		_ = screen.Wait()
		if d.Failed() {
			d.Log(said.String())
		}
	})
	d.run("timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name", "^Lanyard$", "windowfocus")
	time.Sleep(2 * time.Second)
}

func (d desk) arguments() []string {
	return []string{"--workspace", d.workspace, "--sample", "--theme", "light", "--language", "en"}
}

// screen starts a virtual screen on a display that nobody has.
func (d desk) screen(ctx context.Context) *exec.Cmd {
	d.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.Fatal(err)
	}
	screen := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		d.Fatal(err)
	}
	write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		d.Fatalf("Xvfb did not start: %v", err)
	}
	d.Setenv("DISPLAY", ":"+strings.TrimSpace(string(number[:n])))
	return screen
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

// shot is what the screen shows.
func (d desk) shot() image.Image {
	d.Helper()
	out, err := exec.Command("import", "-window", "root", "png:-").Output()
	if err != nil {
		d.Fatalf("import: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		d.Fatal(err)
	}
	return img
}

// share is the part of a picture that has one colour.
func share(img image.Image, c color.NRGBA) float64 {
	n, box := 0, img.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == c {
				n++
			}
		}
	}
	return float64(n) / float64(box.Dx()*box.Dy())
}
