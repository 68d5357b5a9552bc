package filing_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

// text writes a text, and fails with err after it.
func text(s string, err error) func(io.Writer) error {
	return func(w io.Writer) error {
		io.WriteString(w, s)
		return err
	}
}

func TestAFailedWriteLeavesTheOldFileAndNothingBesideIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.pdf")
	if err := filing.Write(path, text("old", nil)); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := filing.Write(path, text("half", broken)); !errors.Is(err, broken) {
		t.Fatalf("error %v, want %v", err, broken)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Fatalf("the file holds %q", got)
	}
	if all, _ := os.ReadDir(filepath.Dir(path)); len(all) != 1 {
		t.Fatalf("%d files are left, want 1", len(all))
	}
}

// TestANameMayBeAsLongAsTheSystemBears: 255 bytes, the last letter of which is one of three.
func TestANameMayBeAsLongAsTheSystemBears(t *testing.T) {
	name := strings.Repeat("अ", 83) + ".x.pdf"
	path := filepath.Join(t.TempDir(), name)
	if err := filing.Write(path, text("whole", nil)); err != nil || len(name) != 255 {
		t.Fatalf("%d bytes: %v", len(name), err)
	}
	if got, _ := os.ReadFile(path); string(got) != "whole" {
		t.Fatalf("the file holds %q", got)
	}
}

func TestALinkIsFollowedAndPermissionsStay(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "list.csv"), filepath.Join(dir, "latest.csv")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := filing.Write(link, text("new", nil)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
	if got, _ := os.ReadFile(path); string(got) != "new" {
		t.Errorf("the file holds %q", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
}

func TestADeviceIsWrittenToAndNotReplaced(t *testing.T) {
	if err := filing.Write("/dev/full", text("badges", nil)); seminar.CodeOf(err) != filing.CodeFull {
		t.Error("a full disk took the file")
	}
	if info, err := os.Stat("/dev/full"); err != nil || info.Mode()&os.ModeDevice == 0 {
		t.Fatalf("/dev/full is no device any more: %v, %v", info, err)
	}
	if err := filing.Write(t.TempDir(), text("badges", nil)); err == nil {
		t.Error("a folder was taken for a file")
	}
}

func TestThroughSendsAllOrNothing(t *testing.T) {
	var out bytes.Buffer
	if err := filing.Through(&out, text("half", errors.New("broken"))); err == nil || out.Len() > 0 {
		t.Errorf("error %v, sent %q", err, out.String())
	}
	if err := filing.Through(&out, text("whole", nil)); err != nil || out.String() != "whole" {
		t.Errorf("error %v, sent %q", err, out.String())
	}
}

func TestWhatAnEndedProgramLeftIsSweptAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	old, now := time.Now().Add(-2*time.Hour), time.Now()
	for name, when := range map[string]time.Time{filing.Temporary + "1": old, filing.Temporary + "2": now, "lanyard-2025": old, "list.csv": old} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("Leyla"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	filing.Sweep(dir, now.Add(-time.Hour))
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 || left[0].Name() != filing.Temporary+"2" {
		t.Errorf("%v, %v", left, err)
	}
}
