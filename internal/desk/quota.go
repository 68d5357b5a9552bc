package desk

import (
	"context"
	"strconv"

	"lanyard/internal/seminar"
)

// The codes of the answers to a place that there is not: everything of a category, a delegation or the seminar is taken.
const (
	CodeNoPlace     = "no_place"
	CodeSeminarFull = "no_place_seminar"
)

// Quota is how many places a seminar, a category or a delegation has, and how many are taken. A place is taken by who is
// confirmed: who is pending waits for an answer, and the answer gives the place.
type Quota struct {
	Of      seminar.Entity // seminar, category or delegation
	ID      seminar.ID
	Name    string // of the category or the delegation
	Places  int
	Taken   int
	Waiting int // for one of these places
}

// Over is how many are beyond the quota.
func (q Quota) Over() int { return max(0, q.Taken-q.Places) }

// Free is how many places are left.
func (q Quota) Free() int { return max(0, q.Places-q.Taken) }

// Quotas gives the quotas of a seminar: its own, the categories', the delegations'. What has no limit is not among them.
func (d *Desk) Quotas(ctx context.Context, of seminar.ID) ([]Quota, error) {
	return quotasOf(ctx, d, of)
}

func quotasOf(ctx context.Context, r Reader, of seminar.ID) ([]Quota, error) {
	p, err := placesOf(ctx, r, of)
	if err != nil {
		return nil, err
	}
	categories, err := all[seminar.Category](ctx, r, seminar.EntityCategory, of)
	if err != nil {
		return nil, err
	}
	delegations, err := all[seminar.Delegation](ctx, r, seminar.EntityDelegation, of)
	if err != nil {
		return nil, err
	}
	limited := []limit{{seminar.EntitySeminar, of}}
	for _, v := range categories {
		limited = append(limited, limit{seminar.EntityCategory, v.ID})
	}
	for _, v := range delegations {
		limited = append(limited, limit{seminar.EntityDelegation, v.ID})
	}
	waiting, err := r.Waiting(ctx, of)
	if err != nil {
		return nil, err
	}
	waits := map[seminar.ID]int{}
	for _, w := range waiting {
		for _, id := range []seminar.ID{of, w.CategoryID, w.DelegationID} {
			waits[id]++
		}
	}
	var quotas []Quota
	for _, l := range limited {
		q, err := p.quota(ctx, l)
		if err != nil {
			return nil, err
		}
		if q.Places > 0 {
			now := *q
			now.Waiting = waits[l.id]
			quotas = append(quotas, now)
		}
	}
	return quotas, nil
}

// limit is something that may have a quota: a seminar, a category or a delegation; an empty id is none.
type limit struct {
	of seminar.Entity
	id seminar.ID
}

// limits are all that a place in a category and a delegation of a seminar is counted by.
func limits(of, category, delegation seminar.ID) []limit {
	return []limit{{seminar.EntitySeminar, of}, {seminar.EntityCategory, category}, {seminar.EntityDelegation, delegation}}
}

// places are quotas of a seminar with what is taken of them. Each is looked up when it is first asked for: whoever is registered is
// counted by three of them, however many there are.
type places struct {
	from   Reader
	of     seminar.Seminar
	quotas map[limit]*Quota
}

func placesOf(ctx context.Context, r Reader, of seminar.ID) (*places, error) {
	s, err := get[seminar.Seminar](ctx, r, seminar.EntitySeminar, of)
	return &places{r, s, map[limit]*Quota{}}, err
}

// quota is that of something; one without places is no limit.
func (p *places) quota(ctx context.Context, l limit) (*Quota, error) {
	if q := p.quotas[l]; q != nil {
		return q, nil
	}
	q := &Quota{Of: l.of, ID: l.id}
	var err error
	switch l.of {
	case seminar.EntityCategory:
		var v seminar.Category
		_, err = p.from.Get(ctx, l.of, l.id, &v)
		q.Name, q.Places = v.Name, v.Quota
	case seminar.EntityDelegation:
		var v seminar.Delegation
		_, err = p.from.Get(ctx, l.of, l.id, &v)
		q.Name, q.Places = v.Name, v.Quota
	default:
		q.Places = p.of.Capacity
	}
	if err == nil && q.Places > 0 {
		q.Taken, err = p.from.Taken(ctx, p.of.ID, l.of, l.id)
	}
	p.quotas[l] = q
	return q, err
}

// count notes that places are taken, or given back. What was not asked for yet is read with it when it is.
func (p *places) count(category, delegation seminar.ID, by int) {
	for _, l := range limits(p.of.ID, category, delegation) {
		if q := p.quotas[l]; q != nil {
			q.Taken += by
		}
	}
}

// full gives the first of some quotas of which no place is left, nil if there is none.
func (p *places) full(ctx context.Context, of ...limit) (*Quota, error) {
	for _, l := range of {
		if l.id == "" {
			continue
		}
		if q, err := p.quota(ctx, l); err != nil || q.Places > 0 && q.Taken >= q.Places {
			return q, err
		}
	}
	return nil, nil
}

