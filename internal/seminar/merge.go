package seminar

// Merge says of two attendees that they are one person, or that they are not. It is about the pair, whichever of the two
// is kept, so that the same pair at two desks is the same thing. What is known of the one who is dropped stays as it
// is: it is read as the kept person's. Several merges that meet make one person of all whom they name.
type Merge struct {
	ID     ID   `json:"id"`
	KeepID ID   `json:"keep"`  // attendee
	DropID ID   `json:"drop"`  // attendee
	Apart  bool `json:"apart"` // somebody said that these are two people: they are not proposed again
}

// MergeID is the id of the merge of two attendees, in whatever order they are given.
func MergeID(a, b ID) ID { return DeriveID(min(a, b), "merge", string(max(a, b))) }
