package i18n

import (
	"os"
	"strings"
)

// systemTag is the language that the system's environment asks for, in the order POSIX gives its variables.
// "az_AZ.UTF-8@latin" is az-AZ; C and POSIX are English.
func systemTag() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, "@")
		value, _, _ = strings.Cut(value, ".")
		if value == "C" || value == "POSIX" {
			return fallback
		}
		return strings.ReplaceAll(value, "_", "-")
	}
	return fallback
}
