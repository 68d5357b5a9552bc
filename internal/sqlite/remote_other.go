//go:build !linux

package sqlite

// remote is not known on other systems.
func remote(string) bool { return false }
