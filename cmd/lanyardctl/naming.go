package main

import (
	"context"

	"lanyard/internal/seminar"
)

// What a flag names is found by its id or by what people call it. An empty flag names nothing: it takes away what there was,
// and narrows no rows.

func (p *program) sessionID(ctx context.Context, of seminar.ID, name string) (seminar.ID, error) {
	return idOf(ctx, of, name, p.desk.FindSession, func(v seminar.Session) seminar.ID { return v.ID })
}

func (p *program) delegationID(ctx context.Context, of seminar.ID, name string) (seminar.ID, error) {
	return idOf(ctx, of, name, p.desk.FindDelegation, func(v seminar.Delegation) seminar.ID { return v.ID })
}

func (p *program) categoryID(ctx context.Context, of seminar.ID, name string) (seminar.ID, error) {
	return idOf(ctx, of, name, p.desk.FindCategory, func(v seminar.Category) seminar.ID { return v.ID })
}

// attendeeID finds an attendee by id, code or badge number.
func (p *program) attendeeID(ctx context.Context, of seminar.ID, name string) (seminar.ID, error) {
	return idOf(ctx, of, name, p.desk.Owner, func(r seminar.RosterRow) seminar.ID { return r.AttendeeID })
}

func idOf[T any](ctx context.Context, of seminar.ID, name string, find func(context.Context, seminar.ID, string) (T, error),
	id func(T) seminar.ID) (seminar.ID, error) {
	if name == "" {
		return "", nil
	}
	v, err := find(ctx, of, name)
	return id(v), err
}

// narrowed narrows rows to one thing; to none where none is named.
func narrowed(id seminar.ID, err error) ([]seminar.ID, error) {
	if id == "" || err != nil {
		return nil, err
	}
	return []seminar.ID{id}, nil
}

// whose is the seminar that a command is about, and the person whose id, code or badge number was given.
func (p *program) whose(ctx context.Context, given string) (seminar.Seminar, seminar.RosterRow, error) {
	s, err := p.seminar(ctx)
	if err != nil {
		return s, seminar.RosterRow{}, err
	}
	who, err := p.desk.Owner(ctx, s.ID, given)
	return s, who, err
}
