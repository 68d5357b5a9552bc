package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lanyard/internal/seminar"
)

// settled is what hardly changes during a seminar and is asked for at every scan: lists, categories, questions. The
// writing connection keeps it as it was read, until it writes such a thing itself or sees that another program has
// written. A nil text is a thing that is not here.
type settled map[seminar.Entity]map[string][]byte

func settles(e seminar.Entity) bool {
	switch e {
	case seminar.EntitySeminar, seminar.EntityList, seminar.EntityCategory, seminar.EntityQuestion:
		return true
	}
	return false
}

// keep gives a text that is kept, or reads and keeps it.
func (s settled) keep(e seminar.Entity, key string, read func() ([]byte, error)) ([]byte, error) {
	if text, ok := s[e][key]; ok {
		return text, nil
	}
	text, err := read()
	if err != nil {
		return nil, err
	}
	if s[e] == nil {
		s[e] = map[string][]byte{}
	}
	s[e][key] = text
	return text, nil
}

// Get fills doc with one thing; false if it is not here or gone.
func (t *tx) Get(ctx context.Context, e seminar.Entity, id seminar.ID, doc any) (bool, error) {
	if !settles(e) {
		return t.reader.Get(ctx, e, id, doc)
	}
	text, err := t.store.settled.keep(e, string(id), func() ([]byte, error) {
		text, err := t.text(ctx, e, id)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil
		}
		return text, err
	})
	if err != nil || text == nil {
		return false, err
	}
	return true, json.Unmarshal(text, doc)
}

// All fills docs with the things of a seminar, of every seminar for "".
func (t *tx) All(ctx context.Context, e seminar.Entity, of seminar.ID, docs any) error {
	if !settles(e) {
		return t.reader.All(ctx, e, of, docs)
	}
	text, err := t.store.settled.keep(e, "all of "+string(of), func() ([]byte, error) { return t.texts(ctx, e, of) })
	if err != nil {
		return err
	}
	return json.Unmarshal(text, docs)
}
