package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
)

// checkTail checks the last links of this desk's chain. The whole chain is the doctor's.
func (s *Store) checkTail(ctx context.Context) error {
	const links = 100
	who, err := s.readIdentity(ctx)
	if err != nil {
		return err
	}
	ops, err := s.operations(ctx, "desk = ? AND incarnation = ? ORDER BY seq DESC LIMIT ?", who.Desk, who.Incarnation, links)
	if err != nil || len(ops) == 0 {
		return err
	}
	last := ops[len(ops)-1]
	chain := journal.ChainFrom(last.Seq-1, last.PrevHash)
	for i := len(ops) - 1; i >= 0; i-- {
		gap, err := chain.Check(ops[i])
		if gap != nil {
			err = fmt.Errorf("operations %d to %d of this desk are missing", gap.From, gap.To)
		}
		if err != nil {
			return damaged(err)
		}
	}
	return nil
}

// Doctor checks the file, the chains, the tables against the journal, and the search index against the tables.
func (s *Store) Doctor(ctx context.Context) ([]desk.Finding, error) {
	var all []desk.Finding
	for _, c := range []struct {
		name, fine string
		check      func(context.Context) (more string, err error)
	}{
		{"file", "The file is whole.", s.checkFile},
		{"chain", "Every operation is in its chain, unchanged.", s.checkChains},
		{"projection", "The tables are what the journal says.", s.checkProjection},
		{"search", "The search index is whole.", s.checkSearch},
	} {
		f := desk.Finding{Check: c.name, OK: true, Message: c.fine}
		more, err := c.check(ctx)
		if more != "" {
			f.Message += " " + more
		}
		if err != nil {
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

// checkFile lets SQLite look its file over, and says where it lies.
func (s *Store) checkFile(ctx context.Context) (string, error) {
	place := ""
	if service := workspace.Synchronised(s.path); service != "" {
		place = "It lies in a folder that " + service + " synchronises; two computers that write it would lose what one of them wrote. Move it to another folder."
	}
	return place, verify(ctx, s.path)
}

// checkChains goes along every chain. A gap in that of another desk, or in an earlier incarnation of ours, is only on
// its way; operations that stand beside each other tell of two machines that went on from one copy.
func (s *Store) checkChains(ctx context.Context) (string, error) {
	mine, err := s.readIdentity(ctx)
	if err != nil {
		return "", err
	}
	var chain *journal.Chain
	var of desk.Identity
	var notes []string
	err = s.each(ctx, "SELECT "+opColumns+" FROM op ORDER BY desk, incarnation, seq, n", nil, func(scan func(...any) error) error {
		o, err := scanOperation(scan)
		if err != nil {
			return err
		}
		if is := (desk.Identity{Desk: o.Desk, Incarnation: o.Incarnation}); chain == nil || is != of {
			chain, of = journal.ChainFrom(0, nil), is
		}
		gap, err := chain.Check(o)
		switch {
		case err != nil:
			return damaged(err)
		case gap != nil && of == mine:
			return damaged(fmt.Errorf("operations %d to %d of this desk are missing", gap.From, gap.To))
		case gap != nil:
			notes = append(notes, fmt.Sprintf("Operations %d to %d of desk %s have not arrived yet.", gap.From, gap.To, of.Desk))
		case chain.Branches() == 2:
			notes = append(notes, fmt.Sprintf("Two machines have written as desk %s since its operation %d.", of.Desk, o.Seq))
		}
		return nil
	})
	const shown = 5
	if len(notes) > shown {
		notes = append(notes[:shown], fmt.Sprintf("And %d more of the kind.", len(notes)-shown))
	}
	return strings.Join(notes, " "), err
}

// checkProjection replays the journal into an empty database beside this one and compares the tables.
func (s *Store) checkProjection(ctx context.Context) (string, error) {
	dir, err := os.MkdirTemp("", filing.Temporary+"*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	mine, err := s.index(ctx)
	if err != nil {
		return "", err
	}
	other, err := Open(ctx, Options{Path: filepath.Join(dir, "replay.lanyard"), Create: true, Now: s.now, Language: mine.language})
	if err != nil {
		return "", err
	}
	defer other.Close()
	ops, err := s.operations(ctx, "1 ORDER BY n")
	if err != nil {
		return "", err
	}
	receipt, err := other.Receive(ctx, ops)
	if err != nil {
		return "", err
	}
	if len(receipt.Refused) > 0 {
		return "", damaged(fmt.Errorf("operation %s: %s", receipt.Refused[0].ID, receipt.Refused[0].Why))
	}
	note := ""
	if receipt.Aside > 0 {
		note = fmt.Sprintf("%d operations of a newer version are kept until this one is updated.", receipt.Aside)
	}
	return note, Compare(ctx, s, other)
}

// Compare says in which table, and where in it, two workspaces differ; nil if their tables are equal.
func Compare(ctx context.Context, a, b *Store) error {
	sorted := ""
	mine, err := a.index(ctx)
	if err != nil {
		return err
	}
	theirs, err := b.index(ctx)
	if err != nil {
		return err
	}
	if mine.order == theirs.order && mine.language == theirs.language { // else one of the two is about to be renewed
		sorted = "hex(sort_family) || hex(sort_given) || hex(sort_organisation) || hex(protocol) || honorific || "
	}
	queries := map[string]string{
		"roster": `SELECT registration, ` + sorted + ` given_name || family_name || native_name || organisation || country || email ||
			category || delegation || status || blocked || excused || attention || code || badge_number || prints || also || also_words FROM roster ORDER BY 1`,
		"code":      "SELECT c.code || ' ' || r.registration, c.kind FROM code c LEFT JOIN roster r ON r.rowid = c.row ORDER BY 1, 2",
		"presence":  "SELECT list || attendee || day, entries || first_at || last_at || inside FROM presence ORDER BY 1",
		"tally":     "SELECT list || day, arrived || ' ' || inside FROM tally WHERE arrived <> 0 OR inside <> 0 ORDER BY 1",
		"headcount": "SELECT seminar || status || category, n FROM headcount WHERE n <> 0 ORDER BY 1",
		"alias":     "SELECT attendee, root FROM alias ORDER BY 1",
		"undo":      "SELECT target, by FROM undo ORDER BY 1, 2",
		"erased":    "SELECT target || ' ' || by, kept FROM erased ORDER BY 1",
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
