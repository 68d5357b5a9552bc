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
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"lanyard/internal/collation"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
)

// Options say which workspace to open, and how.
type Options struct {
	Path   string
	Create bool             // make the file if there is none
	Now    func() time.Time // nil is time.Now
	// Patience is how long another program that writes is waited for; 0 is ten seconds.
	Patience time.Duration
	// Language is what names are sorted in (BCP 47) in a workspace that is made now; one that is there keeps its own.
	Language string
	// Lean is for a program that does one thing and ends: each connection keeps a quarter of the pages in memory.
	Lean bool
}

// Store is an open workspace. It is safe for concurrent use.
type Store struct {
	reader
	path  string
	now   func() time.Time
	write *sql.DB // one connection
	pool  *sql.DB // query-only

	turn     chan struct{} // holds one while a transaction is under way; what follows is its own
	conn     *connection
	clock    *journal.Clock
	end      tail
	settled  settled
	identity atomic.Pointer[desk.Identity] // of the last transaction
	collator *collation.Collator           // used by the transaction under way
	many     int                           // people in one transaction who are written in bulk
	version  *sql.Conn                     // sees other programs' changes by its data_version
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
	before := tracesOf(path)
	s := &Store{path: path, now: o.Now, many: many, turn: make(chan struct{}, 1),
		clock: journal.NewClock(o.Now, 0), end: tail{version: noVersion}, settled: settled{}}
	if err := s.open(ctx, fresh, o); err != nil {
		// What is refused was only read. A reader folds no log into the file, but may leave an empty one beside it.
		s.Close()
		before.remove()
		return nil, running(err)
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, fresh bool, o Options) error {
	var err error
	patience := o.Patience
	if patience == 0 {
		patience = defaultPatience
	}
	lean := ""
	if o.Lean {
		lean = "&_pragma=cache_size(-4000)"
	}
	if s.write, err = sql.Open("sqlite", dsnOf(s.path, "rwc", patience, "_txlock=immediate"+lean)); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if s.pool, err = sql.Open("sqlite", dsnOf(s.path, "ro", patience, "_pragma=query_only(1)"+lean)); err != nil {
		return err
	}
	s.pool.SetMaxOpenConns(4)
	s.pool.SetMaxIdleConns(4)
	s.reader = reader{newConnection(s.pool)}
	if fresh {
		err = s.create(ctx, o.Language)
	} else {
		err = s.look(ctx)
	}
	if err != nil {
		return err
	}
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	s.conn = newConnection(conn)
	s.conn.steady = true
	if s.version, err = s.pool.Conn(ctx); err != nil {
		return err
	}
	if err := s.collate(ctx, s.reader); err != nil {
		return err
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	return s.adopt(ctx)
}

// create makes a new file.
func (s *Store) create(ctx context.Context, language string) error {
	if err := os.MkdirAll(filepath.Dir(s.path), 0o755); err != nil {
		if errors.Is(err, os.ErrPermission) {
			return readOnly().Because(err)
		}
		return err
	}
	// WAL is set once: it stays with the file.
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode=WAL"); err != nil {
		return err
	}
	if err := s.migrate(ctx, 0); err != nil {
		return err
	}
	_, err := s.write.ExecContext(ctx, "INSERT INTO local (key, value) VALUES (?, ?), (?, ?), (?, ?) ON CONFLICT DO NOTHING", searchVersionKey, searchVersion,
		orderVersionKey, orderVersion, languageKey, collation.Known(language))
	return err
}

// look reads a file that is there before anything is written to it, and brings its schema up to this version.
func (s *Store) look(ctx context.Context) error {
	var version int
	if err := s.row(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version > schemaVersion: // its log was not folded into the file yet, so the header did not say it
		return newer()
	case version < schemaVersion:
		if err := s.migrate(ctx, version); err != nil {
			return err
		}
	}
	return s.checkTail(ctx)
}

const defaultPatience = 10 * time.Second

// dsn is dsnOf with the default patience.
func dsn(path, mode, more string) string { return dsnOf(path, mode, defaultPatience, more) }

// dsnOf carries every setting of a connection: a PRAGMA sent to a pool reaches one connection only. The file: form is
// needed for the mode to count.
func dsnOf(path, mode string, patience time.Duration, more string) string {
	u := url.URL{Scheme: "file", Path: path}
	return fmt.Sprintf("%s?mode=%s&_pragma=busy_timeout(%d)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)"+
		"&_pragma=cache_size(-16000)&_pragma=temp_store(MEMORY)&%s", u.String(), mode, patience.Milliseconds(), more)
}

// Path is the workspace's file.
func (s *Store) Path() string { return s.path }

// Close closes the workspace. The last one to close it folds the write-ahead log into the file.
func (s *Store) Close() error {
	var errs []error
	if s.version != nil {
		errs = append(errs, s.version.Close())
	}
	if s.pool != nil {
		errs = append(errs, s.reader.close(), s.pool.Close())
	}
	if s.conn != nil {
		errs = append(errs, s.conn.close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	return errors.Join(errs...)
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
