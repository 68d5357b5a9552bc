package seminar

import (
	"cmp"
	"time"
)

// RosterRow is one line of the attendees' list: a registration with what a desk needs to see of the person.
type RosterRow struct {
	RegistrationID ID     `json:"registration"`
	AttendeeID     ID     `json:"id"`
	SeminarID      ID     `json:"seminar"`
	GivenName      string `json:"given_name"`
	FamilyName     string `json:"family_name"`
	NativeName     string `json:"native_name"`
	Honorific      string `json:"honorific"`
	BadgeName      string `json:"badge_name"`
	Organisation   string `json:"organisation"`
	Country        string `json:"country"`
	Email          string `json:"email"`
	CategoryID     ID     `json:"category"`
	DelegationID   ID     `json:"delegation"`
	Status         Status `json:"status"`
	Blocked        bool   `json:"blocked"`
	Excused        bool   `json:"excused"` // from the whole seminar
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

// Formal is the name with the honorific before it.
func (r RosterRow) Formal() string { return formal(r.Honorific, r.Name()) }

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
	// ByProtocol is delegation after delegation in their order, the head of each first, then by category and family
	// name; people of no delegation come after them all, by category and family name.
	ByProtocol RosterOrder = "protocol"
)

// RosterOrders are all of them, in the order in which a list offers them.
func RosterOrders() []RosterOrder {
	return []RosterOrder{ByFamilyName, ByGivenName, ByOrganisation, ByCountry, ByCategory, ByStatus, ByBadgeNumber, ByArrived, ByProtocol}
}

// Texts are what an order compares of a person, one after the other, in a language; nil for an order that compares no
// names. Who has no family name stands by the given name, who has neither by the name in their own script.
func (o RosterOrder) Texts(a Attendee) []string {
	switch o {
	case ByFamilyName:
		return []string{cmp.Or(a.FamilyName, a.GivenName, a.NativeName), a.GivenName}
	case ByGivenName:
		return []string{cmp.Or(a.GivenName, a.FamilyName, a.NativeName), a.FamilyName}
	case ByOrganisation:
		return []string{a.Organisation, a.FamilyName}
	}
	return nil
}

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
	AgreedTo     []ID  // who agreed, and has not taken it back, to all of these: questions, or AgreedData
	Unprinted    bool  // no badge printed for the code in force
	Badged       bool  // whose category gets badges: its template is not NoBadge
	Arrived      *bool // on ListID
	Order        RosterOrder
	Offset       int
	Limit        int // 0 is no limit
}

// Tally is the counters of one list.
type Tally struct {
	Expected int    // confirmed registrations that the list admits (pending too if the list takes them)
	Arrived  int    // of all people, those with an accepted entry
	Inside   int    // whose last accepted row is an entry
	Day      string // of a daily list the local day that Arrived and Inside are of (2006-01-02), "" before anybody came
}
