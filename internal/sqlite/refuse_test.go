package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// closed is the file of a workspace that nobody has open.
func closed(t *testing.T) []byte {
	t.Helper()
	s, _ := sample(t, 10)
	s.Close()
	return read(t, s.Path())
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// folder is every file of a folder.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		if !e.IsDir() {
			all[e.Name()] = string(read(t, filepath.Join(dir, e.Name())))
		}
	}
	return all
}

// changed names the files that differ.
func changed(before, after map[string]string) []string {
	var names []string
	for name := range after {
		if text, ok := before[name]; !ok || text != after[name] {
			names = append(names, name)
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			names = append(names, name+" is gone")
		}
	}
	slices.Sort(names)
	return names
}

// refused opens a workspace that must be refused, and checks that its folder stays as it was.
func refused(t *testing.T, path, code string) {
	t.Helper()
	before := folder(t, filepath.Dir(path))
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path, Create: true})
	if err == nil {
		s.Close()
	}
	if got := seminar.CodeOf(err); got != code {
		t.Errorf("code %q (%v: %v), want %q", got, err, errors.Unwrap(err), code)
	}
	if names := changed(before, folder(t, filepath.Dir(path))); len(names) > 0 {
		t.Errorf("changed: %v", names)
	}
}

// with gives a copy of a file in which something is different.
func with(whole []byte, change func([]byte)) []byte { b := bytes.Clone(whole); change(b); return b }

func TestFilesThatAreRefusedStayAsTheyWere(t *testing.T) {
	whole := closed(t)
	zero := func(from, to int) []byte { return with(whole, func(b []byte) { clear(b[from:to]) }) }
	cases := map[string]struct {
		name string
		data []byte
		mode os.FileMode
		code string
	}{
		"newer":                 {"w.lanyard", with(whole, func(b []byte) { b[63] = 99 }), 0o644, seminar.CodeNewer},
		"text":                  {"w.lanyard", []byte("given name,family name\nLeyla,Qafar-zadə\n"), 0o644, seminar.CodeForeign},
		"another app":           {"w.lanyard", with(whole, func(b []byte) { copy(b[68:], []byte{1, 2, 3, 4}) }), 0o644, seminar.CodeForeign},
		"zeros of another name": {"picture.raw", make([]byte, 9000), 0o644, seminar.CodeForeign},
		"cut off":               {"w.lanyard", whole[:len(whole)/2], 0o644, seminar.CodeDamaged},
		"cut off in the header": {"w.lanyard", whole[:60], 0o644, seminar.CodeDamaged},
		"scrambled": {"w.lanyard", with(whole, func(b []byte) {
			for i := 4096; i < len(b); i++ {
				b[i] ^= 0x5A
			}
		}), 0o644, seminar.CodeDamaged},
		"scrambled header": {"w.db", with(whole, func(b []byte) {
			for i := range 100 {
				b[i] ^= 0x5A
			}
		}), 0o644, seminar.CodeDamaged},
		"zeroed header":           {"w.lanyard", zero(0, 100), 0o644, seminar.CodeDamaged},
		"zeroed header, renamed":  {"w.db", zero(0, 100), 0o644, seminar.CodeDamaged},
		"zeroed first page":       {"w.lanyard", zero(0, 4096), 0o644, seminar.CodeDamaged},
		"zeroed after the header": {"w.lanyard", zero(100, 4096), 0o644, seminar.CodeDamaged},
		"zeroed pages":            {"w.lanyard", zero(4096, len(whole)), 0o644, seminar.CodeDamaged},
		"all zeros":               {"w.lanyard", make([]byte, len(whole)), 0o644, seminar.CodeDamaged},
		"read-only":               {"w.lanyard", whole, 0o444, seminar.CodeReadOnly},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, c.data, c.mode); err != nil {
				t.Fatal(err)
			}
			refused(t, path, c.code)
		})
	}
}

func TestAnEmptyFileIsNewOnlyWhereNoWorkspaceStood(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.lanyard")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Snapshot(ctx, "test"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	refused(t, path, seminar.CodeDamaged)
}

func TestAFolderThatCannotBeWrittenIsReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.lanyard")
	if err := os.WriteFile(path, closed(t), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Error(err)
		}
	})
	refused(t, path, seminar.CodeReadOnly)
}

// killed copies a workspace as a power cut leaves it: with a log that was not folded into the file.
func killed(t *testing.T, files ...string) string {
	t.Helper()
	s, _ := sample(t, 10)
	path := filepath.Join(t.TempDir(), "w.lanyard")
	for _, tail := range files {
		if err := os.WriteFile(path+tail, read(t, s.Path()+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if size := len(read(t, path+"-wal")); size == 0 {
		t.Fatal("the log is empty: this test would mean nothing")
	}
	return path
}

func TestARefusedFileKeepsTheLogBesideIt(t *testing.T) {
	t.Run("damaged", func(t *testing.T) {
		path := killed(t, "", "-wal")
		s, err := sqlite.Open(ctx, sqlite.Options{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		execute(t, path, "PRAGMA wal_autocheckpoint = 0; UPDATE op SET body = '{}' WHERE n = (SELECT max(n) FROM op)")
		broken := filepath.Join(t.TempDir(), "w.lanyard")
		for _, tail := range []string{"", "-wal"} {
			if err := os.WriteFile(broken+tail, read(t, path+tail), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		s.Close()
		refused(t, broken, seminar.CodeDamaged)
	})
	t.Run("newer in the log alone", func(t *testing.T) {
		s := open(t)
		execute(t, s.Path(), "PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 99")
		path := filepath.Join(t.TempDir(), "w.lanyard")
		for _, tail := range []string{"", "-wal", "-shm"} {
			if err := os.WriteFile(path+tail, read(t, s.Path()+tail), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		before := folder(t, filepath.Dir(path))
		again, err := sqlite.Open(ctx, sqlite.Options{Path: path})
		if err == nil {
			again.Close()
		}
		after := folder(t, filepath.Dir(path))
		delete(before, "w.lanyard-shm") // an index that every reader may make anew
		delete(after, "w.lanyard-shm")
		if seminar.CodeOf(err) != seminar.CodeNewer || !maps.Equal(before, after) {
			t.Errorf("%v; changed: %v", err, changed(before, after))
		}
	})
	t.Run("the file itself is gone", func(t *testing.T) {
		path := killed(t, "", "-wal")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		refused(t, path, seminar.CodeDamaged)
	})
}

func TestAPowerCutIsNoDamage(t *testing.T) {
	s, err := sqlite.Open(ctx, sqlite.Options{Path: killed(t, "", "-wal")})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n, err := s.Count(ctx, seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025")}); err != nil || n != 10 {
		t.Errorf("%d people, %v", n, err)
	}
	well(t, s)
}

func TestAWorkspaceInAnotherProgramsHandsIsBusyAndUnchanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.lanyard")
	if err := os.WriteFile(path, closed(t), 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=locking_mode(EXCLUSIVE)&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("UPDATE local SET value = 'B' WHERE key = 'desk'"); err != nil {
		t.Fatal(err)
	}
	before := folder(t, filepath.Dir(path))
	_, err = sqlite.Open(ctx, sqlite.Options{Path: path, Patience: 50 * time.Millisecond})
	if got := seminar.CodeOf(err); got != seminar.CodeBusy {
		t.Errorf("code %q (%v)", got, err)
	}
	if names := changed(before, folder(t, filepath.Dir(path))); len(names) > 0 {
		t.Errorf("changed: %v", names)
	}
	if err := tx.Rollback(); err != nil {
		t.Error(err)
	}
}
