package desk

import (
	"context"
	"fmt"
	"strings"

	"lanyard/internal/seminar"
)

// erasing is one erasure under way.
type erasing struct {
	*change
	of       Erasure
	done     *Erased
	at       string
	kinds    map[seminar.ID]string   // of questions
	nameless map[seminar.ID]Nameless // who was anonymised before
	naming   naming
}

func (e *erasing) run(ctx context.Context) error {
	*e.done = Erased{Kept: []KeptOne{}, Mentions: []Mention{}}
	if err := e.learn(ctx); err != nil {
		return err
	}
	people, seminars, err := e.whom(ctx)
	if err != nil {
		return err
	}
	for i, ids := range people {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.of.Progress != nil && i%20 == 0 {
			e.of.Progress(i, len(people))
		}
		if err := e.person(ctx, ids); err != nil {
			return err
		}
	}
	for _, of := range seminars {
		if err := e.imports(ctx, of); err != nil {
			return err
		}
		if err := e.reminded(ctx, of); err != nil {
			return err
		}
	}
	return e.mentions(ctx)
}

// learn reads what is asked.
func (e *erasing) learn(ctx context.Context) error {
	questions, err := all[seminar.Question](ctx, e, seminar.EntityQuestion, "")
	if err != nil {
		return err
	}
	e.kinds = make(map[seminar.ID]string, len(questions))
	for _, q := range questions {
		e.kinds[q.ID] = string(q.Type)
	}
	return nil
}

// person takes away what tells who one person is, by whatever ids.
func (e *erasing) person(ctx context.Context, ids []seminar.ID) error {
	r := remainder{at: e.at, codes: map[string]bool{}, kinds: e.kinds}
	if err := e.known(ctx, ids, &r); err != nil {
		return err
	}
	ops, err := e.Operations(ctx, OperationFilter{Subject: ids[0], Whole: true})
	if err != nil {
		return err
	}
	e.naming.called(r.called, ops)
	taken, err := e.take(ctx, ids[0], ops, r)
	if taken && err == nil {
		e.done.People++
	}
	return err
}

// known reads what a person is called, and by which codes a badge of theirs is known.
func (e *erasing) known(ctx context.Context, ids []seminar.ID, r *remainder) error {
	var photo, note bool
	for _, id := range ids {
		var a seminar.Attendee
		if _, err := e.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
			return err
		}
		if was, is := e.nameless[id]; is {
			r.name, r.at = was.Name, was.At
		} else if a.Anonymised != "" {
			r.name, r.at = a.FamilyName, a.Anonymised
		}
		if r.called == "" && a.Anonymised == "" {
			r.called = a.Name()
		}
		photo, note = photo || len(a.Photo) > 0, note || a.DeskNote+a.Access+a.Dietary != ""
		registrations, err := e.Registrations(ctx, "", id)
		if err != nil {
			return err
		}
		r.codes[strings.ToLower(string(id))] = true
		for _, reg := range registrations {
			for _, c := range append(reg.RevokedCodes, reg.Code, reg.BadgeNumber, string(reg.ID)) {
				r.codes[strings.ToLower(c)] = true
			}
		}
	}
	e.done.Photos += one(photo)
	e.done.Notes += one(note)
	if r.name != "" {
		return nil
	}
	n, err := e.NextNumber(ctx, "anonymous", "")
	if err != nil {
		return err
	}
	who, err := e.desk.Identity(ctx)
	word := e.of.Word
	if word == "" {
		word = "Person"
	}
	r.name = fmt.Sprintf("%s %s%d", word, who.Desk, n)
	return err
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
