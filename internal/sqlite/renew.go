package sqlite

import (
	"context"
	"errors"

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
	searchVersion = "2"
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
// whether there was anything to do. The desk goes on meanwhile: the search index is made beside the one in use and takes its
// place at once, sort keys are written a few rows at a time, so that the order is a mixture until all are. Whoever is
// interrupted goes on from there the next time. progress, from 0 to 1, may be nil.
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
	w, err := r.sort(ctx)
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

// forget takes back what was made beside what is in use, and goes on sorting as the file does.
func (r *renewal) forget(ctx context.Context) error {
	return r.store.transact(ctx, func(t *tx) error {
		if err := r.store.collate(ctx, t.reader); err != nil {
			return err
		}
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
		keys := keysOf(l.person, l.also)
		if _, err := t.exec(ctx, "INSERT INTO search_next (rowid, strict, loose, skeleton, extra) VALUES (?, ?, ?, ?, ?)", l.rowid,
			keys.Strict, keys.Loose, keys.Skeleton, extraOf(l.person, seminar.Registration{BadgeNumber: l.number}, l.alsoWords)); err != nil {
			return err
		}
	}
	return nil
}
