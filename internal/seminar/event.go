package seminar

import (
	"sync"
	"time"
)

// Series is a group of seminars that belong together.
type Series struct {
	ID    ID     `json:"id"`
	Title string `json:"title"`
}

// Seminar is one event.
type Seminar struct {
	ID        ID                `json:"id"`
	SeriesID  ID                `json:"series"`
	Titles    map[string]string `json:"titles"` // by language, BCP 47
	Start     string            `json:"start"`  // first day, 2006-01-02 in Zone
	End       string            `json:"end"`    // last day
	Zone      string            `json:"zone"`   // IANA time zone
	Venue     string            `json:"venue"`
	Organiser string            `json:"organiser"`
	CodeKey   []byte            `json:"code_key"`            // HMAC key of the badge codes, 32 bytes
	SignKey   []byte            `json:"sign_key"`            // Ed25519 seed of the certificates, 32 bytes
	Percent   int               `json:"certificate_percent"` // of the minutes that count, which earn a certificate; 0: to have checked in
	Signer    string            `json:"signer"`              // who signs the certificates
	SignerAs  string            `json:"signer_as"`           // in what office
	// BadgeTemplate is the id of the badges' template, of categories that have none of their own; "" is the standard one.
	BadgeTemplate string `json:"badge_template"`
	// LateAfter is how many minutes after a session's start an arrival still is in time; nil is DefaultLateAfter.
	LateAfter *int `json:"late_after"`
	// MissingExit says when a stay ends whose exit nobody recorded.
	MissingExit MissingExit `json:"missing_exit"`
	// Capacity is how many people have a place in the seminar; 0 is no limit.
	Capacity int `json:"capacity"`
	// WaitingList says that nobody takes a place beyond a quota (this capacity, a category's, a delegation's) unless a desk says so
	// with a reason: they wait, and move up by themselves. Without it quotas are only watched.
	WaitingList bool `json:"waiting_list"`
	// Approval says that who registers is pending until somebody approves them.
	Approval bool `json:"approval"`
	// Kinds are the certificates that the seminar issues; none is one of attendance. CertificateKinds reads them.
	Kinds []CertificateKind `json:"certificates"`
	// SerialPrefix stands before the year in a serial number, "" for nothing.
	SerialPrefix string `json:"serial_prefix"`
	// The pieces of the pictures that badges and certificates show of the seminar. Each is a field of its own, so that two desks
	// may change two of them at the same time.
	Logo       []ID `json:"logo"`
	Signature  []ID `json:"signature"`
	Background []ID `json:"background"`
	// EraseAfter is the day after which the organiser wants the people anonymised (2006-01-02 in Zone), "" for none. A desk
	// reminds of it, and never does it by itself.
	EraseAfter string `json:"erase_after"`
	Removed    bool   `json:"removed"`
}

// Picture is where the pieces of one of the seminar's pictures stand, by its source in a template; nil if there is no such picture.
func (s *Seminar) Picture(source string) *[]ID {
	switch source {
	case "logo":
		return &s.Logo
	case "signature":
		return &s.Signature
	case "background":
		return &s.Background
	}
	return nil
}

// Pictures are the pieces of the pictures that the seminar has, by their sources; never nil.
func (s Seminar) Pictures() map[string][]ID {
	some := map[string][]ID{}
	for _, source := range []string{"logo", "signature", "background"} {
		if ids := *s.Picture(source); len(ids) > 0 {
			some[source] = ids
		}
	}
	return some
}

// DefaultPercent is what a new seminar asks for: three quarters of the sessions that count, beside having checked in. It is
// written into the seminar when that is made, so that one made before stays as it was.
const DefaultPercent = 75

// DefaultLateAfter is the tolerance of a seminar that sets none, in minutes: the academic quarter.
const DefaultLateAfter = 15

// MissingExit is the rule that closes a stay whose exit nobody recorded.
type MissingExit string

// The rules: with the last session of the day, or with the session that was entered. A list of one session always
// closes with it.
const (
	ExitWithDay     MissingExit = "" // the default
	ExitWithSession MissingExit = "session"
)

// Title is the seminar's title in a language, or in English, or in any language that it has.
func (s Seminar) Title(language string) string {
	for _, l := range []string{language, "en"} {
		if t := s.Titles[l]; t != "" {
			return t
		}
	}
	best := ""
	for l, t := range s.Titles {
		if t != "" && (best == "" || l < best) {
			best = l
		}
	}
	return s.Titles[best]
}

// zones remembers time zones by name: time.LoadLocation reads a file each time, and every scan asks. What is remembered
// never changes.
var zones sync.Map

// Location is the seminar's time zone; UTC if its name is unknown here (Validate refuses such names).
func (s Seminar) Location() *time.Location {
	if known, ok := zones.Load(s.Zone); ok {
		return known.(*time.Location)
	}
	loc, err := time.LoadLocation(s.Zone)
	if err != nil || s.Zone == "" {
		return time.UTC
	}
	zones.Store(s.Zone, loc)
	return loc
}

// Runs says whether the seminar's days include the moment t.
func (s Seminar) Runs(t time.Time) bool {
	day := t.In(s.Location()).Format(time.DateOnly)
	return s.Start <= day && day <= s.End
}

// SessionKind is what a block of the programme is.
type SessionKind string

// The kinds of session.
const (
	KindRegistration SessionKind = "registration"
	KindOpening      SessionKind = "opening"
	KindAddress      SessionKind = "address"
	KindPanel        SessionKind = "panel"
	KindWorkshop     SessionKind = "workshop"
	KindVideo        SessionKind = "video"
	KindCeremony     SessionKind = "ceremony"
	KindBreak        SessionKind = "break"
)

// SessionKinds are all the kinds, in the order a list offers them.
func SessionKinds() []SessionKind {
	return []SessionKind{KindRegistration, KindOpening, KindAddress, KindPanel, KindWorkshop, KindVideo, KindCeremony, KindBreak}
}

// Session is a block of the programme.
type Session struct {
	ID        ID          `json:"id"`
	SeminarID ID          `json:"seminar"`
	Position  int         `json:"position"`
	Title     string      `json:"title"`
	Kind      SessionKind `json:"kind"`
	Room      string      `json:"room"`
	Start     time.Time   `json:"start"`
	End       time.Time   `json:"end"`
	Capacity  int         `json:"capacity"` // people; 0 is no limit
	Counts    bool        `json:"counts"`   // towards attendance hours
	Speakers  []string    `json:"speakers"`
	Removed   bool        `json:"removed"`
}

// Category is an attendee's part in a seminar.
type Category struct {
	ID        ID     `json:"id"`
	SeminarID ID     `json:"seminar"`
	Position  int    `json:"position"`
	Name      string `json:"name"`
	Colour    string `json:"colour"`   // #rrggbb, shown as a band with the name
	Template  string `json:"template"` // of its badges: an id, NoBadge, or "" for the seminar's
	Sessions  []ID   `json:"sessions"` // that it may enter; none is all
	Quota     int    `json:"quota"`    // people; 0 is no limit
	Approval  bool   `json:"approval"` // who registers in it is pending until somebody approves them
	Removed   bool   `json:"removed"`
}

// Delegation is a country's or an organisation's group.
type Delegation struct {
	ID        ID     `json:"id"`
	SeminarID ID     `json:"seminar"`
	Position  int    `json:"position"`
	Name      string `json:"name"`
	Country   string `json:"country"` // ISO 3166-1 alpha-2
	Quota     int    `json:"quota"`   // people; 0 is no limit
	HeadID    ID     `json:"head"`    // attendee
	Removed   bool   `json:"removed"`
}
