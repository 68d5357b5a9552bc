package attendance_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/attendance"
)

// throughLayout is what a desk's computer writes when a scanner types a text for a keyboard of the United States. The
// rows are written here anew, from the keyboards themselves: only the keys that the tests press.
func throughLayout(t *testing.T, name, text string) string {
	t.Helper()
	us := "1234567890-qwertyuiopasdfghjklzxcvbnm.@_AQX"
	rows := map[string]string{
		"ru": "1234567890-йцукенгшщзфывапролдячсмитью\"_ФЙЧ",
		"kz": "\"әіңғ,.үұқөйцукенгшщзфывапролдячсмитьюӘҺФЙЧ",
		"az": "1234567890-qüertyuiopasdfghjklzxcvbnmş\"_AQX",
		"fr": "&é\"'(-è_çà)azertyuiopqsdfghjklwxcvbn,:2°QAX",
		"ar": "1234567890-ضصثقفغعهخحشسيبلاتنمئءؤر\x00ىةز@_ِ\u064e\u0652",
		"fa": "۱۲۳۴۵۶۷۸۹۰-ضصثقفغعهخحشسیبلاتنمظطزرذدئ.٬ـؤ\u0652\u0653",
	}
	row := []rune(rows[name])
	var out strings.Builder
	for _, r := range text {
		i := slices.Index([]rune(us), r)
		switch {
		case i < 0 || i >= len(row):
			t.Fatalf("no key of %s for %q", name, r)
		case row[i] == 0:
			out.WriteString("لا")
		default:
			out.WriteRune(row[i])
		}
	}
	return out.String()
}

// The codes of other systems have letters, which every other layout changes.
func TestCodesThroughAnotherLayout(t *testing.T) {
	for name, codes := range map[string][]string{
		"ru": {"k24fywvsjhwmjcbm3fnj", "a.user@example.org", "X-42"},
		"kz": {"k24fywvsjhwmjcbm3fnj", "1234-5678", "a.user@example.org"},
		"az": {"k24fywvsjhwmjcbm3fnj", "a.user@example.org"},
		"fr": {"k24fywvsjhwmjcbm3fnj", "a.user@example.org", "A-12"},
		"ar": {"k24fywvsjhwmjcbm3fnj", "1234-5678"},
		"fa": {"k24fywvsjhwmjcbm3fnj"[:9], "1234-5678"},
	} {
		for _, code := range codes {
			typed := throughLayout(t, name, code)
			if got := attendance.Codes(typed); !slices.Contains(got, code) {
				t.Errorf("%s: %q is typed as %q, which reads as %q", name, code, typed, got)
			}
		}
	}
}

// A code that came as it is stays the likeliest, whatever else it could have been.
func TestCodesAsTheyAreComeFirst(t *testing.T) {
	for _, code := range []string{"k24fywvsjhwmjcbm3fnj", "A-12", "a.user@example.org", "1234-5678"} {
		if got := attendance.Codes(code); got[0] != code {
			t.Errorf("%q reads as %q", code, got)
		}
	}
}
