package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
)

// errTried takes back what was tried.
var errTried = errors.New("tried")

// Try runs one transaction on a copy of the workspace as it is now, of which nothing stays. The workspace is read, and not locked:
// the desk goes on meanwhile. The copy is in memory as far as it fits, and beyond that in a temporary file without a name.
func (s *Store) Try(ctx context.Context, action func(desk.Tx) error) error {
	c, err := s.copy(ctx)
	if err != nil {
		return running(err)
	}
	defer c.Close()
	err = c.Write(ctx, func(t desk.Tx) error {
		if err := action(t); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}

// copy is a store of its own over a copy that goes when it is closed.
func (s *Store) copy(ctx context.Context) (*Store, error) {
	db, err := sql.Open("sqlite", "file:?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)&_pragma=foreign_keys(1)&_pragma=cache_size(-16000)&_pragma=temp_store(MEMORY)")
	if err != nil {
		return nil, err
	}
	c := &Store{path: s.path, now: s.now, many: s.many, write: db, turn: make(chan struct{}, 1), clock: journal.NewClock(s.now, 0),
		end: tail{version: noVersion}, settled: settled{}}
	c.identity.Store(s.identity.Load())
	conn, err := db.Conn(ctx)
	if err == nil {
		c.conn = newConnection(conn)
		c.conn.steady = true
		err = conn.Raw(func(raw any) error { return fillFrom(raw, dsn(s.path, "ro", "")) })
	}
	if err == nil {
		err = c.collate(ctx, reader{c.conn})
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// fillFrom makes a connection's database a copy of another one.
func fillFrom(raw any, from string) error {
	into, ok := raw.(interface {
		NewRestore(string) (*driver.Backup, error)
	})
	if !ok {
		return fmt.Errorf("%T takes no copy in", raw)
	}
	copying, err := into.NewRestore(from)
	if err != nil {
		return err
	}
	_, err = copying.Step(-1)
	return errors.Join(err, copying.Finish())
}
