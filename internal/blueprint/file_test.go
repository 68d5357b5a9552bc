package blueprint_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"lanyard/internal/blueprint"
	"lanyard/internal/seminar"
)

func TestWhatIsWrongWithAFileIsSaidWithItsPlace(t *testing.T) {
	for file, want := range map[string]string{
		"{\n\"days\": }": ":blueprint_syntax",
		`{"schema":2}`:   ":blueprint_newer",
		`[]`:             ":blueprint_type",
		`{"days":1,"sessions":[{"title":"A","day":1,"start":"09:00","end":"25:00","kind":"panel"}]}`: "sessions[0].end:blueprint_value",
		`{"days":1,"sessions":[{"titel":"A","day":1,"start":"09:00","end":"10:00"}]}`:                "sessions[0].titel:blueprint_field",
		`{"days":1,"sessions":[{"title":7,"day":1,"start":"09:00","end":"10:00"}]}`:                  "sessions[0].title:blueprint_type",
		`{"days":1,"seminar":{"code_key":"AAAA"}}`:                                                   "seminar:blueprint_people",
		`{"days":1,"delegations":[{"name":"KZ","head":"somebody"}]}`:                                 "delegations[0]:blueprint_people",
		`{"days":1,"categories":[{"name":"Press","sessions":["@session-9"]}]}`:                       "categories[0].sessions:blueprint_key",
		`{"days":1,"categories":[{"id":"@a","name":"Press"},{"id":"@a","name":"Guest"}]}`:            "categories[1].id:blueprint_key",
		`{"days":0}`:                       "days:blueprint_value",
		`{"days":1,"pictures":{"logo":7}}`: "pictures.logo:blueprint_type",
		`{"days":1} {}`:                    ":blueprint_syntax",
		`{"days":1.5}`:                     "days:blueprint_type",
		`{"days":1,"attendees":[]}`:        "attendees:blueprint_field",
	} {
		_, err := blueprint.Parse([]byte(file))
		var problems seminar.Problems
		if !errors.As(err, &problems) {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if got := problems[0].Field + ":" + problems[0].Code; got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
		if strings.Contains(problems[0].Message, "{place}") {
			t.Errorf("%s: %s", file, problems[0].Message)
		}
	}
}

// FuzzParse: no file makes it fail, and one that is taken is written and read again as the same.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"schema":1,"days":2,"seminar":{"titles":{"en":"A"},"capacity":5},"sessions":[{"id":"@s","title":"A","kind":"panel","day":1,"start":"09:00","end":"10:00"}],"lists":[{"name":"Door","session":"@s","from":"day 1 09:00","rule":{"all":[]}}]}`))
	f.Add([]byte(`{"days":1,"templates":[{}],"pictures":{"logo":"AAAA"}}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := blueprint.Parse(data)
		if err != nil {
			return
		}
		once, err := b.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again, err := blueprint.Parse(once)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if twice, err := again.JSON(); err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%v\n%s\n%s", err, once, twice)
		}
	})
}
