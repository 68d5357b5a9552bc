package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// EachRegistration hands over who was ever registered where.
func (r reader) EachRegistration(ctx context.Context, do func(attendee, of seminar.ID) error) error {
	return r.each(ctx, "SELECT coalesce(attendee, ''), coalesce(seminar, '') FROM registration ORDER BY id", nil, func(scan func(...any) error) error {
		var attendee, of seminar.ID
		if err := scan(&attendee, &of); err != nil {
			return err
		}
		return do(attendee, of)
	})
}

// Scrub writes the file anew. A search index only marks what was taken out of it, so it is merged into one part before
// (https://sqlite.org/fts5.html#the_optimize_command); freed pages go with VACUUM, and the log once it is folded in.
func (s *Store) Scrub(ctx context.Context) error {
	err := s.transact(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, "DELETE FROM local WHERE key GLOB ?", desk.SettingDraft+"*"); err != nil {
			return err
		}
		_, err := t.exec(ctx, "INSERT INTO search (search) VALUES ('optimize')")
		return err
	})
	if err != nil {
		return err
	}
	if err := s.empty(ctx); err != nil {
		return err
	}
	// The window's log stands beside the file; those of versions before quoted what somebody had typed.
	if err := os.Truncate(s.path+".log", 0); err != nil && !os.IsNotExist(err) {
		return err
	}
	return s.SetSetting(ctx, unscrubbed, "")
}

// unscrubbed is a setting that is not empty while traces of what was erased may be left in the file.
const unscrubbed = "unscrubbed"

// empty leaves nothing in the free pages and in the log.
func (s *Store) empty(ctx context.Context) error {
	if err := s.lock(ctx); err != nil {
		return err
	}
	defer s.unlock()
	if err := s.conn.once(ctx, "VACUUM"); err != nil {
		return running(err)
	}
	for deadline := s.now().Add(defaultPatience); ; time.Sleep(50 * time.Millisecond) {
		var busy, pages, moved int
		if err := s.conn.row(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
			return err
		}
		if busy == 0 {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if s.now().After(deadline) {
			return seminar.Errorf(seminar.CodeBusy, "Another program is reading this workspace. Try again in a moment.")
		}
	}
}

// Holding gives the files beside the workspace that still hold what was erased here. One that cannot be read may.
func (s *Store) Holding(ctx context.Context) ([]desk.Snapshot, error) {
	all, err := s.beside()
	if err != nil {
		return nil, err
	}
	var holding []desk.Snapshot
	for _, f := range all {
		holds, err := s.holds(ctx, f.Path)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if holds || err != nil {
			holding = append(holding, f)
		}
	}
	return holding, nil
}

// beside lists the copies of the workspace: snapshots, and what restores have set aside.
func (s *Store) beside() ([]desk.Snapshot, error) {
	all, err := snapshots(s.path)
	if err != nil {
		return nil, err
	}
	aside, err := filepath.Glob(escapeGlob(s.path) + ".*.aside")
	if err != nil {
		return nil, err
	}
	slices.Sort(aside)
	slices.Reverse(aside)
	for _, f := range aside {
		if info, err := os.Stat(f); err == nil {
			stamp := strings.TrimSuffix(strings.TrimPrefix(f, s.path+"."), ".aside")
			when, err := time.Parse(snapshotTime, stamp)
			if err != nil {
				when = info.ModTime()
			}
			all = append(all, desk.Snapshot{Path: f, Taken: when.UTC().Format(time.RFC3339), Size: info.Size(), Why: "aside"})
		}
	}
	// What a program left that was ended while it copied.
	for _, pattern := range []string{filepath.Join(escapeGlob(snapshotFolder(s.path)), "*.half*"), filepath.Join(escapeGlob(filepath.Dir(s.path)), backupFolder+"*", "*"),
		escapeGlob(s.path) + ".restoring*"} {
		half, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		for _, f := range half {
			if info, err := os.Stat(f); err == nil {
				all = append(all, desk.Snapshot{Path: f, Taken: info.ModTime().UTC().Format(time.RFC3339), Size: info.Size(), Why: "half"})
			}
		}
	}
	return all, nil
}

func escapeGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// holds says whether another file still has a body that was erased here.
func (s *Store) holds(ctx context.Context, path string) (holds bool, err error) {
	db, err := sql.Open("sqlite", dsn(s.path, "ro", "_pragma=query_only(1)"))
	if err != nil {
		return false, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // both files are this connection's
	other := url.URL{Scheme: "file", Path: path}
	if _, err := db.ExecContext(ctx, "ATTACH ? AS other", other.String()+"?mode=ro"); err != nil {
		return false, err
	}
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM erased JOIN op here ON here.id = erased.target
		JOIN other.op there ON there.id = erased.target WHERE here.body IS NULL AND there.body IS NOT NULL)`).Scan(&holds)
	return holds, err
}

// Discard deletes some of the copies beside the workspace.
func (s *Store) Discard(_ context.Context, paths []string) error {
	all, err := s.beside()
	if err != nil {
		return err
	}
	var errs []error
	for _, f := range all {
		if !slices.Contains(paths, f.Path) {
			continue
		}
		for _, tail := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(f.Path + tail); err != nil && !os.IsNotExist(err) {
				errs = append(errs, err)
			}
		}
		if dir := filepath.Dir(f.Path); strings.HasPrefix(filepath.Base(dir), backupFolder) {
			os.Remove(dir) // once nothing is in it
		}
	}
	return errors.Join(errs...)
}