// limited says whether there is any quota for somebody of a category and a delegation.
func (p *places) limited(ctx context.Context, category, delegation seminar.ID) (bool, error) {
	for _, l := range limits(p.of.ID, category, delegation) {
		if l.id == "" {
			continue
		}
		if q, err := p.quota(ctx, l); err != nil || q.Places > 0 {
			return true, err
		}
	}
	return false, nil
}

func noPlace(q *Quota) error {
	e := seminar.Errorf(CodeNoPlace, "There is no place left in {what}: {taken} of {places} are taken. Give one beyond the quota with a reason.")
	if q.Of == seminar.EntitySeminar {
		e = seminar.Errorf(CodeSeminarFull, "There is no place left in the seminar: {taken} of {places} are taken. Give one beyond the quota with a reason.")
	}
	return e.WithArg("what", q.Name).WithArg("taken", strconv.Itoa(q.Taken)).WithArg("places", strconv.Itoa(q.Places))
}

// NoPlace says whether an error is that of a place that there is not.
func NoPlace(err error) bool {
	code := seminar.CodeOf(err)
	return code == CodeNoPlace || code == CodeSeminarFull
}

// known are the places of a seminar as this action has left them so far; nil where it has no waiting list.
func (c *change) known(ctx context.Context, of seminar.ID) (*places, error) {
	s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
	if err != nil || !s.WaitingList {
		return nil, err
	}
	if p := c.waits.places[of]; p != nil {
		return p, nil
	}
	p, err := placesOf(ctx, c, of)
	if err != nil {
		return nil, err
	}
	if c.waits.places == nil {
		c.waits.places = map[seminar.ID]*places{}
	}
	c.waits.places[of] = p
	return p, nil
}

// place looks whether there is a place for a registration that is to be written so, and counts it. Who is new or was not approved
// yet waits if there is none; anybody else is an error, CodeNoPlace. A new reason in OverWhy gives a place all the same.
func (c *change) place(ctx context.Context, before seminar.Registration, now *seminar.Registration) error {
	was, is := takes(before), takes(*now)
	if now.Status == seminar.Waitlisted && before.ID != "" && before.Status != seminar.Waitlisted {
		now.WaitingSince = c.desk.now().UTC().Format(milliseconds)
	}
	p, err := c.known(ctx, now.SeminarID)
	if err != nil || p == nil || !was && !is {
		return err
	}
	if was {
		p.count(before.CategoryID, before.DelegationID, -1)
	}
	if !is {
		return nil
	}
	q, err := p.full(ctx, entered(before, *now)...)
	switch {
	case err != nil:
		return err
	case q == nil && before.ID == "":
		now.OverWhy = "" // there is a place after all
	case q == nil:
	case now.OverWhy != "" && now.OverWhy != before.OverWhy:
		if err := c.desk.Require(ctx, seminar.RightForce); err != nil {
			return err
		}
	case before.ID == "" || before.Status == seminar.Pending:
		now.Status = seminar.Waitlisted
		c.waits.sent = now.ID
		return nil
	default:
		if was {
			p.count(before.CategoryID, before.DelegationID, 1)
		}
		return noPlace(q)
	}
	p.count(now.CategoryID, now.DelegationID, 1)
	return nil
}

// entered is what a place is taken in by a registration that is to be written so: not where there is one already.
func entered(before, now seminar.Registration) []limit {
	if !takes(before) {
		return limits(now.SeminarID, now.CategoryID, now.DelegationID)
	}
	var in []limit
	if now.CategoryID != before.CategoryID {
		in = append(in, limit{seminar.EntityCategory, now.CategoryID})
	}
	if now.DelegationID != before.DelegationID {
		in = append(in, limit{seminar.EntityDelegation, now.DelegationID})
	}
	return in
}

// Shortage is a quota that leaves no place for somebody.
type Shortage struct {
	Quota
	Waits int // the place on the waiting list that they get instead; 0 for somebody who has a place, and keeps it as it is
}

// NoPlaceFor says what leaves no place for a registration that is to be saved so; nil if there is one, or none is needed yet. It is
// for whoever fills a form in: it may be another answer by the time that is saved.
func (d *Desk) NoPlaceFor(ctx context.Context, now seminar.Registration) (*Shortage, error) {
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, now.SeminarID)
	if err != nil || !s.WaitingList || !takes(now) {
		return nil, err
	}
	var before seminar.Registration
	if now.ID != "" {
		if _, err := d.Get(ctx, seminar.EntityRegistration, now.ID, &before); err != nil {
			return nil, err
		}
	} else if now.Source != SourceWalkIn { // a desk approves who stands at it
		if asked, err := approved(ctx, d, now); err != nil || asked {
			return nil, err
		}
	}
	p, err := placesOf(ctx, d, now.SeminarID)
	if err != nil {
		return nil, err
	}
	q, err := p.full(ctx, entered(before, now)...)
	if err != nil || q == nil {
		return nil, err
	}
	answer := &Shortage{Quota: *q}
	if before.ID == "" || before.Status == seminar.Pending {
		waiting, err := d.Waiting(ctx, now.SeminarID)
		if err != nil {
			return nil, err
		}
		answer.Waits = len(waiting) + 1
	}
	return answer, nil
}
