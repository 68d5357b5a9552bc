package bench_test

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// filled is a folder with one workspace for each number of people: 100,000 take a minute to write and a second to copy.
var filled string

func TestMain(m *testing.M) {
	var err error
	if filled, err = os.MkdirTemp("", "lanyard-bench"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(filled)
	os.Exit(code)
}

// workspace is a workspace with n people, of the benchmark's own.
func workspace(b testing.TB, n int) (*sqlite.Store, *desk.Desk, seminar.ID) {
	b.Helper()
	model := filepath.Join(filled, strconv.Itoa(n))
	if _, err := os.Stat(model); err != nil {
		fill(b, model+".new", n)
		if err := os.Rename(model+".new", model); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "w.lanyard")
	copyFile(b, model, path)
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s, desk.New(desk.Options{Store: s, Keeper: s, Operator: "bench"}), demo.ID("cooperation-2025")
}

// fill writes a workspace with n people and closes it.
func fill(b testing.TB, path string, n int) {
	b.Helper()
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path, Create: true})
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	err = demo.Fill(ctx, desk.New(desk.Options{Store: s, Keeper: s, Operator: "bench"}), n, nil)
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d people and their check-ins written in %v", n, time.Since(start).Round(time.Millisecond))
}

func copyFile(b testing.TB, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		b.Fatal(err)
	}
	if _, err = io.Copy(out, in); err == nil {
		err = out.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
}
