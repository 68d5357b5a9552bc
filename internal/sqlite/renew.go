package sqlite

import (
	"bytes"
	"context"
	"errors"
	"hash/fnv"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/collation"
	"lanyard/internal/seminar"
)

// The keys that the roster is searched and sorted by are made by code that changes, in a language that is chosen. What
// a file's own were made with stands beside the desk's settings, and no other desk receives it.
const (
	searchVersionKey = "index_search"
	orderVersionKey  = "index_order"
	languageKey      = "index_language"
	renewingKey      = "index_renewing"

	// searchVersion changes with every change of the keys of package names, or of what else a person is found by.
	searchVersion = "1"
	// orderVersion changes with every change of nameKeysOf or of the order of protocol.
	orderVersion = "1." + collation.Version
)

// index is what a file's keys were made with.
type index struct{ search, order, language string }

func (r reader) index(ctx context.Context) (index, error) {
	var i index
	err := r.row(ctx, `SELECT coalesce((SELECT value FROM local WHERE key = ?), ''), coalesce((SELECT value FROM local WHERE key = ?), ''),
		coalesce((SELECT value FROM local WHERE key = ?), '')`, searchVersionKey, orderVersionKey, languageKey).Scan(&i.search, &i.order, &i.language)
	return i, err
}

func (t *tx) setIndex(ctx context.Context, i index) error {
	return errors.Join(t.SetSetting(ctx, searchVersionKey, i.search), t.SetSetting(ctx, orderVersionKey, i.order),
		t.SetSetting(ctx, languageKey, i.language))
}

// collate makes the writing connection sort as the file does, whichever program chose that.
func (s *Store) collate(ctx context.Context, r reader) error {
	i, err := r.index(ctx)
	if err == nil && (s.collator == nil || s.collator.Language() != i.language) {
		s.collator = collation.New(i.language)
	}
	return err
}

// Language is the language that names are sorted in now, "" for the order of Unicode.
func (s *Store) Language(ctx context.Context) (string, error) {
	i, err := s.index(ctx)
	return i.language, err
}

// current says whether the keys are those of this version.
func (i index) current() bool { return i.search == searchVersion && i.order == orderVersion }

// errOvertaken: another program has begun to renew the same file.
var errOvertaken = errors.New("another program renews the keys")

// Renew makes the search and sort keys anew if they are another version's, and the sort keys alone if names are to be
// sorted in another language; "" leaves the language, and so does one that package collation does not know. It says
// whether there was anything to do. The desk goes on meanwhile: what takes long is made beside what is in use, and takes its
// place in one transaction. Whoever is interrupted has changed nothing, and begins again the next time. progress, from 0
// to 1, may be nil.
func (s *Store) Renew(ctx context.Context, language string, progress func(float64)) (bool, error) {
	is, err := s.index(ctx)
	if err != nil {
		return false, err
	}
	want := index{searchVersion, orderVersion, collation.Known(language)}
	if want.language == "" {
		want.language = is.language
	}
	if is == want {
		return false, nil
	}
	if progress == nil {
		progress = func(float64) {}
	}
	r := &renewal{store: s, is: is, want: want, by: collation.New(want.language), token: uuid.NewString(), prepared: map[int64]prepared{}}
	if err := r.run(ctx, progress); err != nil {
		if errors.Is(err, errOvertaken) {
			return false, nil
		}
		return false, errors.Join(err, r.forget(context.WithoutCancel(ctx)))
	}
	progress(1)
	return true, nil
}

// renewal is keys in the making.
type renewal struct {
	store    *Store
	is, want index
	by       *collation.Collator
	token    string // of this renewal: a later one takes over
	prepared map[int64]prepared
}

// prepared is a row as it was when its keys were made.
type prepared struct {
	sum  uint64
	keys nameKeys
}

// searches says whether the search index is made anew too.
func (r *renewal) searches() bool { return r.is.search != r.want.search }

// chunk is how many people are indexed in one transaction: a scan waits for no more.
const chunk = 500

