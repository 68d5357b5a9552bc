package sqlite

import (
	"context"
	"database/sql"
	"net/url"
	"strings"

	"lanyard/internal/seminar"
)

// alone makes sure that no program has a workspace open: its file cannot leave its place under one that writes. The
// write-ahead log is folded into the file on the way, which needs the file for oneself; that is what tells. A file
// that cannot be read so far is nobody's.
func alone(ctx context.Context, path string) error {
	u := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite", u.String()+"?mode=rw&_pragma=busy_timeout(500)")
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err = db.ExecContext(ctx, "PRAGMA journal_mode=DELETE"); err != nil && strings.Contains(err.Error(), "SQLITE_BUSY") {
		return seminar.Errorf(seminar.CodeInUse, "Another program is using this workspace. Wait until it is done, or close it, and try again.").Because(err)
	}
	return ctx.Err()
}
