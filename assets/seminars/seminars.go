// Package seminars holds the templates of seminars that come with Lanyard.
package seminars

import "embed"

// Files are the templates by the name of their file.
//
//go:embed *.json
var Files embed.FS
