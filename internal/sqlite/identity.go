package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"github.com/google/uuid"

	"lanyard/internal/desk"
)

const (
	deskKey        = "desk"
	incarnationKey = "incarnation"
	firstDesk      = "A"
)

// begin reads who this desk is, or decides it for a new workspace. A restored copy has no incarnation: a new one
// begins, so that no number is given out twice.
func (s *Store) begin(ctx context.Context) error {
	who, err := s.readIdentity(ctx)
	if err != nil {
		return err
	}
	s.identity.Store(&who)
	if who.Desk != "" && who.Incarnation != "" {
		return nil
	}
	return s.transact(ctx, func(t *tx) error {
		if t.identity, err = t.readIdentity(ctx); err != nil { // another program may have been quicker
			return err
		}
		if t.identity.Desk == "" {
			t.identity.Desk = firstDesk
			if err := t.SetSetting(ctx, deskKey, firstDesk); err != nil {
				return err
			}
		}
		if t.identity.Incarnation == "" {
			return t.newIncarnation(ctx)
		}
		return nil
	})
}

func (r reader) readIdentity(ctx context.Context) (desk.Identity, error) {
	var who desk.Identity
	err := r.row(ctx, "SELECT coalesce((SELECT value FROM local WHERE key = ?), ''), coalesce((SELECT value FROM local WHERE key = ?), '')",
		deskKey, incarnationKey).Scan(&who.Desk, &who.Incarnation)
	return who, err
}

func (t *tx) newIncarnation(ctx context.Context) error {
	t.identity.Incarnation = uuid.NewString()
	t.end.seq, t.end.hash = 0, nil
	return t.SetSetting(ctx, incarnationKey, t.identity.Incarnation)
}

// goOnAfterLoss begins a new incarnation because the end of this database was lost. How many numbers were given out in it
// nobody can tell.
func (t *tx) goOnAfterLoss(ctx context.Context) error {
	if _, err := t.exec(ctx, "UPDATE counter SET last = last + ?", unknownNumbers); err != nil {
		return err
	}
	return t.newIncarnation(ctx)
}

// Identity is this desk's letter and the incarnation of its database.
func (s *Store) Identity(context.Context) (desk.Identity, error) { return *s.identity.Load(), nil }

// Setting reads a setting of this desk alone.
func (r reader) Setting(ctx context.Context, key string) (string, error) {
	var value string
	err := r.row(ctx, "SELECT value FROM local WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// SetSetting writes one, in a transaction of its own. Within Write, the transaction has the same.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.transact(ctx, func(t *tx) error { return t.SetSetting(ctx, key, value) })
}