func (r *renewal) run(ctx context.Context, progress func(float64)) error {
	if err := r.store.transact(ctx, func(t *tx) error { return r.begin(ctx, t) }); err != nil {
		return err
	}
	lines, err := r.lines(ctx, r.store.reader)
	if err != nil {
		return err
	}
	for from := 0; from < len(lines); from += chunk {
		progress(float64(from) / float64(len(lines)+1))
		some := lines[from:min(from+chunk, len(lines))]
		for _, l := range some {
			r.prepared[l.rowid] = prepared{l.sum(), nameKeysOf(r.by, l.person)}
		}
		if r.searches() {
			err = r.store.transact(ctx, func(t *tx) error { return r.index(ctx, t, some) })
		}
		if err := errors.Join(err, ctx.Err()); err != nil {
			return err
		}
	}
	w, err := r.compare(ctx, r.store.reader) // before the transaction: it holds unless somebody writes until then
	if err != nil {
		return err
	}
	return r.store.transact(ctx, func(t *tx) error { return r.finish(ctx, t, w) })
}

// begin makes room for the index to come, and takes over from a renewal that was interrupted.
func (r *renewal) begin(ctx context.Context, t *tx) error {
	if err := t.once(ctx, "DROP TABLE IF EXISTS search_next"); err != nil {
		return err
	}
	if r.searches() {
		if err := t.once(ctx, "CREATE VIRTUAL TABLE search_next USING fts5("+searchOptions+")"); err != nil {
			return err
		}
	}
	return t.SetSetting(ctx, renewingKey, r.token)
}

// forget takes back what was made beside what is in use.
func (r *renewal) forget(ctx context.Context) error {
	return r.store.transact(ctx, func(t *tx) error {
		if err := r.mine(ctx, t); err != nil {
			return nil // it is another's now
		}
		return t.once(ctx, "DROP TABLE IF EXISTS search_next")
	})
}

func (r *renewal) mine(ctx context.Context, t *tx) error {
	token, err := t.Setting(ctx, renewingKey)
	if err == nil && token != r.token {
		err = errOvertaken
	}
	return err
}

func (r *renewal) index(ctx context.Context, t *tx, lines []rosterLine) error {
	if err := r.mine(ctx, t); err != nil {
		return err
	}
	for _, l := range lines {
		keys := keysOf(l.person)
		if _, err := t.exec(ctx, "INSERT INTO search_next (rowid, strict, loose, skeleton, extra) VALUES (?, ?, ?, ?, ?)", l.rowid,
			keys.Strict, keys.Loose, keys.Skeleton, extraOf(l.person, seminar.Registration{BadgeNumber: l.number})); err != nil {
			return err
		}
	}
	return nil
}

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

// rosterLine is what the keys of a row are made of, and what it has.
type rosterLine struct {
	rowid                         int64
	registration                  string
	seminar, delegation, category seminar.ID
	number                        string
	person                        seminar.Attendee
	honorific                     string // that the row has; the person's own is in person
	has                           nameKeys
	protocol                      []byte
}

func (l rosterLine) sum() uint64 {
	h, p := fnv.New64a(), l.person
	h.Write([]byte(strings.Join([]string{l.registration, string(p.ID), l.number, p.GivenName, p.FamilyName, p.NativeName, p.BadgeName, p.Organisation,
		p.Email}, "\x00")))
	return h.Sum64()
}

func (r *renewal) lines(ctx context.Context, from reader) ([]rosterLine, error) {
	var all []rosterLine
	honorific := "r.honorific"
	if r.is.order != r.want.order { // a file that was migrated has none in its roster yet
		honorific = `coalesce((SELECT json_extract(doc, '$.honorific') FROM attendee WHERE id = r.attendee), '')`
	}
	err := from.each(ctx, `SELECT r.rowid, r.registration, r.attendee, r.seminar, r.delegation, r.category, r.badge_number, r.given_name, r.family_name,
		r.native_name, r.badge_name, r.organisation, r.email, `+honorific+`, r.honorific, r.sort_family, r.sort_given, r.sort_organisation, r.protocol
		FROM roster r ORDER BY r.rowid`, nil, func(scan func(...any) error) error {
		var l rosterLine
		p := &l.person
		err := scan(&l.rowid, &l.registration, &p.ID, &l.seminar, &l.delegation, &l.category, &l.number, &p.GivenName, &p.FamilyName,
			&p.NativeName, &p.BadgeName, &p.Organisation, &p.Email, &p.Honorific, &l.honorific, &l.has.family, &l.has.given, &l.has.organisation, &l.protocol)
		all = append(all, l)
		return err
	})
	return all, err
}
