package sqlite

import (
	"context"
	"reflect"

	"lanyard/internal/seminar"
)

// settled is what hardly changes during a seminar and is asked for at every scan: lists, categories, delegations, questions. The
// writing connection keeps it as it was read, until it writes such a thing itself or sees that another program has
// written. What is handed out shares the slices and maps within
// each thing: nobody changes them in place.
type settled map[seminar.Entity]map[settledKey]answer

// settledKey is a question: the thing of an id, or all things of a seminar, as values of one type.
type settledKey struct {
	id  seminar.ID
	all bool
	as  reflect.Type
}

// answer is a value of the type that was asked for; here is false for a thing that is not here.
type answer struct {
	value reflect.Value
	here  bool
}

func settles(e seminar.Entity) bool {
	switch e {
	case seminar.EntitySeminar, seminar.EntityList, seminar.EntityCategory, seminar.EntityDelegation, seminar.EntityQuestion:
		return true
	}
	return false
}

// fill fills doc from what is kept, or reads and keeps it.
func (s settled) fill(e seminar.Entity, id seminar.ID, all bool, doc any, read func(into any) (bool, error)) (bool, error) {
	into := reflect.ValueOf(doc).Elem()
	key := settledKey{id, all, into.Type()}
	if known, ok := s[e][key]; ok {
		if known.here {
			into.Set(shallow(known.value))
		}
		return known.here, nil
	}
	fresh := reflect.New(into.Type())
	here, err := read(fresh.Interface())
	if err != nil {
		return false, err
	}
	if s[e] == nil {
		s[e] = map[settledKey]answer{}
	}
	s[e][key] = answer{fresh.Elem(), here}
	if here {
		into.Set(shallow(fresh.Elem()))
	}
	return here, nil
}

// shallow is a value whose elements may be put in another order without changing what is kept.
func shallow(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Slice || v.IsNil() {
		return v
	}
	return reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v)
}

// Get fills doc with one thing; false if it is not here or gone.
func (t *tx) Get(ctx context.Context, e seminar.Entity, id seminar.ID, doc any) (bool, error) {
	if (e == seminar.EntityAttendee || e == seminar.EntityRegistration) && t.strange(string(id)) {
		return false, nil
	}
	if !settles(e) {
		return t.reader.Get(ctx, e, id, doc)
	}
	return t.store.settled.fill(e, id, false, doc, func(into any) (bool, error) { return t.reader.Get(ctx, e, id, into) })
}

// All fills docs with the things of a seminar, of every seminar for "".
func (t *tx) All(ctx context.Context, e seminar.Entity, of seminar.ID, docs any) error {
	if !settles(e) {
		return t.reader.All(ctx, e, of, docs)
	}
	_, err := t.store.settled.fill(e, of, true, docs, func(into any) (bool, error) { return true, t.reader.All(ctx, e, of, into) })
	return err
}
