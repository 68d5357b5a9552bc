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
	p, err := placesOf(ctx, d, of)
	if err != nil {
		return nil, err
	}
	waiting, err := d.Waiting(ctx, of)
	if err != nil {
		return nil, err
	}
	waits := map[seminar.ID]int{}
	for _, w := range waiting {
		for _, id := range []seminar.ID{of, w.CategoryID, w.DelegationID} {
			waits[id]++
		}
	}
	for i, q := range p.quotas {
		p.quotas[i].Taken, p.quotas[i].Waiting = p.taken[q.ID], waits[q.ID]
	}
	return p.quotas, nil
}

// places are the quotas of a seminar with what is taken of them.
type places struct {
	of      seminar.Seminar
	quotas  []Quota
	limited map[seminar.ID]Quota // by the id of the seminar, category or delegation
	taken   map[seminar.ID]int
}

func placesOf(ctx context.Context, r Reader, of seminar.ID) (*places, error) {
	p := &places{limited: map[seminar.ID]Quota{}, taken: map[seminar.ID]int{}}
	var err error
	if p.of, err = get[seminar.Seminar](ctx, r, seminar.EntitySeminar, of); err != nil {
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
	p.limit(Quota{Of: seminar.EntitySeminar, ID: of, Places: p.of.Capacity})
	for _, v := range categories {
		p.limit(Quota{Of: seminar.EntityCategory, ID: v.ID, Name: v.Name, Places: v.Quota})
	}
	for _, v := range delegations {
		p.limit(Quota{Of: seminar.EntityDelegation, ID: v.ID, Name: v.Name, Places: v.Quota})
	}
	if len(p.quotas) == 0 {
		return p, nil
	}
	return p, r.EachTaken(ctx, of, func(category, delegation seminar.ID, n int) error {
		p.count(category, delegation, n)
		return nil
	})
}

func (p *places) limit(q Quota) {
	if q.Places > 0 {
		p.quotas = append(p.quotas, q)
		p.limited[q.ID] = q
	}
}

func (p *places) count(category, delegation seminar.ID, by int) {
	for _, id := range []seminar.ID{p.of.ID, category, delegation} {
		p.taken[id] += by
	}
}

// full gives the first quota of some things (a seminar, a category, a delegation; "" is none) of which no place is left.
func (p *places) full(of ...seminar.ID) (Quota, bool) {
	for _, id := range of {
		if q, limited := p.limited[id]; limited && p.taken[id] >= q.Places {
			q.Taken = p.taken[id]
			return q, true
		}
	}
	return Quota{}, false
}

// limits says whether there is any quota for somebody of a category and a delegation.
func (p *places) limits(category, delegation seminar.ID) bool {
	for _, id := range []seminar.ID{p.of.ID, category, delegation} {
		if _, limited := p.limited[id]; limited {
			return true
		}
	}
	return false
}

func noPlace(q Quota) error {
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
	q, full := p.full(entered(before, *now)...)
	switch {
	case !full && before.ID == "":
		now.OverWhy = "" // there is a place after all
	case !full:
	case now.OverWhy != "" && now.OverWhy != before.OverWhy:
		if err := c.desk.Require(ctx, seminar.RightForce); err != nil {
			return err
		}
	case before.ID == "" || before.Status == seminar.Pending:
		now.Status = seminar.Waitlisted
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
func entered(before, now seminar.Registration) []seminar.ID {
	was := takes(before)
	var in []seminar.ID
	if !was {
		in = append(in, now.SeminarID)
	}
	if !was || now.CategoryID != before.CategoryID {
		in = append(in, now.CategoryID)
	}
	if !was || now.DelegationID != before.DelegationID {
		in = append(in, now.DelegationID)
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
	q, full := p.full(entered(before, now)...)
	if !full {
		return nil, nil
	}
	answer := &Shortage{Quota: q}
	if before.ID == "" || before.Status == seminar.Pending {
		waiting, err := d.Waiting(ctx, now.SeminarID)
		if err != nil {
			return nil, err
		}
		answer.Waits = len(waiting) + 1
	}
	return answer, nil
}
