// Package seminars holds the templates of seminars that come with Lanyard.
package seminars

import "embed"

// Files are the templates by the name of their file, in English, and texts.json: what they call things in other languages.
//
//go:embed *.json
var Files embed.FS
