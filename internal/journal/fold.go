package journal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// State is what a set of operations makes of one subject.
type State struct {
	Fields Fields
	Gone   bool // every operation on it is undone, or it was removed
	Undone bool // every operation on it is undone
	First  Operation
	Last   Operation // the highest in order, undone or not
}

// Fold gives the state of one subject from all operations on it, whatever the order they are given in. undone tells
// which of them an undo that stands has reversed. Facts (add) are the ground: of several the lowest order holds.
// Sets lie over it: each field is won by the highest order. Of a thing whose operations are all undone the fields
// remain readable, and Gone says so. Undos and erasures themselves, and kinds unknown here, hold no fields and are passed
// over.
func Fold(ops []Operation, undone func(id string) bool) (State, error) {
	ops = slices.SortedFunc(slices.Values(ops), Compare)
	ops = slices.DeleteFunc(ops, func(o Operation) bool { _, verb, ok := o.Kind.Split(); return !ok || verb == Undo || verb == Erase })
	if len(ops) == 0 {
		return State{}, fmt.Errorf("no operations to fold")
	}
	standing := slices.DeleteFunc(slices.Clone(ops), func(o Operation) bool { return undone(o.ID) })
	s := State{First: ops[0], Last: ops[len(ops)-1]}
	if len(standing) == 0 {
		s.Undone, s.Gone = true, true
		standing = ops
	}
	ground, over := Fields{}, Fields{}
	for _, o := range standing {
		_, verb, _ := o.Kind.Split()
		f, err := FieldsOf(o.Says())
		if err != nil {
			return State{}, fmt.Errorf("operation %s: %w", o.ID, err)
		}
		if verb == Add {
			if len(ground) == 0 {
				ground = f
			}
			continue
		}
		maps.Copy(over, f)
	}
	maps.Copy(ground, over)
	s.Fields = ground
	s.Gone = s.Gone || Removed(ground)
	return s, nil
}

// Removed says whether the fields hold a removal.
func Removed(f Fields) bool { return bytes.Equal(f["removed"], []byte("true")) }

// FieldsOf reads the body of a set or an add. An erased body holds no fields.
func FieldsOf(body []byte) (Fields, error) {
	f := Fields{}
	if len(body) == 0 || bytes.Equal(body, []byte("null")) {
		return f, nil
	}
	if err := json.Unmarshal(body, &f); err != nil {
		return nil, fmt.Errorf("body: %w", err)
	}
	delete(f, "v")
	return f, nil
}

// Document writes fields as one JSON object with its keys in order: the same text for the same fields.
// It is what json.Marshal makes of them, which takes three times as long.
func (f Fields) Document() ([]byte, error) {
	size := 2
	for name, value := range f {
		size += len(name) + len(value) + len(`"":,`)
	}
	doc := append(make([]byte, 0, size), '{')
	for i, name := range slices.Sorted(maps.Keys(f)) {
		if i > 0 {
			doc = append(doc, ',')
		}
		key, value := []byte(`"`+name+`"`), []byte(f[name])
		var err error
		if !plain(key) {
			key, err = json.Marshal(name)
		}
		if err == nil && !plain(value) {
			value, err = json.Marshal(f[name])
		}
		if err != nil {
			return nil, err
		}
		doc = append(append(append(doc, key...), ':'), value...)
	}
	return append(doc, '}'), nil
}

// plain says whether some JSON is a text that is written in one way only: without anything that is or may be escaped.
func plain(text []byte) bool {
	last := len(text) - 1
	if last < 1 || text[0] != '"' || text[last] != '"' {
		return false
	}
	for _, c := range text[1:last] {
		switch c {
		case '"', '\\', '<', '>', '&', 0x7f, 0xe2: // 0xe2 begins U+2028
			return false
		}
		if c < ' ' {
			return false
		}
	}
	return true
}

// Changed gives the fields of now that differ from those of before, for the body of a set: small, and silent on what
// it does not change. Both are structs (or pointers to them) of one type. The id never changes and is left out.
func Changed(before, now any) (Fields, error) {
	b, n := reflect.Indirect(reflect.ValueOf(before)), reflect.Indirect(reflect.ValueOf(now))
	f := Fields{}
	for i := range n.NumField() {
		value, was := n.Field(i), b.Field(i)
		if same(was, value) {
			continue
		}
		name, options, _ := strings.Cut(n.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" || name == "id" || options == "omitempty" && value.IsZero() {
			continue
		}
		is, err := json.Marshal(value.Interface())
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", name, err)
		}
		if old, err := json.Marshal(was.Interface()); err != nil || !bytes.Equal(old, is) {
			f[name] = is
		}
	}
	return f, nil
}

// same says whether two values of a field are surely the same, without writing them out.
func same(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.String, reflect.Bool, reflect.Int:
		return a.Equal(b)
	}
	if a.IsZero() && b.IsZero() {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// Filled gives the fields of a new thing that are not empty, for the body of an add. It is a struct, or a pointer to one.
func Filled(thing any) (Fields, error) {
	v := reflect.Indirect(reflect.ValueOf(thing))
	f := Fields{}
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" || name == "id" || v.Field(i).IsZero() {
			continue
		}
		value, err := json.Marshal(v.Field(i).Interface())
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", name, err)
		}
		f[name] = value
	}
	return f, nil
}
