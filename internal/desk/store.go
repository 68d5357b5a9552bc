package desk

import (
	"context"
	"io"
	"time"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Store keeps a workspace: the journal, and the tables that it folds into. It is safe for concurrent use.
type Store interface {
	// Write runs one durable transaction: when it returns nil, what it appended is on disk. The transaction must
	// not be kept.
	Write(ctx context.Context, action func(Tx) error) error
	// Try runs one transaction of which nothing stays, and for which nobody waits.
	Try(ctx context.Context, action func(Tx) error) error
	Reader
	// Receive takes operations of other desks in, in whatever order they come. An error means that nothing was taken in.
	Receive(ctx context.Context, ops []journal.Operation) (journal.Receipt, error)
	// Identity is this desk's letter and the incarnation of its database.
	Identity(ctx context.Context) (Identity, error)
	// Setting reads a setting of this desk alone, which no other desk receives; "" if it was never set.
	Setting(ctx context.Context, key string) (string, error)
	// SetSetting writes one. Within Write, Tx has the same: this one would wait for the transaction.
	SetSetting(ctx context.Context, key, value string) error
	// Version grows with every change of the file, by whichever program: a window asks it to notice the other's work.
	Version(ctx context.Context) (int64, error)
	Path() string
}

// Identity is who a database is among desks.
type Identity struct{ Desk, Incarnation string }

// Reader is what can be asked of a workspace. Things that are gone (undone or removed) are not among the answers
// unless it says so.
type Reader interface {
	// Get fills doc (a pointer to a struct of the domain) with one thing; false if it is not here or gone.
	Get(ctx context.Context, e seminar.Entity, id seminar.ID, doc any) (bool, error)
	// All fills docs (a pointer to a slice) with the things of a seminar, by position and id; of every seminar for "".
	All(ctx context.Context, e seminar.Entity, seminarID seminar.ID, docs any) error
	// Roster gives the rows that a filter chooses.
	Roster(ctx context.Context, f seminar.RosterFilter) ([]seminar.RosterRow, error)
	// Count counts the rows that a filter chooses, whatever its Offset and Limit.
	Count(ctx context.Context, f seminar.RosterFilter) (int, error)
	// Countries gives the countries (ISO 3166-1 alpha-2) that the people of a seminar come from, in order.
	Countries(ctx context.Context, seminarID seminar.ID) ([]string, error)
	// EachContact hands over what the roster does not hold of the people of a seminar and tells them apart.
	EachContact(ctx context.Context, seminarID seminar.ID, do func(Contact) error) error
	// Codes gives who a code could mean, exactly: the badge in force, a revoked one, a foreign system's code, a badge
	// number, an e-mail address, an id. Case does not matter. Registrations of every seminar are looked through.
	Codes(ctx context.Context, code string) ([]CodeOwner, error)
	// Checkins gives the rows of one attendee on one list (every list for ""), undone and refused ones too.
	Checkins(ctx context.Context, listID, attendeeID seminar.ID) ([]seminar.Checkin, error)
	// Recent gives the last rows of a list (of every list for ""), newest first, undone and refused ones too.
	Recent(ctx context.Context, seminarID, listID seminar.ID, limit int) ([]seminar.Checkin, error)
	// EachCheckin hands over every row of a seminar, undone and refused ones too, by datetime.
	EachCheckin(ctx context.Context, seminarID seminar.ID, row func(seminar.Checkin) error) error
	// EachPlace hands over where everybody registered in a seminar belongs, in no order.
	EachPlace(ctx context.Context, seminarID seminar.ID, do func(Place) error) error
	// Taken counts the confirmed of a seminar, or of one of its categories or delegations. However large the seminar is, it takes no
	// longer than the delegation is large.
	Taken(ctx context.Context, seminarID seminar.ID, of seminar.Entity, id seminar.ID) (int, error)
	// Answered counts the answers that the people of a seminar gave to a question.
	Answered(ctx context.Context, seminarID, questionID seminar.ID) (map[string]int, error)
	// Waiting gives the waiting list of a seminar in its order: by the time at which somebody came onto it, and of those who came
	// at the same time by that of the registration.
	Waiting(ctx context.Context, seminarID seminar.ID) ([]Waiting, error)
	// WaitingSeminars gives the seminars in which somebody is on the waiting list.
	WaitingSeminars(ctx context.Context) ([]seminar.ID, error)
	// MovedUp gives who moved up from the waiting list of a seminar and has the place still, the last first.
	MovedUp(ctx context.Context, seminarID seminar.ID) ([]Moved, error)
	// EachScan hands over the rows of a seminar that are not undone, in no order: list, attendee, type, datetime,
	// successful, reason and assumed alone, and the id of those that are nobody's.
	EachScan(ctx context.Context, seminarID seminar.ID, do func(seminar.Checkin) error) error
	// EachStanding hands over how many people of a delegation, or of every delegation for "", stand where on a list, by
	// delegation and status. Of a daily list it is the latest day on which anybody came, as in Tally; whose last entry is
	// older than since is not inside.
	EachStanding(ctx context.Context, list seminar.List, delegation seminar.ID, since time.Time, do func(Standing) error) error
	// Tally counts a list.
	Tally(ctx context.Context, list seminar.List) (seminar.Tally, error)
	// InsideSince counts whose last accepted row on a list is an entry, at a moment or later.
	InsideSince(ctx context.Context, listID seminar.ID, since time.Time) (int, error)
	// Registered gives an attendee with the registration in a seminar; false if they are not registered there. Of
	// somebody who was merged, whichever of the ids is given, it is the kept person.
	Registered(ctx context.Context, seminarID, attendeeID seminar.ID) (seminar.Attendee, seminar.Registration, bool, error)
	// Aliases gives the ids of a person, the kept one's first; of somebody who was never merged, the one given.
	Aliases(ctx context.Context, attendeeID seminar.ID) ([]seminar.ID, error)
	// Registrations gives all registrations of a person in a seminar, in every one for "", those in the roster first.
	Registrations(ctx context.Context, seminarID, attendeeID seminar.ID) ([]seminar.Registration, error)
	// EachAliased hands over the registrations of a seminar that stand in the roster as another one, and that one.
	EachAliased(ctx context.Context, seminarID seminar.ID, do func(registrationID, as seminar.ID) error) error
	// EachRegistration hands over who was ever registered where, those too that are gone.
	EachRegistration(ctx context.Context, do func(attendeeID, seminarID seminar.ID) error) error
	// Nameless gives the people who were anonymised and of whom something that can be read was written since, in the order of
	// arrival here: after since, which is 0 or what it gave before as through. Where nobody was anonymised through is since.
	Nameless(ctx context.Context, since int64) (people []Nameless, through int64, err error)
	// EachText hands over every text that somebody wrote and that may name anybody, and what it is a text of: those of the
	// programme, and what was noted about people.
	EachText(ctx context.Context, do func(e seminar.Entity, id seminar.ID, text string) error) error
	// EachApart hands over the people who were said not to be one.
	EachApart(ctx context.Context, do func(a, b seminar.ID) error) error
	// Operations reads the journal, newest first.
	Operations(ctx context.Context, f OperationFilter) ([]journal.Operation, error)
	// Undone says whether an operation is reversed.
	Undone(ctx context.Context, operation string) (bool, error)
}

// Contact is an attendee's phone number and birth date, as they were written.
type Contact struct {
	AttendeeID       seminar.ID
	Phone, BirthDate string
}

// Place is where a registered attendee belongs.
type Place struct {
	AttendeeID               seminar.ID
	Status                   seminar.Status
	CategoryID, DelegationID seminar.ID
	Country                  string
}

// Waiting is somebody on a waiting list.
type Waiting struct {
	RegistrationID, AttendeeID, CategoryID, DelegationID seminar.ID

	Since   time.Time
	Blocked bool
}

// Moved is somebody who moved up from a waiting list.
type Moved struct {
	AttendeeID seminar.ID
	seminar.MovedUp
}

// Standing is how many people of one delegation and status there are, and where they stand on a list.
type Standing struct {
	DelegationID            seminar.ID
	Status                  seminar.Status
	People, Arrived, Inside int
}

// CodeOwner is somebody whom a code could mean.
type CodeOwner struct {
	RegistrationID seminar.ID
	AttendeeID     seminar.ID
	SeminarID      seminar.ID
	Kind           CodeKind
	Merged         bool // the attendee is one with others, and the code may be theirs
}

// CodeKind is what the code is to its owner.
type CodeKind string

// The kinds of code, the strongest first.
const (
	CodeBadge   CodeKind = "badge"
	CodeRevoked CodeKind = "revoked"
	CodeForeign CodeKind = "foreign"
	CodeNumber  CodeKind = "number"
	CodeEmail   CodeKind = "email"
	CodeID      CodeKind = "id"
)

// OperationFilter chooses operations of the journal.
type OperationFilter struct {
	ID      string
	Batch   string
	Subject seminar.ID // also operations on the registrations, check-ins, badges of an attendee
	Whole   bool       // with Subject: and those on their corrections and initiatives
	Kinds   []journal.Kind
	Before  string // an operation: only those written here before it, for paging
	Limit   int
}

// Tx is a transaction under way.
type Tx interface {
	Reader
	// Append writes one operation and brings the tables up to it.
	Append(ctx context.Context, s Stamp, d journal.Draft) (journal.Operation, error)
	// NextNumber is the next free number of a counter of this desk ("badge", "certificate") in a seminar, from 1.
	NextNumber(ctx context.Context, counter string, seminarID seminar.ID) (int, error)
	// ExpectPeople says that about so many people are about to be registered in this transaction, which then takes less time.
	ExpectPeople(ctx context.Context, n int) error
	// SetSetting writes a setting of this desk alone, with the rest of the transaction.
	SetSetting(ctx context.Context, key, value string) error
}

// Stamp is who acts, and the action that the operation belongs to ("" begins one: the operation's own id).
type Stamp struct{ Operator, Batch string }

// Keeper is the safety of a workspace, beside its daily work.
type Keeper interface {
	// Snapshot writes a verified copy beside the workspace and prunes the oldest; why becomes part of its name.
	Snapshot(ctx context.Context, why string) (Snapshot, error)
	Snapshots(ctx context.Context) ([]Snapshot, error)
	// Backup writes a verified copy to a file, whole or not at all.
	Backup(ctx context.Context, w io.Writer) error
	// Doctor checks the file, the chain, and the tables against the journal.
	Doctor(ctx context.Context) ([]Finding, error)
	// Scrub writes the file anew, so that nothing of what was erased is left in its free pages, its search index or its log.
	// Error: seminar.CodeBusy while another program reads it.
	Scrub(ctx context.Context) error
	// Holding gives the files beside the workspace that still hold what was erased here, newest first: snapshots, and
	// what a restore has set aside.
	Holding(ctx context.Context) ([]Snapshot, error)
	// Discard deletes files that Holding gave. Others are left alone.
	Discard(ctx context.Context, paths []string) error
	// Tidy merges the parts that the search index has grown in. The desk goes on meanwhile.
	Tidy(ctx context.Context) error
	// Renew makes the keys that people are searched and sorted by anew where they are another version's, or another
	// language's than this (BCP 47; "" leaves it). It says whether there was anything to do.
	Renew(ctx context.Context, language string, progress func(float64)) (bool, error)
}

// Snapshot is a verified copy of a workspace.
type Snapshot struct {
	Path  string `json:"path"`
	Taken string `json:"taken"` // RFC 3339
	Size  int64  `json:"size"`  // bytes
	Why   string `json:"why"`
}

// Finding is one result of a check.
type Finding struct {
	Check   string `json:"check"`
	OK      bool   `json:"ok"`
	Message string `json:"message"`
}
