package filing

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longest is how much of a file's name is made of its parts, in bytes: with the ending, and what a download or a copy adds,
// it stays below the 255 of ext4, NTFS and APFS.
const longest = 180

// devices are names that Windows keeps for itself, whatever the ending (learn.microsoft.com, Naming Files, Paths, and
// Namespaces).
var devices = []string{"con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³"}

// Name makes a name that Windows, macOS and Linux take, such as "badges-2025-07-18.pdf", out of parts of which some may be
// empty. Letters of every script stay.
func Name(extension string, parts ...string) string {
	clean := make([]string, 0, len(parts))
	for _, part := range parts {
		part = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), r == '-', r == '_':
				return unicode.ToLower(r)
			case unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsSymbol(r):
				return '-'
			}
			return -1
		}, norm.NFC.String(part))
		if part = strings.Trim(part, "-"); part != "" {
			clean = append(clean, part)
		}
	}
	name := strings.Join(clean, "-")
	for len(name) > longest {
		name = strings.TrimRight(name[:len(name)-1], "-")
		name = strings.ToValidUTF8(name, "")
	}
	if name == "" || slices.Contains(devices, name) {
		name = "lanyard" + strings.TrimRight("-"+name, "-")
	}
	return name + "." + extension
}
