package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to this version, after a snapshot of what was there. A file that is current costs one
// PRAGMA: the start of a window waits for this.
func (s *Store) migrate(ctx context.Context, fresh bool) error {
	var version int
	if err := s.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version == schemaVersion {
		return nil
	}
	if version > 0 && !fresh {
		if _, err := snapshot(ctx, s.path, s.now(), "migration"); err != nil {
			return fmt.Errorf("snapshot before a migration: %w", err)
		}
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.write, files)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
