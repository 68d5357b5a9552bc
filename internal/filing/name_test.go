package filing_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lanyard/internal/filing"
)

func TestNamesThatEverySystemTakes(t *testing.T) {
	for want, parts := range map[string][]string{
		"badges-2025-07-18.pdf":          {"badges", "", "2025-07-18"},
		"a-b-c-d-e.pdf":                  {`a/b\c:d*e?`},
		"lanyard-con.pdf":                {"CON"},
		"lanyard-lpt1.pdf":               {"LPT1"},
		"con-1.pdf":                      {"con", "1"},
		"lanyard.pdf":                    {"", "..", "\x00\u202e"},
		"مؤتمر-باكو.pdf":                 {"مؤتمر باكو"},
		"конференция.pdf":                {" Конференция. "},
		strings.Repeat("ə", 90) + ".pdf": {strings.Repeat("ə", 500)},
	} {
		if got := filing.Name("pdf", parts...); got != want {
			t.Errorf("%q became %q, not %q", parts, got, want)
		}
	}
	for _, c := range []string{"é", "e\u0301"} { // one name on macOS and elsewhere
		if got := filing.Name("pdf", c); got != "é.pdf" || !utf8.ValidString(got) {
			t.Errorf("%q became %q", c, got)
		}
	}
}
