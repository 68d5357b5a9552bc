package ui_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/filing"
	"lanyard/ui"
	"lanyard/ui/task"
)

func TestAProtectedFileIsSavedAndOpenedAgain(t *testing.T) {
	h := newHouse(t, 0, "en")
	path := filepath.Join(t.TempDir(), "list.csv.age")
	h.SealFile(path, func(_ context.Context, path string, _ task.Progress) error {
		if filepath.Ext(path) != ".csv" {
			t.Errorf("it is written to %s, whose ending says what it is", path)
		}
		return os.WriteFile(path, []byte("Leyla"), 0o600)
	})
	for range 2 {
		h.Write("teapot harbour")
		h.Press(fyne.KeyReturn)
	}
	if sealed, err := filing.SealedFile(path); err != nil || !sealed {
		t.Fatalf("%v, %v", sealed, err)
	}
	var plain string
	h.Unseal(path, func(path string) { plain = path })
	h.Write("teapot")
	h.Press(fyne.KeyReturn)
	if plain != "" {
		t.Fatal("any password opens it")
	}
	h.Write("teapot harbour") // it is asked for again
	h.Press(fyne.KeyReturn)
	data, err := os.ReadFile(plain)
	if err != nil || string(data) != "Leyla" || filepath.Base(plain) != "list.csv" {
		t.Fatalf("%s: %q, %v", plain, data, err)
	}
	h.Close()
	if _, err := os.Stat(plain); err == nil {
		t.Error("the copy outlives the window")
	}
	open := filepath.Join(t.TempDir(), "open.csv")
	h.no(os.WriteFile(open, nil, 0o600))
	if h.Unseal(open, func(path string) { plain = path }); plain != open {
		t.Errorf("a file that is not protected: %q", plain)
	}
}

func TestAProtectedFileThatIsCancelledHalfwayIsNotThere(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	folder := t.TempDir()
	for _, when := range []string{"while it is made", "while it is sealed"} {
		ctx, cancel := context.WithCancel(t.Context())
		err := ui.Sealing("teapot harbour", func(ctx context.Context, plain string, _ task.Progress) error {
			if err := os.WriteFile(plain, bytes.Repeat([]byte("Leyla"), 1<<20), 0o600); err != nil {
				return err
			}
			cancel()
			if when == "while it is made" {
				return ctx.Err()
			}
			return nil
		})(ctx, filepath.Join(folder, "list.csv.age"), nil)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled %s: %v", when, err)
		}
		for _, where := range []string{folder, os.TempDir()} {
			if left, err := os.ReadDir(where); err != nil || len(left) > 0 {
				t.Errorf("cancelled %s: %v is left in %s, %v", when, left, where, err)
			}
		}
	}
}
