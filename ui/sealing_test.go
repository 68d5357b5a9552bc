package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/filing"
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
