package sample

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed people.json
var peopleJSON []byte

// Person is somebody in the sample. Language is one of az uz tg kk ky ru fr ar en, Country ISO 3166-1 alpha-2,
// Phone E.164, Status pending, confirmed, waitlisted or cancelled; Category and Delegation are keys of the
// programme, Seminars the keys of the seminars the person is registered in. Native is the name in the person's own
// script when Given and Family are not. Real marks the publicly named persons; all others are made up.
type Person struct {
	Key          string   `json:"key"`
	Given        string   `json:"given"`
	Family       string   `json:"family"`
	Native       string   `json:"native,omitempty"`
	BadgeName    string   `json:"badge_name,omitempty"`
	Honorific    string   `json:"honorific,omitempty"`
	Position     string   `json:"position,omitempty"`
	Organisation string   `json:"organisation,omitempty"`
	Country      string   `json:"country"`
	Email        string   `json:"email,omitempty"`
	Phone        string   `json:"phone,omitempty"`
	Language     string   `json:"language"`
	Category     string   `json:"category"`
	Delegation   string   `json:"delegation"`
	Status       string   `json:"status"`
	Access       string   `json:"access,omitempty"`
	Dietary      string   `json:"dietary,omitempty"`
	Note         string   `json:"note,omitempty"`
	Attention    bool     `json:"attention,omitempty"`
	Real         bool     `json:"real,omitempty"`
	Seminars     []string `json:"seminars"`

	combined bool // from the names of eight languages
}

// People returns the first n people, the same each time: the real ones, then those written by hand, then as many as
// are wanted combined from the names of eight languages. It panics if the embedded file is damaged, which the tests
// rule out.
func People(n int) []Person {
	if n <= 0 {
		return nil
	}
	var written []Person
	if err := json.Unmarshal(peopleJSON, &written); err != nil {
		panic(fmt.Sprintf("sample: people: %v", err))
	}
	if n <= len(written) {
		return written[:n]
	}
	people := make([]Person, 0, n)
	people = append(people, written...)
	sources := sources()
	for i := len(written); i < n; i++ {
		people = append(people, combine(sources, i))
	}
	return people
}
