// Package sample is the demonstration data of Lanyard: a series of two regional seminars held in Baku in July 2025,
// the people who might have come, and when they might have walked in.
//
// What was reported publicly is the two days, the organiser, the themes, the four real people (Person.Real), their
// offices, and that the first seminar had a welcome, addresses with three proposals, a video and panels. Made up are
// the hours, the rooms, the titles of panels, the initiatives, who speaks where beyond that, the second day's blocks,
// everybody else, and every address, telephone number and check-in, those of the real people too. Nothing here is
// random: the same call gives the same answer on every machine.
package sample

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed series.json
var seriesJSON []byte

// Series is seminars that belong together.
type Series struct {
	Title    string    `json:"title"`
	Seminars []Seminar `json:"seminars"`
}

// Seminar is one event. Start and End are local days (2006-01-02), Zone an IANA time zone; Titles is keyed by language.
type Seminar struct {
	Key         string            `json:"key"`
	Titles      map[string]string `json:"titles"`
	Start       string            `json:"start"`
	End         string            `json:"end"`
	Zone        string            `json:"zone"`
	Venue       string            `json:"venue"`
	Organiser   string            `json:"organiser"`
	Sessions    []Session         `json:"sessions"`
	Categories  []Category        `json:"categories"`
	Delegations []Delegation      `json:"delegations"`
	Lists       []List            `json:"lists"`
	WaitingList bool              `json:"waiting_list"`
	Questions   []Question        `json:"questions"`
	Initiatives []Initiative      `json:"initiatives"`
}

// Session is a block of the programme. Start and End are local times (2006-01-02T15:04), Capacity is in people and
// 0 when nobody counts, Counts says whether it adds to attendance hours. Speakers are keys of people.
type Session struct {
	Key      string            `json:"key"`
	Titles   map[string]string `json:"titles"`
	Kind     string            `json:"kind"`
	Room     string            `json:"room"`
	Start    string            `json:"start"`
	End      string            `json:"end"`
	Capacity int               `json:"capacity"`
	Counts   bool              `json:"counts"`
	Speakers []string          `json:"speakers"`
}

// Category is a part that people take in a seminar. Colour is #rrggbb, dark enough to carry white text; Full says that it has as many
// places as there are people confirmed in it.
type Category struct {
	Key    string            `json:"key"`
	Titles map[string]string `json:"titles"`
	Colour string            `json:"colour"`
	Full   bool              `json:"full"`
}

// Question is one of a seminar's own questions. Type is one of seminar.QuestionTypes; Texts, Helps and each of Options are keyed by
// language, and the English option is the answer that is kept. When names the question that must have one of some answers.
type Question struct {
	Key     string              `json:"key"`
	Type    string              `json:"type"`
	Texts   map[string]string   `json:"texts"`
	Helps   map[string]string   `json:"helps"`
	Options []map[string]string `json:"options"`
	Min     *float64            `json:"min"`
	Max     *float64            `json:"max"`
	When    *When               `json:"when"`
}

// When is the key of a question, and the answers to it that ask another one.
type When struct {
	Question string   `json:"question"`
	Values   []string `json:"values"`
}

// Delegation is a country's or an organisation's group. Country is ISO 3166-1 alpha-2 and empty for an organisation;
// Head is the key of a person and Quota the number of people it may send, 0 for no limit.
type Delegation struct {
	Key     string            `json:"key"`
	Titles  map[string]string `json:"titles"`
	Country string            `json:"country"`
	Quota   int               `json:"quota"`
	Head    string            `json:"head"`
}

// List is a check-in list. Frequency is "once", "daily" or "multiple"; Session is the key of the session it serves,
// empty for an entrance; Categories are those let in, none for everybody.
type List struct {
	Key        string   `json:"key"`
	Name       string   `json:"name"`
	Frequency  string   `json:"frequency"`
	Session    string   `json:"session"`
	Categories []string `json:"categories"`
	Reentry    bool     `json:"reentry"`
}

// Initiative is a proposal put forward in a session by a person; By is that person's key.
type Initiative struct {
	Key     string `json:"key"`
	Session string `json:"session"`
	By      string `json:"by"`
	Theme   string `json:"theme"`
	Title   string `json:"title"`
	Text    string `json:"text"`
	Status  string `json:"status"`
}

// Load returns the programme of the whole series. It fails only when the embedded file is damaged.
func Load() (Series, error) {
	var s Series
	if err := json.Unmarshal(seriesJSON, &s); err != nil {
		return Series{}, fmt.Errorf("sample: programme: %w", err)
	}
	return s, nil
}
