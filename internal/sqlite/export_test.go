package sqlite

import "context"

// WriteThroughReaders tries what must never work.
func WriteThroughReaders(ctx context.Context, s *Store) error {
	_, err := s.pool.ExecContext(ctx, "DELETE FROM op")
	return err
}
