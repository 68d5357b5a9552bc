package seminar

// Initiative is a proposal put forward in a session; it goes into the seminar's report.
type Initiative struct {
	ID           ID               `json:"id"`
	SeminarID    ID               `json:"seminar"`
	SessionID    ID               `json:"session"` // in which it was put forward; "" is none
	Position     int              `json:"position"`
	Title        string           `json:"title"`
	AttendeeID   ID               `json:"attendee"`   // who put it forward, where they are registered
	By           string           `json:"by"`         // who, as it was written down
	DelegationID ID               `json:"delegation"` // on whose behalf
	Theme        string           `json:"theme"`
	Text         string           `json:"text"`
	Language     string           `json:"language"` // of Title and Text, BCP 47; "" is not said
	Status       InitiativeStatus `json:"status"`
	Removed      bool             `json:"removed"`
}

// InitiativeStatus is what became of an initiative.
type InitiativeStatus string

// The statuses of an initiative.
const (
	Proposed  InitiativeStatus = "proposed"
	Supported InitiativeStatus = "supported"
	Adopted   InitiativeStatus = "adopted"
	Referred  InitiativeStatus = "referred" // to another body, or to a later seminar
)

// InitiativeStatuses are all of them, in the order a list offers them.
func InitiativeStatuses() []InitiativeStatus {
	return []InitiativeStatus{Proposed, Supported, Adopted, Referred}
}
