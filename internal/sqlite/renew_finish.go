package sqlite

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"lanyard/internal/collation"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// work is what there is to write in the end.
type work struct {
	newest  int64        // operation of the journal when this was found out
	moved   []rosterLine // with their new keys
	changed []rosterLine // since their search keys were made
	gone    []int64      // or changed
}

func (r reader) newest(ctx context.Context) (int64, error) {
	var n int64
	err := r.row(ctx, "SELECT coalesce(max(n), 0) FROM op").Scan(&n)
	return n, err
}

// touchedSince says whether anything came after an operation that may change a key. A scan changes none, and to compare
// for every one of them would make the next ones wait.
func (r reader) touchedSince(ctx context.Context, n int64) (bool, error) {
	var touched bool
	err := r.row(ctx, "SELECT EXISTS (SELECT 1 FROM op WHERE n > ? AND kind <> ?)", n, journal.KindOf(seminar.EntityCheckin, journal.Add)).Scan(&touched)
	return touched, err
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
	touched, err := t.touchedSince(ctx, w.newest)
	if err != nil {
		return err
	}
	if touched {
		if w, err = r.compare(ctx, t.reader); err != nil {
			return err
		}
	}
	if err := t.moveKeys(ctx, w.moved); err != nil {
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

// few is how many rows get their sort keys in one transaction: every one is in four indexes, and a scan waits meanwhile.
const few = 100

// sort writes the sort keys of all that have got others, and gives what is left for the end: what was written meanwhile.
func (r *renewal) sort(ctx context.Context) (work, error) {
	for {
		w, err := r.compare(ctx, r.store.reader)
		if err != nil || len(w.moved) <= few {
			return w, err
		}
		for some := range slices.Chunk(w.moved, few) {
			if err := r.store.transact(ctx, func(t *tx) error { return errors.Join(r.mine(ctx, t), t.moveKeys(ctx, some)) }); err != nil {
				return w, err
			}
		}
	}
}

// moveKeys gives rows the sort keys that lines have. A row that has changed since is found again by the next comparison.
func (t *tx) moveKeys(ctx context.Context, lines []rosterLine) error {
	for _, l := range lines {
		_, err := t.exec(ctx, "UPDATE roster SET sort_family = ?, sort_given = ?, sort_organisation = ?, protocol = ?, honorific = ? WHERE rowid = ?",
			l.has.family, l.has.given, l.has.organisation, l.protocol, l.person.Honorific, l.rowid)
		if err != nil {
			return err
		}
	}
	return nil
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
