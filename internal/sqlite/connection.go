package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// preparer is a pool or one connection of it.
type preparer interface {
	PrepareContext(context.Context, string) (*sql.Stmt, error)
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}

// connection keeps the statements that it has prepared: preparing costs more than running most of them.
type connection struct {
	to preparer
	mu sync.Mutex
	by map[string]*sql.Stmt

	keys memo
}

func newConnection(to preparer) *connection { return &connection{to: to, by: map[string]*sql.Stmt{}} }

func (c *connection) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s := c.by[query]; s != nil {
		return s, nil
	}
	s, err := c.to.PrepareContext(context.WithoutCancel(ctx), query)
	if err == nil {
		c.by[query] = s
	}
	return s, err
}

func (c *connection) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (c *connection) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// once runs a statement that is not worth keeping, such as BEGIN.
func (c *connection) once(ctx context.Context, query string) error {
	_, err := c.to.ExecContext(ctx, query)
	return err
}

func (c *connection) close() error {
	var errs []error
	for _, s := range c.by {
		errs = append(errs, s.Close())
	}
	if conn, ok := c.to.(*sql.Conn); ok {
		errs = append(errs, conn.Close())
	}
	return errors.Join(errs...)
}

// line is one row, or the error that stood in its way.
type line struct {
	rows *sql.Rows
	err  error
}

func (c *connection) row(ctx context.Context, query string, args ...any) line {
	rows, err := c.query(ctx, query, args...)
	return line{rows, err}
}

// Scan reads the row; sql.ErrNoRows if there is none.
func (l line) Scan(into ...any) error {
	if l.err != nil {
		return running(l.err)
	}
	defer l.rows.Close()
	if !l.rows.Next() {
		if err := l.rows.Err(); err != nil {
			return running(err)
		}
		return sql.ErrNoRows
	}
	return running(l.rows.Scan(into...))
}
