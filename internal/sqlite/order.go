package sqlite

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"math"

	"lanyard/internal/collation"
	"lanyard/internal/seminar"
)

// nameKeys are the collation keys of a person: their bytes compare as people sort the names.
type nameKeys struct{ family, given, organisation []byte }

// nameKeysOf makes them. An honorific is no part of a name that is sorted.
func nameKeysOf(c *collation.Collator, a seminar.Attendee) nameKeys {
	return nameKeys{c.Key(seminar.ByFamilyName.Texts(a)...), c.Key(seminar.ByGivenName.Texts(a)...), c.Key(seminar.ByOrganisation.Texts(a)...)}
}

func (k nameKeys) equal(other nameKeys) bool {
	return bytes.Equal(k.family, other.family) && bytes.Equal(k.given, other.given) && bytes.Equal(k.organisation, other.organisation)
}

// The order of protocol is that of lists of participants at conferences of the United Nations: delegation after
// delegation, the head of each before its members, and those of no delegation (guests, speakers, staff) after them all.
const (
	ofDelegation   = 1
	ofNoDelegation = 2

	isHead   = 1
	isMember = 2
)

// places are what the order of protocol is made of: where delegations and categories stand.
type places struct {
	reader     getter
	collator   *collation.Collator
	delegation map[seminar.ID]place
	category   map[seminar.ID]place
}

// place is where a delegation or a category stands: before is what the key begins with.
type place struct {
	seminar, head seminar.ID
	before        []byte
}

type getter interface {
	Get(ctx context.Context, e seminar.Entity, id seminar.ID, doc any) (bool, error)
	root(ctx context.Context, attendee seminar.ID) (root seminar.ID, several bool, err error)
}

func newPlaces(r getter, c *collation.Collator) *places {
	return &places{reader: r, collator: c, delegation: map[seminar.ID]place{}, category: map[seminar.ID]place{}}
}

// key is the key of one registration: its delegation by position, or by name where two have one position; the head; the
// category by position; the family name. A delegation or a category of another seminar is none.
func (p *places) key(ctx context.Context, of, attendee, delegation, category seminar.ID, family []byte) ([]byte, error) {
	d, err := p.ofDelegation(ctx, delegation)
	if err != nil {
		return nil, err
	}
	c, err := p.ofCategory(ctx, category)
	if err != nil {
		return nil, err
	}
	key := []byte{ofNoDelegation}
	if d.before != nil && d.seminar == of {
		key = append([]byte{ofDelegation}, d.before...)
		if d.head == attendee {
			key = append(key, isHead)
		} else {
			key = append(key, isMember)
		}
	}
	if c.before != nil && c.seminar == of {
		key = append(key, c.before...)
	} else {
		key = append(key, position(0)...)
	}
	return append(key, family...), nil
}

func (p *places) ofDelegation(ctx context.Context, id seminar.ID) (place, error) {
	if known, ok := p.delegation[id]; ok || id == "" {
		return known, nil
	}
	var d seminar.Delegation
	here, err := p.reader.Get(ctx, seminar.EntityDelegation, id, &d)
	at := place{}
	if here && err == nil {
		if d.HeadID, _, err = p.reader.root(ctx, d.HeadID); err != nil {
			return at, err
		}
		// Two zeros end a name before any longer one goes on.
		before := append(append(position(d.Position), p.collator.Key(d.Name)...), 0, 0)
		at = place{d.SeminarID, d.HeadID, append(append(before, d.ID...), 0)}
	}
	p.delegation[id] = at
	return at, err
}

func (p *places) ofCategory(ctx context.Context, id seminar.ID) (place, error) {
	if known, ok := p.category[id]; ok || id == "" {
		return known, nil
	}
	var c seminar.Category
	here, err := p.reader.Get(ctx, seminar.EntityCategory, id, &c)
	at := place{}
	if here {
		at = place{seminar: c.SeminarID, before: position(c.Position)}
	}
	p.category[id] = at
	return at, err
}

// position is a position as bytes; what has none comes last.
func position(n int) []byte {
	if n <= 0 || n > math.MaxInt32 {
		n = math.MaxInt32
	}
	return binary.BigEndian.AppendUint32(nil, uint32(n))
}

// reorder gives the people of a delegation or a category that has changed their places in the order of protocol. before
// is its document as it was, nil for a new one.
func (t *tx) reorder(ctx context.Context, e seminar.Entity, id seminar.ID, doc, before []byte) error {
	seminars := map[seminar.ID]bool{}
	for _, d := range [][]byte{doc, before} {
		var of struct {
			Seminar seminar.ID `json:"seminar"`
		}
		if d != nil && json.Unmarshal(d, &of) == nil {
			seminars[of.Seminar] = true
		}
	}
	for of := range seminars {
		if err := t.reorderIn(ctx, e, id, of); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) reorderIn(ctx context.Context, e seminar.Entity, id, of seminar.ID) error {
	type moved struct {
		rowid int64
		key   []byte
	}
	var all []moved
	at := newPlaces(t.reader, t.store.collator)
	const lines = "SELECT rowid, attendee, delegation, category, sort_family, protocol FROM roster WHERE seminar = ? AND "
	type line struct {
		rowid                          int64
		attendee, delegation, category seminar.ID
		family, protocol               []byte
	}
	read := func(query string) ([]line, error) {
		var some []line
		err := t.each(ctx, query, []any{string(of), string(id)}, func(scan func(...any) error) error {
			var l line
			err := scan(&l.rowid, &l.attendee, &l.delegation, &l.category, &l.family, &l.protocol)
			some = append(some, l)
			return err
		})
		return some, err
	}
	change := func(some []line) error {
		for _, l := range some {
			key, err := at.key(ctx, of, l.attendee, l.delegation, l.category, l.family)
			if err != nil {
				return err
			}
			if !bytes.Equal(key, l.protocol) {
				all = append(all, moved{l.rowid, key})
			}
		}
		return nil
	}
	query := lines + "delegation = ?"
	if e == seminar.EntityCategory { // may hold nearly everybody, who all move or all stay: one tells
		query = lines + "category = ?"
		one, err := read(query + " LIMIT 1")
		if err != nil {
			return err
		}
		if err := change(one); err != nil || len(all) == 0 {
			return err
		}
		all = nil
	}
	some, err := read(query)
	if err != nil {
		return err
	}
	if err := change(some); err != nil {
		return err
	}
	for _, m := range all {
		if _, err := t.exec(ctx, "UPDATE roster SET protocol = ? WHERE rowid = ?", m.key, m.rowid); err != nil {
			return err
		}
	}
	return nil
}
