package desk

import (
	"context"
	"encoding/json"
	"slices"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// fullErasure is how much of what stays one operation holds, in bytes: it must fit a message of 64 KiB between desks.
const fullErasure = 40 << 10

// take erases what goes of some operations, and says whether anything did.
func (e *erasing) take(ctx context.Context, subject seminar.ID, ops []journal.Operation, r remainder) (bool, error) {
	body, size, taken := journal.EraseBody{Version: 1, Operations: map[string]journal.Fields{}}, 0, false
	put := func() error {
		if len(body.Operations) == 0 {
			return nil
		}
		err := e.append(ctx, journal.Draft{Kind: journal.KindErase, Subject: subject, Body: body})
		body, size = journal.EraseBody{Version: 1, Operations: map[string]journal.Fields{}}, 0
		return err
	}
	slices.Reverse(ops) // as they were written
	for _, o := range ops {
		_, verb, ok := o.Kind.Split()
		says := o.Says()
		if !ok || verb == journal.Erase || len(says) == 0 {
			continue
		}
		kept, less, err := r.of(o, says)
		if err != nil {
			return taken, err
		}
		if !less {
			continue
		}
		e.count(o, says, kept)
		text, err := kept.Document()
		if err != nil {
			return taken, err
		}
		if size += len(text) + len(o.ID); size > fullErasure {
			if err := put(); err != nil {
				return taken, err
			}
			size = len(text)
		}
		body.Operations[o.ID], taken = kept, true
		e.done.Operations++
	}
	return taken, put()
}

// count adds what goes of one operation to what is told.
func (e *erasing) count(o journal.Operation, says json.RawMessage, kept journal.Fields) {
	switch entity, _, _ := o.Kind.Split(); entity {
	case seminar.EntityCertificate:
		var c seminar.Certificate
		if json.Unmarshal(says, &c) == nil && c.Snapshot != "" {
			e.done.Certificates++
		}
	case seminar.EntityRegistration:
		var was, now struct{ Answers map[seminar.ID]string }
		text, err := kept.Document()
		if err == nil && json.Unmarshal(says, &was) == nil && json.Unmarshal(text, &now) == nil {
			e.done.Answers += len(was.Answers) - len(now.Answers)
		}
	}
}

// imports takes the names of the files away that the people of a seminar came from.
func (e *erasing) imports(ctx context.Context, of seminar.ID) error {
	ops, err := e.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
	if err != nil {
		return err
	}
	ops = slices.DeleteFunc(ops, func(o journal.Operation) bool {
		var v seminar.Import
		return json.Unmarshal(o.Says(), &v) != nil || v.SeminarID != of
	})
	_, err = e.take(ctx, of, ops, remainder{at: e.at})
	return err
}
