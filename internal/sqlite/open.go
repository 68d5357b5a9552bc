// Package sqlite keeps a workspace in one SQLite file: the journal, and the tables that it folds into. It is the only
// importer of the driver.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Options say which workspace to open, and how.
type Options struct {
	Path   string
	Create bool             // make the file if there is none
	Now    func() time.Time // nil is time.Now
}

// Store is an open workspace. It is safe for concurrent use.
type Store struct {
	reader
	path  string
	now   func() time.Time
	write *sql.DB // one connection
	pool  *sql.DB // query-only

	mu       sync.Mutex // held by the transaction under way
	conn     *connection
	clock    *journal.Clock
	identity desk.Identity
	collator *collate.Collator // used by the transaction under way
	version  *sql.Conn         // sees other programs' changes by its data_version
}

// Open opens a workspace. Errors, each a seminar.Error: CodeNotFound, CodeForeign, CodeNewer, CodeReadOnly,
// CodeDamaged, CodeNetworkDrive. A file that is refused is left as it was.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	path, err := filepath.Abs(o.Path)
	if err != nil {
		return nil, err
	}
	fresh, err := inspect(path, o.Create)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, now: o.Now, collator: collate.New(language.Und, collate.IgnoreCase)}
	if err := s.open(ctx, fresh); err != nil {
		s.Close()
		return nil, opening(err)
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, fresh bool) error {
	var err error
	if fresh {
		if err := os.MkdirAll(filepath.Dir(s.path), 0o755); err != nil {
			return err
		}
	}
	if s.write, err = sql.Open("sqlite", dsn(s.path, "rwc", "_txlock=immediate")); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if fresh {
		// WAL is set once: it stays with the file.
		if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode=WAL"); err != nil {
			return err
		}
	}
	if err := s.migrate(ctx, fresh); err != nil {
		return err
	}
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	s.conn = newConnection(conn)
	if s.pool, err = sql.Open("sqlite", dsn(s.path, "ro", "_pragma=query_only(1)")); err != nil {
		return err
	}
	s.pool.SetMaxOpenConns(4)
	s.pool.SetMaxIdleConns(4)
	s.reader = reader{newConnection(s.pool)}
	if s.version, err = s.pool.Conn(ctx); err != nil {
		return err
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	return s.checkTail(ctx)
}

// dsn carries every setting of a connection: a PRAGMA sent to a pool reaches one connection only. The file: form is
// needed for the mode to count.
func dsn(path, mode, more string) string {
	u := url.URL{Scheme: "file", Path: path}
	return u.String() + "?mode=" + mode + "&_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)" +
		"&_pragma=cache_size(-16000)&_pragma=temp_store(MEMORY)&" + more
}

// begin reads who this desk is, or decides it for a new workspace.
func (s *Store) begin(ctx context.Context) error {
	letter, err := s.orNew(ctx, "desk", "A")
	if err != nil {
		return err
	}
	// A restored copy has none: a new one begins, so that no number is given out twice.
	incarnation, err := s.orNew(ctx, "incarnation", uuid.NewString())
	if err != nil {
		return err
	}
	s.identity = desk.Identity{Desk: letter, Incarnation: incarnation}
	var last sql.NullInt64
	if err := s.row(ctx, "SELECT max(hlc) FROM op").Scan(&last); err != nil {
		return err
	}
	s.clock = journal.NewClock(s.now, last.Int64)
	return nil
}

// orNew reads a setting, which is written if there is none.
func (s *Store) orNew(ctx context.Context, key, value string) (string, error) {
	present, err := s.Setting(ctx, key)
	if err != nil || present != "" {
		return present, err
	}
	return value, s.SetSetting(ctx, key, value)
}

// Identity is this desk's letter and the incarnation of its database.
func (s *Store) Identity(context.Context) (desk.Identity, error) { return s.identity, nil }

// Path is the workspace's file.
func (s *Store) Path() string { return s.path }

// Close closes the workspace. The last one to close it folds the write-ahead log into the file.
func (s *Store) Close() error {
	var errs []error
	if s.version != nil {
		errs = append(errs, s.version.Close())
	}
	if s.pool != nil {
		errs = append(errs, s.pool.Close())
	}
	if s.conn != nil {
		errs = append(errs, s.conn.close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	return errors.Join(errs...)
}

// Setting reads a setting of this desk alone.
func (s *Store) Setting(ctx context.Context, key string) (string, error) {
	var value string
	err := s.row(ctx, "SELECT value FROM local WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// SetSetting writes one.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.conn.exec(ctx, "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	return running(err)
}

// Version grows with every change of the file, whichever program makes it.
func (s *Store) Version(ctx context.Context) (int64, error) {
	var n int64
	err := s.version.QueryRowContext(ctx, "PRAGMA data_version").Scan(&n)
	return n, running(err)
}

// QuickCheck looks the file over for damage, about half a second for 100,000 people.
func (s *Store) QuickCheck(ctx context.Context) error {
	var said string
	if err := s.row(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return running(err)
	}
	if said != "ok" {
		return damaged(fmt.Errorf("quick_check: %s", said))
	}
	return nil
}

func damaged(err error) error {
	return seminar.Errorf(seminar.CodeDamaged,
		"This workspace is damaged. Nothing was changed. Restore a snapshot: lanyardctl snapshots, then restore.").Because(err)
}
