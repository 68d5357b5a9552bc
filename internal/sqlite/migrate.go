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

// migrate brings the schema up to this version from another, 0 for a file that has none yet. What was there is copied
// before.
func (s *Store) migrate(ctx context.Context, from int) error {
	if from > 0 {
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
