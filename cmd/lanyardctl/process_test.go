package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"lanyard/internal/filing"
)

// asProgram makes the test's own binary the program: some things only a process of its own can show.
const asProgram = "LANYARDCTL_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// process is the program as a process of its own, on the test's workspace.
func (d deskTest) process(args ...string) *exec.Cmd {
	d.Helper()
	self, err := os.Executable()
	if err != nil {
		d.Fatal(err)
	}
	c := exec.Command(self, append([]string{"--language", "en"}, args...)...)
	c.Env = append(os.Environ(), asProgram+"=1", "LANYARD_WORKSPACE="+d.file("w.lanyard"), "TMPDIR="+d.dir)
	return c
}

// left is the exit status of a process that has ended.
func left(err error) int {
	var exited *exec.ExitError
	if errors.As(err, &exited) {
		return exited.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// beside are the names in a folder, without the workspace's own.
func (d deskTest) beside() []string {
	d.Helper()
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		d.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "w.lanyard") && e.Name() != "w-snapshots" {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestTheExitStatusOfAProcess(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	for _, c := range []struct {
		status int
		line   []string
	}{
		{0, []string{"checkin", who.Code}},
		{4, []string{"checkin", who.Code}},
		{2, []string{"checkin"}},
		{3, []string{"undo", "nothing"}},
		{1, []string{"init"}},
	} {
		if out, err := d.process(c.line...).CombinedOutput(); left(err) != c.status {
			t.Errorf("%v: exit %d, want %d\n%s", c.line, left(err), c.status, out)
		}
	}
}

func TestASignalEndsABatchBetweenTwoScans(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			d := newDesk(t)
			who := d.person("--given", "Leyla")
			c := d.process("checkin", "--batch", "-", "--json")
			in, err := c.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			out, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			var said bytes.Buffer
			c.Stderr = &said
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			stop := make(chan struct{})
			go func() {
				for i := 0; ; i++ {
					select {
					case <-stop:
						return // and the pipe stays open: the program must not wait for it
					default:
						fmt.Fprintf(in, "{\"code\":%q,\"type\":%q,\"nonce\":\"n%d\"}\n", who.Code, []string{"entry", "exit"}[i%2], i)
					}
				}
			}()
			answered := 0
			for lines := bufio.NewReader(out); ; answered++ {
				line, err := lines.ReadString('\n')
				var a answerJSON
				if err == io.EOF && line == "" {
					break
				}
				// The last document is the one that says what happened.
				if e := json.Unmarshal([]byte(line), &a); e != nil || a.Status == "" {
					if _, err := io.Copy(io.Discard, lines); err != nil {
						t.Error(err)
					}
					break
				}
				if answered == 20 {
					if err := c.Process.Signal(signal); err != nil {
						t.Fatal(err)
					}
				}
			}
			err = c.Wait()
			close(stop)
			if left(err) != 1 || !strings.Contains(said.String(), "Interrupted") {
				t.Errorf("exit %d: %s", left(err), said.String())
			}
			var log []operationJSON
			d.want(0, &log, "log", "--limit", "0")
			written := 0
			for _, o := range log {
				if o.Kind == "checkin.add" {
					written++
				}
			}
			if answered <= 20 || written < answered || written > answered+1 {
				t.Errorf("%d scans were answered, %d are written", answered, written)
			}
			d.want(0, nil, "doctor")
		})
	}
}

func TestASignalLeavesNoHalfASample(t *testing.T) {
	d := deskTest{t, t.TempDir()}
	c := d.process("demo", "--dir", d.dir, "--people", "50000")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		if info, err := os.Stat(d.file("w.lanyard.filling-wal")); err == nil && info.Size() > 1<<20 {
			break
		}
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); left(err) != 1 {
		t.Errorf("exit %d", left(err))
	}
	if all, err := os.ReadDir(d.dir); err != nil || len(all) != 0 {
		t.Errorf("left behind: %v, %v", all, err)
	}
}

