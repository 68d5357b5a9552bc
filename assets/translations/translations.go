// Package translations holds the texts of the interface: a folder per language (BCP 47), a JSON file per area, and in
// it flat keys that begin with the area's name. A value is a sentence, or an object of plural forms
// ({"one": "{n} person", "other": "{n} people"}). English and Azerbaijani are complete.
package translations

import "embed"

// Files are <language>/<area>.json. Adding a language or an area is adding files.
//
//go:embed */*.json
var Files embed.FS
