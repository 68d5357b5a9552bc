//go:build !linux

package workspace

import "strings"

// Remote says whether a path lies on a network drive, whose locks SQLite cannot trust: here, whether it names a server.
func Remote(path string) bool {
	return strings.HasPrefix(path, `\\`) && !strings.HasPrefix(path, `\\?\`)
}