func TestADiskThatRefusesLeavesNothing(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	d.want(0, nil, "checkin", who.Code)
	for _, line := range [][]string{
		{"badges", "--out", "/dev/full"},
		{"badges", "--out", "/dev/full", "--only", who.Code, "--replace"},
		{"badges", "--out", d.file("absent/b.pdf")},
		{"certificates", "--out", "/dev/full"},
		{"report", "--out", d.file("absent/r.xlsx")},
		{"preview", "--badge", who.Code, "--out", d.file("absent/p.png")},
		{"backup", "--out", "/dev/full"},
	} {
		code := "file_write"
		if slices.Contains(line, "/dev/full") {
			code = filing.CodeFull
		}
		d.wantError(1, code, line...)
	}
	var people []attendeeJSON
	d.want(0, &people, "attendees")
	if people[0].Code != who.Code {
		t.Error("a lost badge was replaced by one that nobody has")
	}
	var log []operationJSON
	d.want(0, &log, "log", "--limit", "0")
	for _, o := range log {
		if o.Kind == "badge.add" {
			t.Error("a badge that was not written is marked printed")
		}
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	for _, line := range [][]string{{"badges", "--out", "-"}, {"report", "--out", "-"}, {"attendees", "--json"}, {"checkin", "--batch", "-"}} {
		c := d.process(line...)
		c.Stdin = strings.NewReader(`{"code":"A-001"}`)
		c.Stdout = full
		if err := c.Run(); left(err) != 1 {
			t.Errorf("%v to a full disk: exit %d", line, left(err))
		}
	}
	if names := d.beside(); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
	d.want(0, nil, "doctor")
}

func TestStandardOutputIsTheFile(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	d.want(0, nil, "checkin", who.Code)
	for _, c := range []struct {
		begins string
		line   []string
	}{
		{"%PDF-", []string{"badges", "--out", "-", "--json"}},
		{"%PDF-", []string{"certificates", "--out", "-", "--json"}},
		{"{", []string{"report", "--out", "-", "--kind", "matrix", "--json"}},
		{"\x89PNG", []string{"preview", "--badge", who.Code, "--out", "-", "--json"}},
		{"SQLite format 3", []string{"backup", "--out", "-", "--json"}},
	} {
		var out, said bytes.Buffer
		p := d.process(c.line...)
		p.Stdout, p.Stderr = &out, &said
		if err := p.Run(); err != nil || !strings.HasPrefix(out.String(), c.begins) {
			t.Errorf("%v: %v, begins %.20q\n%s", c.line, err, out.String(), said.String())
		}
		if !json.Valid(said.Bytes()) {
			t.Errorf("%v: the answer on standard error is %q", c.line, said.String())
		}
	}
	if names := d.beside(); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
	// A failure leaves standard output empty: whoever reads a file there gets none.
	for status, line := range map[int][]string{3: {"badges", "--out", "-", "--json"}, 2: {"badges", "--out=-", "--json", "--sheet", "a7"}} {
		if out, err := d.process(line...).Output(); left(err) != status || len(out) != 0 {
			t.Errorf("%v: exit %d, want %d, %d bytes", line, left(err), status, len(out))
		}
	}
}

func TestProgressIsForTerminalsOnly(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Fatal("script is needed for this test: apt-get install bsdutils")
	}
	d := newDesk(t)
	list := d.put("people.csv", "Name\nLeyla\nNigar\n")
	shown := func(terminal bool, file string) string {
		t.Helper()
		c := d.process("import", file, "--dry-run", "--json")
		var said bytes.Buffer
		c.Stderr = &said
		if terminal {
			c = exec.Command(script, "-qefc", strings.Join(append([]string{"exec"}, quoted(c.Args)...), " ")+" >/dev/null", os.DevNull)
			c.Env = d.process().Env
			c.Stdout = &said
		}
		if err := c.Run(); err != nil {
			t.Fatalf("%v\n%s", err, said.String())
		}
		return said.String()
	}
	if s := shown(false, list); s != "" {
		t.Errorf("no terminal was told %q", s)
	}
	if s := shown(true, list); !strings.Contains(s, "people: ") || !strings.HasSuffix(s, "\r\033[K") {
		t.Errorf("a terminal was told %q", s)
	}
}

// quoted makes words safe for a shell.
func quoted(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
	}
	return all
}

func TestTheWorkspaceOfTheEnvironment(t *testing.T) {
	d := newDesk(t)
	if out, err := d.process("seminars").CombinedOutput(); err != nil || !strings.Contains(string(out), "Test seminar") {
		t.Errorf("%v: %s", err, out)
	}
	// What is said on the command line counts more.
	if out, err := d.process("seminars", "--workspace", filepath.Join(d.dir, "absent")).CombinedOutput(); left(err) != 3 {
		t.Errorf("exit %d: %s", left(err), out)
	}
}
