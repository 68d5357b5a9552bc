package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
)

// execer runs statements: a connection, or a writer.
type execer interface {
	exec(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// writer runs statements on the driver itself: what database/sql does for each of them is a fifth of the work.
type writer struct {
	conn *sql.Conn
	raw  driver.ConnPrepareContext // within do
	by   map[string]driver.StmtExecContext
	args []driver.NamedValue
}

// do runs some statements.
func (w *writer) do(some func() error) error {
	return w.conn.Raw(func(raw any) error {
		w.raw, _ = raw.(driver.ConnPrepareContext)
		return some()
	})
}

func (w *writer) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s := w.by[query]
	if s == nil {
		prepared, err := w.raw.PrepareContext(ctx, query)
		if err != nil {
			return nil, err
		}
		s, _ = prepared.(driver.StmtExecContext)
		w.by[query] = s
	}
	w.args = w.args[:0]
	for i, v := range args {
		if n, ok := v.(int); ok {
			v = int64(n)
		}
		w.args = append(w.args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	return s.ExecContext(ctx, w.args)
}

// forget gives the prepared statements back.
func (w *writer) forget() error {
	return w.do(func() error {
		var errs []error
		for _, s := range w.by {
			if s, ok := s.(driver.Stmt); ok {
				errs = append(errs, s.Close())
			}
		}
		return errors.Join(errs...)
	})
}

// write writes what is made, up to the first error.
func (b *bulk) write(ctx context.Context, w *writer, in <-chan step) {
	defer func() { _ = w.forget() }()
	var is reply
	for s := range in {
		if is.err == nil {
			is.err = s.err
		}
		if is.err == nil && !b.failed.Load() {
			is.err = w.do(func() error {
				n, err := w.writeAll(ctx, s.things)
				is.n = max(is.n, n)
				return err
			})
		}
		if is.err != nil {
			b.failed.Store(true)
		}
		if s.reply != nil {
			s.reply <- is
		}
	}
}

// writeAll writes what is new, and gives the place of the last operation in the journal.
func (w *writer) writeAll(ctx context.Context, things []fresh) (n int64, err error) {
	counts := map[counted]int{}
	for _, f := range things {
		if n, err = insertOperation(ctx, w, f.op, false); err != nil {
			return n, err
		}
		if _, err := w.exec(ctx, `INSERT INTO "`+string(f.entity)+`" `+rowColumns, f.columns...); err != nil {
			return n, err
		}
		if f.listing == nil {
			continue
		}
		if _, err := insertListing(ctx, w, *f.listing); err != nil {
			return n, err
		}
		counts[f.listing.counted]++
	}
	for at, by := range counts {
		if err := count(ctx, w, at, by); err != nil {
			return n, err
		}
	}
	return n, nil
}
