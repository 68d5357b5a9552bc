package seminar

import "time"

// RosterRow is one line of the attendees' list: a registration with what a desk needs to see of the person.
type RosterRow struct {
	RegistrationID ID     `json:"registration"`
	AttendeeID     ID     `json:"id"`
	SeminarID      ID     `json:"seminar"`
	GivenName      string `json:"given_name"`
	FamilyName     string `json:"family_name"`
	NativeName     string `json:"native_name"`
	BadgeName      string `json:"badge_name"`
	Organisation   string `json:"organisation"`
	Country        string `json:"country"`
	Email          string `json:"email"`
	CategoryID     ID     `json:"category"`
	DelegationID   ID     `json:"delegation"`
	Status         Status `json:"status"`
	Blocked        bool   `json:"blocked"`
	Attention      bool   `json:"attention"`
	Code           string `json:"code"`
	BadgeNumber    string `json:"badge_number"`
	Prints         int    `json:"prints"` // how often a badge was printed for the code in force
	Also           string `json:"also"`   // how a merged person is written elsewhere, a name a line
	Presence       Presence
	Match          string // the stage of the search that found the row: strict, loose, skeleton, or "" for none
}

// Name is the person's name in running text.
func (r RosterRow) Name() string {
	return Attendee{GivenName: r.GivenName, FamilyName: r.FamilyName, NativeName: r.NativeName}.Name()
}

// Presence is where a person stands on one list.
type Presence struct {
	Arrived bool      // an accepted entry stands
	Inside  bool      // and the last accepted row is an entry
	First   time.Time // first accepted entry; zero if none
	Last    time.Time // last accepted row; zero if none
	Entries int       // accepted entries that stand
}

// RosterOrder is how the attendees' list is sorted.
type RosterOrder string

// The orders. An order starting with "-" is reversed.
const (
	ByFamilyName   RosterOrder = "family_name"
	ByGivenName    RosterOrder = "given_name"
	ByOrganisation RosterOrder = "organisation"
	ByCountry      RosterOrder = "country"
	ByCategory     RosterOrder = "category"
	ByStatus       RosterOrder = "status"
	ByBadgeNumber  RosterOrder = "badge_number"
	ByArrived      RosterOrder = "arrived" // on ListID; who has not arrived comes last either way
)

// RosterFilter chooses rows of one seminar's list. Empty fields choose all.
type RosterFilter struct {
	SeminarID    ID
	ListID       ID     // whose presence the rows show and Arrived filters by
	Search       string // ranked by how well it matches; Order then only breaks ties
	Status       []Status
	CategoryID   []ID
	DelegationID []ID
	Country      []string
	Only         []ID  // attendees
	Unprinted    bool  // no badge printed for the code in force
	Arrived      *bool // on ListID
	Order        RosterOrder
	Offset       int
	Limit        int // 0 is no limit
}

// Tally is the counters of one list.
type Tally struct {
	Expected int // confirmed registrations that the list admits (pending too if the list takes them)
	Arrived  int // of all people, those with an accepted entry
	Inside   int // whose last accepted row is an entry
}
