package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
)

// opColumns are those of scanOperation; the last is what erasures say that stays of a body, in their order.
const opColumns = `id, desk, incarnation, seq, hlc, wall, operator, kind, subject, batch, base, body, body_hash, prev_hash,
	CASE WHEN body IS NULL THEN (SELECT json_group_array(json(kept) ORDER BY by.hlc, by.desk, by.id)
		FROM erased JOIN op by ON by.id = erased.by WHERE erased.target = op.id) END`

func wallText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

func scanOperation(scan func(...any) error) (journal.Operation, error) {
	var o journal.Operation
	var wall string
	var body, kept sql.NullString
	err := scan(&o.ID, &o.Desk, &o.Incarnation, &o.Seq, &o.HLC, &wall, &o.Operator, &o.Kind, &o.Subject, &o.Batch, &o.Base,
		&body, &o.BodyHash, &o.PrevHash, &kept)
	if err != nil {
		return o, err
	}
	if body.Valid {
		o.Body = []byte(body.String)
	}
	if kept.Valid {
		if o.Kept, err = keptOf(kept.String); err != nil {
			return o, err
		}
	}
	o.Wall, err = time.Parse(time.RFC3339Nano, wall)
	return o, err
}

// operation reads the first operation that a condition chooses.
func (r reader) operation(ctx context.Context, where string, args ...any) (journal.Operation, error) {
	return scanOperation(r.row(ctx, "SELECT "+opColumns+" FROM op WHERE "+where, args...).Scan)
}

// operations reads every operation that a condition chooses.
func (r reader) operations(ctx context.Context, where string, args ...any) ([]journal.Operation, error) {
	var ops []journal.Operation
	err := r.each(ctx, "SELECT "+opColumns+" FROM op WHERE "+where, args, func(scan func(...any) error) error {
		o, err := scanOperation(scan)
		ops = append(ops, o)
		return err
	})
	return ops, err
}

// Operations reads the journal, newest first.
func (r reader) Operations(ctx context.Context, f desk.OperationFilter) ([]journal.Operation, error) {
	where, args := []string{"1"}, []any{}
	add := func(condition string, values ...any) { where, args = append(where, condition), append(args, values...) }
	if f.ID != "" {
		add("id = ?", f.ID)
	}
	if f.Batch != "" {
		add("(id = ? OR batch = ? AND batch <> id)", f.Batch, f.Batch) // the index leaves out actions of one operation
	}
	if f.Subject != "" {
		whole := ""
		if f.Whole {
			whole = ` UNION SELECT id FROM correction WHERE json_extract(doc, '$.attendee') IN who
				UNION SELECT id FROM initiative WHERE json_extract(doc, '$.attendee') IN who`
		}
		add(`subject IN (WITH who (id) AS (`+everyone+`) SELECT id FROM who
			UNION SELECT id FROM registration WHERE attendee IN who UNION SELECT id FROM checkin WHERE attendee IN who
			UNION SELECT b.id FROM badge b JOIN registration r ON r.id = b.registration WHERE r.attendee IN who
			UNION SELECT c.id FROM certificate c JOIN registration r ON r.id = c.registration WHERE r.attendee IN who
			UNION SELECT id FROM merge WHERE keep IN who UNION SELECT id FROM merge WHERE dropped IN who`+whole+`)`,
			string(f.Subject), string(f.Subject))
	}
	if len(f.Kinds) > 0 {
		values := make([]any, len(f.Kinds))
		for i, k := range f.Kinds {
			values[i] = string(k)
		}
		add("kind IN (?"+strings.Repeat(", ?", len(values)-1)+")", values...)
	}
	if f.Before != "" {
		add("n < (SELECT n FROM op WHERE id = ?)", f.Before)
	}
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	return r.operations(ctx, strings.Join(where, " AND ")+" ORDER BY n DESC LIMIT ?", append(args, limit)...)
}

// Undone says whether an operation is reversed: by an undo that is itself not reversed, and ordered after it.
func (r reader) Undone(ctx context.Context, id string) (bool, error) {
	var undos []string
	err := r.each(ctx, `SELECT u.by FROM undo u JOIN op b ON b.id = u.by JOIN op t ON t.id = u.target
		WHERE u.target = ? AND (b.hlc, b.desk, b.id) > (t.hlc, t.desk, t.id)`, []any{id}, func(scan func(...any) error) error {
		var by string
		undos = append(undos, by)
		return scan(&undos[len(undos)-1])
	})
	if err != nil {
		return false, err
	}
	for _, by := range undos {
		if undone, err := r.Undone(ctx, by); err != nil || !undone {
			return !undone && err == nil, err
		}
	}
	return false, nil
}
