package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lanyard/internal/desk"
)

// keptSnapshots is how many snapshots stay; the oldest go.
const keptSnapshots = 24

const snapshotTime = "20060102T150405.000Z"

func snapshotFolder(path string) string {
	return filepath.Join(filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"-snapshots")
}

// Snapshot writes a verified copy beside the workspace.
func (s *Store) Snapshot(ctx context.Context, why string) (desk.Snapshot, error) {
	return snapshot(ctx, s.path, s.now(), why)
}

func snapshot(ctx context.Context, path string, now time.Time, why string) (desk.Snapshot, error) {
	folder := snapshotFolder(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return desk.Snapshot{}, err
	}
	taken := now.UTC()
	to := filepath.Join(folder, taken.Format(snapshotTime)+"-"+slug(why)+".lanyard")
	for ; exists(to); taken = taken.Add(time.Millisecond) { // names sort by time, and each is one moment's
		to = filepath.Join(folder, taken.Format(snapshotTime)+"-"+slug(why)+".lanyard")
	}
	if err := copyTo(ctx, path, to); err != nil {
		return desk.Snapshot{}, err
	}
	all, err := snapshots(path)
	if err != nil {
		return desk.Snapshot{}, err
	}
	for _, old := range all[min(keptSnapshots, len(all)):] {
		os.Remove(old.Path)
	}
	info, err := os.Stat(to)
	if err != nil {
		return desk.Snapshot{}, err
	}
	return desk.Snapshot{Path: to, Taken: taken.Format(time.RFC3339), Size: info.Size(), Why: why}, nil
}

// copyTo writes a whole copy of the database beside its place, checks it, and puts it there.
func copyTo(ctx context.Context, from, to string) error {
	// A connection of its own: the query-only readers may not even write a copy.
	db, err := sql.Open("sqlite", dsn(from, "ro", ""))
	if err != nil {
		return err
	}
	defer db.Close()
	half := to + ".half"
	os.Remove(half)
	defer os.Remove(half)
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", half); err != nil {
		return running(err)
	}
	if err := verify(ctx, half); err != nil {
		return err
	}
	return os.Rename(half, to)
}

// verify opens a copy and looks it over whole.
func verify(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, "ro", "_pragma=query_only(1)"))
	if err != nil {
		return err
	}
	defer db.Close()
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return running(err)
	}
	if said != "ok" {
		return damaged(fmt.Errorf("integrity_check: %s", said))
	}
	return nil
}

// Snapshots lists the copies, newest first.
func (s *Store) Snapshots(context.Context) ([]desk.Snapshot, error) { return snapshots(s.path) }

// SnapshotsOf lists the copies of a workspace that need not be open: it may be damaged, or gone.
func SnapshotsOf(path string) ([]desk.Snapshot, error) { return snapshots(path) }

func snapshots(path string) ([]desk.Snapshot, error) {
	files, err := filepath.Glob(filepath.Join(snapshotFolder(path), "*.lanyard"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	slices.Reverse(files)
	var all []desk.Snapshot
	for _, f := range files {
		stamp, why, _ := strings.Cut(strings.TrimSuffix(filepath.Base(f), ".lanyard"), "-")
		taken, err := time.Parse(snapshotTime, stamp)
		info, err2 := os.Stat(f)
		if err == nil && err2 == nil {
			all = append(all, desk.Snapshot{Path: f, Taken: taken.Format(time.RFC3339), Size: info.Size(), Why: why})
		}
	}
	return all, nil
}

// backupFolder begins the name of a folder in which a backup is made, beside the workspace.
const backupFolder = ".backup-"

// Backup writes a verified copy.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	dir, err := os.MkdirTemp(filepath.Dir(s.path), backupFolder+"*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "backup")
	if err := copyTo(ctx, s.path, to); err != nil {
		return err
	}
	f, err := os.Open(to)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// Restore puts a verified copy in the place of a workspace that nobody has open. What stood there is set aside, not
// deleted: aside is its new name, "" if there was nothing. A new incarnation begins, so that no number is given out
// twice, and whom the old file had anonymised since the copy stays so. CodeInUse if a program has it open.
func Restore(ctx context.Context, from, to string, now time.Time) (aside string, err error) {
	if _, err := inspect(from, false); err != nil {
		return "", err
	}
	defer tracesOf(from).remove() // a copy that was made by hand keeps the mode of a database in use
	if err := verify(ctx, from); err != nil {
		return "", err
	}
	// The copy is whole before the old file leaves its place.
	ready := to + ".restoring"
	defer os.Remove(ready) // gone already when all went well
	if err := copyTo(ctx, from, ready); err != nil {
		return "", err
	}
	if err := beginAnew(ctx, ready, to); err != nil {
		return "", err
	}
	if err := carryErasures(ctx, ready, to); err != nil {
		return "", err
	}
	if exists(to) {
		if err := alone(ctx, to); err != nil {
			return "", err
		}
		aside = to + "." + now.UTC().Format(snapshotTime) + ".aside"
		for _, tail := range []string{"", "-wal", "-shm"} {
			if err := os.Rename(to+tail, aside+tail); err != nil && !os.IsNotExist(err) {
				return "", err
			}
		}
	}
	return aside, os.Rename(ready, to)
}

// unknownNumbers is how far counters jump when nobody can tell how many numbers were given out since the copy.
const unknownNumbers = 1000

// beginAnew makes a copy ready to go on from: no incarnation, and counters beyond every number that the old file gave
// out, or well beyond their own if the old file cannot be read.
func beginAnew(ctx context.Context, copied, old string) error {
	given := map[[2]string]int{}
	known := false
	if before, err := sql.Open("sqlite", dsn(old, "ro", "")); err == nil {
		defer before.Close()
		if rows, err := before.QueryContext(ctx, "SELECT counter, seminar, last FROM counter"); err == nil {
			defer rows.Close()
			for rows.Next() {
				var key [2]string
				var last int
				if err := rows.Scan(&key[0], &key[1], &last); err != nil {
					break
				}
				given[key] = last
			}
			known = rows.Err() == nil
		}
	}
	db, err := sql.Open("sqlite", dsn(copied, "rw", ""))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode=WAL; DELETE FROM local WHERE key = 'incarnation'"); err != nil {
		return err
	}
	if !known {
		_, err := db.ExecContext(ctx, "UPDATE counter SET last = last + ?", unknownNumbers)
		return err
	}
	for key, last := range given {
		_, err := db.ExecContext(ctx, `INSERT INTO counter (counter, seminar, last) VALUES (?, ?, ?)
			ON CONFLICT (counter, seminar) DO UPDATE SET last = max(last, excluded.last)`, key[0], key[1], last)
		if err != nil {
			return err
		}
	}
	return nil
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

func slug(why string) string {
	s := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(why))
	if s == "" {
		return "snapshot"
	}
	return s
}
