package desk

import (
	"context"
	"encoding/json"
	"sync"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Follower keeps the figures of a seminar up to date: it reads everything once, and then only what the journal says has
// changed. It holds some fifty bytes a check-in. It is safe for concurrent use.
type Follower struct {
	desk *Desk
	of   seminar.ID

	mu    sync.Mutex
	last  string // the newest operation that is counted; "" before everything was read
	crowd *crowd
}

// Follow makes a follower, which has read nothing yet.
func (d *Desk) Follow(of seminar.ID) *Follower { return &Follower{desk: d, of: of} }

// mostFollowed is how many operations are followed one by one: beyond it reading everything anew is quicker.
const mostFollowed = 4000

// Update brings the figures up to the workspace, and says whether there was anything to count. Errors:
// seminar.CodeNotFound, and those of the store.
func (f *Follower) Update(ctx context.Context) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	ops, whole, err := f.news(ctx)
	if err != nil || len(ops) == 0 && !whole {
		return false, err
	}
	newest := ""
	if len(ops) > 0 {
		newest = ops[0].ID
	}
	if !whole {
		t := touched{people: map[seminar.ID]bool{}, nobody: map[seminar.ID]bool{}}
		for _, o := range ops {
			if err := f.touch(ctx, o, &t); err != nil {
				return false, err
			}
		}
		whole = t.whole || len(t.people) > mostFollowed
		if !whole {
			changed, err := f.crowd.follow(ctx, f.desk, f.of, t)
			if err == nil {
				f.last = newest
			} else {
				f.last = "" // some of it may have been counted
			}
			return changed, err
		}
	}
	// What is written while it is read is among the news of the next time, and counted once all the same.
	c, err := readCrowd(ctx, f.desk, f.of)
	if err != nil {
		return false, err
	}
	f.crowd, f.last = c, newest
	return true, nil
}

// news gives the operations since the last time, newest first; whole says that everything has to be read. Mostly there
// are few, so the first look is short and each further one longer.
func (f *Follower) news(ctx context.Context) (ops []journal.Operation, whole bool, err error) {
	before := ""
	for limit := 4; ; limit *= 8 {
		page, err := f.desk.Operations(ctx, OperationFilter{Before: before, Limit: limit})
		if err != nil {
			return nil, false, err
		}
		for _, o := range page {
			if o.ID == f.last {
				return ops, false, nil
			}
			ops = append(ops, o)
		}
		if f.last == "" || len(page) < limit || len(ops) > mostFollowed {
			return ops, true, nil
		}
		before = ops[len(ops)-1].ID
	}
}

// touched is what operations are about.
type touched struct {
	people  map[seminar.ID]bool
	nobody  map[seminar.ID]bool // rows of nobody
	settled bool                // lists, categories, delegations, sessions or the seminar itself
	whole   bool                // nobody knows
}

// touch adds what one operation is about.
func (f *Follower) touch(ctx context.Context, o journal.Operation, t *touched) error {
	entity, verb, known := o.Kind.Split()
	switch {
	case !known: // kept aside: it is in no table
		return nil
	case verb == journal.Undo:
		return f.touchUndo(ctx, o, t)
	case verb == journal.Erase:
		t.whole = true
		return nil
	}
	switch entity {
	case seminar.EntitySeminar, seminar.EntityList, seminar.EntityCategory, seminar.EntityDelegation, seminar.EntitySession:
		t.settled = true
	case seminar.EntityAttendee:
		t.people[o.Subject] = true
	case seminar.EntityCheckin, seminar.EntityRegistration:
		var body struct {
			Attendee seminar.ID `json:"attendee"`
		}
		if says := o.Says(); len(says) > 0 {
			if err := json.Unmarshal(says, &body); err != nil {
				return err
			}
		}
		switch {
		case verb == journal.Add && entity == seminar.EntityCheckin && body.Attendee == "" && !o.Erased():
			t.nobody[o.Subject] = true
		case body.Attendee != "" && o.Base == "":
			t.people[body.Attendee] = true
		default:
			return f.touchOwner(ctx, entity, o, body.Attendee, t)
		}
	case seminar.EntitySeries, seminar.EntityQuestion, seminar.EntityInitiative, seminar.EntityBadge, seminar.EntityCertificate,
		seminar.EntityImport, seminar.EntityCorrection, seminar.EntityOperator, seminar.EntityPiece, seminar.EntityTemplate, seminar.EntitySheet: // not counted here
	default:
		t.whole = true
	}
	return nil
}

// touchOwner adds whom a row belongs to that was changed. A row that changes hands was somebody's before.
func (f *Follower) touchOwner(ctx context.Context, e seminar.Entity, o journal.Operation, to seminar.ID, t *touched) error {
	var row struct {
		Attendee seminar.ID `json:"attendee"`
	}
	here, err := f.desk.Get(ctx, e, o.Subject, &row)
	if !here || to != "" || row.Attendee == "" {
		t.whole = true
	}
	t.people[row.Attendee] = true
	return err
}

// touchUndo adds what an undo reversed, or gave back.
func (f *Follower) touchUndo(ctx context.Context, o journal.Operation, t *touched) error {
	var body journal.UndoBody
	if o.Erased() || json.Unmarshal(o.Body, &body) != nil || len(body.Operations) > mostFollowed {
		t.whole = true
		return nil
	}
	for _, id := range body.Operations {
		found, err := f.desk.Operations(ctx, OperationFilter{ID: id, Limit: 1})
		if err != nil {
			return err
		}
		for _, target := range found { // none, while it is still at another desk
			if err := f.touch(ctx, target, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// Live gives the figures as they were at the last Update, of which there has to be one. Errors: seminar.CodeNotFound for a list that is not there.
func (f *Follower) Live(v LiveView) (Live, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.crowd.live(v, f.desk.now())
}
