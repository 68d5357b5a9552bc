package document

import (
	"encoding/json"
	"io"
	"time"

	"lanyard/internal/seminar"
)

// Dossier is all that a workspace keeps about one person. As JSON it is the same document.
type Dossier struct {
	Made     time.Time          `json:"made"`
	Desk     string             `json:"desk"`
	People   []seminar.Attendee `json:"people"` // the person first, then whom they were merged with
	Consents []DossierConsent   `json:"consents"`
	Seminars []DossierSeminar   `json:"seminars"`
	Merges   []seminar.Merge    `json:"merges"`
	Imports  []seminar.Import   `json:"imports"` // the files that they came from
	Journal  []DossierEntry     `json:"journal"` // oldest first
	Copies   []DossierCopy      `json:"copies"`  // files in which they may be too
}

// DossierConsent is what they said to something that they were asked to agree to.
type DossierConsent struct {
	Seminar string         `json:"seminar"` // "" is in every one
	To      string         `json:"to"`      // the question; "" is that their data are kept and used
	Said    seminar.Agreed `json:"said"`
}

// DossierSeminar is what is kept of them in one seminar.
type DossierSeminar struct {
	Seminar      string                `json:"seminar"`
	Start        string                `json:"start"`
	End          string                `json:"end"`
	Registration seminar.Registration  `json:"registration"`
	Category     string                `json:"category"`
	Delegation   string                `json:"delegation"`
	Answers      []DossierAnswer       `json:"answers"`
	Checkins     []DossierCheckin      `json:"checkins"` // accepted and refused, undone ones too
	Badges       []seminar.Badge       `json:"badges"`
	Certificates []seminar.Certificate `json:"certificates"`
	Corrections  []seminar.Correction  `json:"corrections"`
	Initiatives  []seminar.Initiative  `json:"initiatives"`
	Sessions     map[seminar.ID]string `json:"-"` // titles, for the corrections
}

// DossierAnswer is an answer with its question.
type DossierAnswer struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// DossierCheckin is a check-in with the name of its list.
type DossierCheckin struct {
	seminar.Checkin
	List   string `json:"list_name"`
	Undone bool   `json:"undone"`
}

// DossierEntry is one operation of the journal.
type DossierEntry struct {
	ID       string          `json:"id"`
	When     time.Time       `json:"when"`
	Desk     string          `json:"desk"`
	Operator string          `json:"operator"`
	Kind     string          `json:"kind"`
	Undone   bool            `json:"undone"`
	Erased   bool            `json:"erased"`
	Body     json.RawMessage `json:"body"`
}

// DossierCopy is a file that may hold the person.
type DossierCopy struct {
	Path  string `json:"path"`
	Taken string `json:"taken"` // RFC 3339
}

// Name is what the person is called.
func (d Dossier) Name() string {
	if len(d.People) == 0 {
		return ""
	}
	return d.People[0].Name()
}

// JSON writes the dossier as one document.
func (d Dossier) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(d)
}
