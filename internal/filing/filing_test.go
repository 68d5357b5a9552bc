package filing_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/filing"
)

func TestAFailedWriteLeavesTheOldFileAndNothingBesideIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.pdf")
	put := func(text string, err error) error {
		return filing.Write(path, func(w io.Writer) error {
			io.WriteString(w, text)
			return err
		})
	}
	if err := put("old", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := put("half", broken); !errors.Is(err, broken) {
		t.Fatalf("error %v, want %v", err, broken)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Fatalf("the file holds %q", got)
	}
	if all, _ := os.ReadDir(filepath.Dir(path)); len(all) != 1 {
		t.Fatalf("%d files are left, want 1", len(all))
	}
}
