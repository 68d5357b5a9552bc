package trust

import "lanyard/internal/seminar"

// The reasons why a certificate does not hold, or a badge.
const (
	Unreadable = "unreadable"  // the text in it is no snapshot that this version knows
	UnknownKey = "unknown_key" // signed by none of the keys
	Signature  = "signature"   // something was changed
	IsRevoked  = "revoked"
	Undone     = "undone"    // its issue was taken back at the desk that issued it
	Printed    = "printed"   // the page says something else than what was signed
	Unread     = "unread"    // the page of the file cannot be compared with what was signed: a picture, or damaged
	NoCode     = "no_code"   // no code can be read in the picture
	Malformed  = "malformed" // no certificate and no badge code in it
)

// Verification is what a certificate or a badge code proves. It shows enough to expose an edited copy.
type Verification struct {
	Valid   bool   `json:"valid"`
	Reason  string `json:"reason"` // "" if valid: a constant of this package, or of a badge: forged, replaced, unknown
	Serial  string `json:"serial"`
	Name    string `json:"name"`
	Seminar string `json:"seminar"`
	Issued  string `json:"issued"`
	Revoked bool   `json:"revoked"`

	Why        string `json:"why,omitempty"`         // it was revoked
	RevokedAt  string `json:"revoked_at,omitempty"`  // RFC 3339
	ReplacedBy string `json:"replaced_by,omitempty"` // serial number
	// Signed is all that was signed, nil where nothing is proved or only a badge was looked at; Claims is what a text says
	// that nobody here signed.
	Signed *Facts `json:"signed,omitempty"`
	Claims *Facts `json:"claims,omitempty"`
	// Printed is how the page of a file compares with what was signed; nil where there was no page to read.
	Printed []Print `json:"printed,omitempty"`
	// All are the certificates of a file that has several; the fields above are then those of the first that does not hold,
	// or else of the first.
	All []Verification `json:"all,omitempty"`
}

// Facts is a snapshot in words.
type Facts struct {
	Serial    string `json:"serial"`
	Name      string `json:"name"`
	Honorific string `json:"honorific,omitempty"`
	Native    string `json:"native_name,omitempty"`
	Seminar   string `json:"seminar"`
	Start     string `json:"start"`
	End       string `json:"end"`
	Minutes   int    `json:"minutes"`
	Of        int    `json:"of,omitempty"`
	Kind      string `json:"kind,omitempty"`
	Title     string `json:"title,omitempty"`
	Issued    string `json:"issued"`
	Refers    string `json:"refers,omitempty"`
	Template  string `json:"template,omitempty"`
	Data      string `json:"data,omitempty"`
	Key       string `json:"key"`
}

// FactsOf puts a snapshot into words.
func FactsOf(s seminar.Snapshot) *Facts {
	return &Facts{Serial: s.Serial, Name: s.Name, Honorific: s.Honorific, Native: s.Native, Seminar: s.Seminar, Start: s.Start, End: s.End,
		Minutes: s.Minutes, Of: s.Of, Kind: s.Kind, Title: s.Title, Issued: s.Issued, Refers: s.Refers, Template: s.Template, Data: s.Data, Key: s.Key}
}

// Shown are the facts to be shown: those that were signed, or else those that the text claims; nil for none.
func (v Verification) Shown() *Facts {
	if v.Signed != nil {
		return v.Signed
	}
	return v.Claims
}

// Print is one thing that stands on the page of a file, beside what was signed.
type Print struct {
	Field  string `json:"field"`  // name, serial, hours, text; seminar, title, days, native, words; layout, pages
	Signed string `json:"signed"` // as the page should say it
	Page   string `json:"page"`   // what the page says, "" where it says nothing like it
	// OK says that the page agrees. Look says that somebody should look: the page neither agrees nor contradicts.
	OK   bool `json:"ok"`
	Look bool `json:"look,omitempty"`
}

// verdict is what the page of a file makes of a certificate whose signature holds: "" if it agrees. A page that nobody can
// read does not hold either, for nothing is easier than to put a picture of another page around a genuine signature.
func verdict(all []Print) string {
	for _, p := range all {
		switch {
		case p.Field == "text":
			return Unread
		case !p.OK && !p.Look:
			return Printed
		}
	}
	return ""
}
