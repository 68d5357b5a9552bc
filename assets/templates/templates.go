// Package templates holds the layouts of badges and certificates that come with Lanyard.
package templates

import "embed"

// Files are templates as package template reads them, named by their ids.
//
//go:embed *.json
var Files embed.FS
