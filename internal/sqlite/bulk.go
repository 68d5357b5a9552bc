package sqlite

import (
	"context"
	"fmt"
)

const (
	// many is how many people make it worth to write the orders of the roster once, at the end.
	many = 3000
	// roomy is the page cache of a transaction with many people, in KiB: each of them goes to a dozen places all over the file,
	// and pages that do not fit are written out and read again and again.
	roomy = 32_000
)

// bulk is what a transaction with many people has put off.
type bulk struct {
	cache   int      // pages or, below zero, KiB, before
	indexes []string // to be made again
}

// ExpectPeople says that about so many people are about to be registered in this transaction.
func (t *tx) ExpectPeople(ctx context.Context, n int) error {
	if n < many || t.bulk != nil {
		return nil
	}
	b := &bulk{}
	if err := t.row(ctx, "PRAGMA cache_size").Scan(&b.cache); err != nil {
		return err
	}
	t.bulk = b
	if err := t.once(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", roomy)); err != nil {
		return err
	}
	var here int
	if err := t.row(ctx, "SELECT count(*) FROM roster").Scan(&here); err != nil || here > n {
		return err
	}
	var names []string
	err := t.each(ctx, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'roster' AND sql IS NOT NULL AND name <> 'roster_attendee'", nil,
		func(scan func(...any) error) error {
			var name, sql string
			err := scan(&name, &sql)
			names, b.indexes = append(names, name), append(b.indexes, sql)
			return err
		})
	for _, name := range names {
		if err == nil {
			err = t.once(ctx, `DROP INDEX "`+name+`"`)
		}
	}
	return err
}

// settle does what was put off, before the transaction is committed.
func (b *bulk) settle(ctx context.Context, t *tx) error {
	if b == nil {
		return nil
	}
	for _, sql := range b.indexes {
		if err := t.once(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// over gives the memory back, whether the transaction was committed or not. Where that fails, a cache stays larger than it was.
func (b *bulk) over(ctx context.Context, c *connection) {
	if b != nil {
		_ = c.once(ctx, fmt.Sprintf("PRAGMA cache_size = %d; PRAGMA shrink_memory", b.cache))
	}
}
