package sqlite

import (
	"context"
	"errors"
)

// tidyPages is how many pages of the search index are merged in one transaction: a scan waits for no more.
const tidyPages = 64

// Tidy merges the parts that the search index has grown in, so that a search looks into one place instead of several: a
// third less work after an import. It goes in small steps, each a transaction, and costs nothing where there is nothing
// to merge (https://sqlite.org/fts5.html#the_merge_command).
//
// Where an erasure has not been scrubbed out of the file yet, such as one that another desk made, that is done first.
func (s *Store) Tidy(ctx context.Context) error {
	if left, err := s.Setting(ctx, unscrubbed); err != nil || left != "" {
		return errors.Join(err, s.Scrub(ctx))
	}
	for pages := -tidyPages; ; pages = tidyPages { // the first step asks for everything to be merged, the others go on
		var before, after int64
		err := s.transact(ctx, func(t *tx) error {
			if err := t.row(ctx, "SELECT total_changes()").Scan(&before); err != nil {
				return err
			}
			if _, err := t.exec(ctx, "INSERT INTO search (search, rank) VALUES ('merge', ?)", pages); err != nil {
				return err
			}
			return t.row(ctx, "SELECT total_changes()").Scan(&after)
		})
		if err != nil || after-before < 2 { // the command itself counts as one
			return err
		}
	}
}
