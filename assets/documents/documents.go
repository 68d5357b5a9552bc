// Package documents holds the texts of reports in languages that documents speak and the interface does not: a JSON file per
// language (BCP 47), with keys and values as package translations has them.
package documents

import (
	"embed"
	"strings"
)

// Files are <language>.json.
//
//go:embed *.json
var Files embed.FS

// Tags are the languages, in alphabetical order.
func Tags() []string {
	entries, _ := Files.ReadDir(".")
	var all []string
	for _, e := range entries {
		all = append(all, strings.TrimSuffix(e.Name(), ".json"))
	}
	return all
}
