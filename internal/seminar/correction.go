package seminar

// Correction is what somebody wrote by hand over one attendee's attendance of one session: it outweighs what the
// check-ins say. Removed gives the check-ins their say again.
type Correction struct {
	ID         ID     `json:"id"`
	SeminarID  ID     `json:"seminar"`
	AttendeeID ID     `json:"attendee"`
	SessionID  ID     `json:"session"`
	Status     string `json:"status"`  // present, late, excused, absent
	Minutes    int    `json:"minutes"` // of somebody present or late
	Why        string `json:"why"`
	Removed    bool   `json:"removed"`
}

// CorrectionID is the one correction of an attendee in a session, the same at every desk.
func CorrectionID(session, attendee ID) ID { return DeriveID(session, "correction", string(attendee)) }
