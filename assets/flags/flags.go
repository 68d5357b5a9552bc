// Package flags holds a small 4:3 flag for every country of ISO 3166-1.
package flags

import (
	"embed"
	"sort"
	"strings"
)

// files are palette PNGs of 80 by 60 pixels, named by the lower-case alpha-2 code.
//
//go:embed png/*.png
var files embed.FS

// PNG returns the flag of a country as a PNG of 80 by 60 pixels.
// The ISO 3166-1 alpha-2 code may be in either case; false means that there is no such country.
func PNG(alpha2 string) ([]byte, bool) {
	if !isCode(alpha2) {
		return nil, false
	}
	data, err := files.ReadFile("png/" + strings.ToLower(alpha2) + ".png")
	return data, err == nil
}

// Codes lists the countries that have a flag: upper-case alpha-2 codes in alphabetical order.
func Codes() []string {
	entries, err := files.ReadDir("png")
	if err != nil {
		return nil
	}
	codes := make([]string, 0, len(entries))
	for _, entry := range entries {
		codes = append(codes, strings.ToUpper(strings.TrimSuffix(entry.Name(), ".png")))
	}
	sort.Strings(codes)
	return codes
}

// isCode keeps anything but two ASCII letters away from the file names.
func isCode(s string) bool {
	if len(s) != 2 {
		return false
	}
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
