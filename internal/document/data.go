// Package document turns data and a template into pages: badges, certificates, reports and attendance sheets. It asks
// nobody for data and writes no file.
package document

import (
	"time"

	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// Badge is what one badge shows.
type Badge struct {
	Seminar    seminar.Seminar
	Attendee   seminar.Attendee
	Category   seminar.Category
	Delegation string
	Code       string            // the 33 digits of its QR code
	Number     string            // desk letter and number
	Sessions   []seminar.Session // the programme in its order, for the back
	Status     seminar.Status
	Series     string
	Answers    []Answer // to the seminar's own questions
	Photo      []byte   // JPEG or PNG; nil is the attendee's own
	// PhotoOf reads the photo when it is needed, in place of Photo: those of ten thousand are not held at once. It is asked more
	// than once, by several goroutines.
	PhotoOf func() ([]byte, error)
	// Pictures are the seminar's own, by their sources.
	Pictures map[template.Source][]byte
	// Layout is the template of this badge; nil is the standard one.
	Layout *template.Template
	// LayoutWaits says that its own template, and PicturesWait that one of Pictures, is still on its way from another desk.
	LayoutWaits, PicturesWait bool
}

// Answer is an attendee's answer to one of the seminar's own questions.
type Answer struct {
	ID       seminar.ID // of the question
	Question string
	Text     string
}

// Certificate is what one certificate shows. Payload is the signed text of its QR code; it stands in the file's
// keywords too, so that the file can be verified without a camera.
type Certificate struct {
	Seminar  seminar.Seminar
	Attendee seminar.Attendee
	Category seminar.Category
	Serial   string
	Issued   time.Time // in the seminar's zone
	Minutes  int       // attended, of the sessions that count
	Of       int       // minutes of the sessions that count
	Signer   string    // who signs
	SignerAs string    // in what office
	Payload  string
	Kind     string            // attendance, participation, appreciation, or one that the seminar made up
	Titles   map[string]string // what the page is called, by language; none is what its template says
	Template string            // the id of a shipped layout; "" is the standard one
	Refers   string            // the serial number of the certificate that this one replaces
	Sessions []string          // titles of the sessions attended, in the order of the programme
	// HoursWords is Minutes in words by language, in those of package wording; none if there is nothing to say.
	HoursWords  map[string]string
	Initiatives []string // titles of those put forward
	// Pictures are the seminar's own, by their sources; no signature is of somebody else than Signer.
	Pictures map[template.Source][]byte
	// Layout is the template of this certificate; nil is the one that Template names.
	Layout *template.Template
	// Relaid says that the layout is not the one that was signed: it was changed, or taken away, since.
	Relaid bool
}

// Summary is what the report of a seminar shows.
type Summary struct {
	Seminar       seminar.Seminar
	Series        string
	Made          time.Time // in the seminar's zone
	Desk          string
	Registered    int // not cancelled
	Confirmed     int
	Arrived       int
	Inside        int
	Cancelled     int
	WalkIns       int
	Certificates  int
	Minutes       int // attended by all together, of the sessions that count
	Arrivals      []Arrivals
	ByCountry     []Group
	ByCategory    []Group
	ByDelegation  []Group
	Sessions      []SessionLine
	Initiatives   []InitiativeLine
	People        []PersonLine
	AgreedTo      []*seminar.Question // People are those who agreed to all of these, nil being that their data are kept and used
	LeftOut       int                 // how many did not
	Scans         int
	Refused       int
	RefusedReason []Count
	// What only some kinds of report show, and is left empty otherwise.
	Logo           []byte // of the organiser
	ByOrganisation []Group
	ByGender       []Group // by seminar.Gender; "" is who said nothing
	ByDay          []DayLine
	Log            []LogLine
	LogOnly        string // the words that all lines of Log have; "" is any
	LogNewest      bool   // Log begins in the midst: older lines are left out
	Checkins       []CheckinLine
	Rooms          []Room
	Only           Only
	Before         *Summary // the seminar that this one is compared with
	Returned       []ReturnedLine
}

// Only narrows a signature sheet: to a session, to a day, or to a list. At most one of them is set.
type Only struct {
	Session *seminar.Session
	Day     time.Time // its first moment, in the seminar's zone
	List    string    // its name
	// Ticked fills in who is known to have come, in place of a box to sign.
	Ticked bool
}

// DayLine is one day of a seminar.
type DayLine struct {
	Day     time.Time // its first moment, in the seminar's zone
	First   int       // people who came for the first time
	Present int       // people who were let in at all
	Scans   int
	Refused int
}

// CheckinLine is one scan.
type CheckinLine struct {
	When     time.Time // in the seminar's zone
	List     string
	Type     seminar.CheckinType
	Name     string // "" when the code was nobody's
	Number   string // of the badge
	Accepted bool
	Reason   string // why it was refused, or let in all the same: a code of the domain, or as it was written
	Forced   bool
	Undone   bool
	Assumed  bool // an exit that a rule supplied
	Desk     string
	Operator string
}

// Room is a list with who is inside now.
type Room struct {
	Name   string // of the list
	Place  string // the room of its session
	People []InsideLine
}

// InsideLine is somebody who is inside.
type InsideLine struct {
	Name, Native, Organisation, Country string
	Phone, Needs                        string
	Since                               time.Time // in the seminar's zone
}

// ReturnedLine is somebody who was at the seminar before, too.
type ReturnedLine struct {
	Name, Organisation, Country string
	Then, Now                   string // categories
	CameThen, CameNow           bool
}

// TotalHours is the time that all attended together in whole hours, rounded: the one place that rounds it.
func (s Summary) TotalHours() int { return (s.Minutes + 30) / 60 }

// LogLine is one line of the audit trail.
type LogLine struct {
	When time.Time // in the seminar's zone
	Who  string
	Desk string
	What string
}

// Arrivals counts the first arrivals of one span of time.
type Arrivals struct {
	From  time.Time // in the seminar's zone
	To    time.Time
	Count int
}

// Group is the people of one country, category or delegation.
type Group struct {
	ID       seminar.ID // of a delegation: two may have one name
	Key      string     // country code, or the name
	Country  string     // of a delegation
	Head     string     // of a delegation
	HeadOut  bool       // their registration is cancelled
	Colour   string     // of a category
	Quota    int        // of a delegation; 0 is none
	Expected int
	Arrived  int
	Minutes  int // attended by all of the group together
}

// Count is a number of something.
type Count struct {
	Key   string
	Count int
}

// SessionLine is one session of the programme with who came.
type SessionLine struct {
	Session seminar.Session
	Present int
	Late    int // of those present
	Absent  int
	Excused int
	Minutes int // attended by all together
}

// InitiativeLine is one initiative with the session it was put forward in.
type InitiativeLine struct {
	Initiative seminar.Initiative
	Session    string
	Delegation string
}

// PersonLine is one attendee in a list.
type PersonLine struct {
	Row        seminar.RosterRow
	Honorific  string
	Position   string
	Category   seminar.Category
	Delegation string
	Arrived    time.Time // zero if not; in the seminar's zone
	Left       time.Time // zero if unknown
	Minutes    int
	Percent    int // of the minutes that count
	Status     string
	Sessions   []Cell // in the order of Summary.Sessions
	Head       bool   // of the delegation
	Gender     seminar.Gender
	// Came is when the person came to what a signature sheet is narrowed to; zero if not.
	Came time.Time
}

// Cell is one person in one session.
type Cell struct {
	Minutes int
	Status  string // present, late, excused, absent, or "" before it began
	Assumed bool   // the exit was supplied by a rule
	// Corrected says that it was written by hand, whatever the check-ins say.
	Corrected bool
}

// Warning says what a page could not show as it should.
type Warning struct {
	AttendeeID seminar.ID `json:"attendee"`
	Code       string     `json:"code"`
	Message    string     `json:"message"`
}
