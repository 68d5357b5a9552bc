package sqlite

import "context"

// Meaning is the answer to a result code of SQLite.
var Meaning = meaning

// WriteThroughReaders tries what must never work.
func WriteThroughReaders(ctx context.Context, s *Store) error {
	_, err := s.pool.ExecContext(ctx, "DELETE FROM op")
	return err
}

// Tell sends a statement to the writing connection, to bring about what a disk or another program would.
func Tell(ctx context.Context, s *Store, statement string) error { return s.conn.once(ctx, statement) }

// SearchVersion is the version of the search keys.
const SearchVersion = searchVersion

// WriteInBulk sets from how many people on those of one transaction are written in bulk.
func WriteInBulk(s *Store, people int) { s.many = people }
