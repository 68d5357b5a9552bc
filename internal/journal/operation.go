// Package journal is the append-only record of every change: the audit trail, the undo, and what desks exchange. It
// knows operations, their order, their chain of hashes, and how a set of them folds into the state of a thing. It
// keeps nothing; a store does.
package journal

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Verb is what an operation does to its subject.
type Verb string

// The verbs. A kind is an entity and a verb, such as "attendee.set"; undo and erase have no entity.
const (
	Set   Verb = "set" // sets fields; each field is won by the highest order
	Add   Verb = "add" // states a fact; of several for one subject, the lowest order is the fact
	Undo  Verb = "undo"
	Erase Verb = "erase"
)

// Kind is what an operation is: "attendee.set", "checkin.add", "undo".
type Kind string

// KindOf makes a kind.
func KindOf(e seminar.Entity, v Verb) Kind { return Kind(string(e) + "." + string(v)) }

// The kinds that are about other operations. KindUndo reverses them: nothing is deleted. KindErase alone takes something
// away: what their bodies say of a person.
const (
	KindUndo  Kind = "undo"
	KindErase Kind = "erase"
)

// Split gives a kind's entity and verb; ok is false for a kind that this version does not know.
func (k Kind) Split() (seminar.Entity, Verb, bool) {
	switch k {
	case KindUndo:
		return "", Undo, true
	case KindErase:
		return "", Erase, true
	}
	e, v, found := strings.Cut(string(k), ".")
	if !found || (Verb(v) != Set && Verb(v) != Add) {
		return "", "", false
	}
	for _, known := range seminar.Entities() {
		if string(known) == e {
			return known, Verb(v), true
		}
	}
	return "", "", false
}

// Operation is one change, as it stands in the journal for ever.
type Operation struct {
	ID          string          `json:"id"`          // UUIDv7
	Desk        string          `json:"desk"`        // the desk's letter
	Incarnation string          `json:"incarnation"` // of the desk's database; a restore begins a new one
	Seq         int64           `json:"seq"`         // per desk and incarnation, from 1, no gaps
	HLC         int64           `json:"hlc"`         // hybrid logical clock
	Wall        time.Time       `json:"wall"`        // the desk's clock, for people to read
	Operator    string          `json:"operator"`
	Kind        Kind            `json:"kind"`
	Subject     seminar.ID      `json:"subject"`
	Batch       string          `json:"batch"` // first operation of the action that this one belongs to
	Base        string          `json:"base"`  // last operation seen on the subject, "" for a new one
	Body        json.RawMessage `json:"body"`  // null once erased at the person's request
	BodyHash    []byte          `json:"body_hash"`
	PrevHash    []byte          `json:"prev_hash"`

	// Kept is what stays of an erased body, as the erasures say that are known here; it stands in no body but theirs.
	Kept json.RawMessage `json:"-"`
}

// Erased says that the body is gone, at the person's request. In JSON it is null.
func (o Operation) Erased() bool {
	b := bytes.TrimSpace(o.Body)
	return len(b) == 0 || bytes.Equal(b, []byte("null"))
}

// Says is what the operation says now: its body, or what stays of it.
func (o Operation) Says() json.RawMessage {
	if o.Erased() {
		return o.Kept
	}
	return o.Body
}

// Draft is what a use case says of a change; the store adds who, when, where and the place in the chain.
type Draft struct {
	Kind    Kind
	Subject seminar.ID
	Body    any // marshals to a JSON object
}

// Compare orders operations: by hybrid logical clock, then desk, then id. It is the same order at every desk.
func Compare(a, b Operation) int {
	return cmp.Or(cmp.Compare(a.HLC, b.HLC), cmp.Compare(a.Desk, b.Desk), cmp.Compare(a.ID, b.ID))
}

// UndoBody is the body of an undo.
type UndoBody struct {
	Version    int      `json:"v"`
	Operations []string `json:"operations"`
	Why        string   `json:"why,omitempty"`
}

// Fields is the body of a set or an add, and the state of a thing: its fields by name, as JSON.
type Fields map[string]json.RawMessage
