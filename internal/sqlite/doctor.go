package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// checkTail checks the last links of this desk's chain. The whole chain is the doctor's.
func (s *Store) checkTail(ctx context.Context) error {
	const links = 100
	ops, err := s.operations(ctx, "desk = ? AND incarnation = ? ORDER BY seq DESC LIMIT ?", s.identity.Desk, s.identity.Incarnation, links)
	if err != nil || len(ops) == 0 {
		return err
	}
	last := ops[len(ops)-1]
	chain := journal.ChainFrom(last.Seq-1, last.PrevHash)
	for i := len(ops) - 1; i >= 0; i-- {
		if err := chain.Check(ops[i]); err != nil {
			return damaged(err)
		}
	}
	return nil
}

// Doctor checks the file, the chains, and the tables against the journal.
func (s *Store) Doctor(ctx context.Context) ([]desk.Finding, error) {
	var all []desk.Finding
	for _, c := range []struct {
		name, fine string
		check      func(context.Context) error
	}{
		{"file", "The file is whole.", func(ctx context.Context) error { return verify(ctx, s.path) }},
		{"chain", "Every operation is in its chain, unchanged.", s.checkChains},
		{"projection", "The tables are what the journal says.", s.checkProjection},
		{"search", "The search index is whole.", s.checkSearch},
	} {
		f := desk.Finding{Check: c.name, OK: true, Message: c.fine}
		if err := c.check(ctx); err != nil {
			if ctx.Err() != nil {
				return all, ctx.Err()
			}
			f.OK, f.Message = false, err.Error()
			if cause := errors.Unwrap(err); cause != nil {
				f.Message = cause.Error()
			}
		}
		all = append(all, f)
	}
	return all, nil
}

func (s *Store) checkChains(ctx context.Context) error {
	var chain *journal.Chain
	var of desk.Identity
	return s.each(ctx, "SELECT "+opColumns+" FROM op ORDER BY desk, incarnation, seq", nil, func(scan func(...any) error) error {
		o, err := scanOperation(scan)
		if err != nil {
			return err
		}
		if is := (desk.Identity{Desk: o.Desk, Incarnation: o.Incarnation}); chain == nil || is != of {
			chain, of = journal.ChainFrom(0, nil), is
		}
		return chain.Check(o)
	})
}

// checkProjection replays the journal into an empty database beside this one and compares the tables.
func (s *Store) checkProjection(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "lanyard-doctor-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	other, err := Open(ctx, Options{Path: filepath.Join(dir, "replay.lanyard"), Create: true, Now: s.now})
	if err != nil {
		return err
	}
	defer other.Close()
	ops, err := s.operations(ctx, "1 ORDER BY n")
	if err != nil {
		return err
	}
	if err := other.Receive(ctx, ops); err != nil {
		return err
	}
	return Compare(ctx, s, other)
}

// Compare says in which table, and where in it, two workspaces differ; nil if their tables are equal.
func Compare(ctx context.Context, a, b *Store) error {
	queries := map[string]string{
		"roster": `SELECT registration, hex(sort_family) || given_name || family_name || native_name || organisation || country || email ||
			category || delegation || status || blocked || attention || code || badge_number || prints FROM roster ORDER BY 1`,
		"code":      "SELECT code || ' ' || registration, kind FROM code ORDER BY 1, 2",
		"presence":  "SELECT list || attendee || day, entries || first_at || last_at || inside FROM presence ORDER BY 1",
		"tally":     "SELECT list || day, arrived || ' ' || inside FROM tally WHERE arrived <> 0 OR inside <> 0 ORDER BY 1",
		"headcount": "SELECT seminar || status || category, n FROM headcount WHERE n <> 0 ORDER BY 1",
		"undo":      "SELECT target, by FROM undo ORDER BY 1, 2",
	}
	for _, e := range seminar.Entities() {
		queries[string(e)] = `SELECT id, doc || ' ' || gone || undone || first_op || last_op FROM "` + string(e) + `" ORDER BY 1`
	}
	for table, query := range queries {
		mine, err := a.dump(ctx, query)
		if err != nil {
			return err
		}
		theirs, err := b.dump(ctx, query)
		if err != nil {
			return err
		}
		for i := range max(len(mine), len(theirs)) {
			if i >= len(mine) || i >= len(theirs) || mine[i] != theirs[i] {
				return damaged(fmt.Errorf("table %s differs from the journal at row %d (%d and %d rows)", table, i+1, len(mine), len(theirs)))
			}
		}
	}
	return nil
}

func (s *Store) dump(ctx context.Context, query string) ([][2]string, error) {
	var rows [][2]string
	err := s.each(ctx, query, nil, func(scan func(...any) error) error {
		var row [2]string
		err := scan(&row[0], &row[1])
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// checkSearch holds the search index against the roster: every row is in it once.
func (s *Store) checkSearch(ctx context.Context) error {
	var rows, indexed int
	err := s.row(ctx, "SELECT (SELECT count(*) FROM roster), (SELECT count(*) FROM search)").Scan(&rows, &indexed)
	if err == nil && rows != indexed {
		err = damaged(fmt.Errorf("the search index holds %d of %d rows", indexed, rows))
	}
	return err
}
