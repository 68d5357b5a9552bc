package sqlite

import (
	"bytes"
	"context"
	"errors"

	"lanyard/internal/collation"
)

// work is what there is to write in the end.
type work struct {
	newest  int64        // operation of the journal when this was found out
	people  int          // in the roster
	moved   []rosterLine // with their new keys
	changed []rosterLine // since their search keys were made
	gone    []int64      // or changed
}

func (r reader) newest(ctx context.Context) (int64, error) {
	var n int64
	err := r.row(ctx, "SELECT coalesce(max(n), 0) FROM op").Scan(&n)
	return n, err
}

// compare finds out whose keys are to be written.
func (r *renewal) compare(ctx context.Context, from reader) (work, error) {
	var w work
	var err error
	if w.newest, err = from.newest(ctx); err != nil { // before the rows: what comes in between is found out anew
		return w, err
	}
	lines, err := r.lines(ctx, from)
	if err != nil {
		return w, err
	}
	w.people = len(lines)
	at, same := newPlaces(from, r.by), make(map[int64]bool, len(lines))
	for _, l := range lines {
		made, ok := r.prepared[l.rowid]
		if !ok || made.sum != l.sum() {
			made.keys = nameKeysOf(r.by, l.person)
			w.changed = append(w.changed, l)
		} else {
			same[l.rowid] = true
		}
		protocol, err := at.key(ctx, l.seminar, l.person.ID, l.delegation, l.category, made.keys.family)
		if err != nil {
			return w, err
		}
		if !made.keys.equal(l.has) || !bytes.Equal(protocol, l.protocol) || l.honorific != l.person.Honorific {
			l.has, l.protocol = made.keys, protocol
			w.moved = append(w.moved, l)
		}
	}
	for rowid := range r.prepared {
		if !same[rowid] {
			w.gone = append(w.gone, rowid)
		}
	}
	return w, nil
}

// finish brings what was prepared up to the moment and puts it in its place, all or nothing.
func (r *renewal) finish(ctx context.Context, t *tx, w work) error {
	if err := r.mine(ctx, t); err != nil {
		return err
	}
	now, err := t.newest(ctx)
	if err != nil {
		return err
	}
	if now != w.newest {
		if w, err = r.compare(ctx, t.reader); err != nil {
			return err
		}
	}
	if err := r.move(ctx, t, w.moved, w.people); err != nil {
		return err
	}
	if r.searches() {
		if err := r.exchange(ctx, t, w); err != nil {
			return err
		}
	}
	if _, err := t.exec(ctx, "DELETE FROM local WHERE key = ?", renewingKey); err != nil {
		return err
	}
	if err := t.setIndex(ctx, r.want); err != nil {
		return err
	}
	r.store.collator = collation.New(r.want.language)
	return nil
}

// move writes the sort keys of the rows that have got others. Where they are many, the indexes are taken away before and
// made again after: that is several times quicker than to change them row by row.
func (r *renewal) move(ctx context.Context, t *tx, moved []rosterLine, of int) error {
	const many = 10 // one in so many
	var indexes []string
	if len(moved) > of/many {
		var err error
		if indexes, err = t.dropIndexes(ctx); err != nil {
			return err
		}
	}
	for _, l := range moved {
		_, err := t.exec(ctx, "UPDATE roster SET sort_family = ?, sort_given = ?, sort_organisation = ?, protocol = ?, honorific = ? WHERE rowid = ?",
			l.has.family, l.has.given, l.has.organisation, l.protocol, l.person.Honorific, l.rowid)
		if err != nil {
			return err
		}
	}
	for _, statement := range indexes {
		if err := t.once(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// dropIndexes takes away the indexes of the roster that sort by keys, and gives the statements that make them again.
func (t *tx) dropIndexes(ctx context.Context) ([]string, error) {
	var names, statements []string
	err := t.each(ctx, `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'roster'
		AND (sql LIKE '%sort\_family%' ESCAPE '\' OR sql LIKE '%sort\_given%' ESCAPE '\' OR sql LIKE '%sort\_organisation%' ESCAPE '\' OR sql LIKE '%protocol%')`, nil, func(scan func(...any) error) error {
		var name, statement string
		err := scan(&name, &statement)
		names, statements = append(names, name), append(statements, statement)
		return err
	})
	for _, name := range names {
		if err == nil {
			err = t.once(ctx, `DROP INDEX "`+name+`"`)
		}
	}
	return statements, err
}

// exchange puts the new search index in the place of the old one.
func (r *renewal) exchange(ctx context.Context, t *tx, w work) error {
	for _, rowid := range w.gone {
		if _, err := t.exec(ctx, "DELETE FROM search_next WHERE rowid = ?", rowid); err != nil {
			return err
		}
	}
	if err := r.index(ctx, t, w.changed); err != nil {
		return err
	}
	return errors.Join(t.once(ctx, "DROP TABLE search"), t.once(ctx, "ALTER TABLE search_next RENAME TO search"))
}
