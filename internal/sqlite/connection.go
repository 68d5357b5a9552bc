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
	// steady looks before each statement whether it is still wanted, and then lets it end: to watch over it until it does, the driver
	// starts a goroutine for each, which costs as much as a small statement.
	steady bool
	// before is done before each statement; may be nil.
	before func(context.Context) error

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
	s, ctx, err := c.ready(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (c *connection) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, ctx, err := c.ready(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// ready gives a prepared statement, and the context that it is run in.
func (c *connection) ready(ctx context.Context, query string) (*sql.Stmt, context.Context, error) {
	if c.before != nil {
		if err := c.before(ctx); err != nil {
			return nil, nil, err
		}
	}
	if c.steady {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		ctx = context.WithoutCancel(ctx)
	}
	s, err := c.prepared(ctx, query)
	return s, ctx, err
}

// once runs a statement that is not worth keeping, such as BEGIN.
func (c *connection) once(ctx context.Context, query string) error {
	if c.before != nil {
		if err := c.before(ctx); err != nil {
			return err
		}
	}
	_, err := c.to.ExecContext(ctx, query)
	return err
}

func (c *connection) close() error {
	errs := []error{c.forget()}
	if conn, ok := c.to.(*sql.Conn); ok {
		errs = append(errs, conn.Close())
	}
	return errors.Join(errs...)
}

// forget gives the prepared statements back.
func (c *connection) forget() error {
	var errs []error
	for _, s := range c.by {
		errs = append(errs, s.Close())
	}
	clear(c.by)
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
