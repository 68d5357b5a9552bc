package sqlite

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"lanyard/internal/seminar"
)

const (
	// many is how many people make it worth to write them in bulk.
	many = 3000
	// roomy is the page cache of a transaction with many people, in KiB: each of them goes to a dozen places all over the file,
	// and pages that do not fit are written out and read again and again.
	roomy = 32_000

	// The search index puts its parts together later: that is for Tidy. What is set stays in the file, so the default is set again
	// (https://sqlite.org/fts5.html#the_automerge_configuration_option).
	searchInBulk   = "INSERT INTO search (search, rank) VALUES ('automerge', 0)"
	searchAsBefore = "INSERT INTO search (search, rank) VALUES ('automerge', 4)"
)

// bulk is a transaction with many people. Those who are new are not written at once: one goroutine makes what is derived from
// them and another one writes it all, while the next ones are read and checked. Every other statement of the transaction waits
// until they are written, so that nobody sees a difference; what is asked of each of them is answered from memory where it can
// be (seen). The orders of the roster are made at the end.
type bulk struct {
	cache   int      // pages or, below zero, KiB, before
	indexes []string // to be made again

	seen     *seen
	aside    *connection       // the same connection, for what must not wait for the writing
	counters map[counterOf]int // given out so far
	counting bool              // which is not written yet
	fresh    []fresh           // not handed on yet
	behind   bool              // something was handed on that may not be written yet
	whom     seminar.ID        // the attendee who was added last
	steps    chan step
	failed   atomic.Bool
	err      error // why, once it is known here
	end      sync.WaitGroup
}

// counterOf is whose next number is asked for.
type counterOf struct{ counter, seminar string }

// ExpectPeople says that about so many people are about to be registered in this transaction.
func (t *tx) ExpectPeople(ctx context.Context, n int) error {
	if n < t.store.many || t.bulk != nil {
		return nil
	}
	b := &bulk{counters: map[counterOf]int{}}
	if err := t.row(ctx, "PRAGMA cache_size").Scan(&b.cache); err != nil {
		return err
	}
	t.bulk = b
	if err := t.once(ctx, fmt.Sprintf("PRAGMA cache_size = -%d", roomy)); err != nil {
		return err
	}
	if err := errors.Join(b.dropOrders(ctx, t, n), t.once(ctx, searchInBulk)); err != nil {
		return err
	}
	var err error
	if b.seen, err = t.learn(ctx, n); err != nil {
		return err
	}
	b.begin(ctx, t)
	return nil
}

// dropOrders drops the indexes that registering does not read, if the new people are more than those who are here.
func (b *bulk) dropOrders(ctx context.Context, t *tx, n int) error {
	var here int
	if err := t.row(ctx, "SELECT count(*) FROM roster").Scan(&here); err != nil || here > n {
		return err
	}
	var names []string
	err := t.each(ctx, `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
		AND (tbl_name = 'roster' AND name NOT IN ('roster_attendee', 'roster_delegation') OR name = 'op_subject')`, nil,
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

// next is the next number of a counter; false for one that nobody has asked for yet.
func (b *bulk) next(of counterOf) (int, bool) {
	if b == nil || b.counters[of] == 0 {
		return 0, false
	}
	b.counters[of]++
	b.counting = true
	return b.counters[of], true
}

// settle does what was put off, before the transaction is committed.
func (b *bulk) settle(ctx context.Context, t *tx) error {
	if b == nil {
		return nil
	}
	if err := errors.Join(t.flush(ctx), t.once(ctx, searchAsBefore)); err != nil {
		return err
	}
	for _, sql := range b.indexes {
		if err := t.once(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// over ends it, whether the transaction is committed or not, and gives the memory back. Where that fails, a cache stays larger than
// it was.
func (b *bulk) over(ctx context.Context, c *connection) {
	if b == nil {
		return
	}
	c.before = nil
	if b.steps != nil {
		b.failed.Store(true) // nothing more of it is wanted
		close(b.steps)
		b.end.Wait()
		_ = b.aside.forget()
	}
	_ = c.once(ctx, fmt.Sprintf("PRAGMA cache_size = %d; PRAGMA shrink_memory", b.cache))
}
