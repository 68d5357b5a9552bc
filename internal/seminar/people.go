package seminar

// Attendee is a person. Names are stored as written, in NFC.
type Attendee struct {
	ID           ID     `json:"id"`
	GivenName    string `json:"given_name"`
	FamilyName   string `json:"family_name"`
	NativeName   string `json:"native_name"` // the whole name in the person's own script
	BadgeName    string `json:"badge_name"`  // "" is given and family name
	Honorific    string `json:"honorific"`
	Position     string `json:"position"`
	Organisation string `json:"organisation"`
	Country      string `json:"country"` // ISO 3166-1 alpha-2
	Email        string `json:"email"`
	Phone        string `json:"phone"`    // E.164 where it could be read as such
	Language     string `json:"language"` // BCP 47
	BirthDate    string `json:"birth_date"`
	Gender       Gender `json:"gender"` // only where the organiser asks for it
	Photo        []byte `json:"photo"`  // JPEG or PNG, at most MaxPhoto bytes
	Access       string `json:"access"`
	Dietary      string `json:"dietary"`
	DeskNote     string `json:"desk_note"`
	Attention    bool   `json:"attention"`
	Consent      Agreed `json:"consent"`
	Anonymised   string `json:"anonymised,omitempty"` // RFC 3339: when what told who this is was erased
}

// Gender is what a person said of theirs; "" is nothing, and a text other than the known ones stays as it was written.
type Gender string

// The genders that statistics count by name.
const (
	Female Gender = "female"
	Male   Gender = "male"
)

// MaxPhoto is the largest photo that is kept, in bytes: an operation must fit a message of 64 KiB between desks.
const MaxPhoto = 40 << 10

// Name is the name as the person writes it in running text: given name, then family name.
func (a Attendee) Name() string {
	switch {
	case a.GivenName == "" && a.FamilyName == "":
		return a.NativeName
	case a.GivenName == "":
		return a.FamilyName
	case a.FamilyName == "":
		return a.GivenName
	}
	return a.GivenName + " " + a.FamilyName
}

// Formal is the name with the honorific before it, as lists and documents call a person: "H.E. Dr. Leyla Qafar-zadə". The
// honorific is kept as it was written, and nothing is ever sorted by it.
func (a Attendee) Formal() string { return formal(a.Honorific, a.Name()) }

func formal(honorific, name string) string {
	if honorific == "" || name == "" {
		return name
	}
	return honorific + " " + name
}

// NameOnBadge is the badge name, or the name if none was chosen.
func (a Attendee) NameOnBadge() string {
	if a.BadgeName != "" {
		return a.BadgeName
	}
	return a.Name()
}

// Status is where a registration stands.
type Status string

// The statuses of a registration.
const (
	Pending    Status = "pending"
	Confirmed  Status = "confirmed"
	Waitlisted Status = "waitlisted"
	Cancelled  Status = "cancelled"
)

// Statuses are all of them, in the order a list offers them.
func Statuses() []Status { return []Status{Confirmed, Pending, Waitlisted, Cancelled} }

// Registration is an attendee in a seminar.
type Registration struct {
	ID           ID            `json:"id"`
	SeminarID    ID            `json:"seminar"`
	AttendeeID   ID            `json:"attendee"`
	Status       Status        `json:"status"`
	CategoryID   ID            `json:"category"`
	DelegationID ID            `json:"delegation"`
	Answers      map[ID]string `json:"answers"`       // by question
	Code         string        `json:"code"`          // of the badge in force: 33 digits
	ForeignCode  string        `json:"foreign_code"`  // of the system the person was imported from
	RevokedCodes []string      `json:"revoked_codes"` // of badges that were replaced
	BadgeNumber  string        `json:"badge_number"`  // desk letter and number, read aloud at the desk
	Source       string        `json:"source"`        // walk-in, import, form, sample
	ImportID     ID            `json:"import_id"`     // the import that brought the person
	Blocked      bool          `json:"blocked"`
	BlockedWhy   string        `json:"blocked_why"`
	Excused      bool          `json:"excused"`
	WaitingSince string        `json:"waiting_since"` // RFC 3339, of somebody put on the waiting list after they were registered; "" is the registration's own time
	MovedUp      *MovedUp      `json:"moved_up"`      // from the waiting list by itself; nil if never
	OverWhy      string        `json:"over_why"`      // why a place beyond the quota was given
	DeclinedWhy  string        `json:"declined_why"`  // why the registration was not approved
}

// MovedUp is how somebody came from the waiting list to a place.
type MovedUp struct {
	At    string `json:"at"`    // RFC 3339
	Cause string `json:"cause"` // the action of the journal that made the place free
	Told  bool   `json:"told"`  // somebody has told the person
}

// Badge is one print of a badge.
type Badge struct {
	ID             ID     `json:"id"`
	SeminarID      ID     `json:"seminar"`
	RegistrationID ID     `json:"registration"`
	Code           string `json:"code"`
	Template       string `json:"template"`
	PrintNumber    int    `json:"print_number"`
	Printed        string `json:"printed"` // RFC 3339
}

// Import is the record of one file taken in, so that it can be taken back whole.
type Import struct {
	ID        ID     `json:"id"`
	SeminarID ID     `json:"seminar"`
	File      string `json:"file"`
	SHA256    string `json:"sha256"`
	Source    string `json:"source"` // of which system or with which headers: the same for another export of the same list
	Rows      int    `json:"rows"`
	Created   int    `json:"created"`
	Updated   int    `json:"updated"`
}
