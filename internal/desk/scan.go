package desk

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/attendance"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Scan is one scan, or one press of Enter on a person.
type Scan struct {
	SeminarID  seminar.ID
	ListID     seminar.ID
	Code       string     // as the scanner typed it; or a badge number, e-mail or id
	AttendeeID seminar.ID // a person chosen on the screen, instead of a code
	Type       seminar.CheckinType
	At         time.Time // zero is now
	Force      bool
	ForceCode  seminar.ForceReason // why, of those that a desk offers
	ForceWhy   string              // or in words
	Nonce      string              // makes a repeat harmless; "" makes one
	Answers    map[seminar.ID]string
}

// ScanAnswer is what the desk is told.
type ScanAnswer struct {
	Status      seminar.Outcome
	Reason      seminar.Reason
	Explanation string         // the English sentence
	Message     *seminar.Error // the same with code and arguments, for translation; nil when there is nothing to say
	Attention   bool           // amber: admitted, but look
	Attendee    *seminar.RosterRow
	Person      seminar.Attendee
	Bearer      seminar.ID // the attendee to scan again for the same: Person, or who was merged into them and whose code it is
	Category    seminar.Category
	List        seminar.List
	Type        seminar.CheckinType
	Datetime    time.Time // in the seminar's zone
	First       *seminar.Checkin
	Forced      bool
	Nonce       string
	Repeat      bool                // this nonce was answered before; nothing was written
	Operation   string              // "" when nothing was written
	Questions   []seminar.Question  // that must be answered first
	Asking      Asking              // of an incomplete one: what else the answers may raise
	Candidates  []seminar.RosterRow // whom an ambiguous code could mean

	here seminar.ID // the attendee, if registered in the list's own seminar
}

// Checkin answers one scan and records it, refusals too, before it returns.
func (d *Desk) Checkin(ctx context.Context, s Scan) (ScanAnswer, error) {
	var a ScanAnswer
	if s.Force {
		if err := d.Require(ctx, seminar.RightForce); err != nil {
			return a, err
		}
	}
	_, err := d.write(ctx, func(c *change) error {
		var err error
		a, err = c.checkinRow(ctx, s)
		return err
	})
	return a, err
}

// checkinRow is Checkin within an action.
func (c *change) checkinRow(ctx context.Context, s Scan) (ScanAnswer, error) {
	a, err := c.checkin(ctx, s)
	if err != nil || a.here == "" {
		return a, err
	}
	line, err := row(ctx, c, a.List.SeminarID, a.here, a.List.ID)
	a.Attendee = &line
	return a, err
}

// checkin answers and records a scan, without the person's line in the list.
func (c *change) checkin(ctx context.Context, s Scan) (ScanAnswer, error) {
	if s.At.IsZero() {
		s.At = c.desk.now()
	}
	if s.Type == "" {
		s.Type = seminar.Entry
	}
	s.At = s.At.UTC().Truncate(time.Second)
	list, err := get[seminar.List](ctx, c, seminar.EntityList, s.ListID)
	if err != nil {
		return ScanAnswer{}, err
	}
	event, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, list.SeminarID)
	if err != nil {
		return ScanAnswer{}, err
	}
	who, err := c.identify(ctx, event, list, s)
	if err != nil {
		return ScanAnswer{}, err
	}
	if who.Inside, err = c.inside(ctx, event, list, s.At); err != nil {
		return ScanAnswer{}, err
	}
	taken, err := c.desk.taking(ctx, seminar.ConsentAtDesk)
	if err != nil {
		return ScanAnswer{}, err
	}
	answers, unread := who.read(s, taken)
	s.Answers = answers
	verdict := attendance.Evaluate(attendance.Scan{List: list, Seminar: event, Type: s.Type, At: s.At, Force: s.Force,
		Nonce: s.Nonce, Answers: s.Answers, Operator: c.desk.operator}, who.Subject)

	a := ScanAnswer{Status: verdict.Status, Reason: verdict.Reason, Explanation: verdict.Explanation,
		Message: verdict.Message, Attention: verdict.Attention, Person: who.Attendee, Bearer: who.bearer, Category: who.Category, List: list,
		Type: s.Type, Datetime: s.At.In(event.Location()), First: verdict.First, Forced: verdict.Forced, Nonce: s.Nonce,
		Questions: verdict.Questions, Candidates: who.rows}
	if verdict.Repeat == nil {
		a.refine(s, who, unread)
	}
	switch {
	case verdict.Repeat != nil:
		a.Repeat, a.Datetime = true, verdict.Repeat.Datetime.In(event.Location())
	case a.Status == seminar.Incomplete: // nothing happened yet
	default:
		if a.Nonce == "" {
			a.Nonce = uuid.NewString()
		}
		if err := c.record(ctx, s, who, &a); err != nil {
			return a, err
		}
	}
	if who.Registration != nil && who.Registration.SeminarID == event.ID {
		a.here = who.Registration.AttendeeID
	}
	return a, nil
}

// longestRaw is how much of a scan is kept as it came, in bytes: no badge has more, and an operation must stay small.
const longestRaw = 256

// record appends the row of a scan, and the answers given with it.
func (c *change) record(ctx context.Context, s Scan, who identified, a *ScanAnswer) error {
	at, err := c.desk.Identity(ctx)
	if err != nil {
		return err
	}
	row := seminar.Checkin{ID: newID(), SeminarID: a.List.SeminarID, ListID: a.List.ID, AttendeeID: who.bearer, Type: s.Type,
		Datetime: s.At, Created: c.desk.now().UTC().Truncate(time.Second), Successful: a.Status == seminar.OK,
		Reason: a.Reason, Forced: a.Forced, ForcedCode: s.ForceCode, ForcedWhy: s.ForceWhy, Desk: at.Desk,
		Operator: c.desk.operator, Nonce: a.Nonce, RawCode: s.Code[:min(len(s.Code), longestRaw)]}
	row.Explain(a.Message)
	if row.Successful && row.AttendeeID != "" {
		row.ID = seminar.DeriveID(row.ListID, "checkin", string(row.AttendeeID), string(row.Type), row.Nonce)
	}
	if row.Successful && row.AttendeeID == "" { // a badge that is not known yet: its code stands for whoever has it
		row.ID = seminar.DeriveID(row.ListID, "checkin", attendance.NormaliseCode(s.Code), string(row.Type), row.Nonce)
		if err := c.repeated(ctx, row.ID, a); err != nil || a.Repeat {
			return err
		}
	}
	body, err := fieldsOf(row)
	if err != nil {
		return err
	}
	if err := c.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityCheckin, journal.Add), Subject: row.ID, Body: body}); err != nil {
		return err
	}
	a.Operation = c.last.ID
	if a.Status != seminar.OK || len(s.Answers) == 0 || who.Registration == nil {
		return nil
	}
	now := *who.Registration
	now.Answers = make(map[seminar.ID]string, len(now.Answers)+len(s.Answers))
	for _, m := range []map[seminar.ID]string{who.Registration.Answers, s.Answers} {
		for q, text := range m {
			now.Answers[q] = text
		}
	}
	_, err = c.set(ctx, seminar.EntityRegistration, now.ID, *who.Registration, now)
	return err
}

// repeated says of the row of a badge that is not known yet whether it was written before, undone or not.
func (c *change) repeated(ctx context.Context, row seminar.ID, a *ScanAnswer) error {
	before, err := c.Operations(ctx, OperationFilter{Subject: row, Kinds: []journal.Kind{journal.KindOf(seminar.EntityCheckin, journal.Add)}})
	if err != nil || len(before) == 0 {
		return err
	}
	a.Repeat = true
	oldest := before[len(before)-1]
	says := oldest.Says()
	if len(says) == 0 {
		return nil
	}
	var first seminar.Checkin
	err = json.Unmarshal(says, &first)
	a.Datetime = first.Datetime.In(a.Datetime.Location())
	return err
}

// fieldsOf is the body of a new fact: what is not empty of it.
func fieldsOf(fact any) (journal.Fields, error) {
	f, err := journal.Filled(fact)
	if err == nil && len(f) == 0 {
		f = journal.Fields{"v": json.RawMessage("1")}
	}
	return f, err
}

// CheckinAll answers many scans as one action, such as those of another system's file.
func (d *Desk) CheckinAll(ctx context.Context, scans []Scan) error {
	if slices.ContainsFunc(scans, func(s Scan) bool { return s.Force }) {
		if err := d.Require(ctx, seminar.RightForce); err != nil {
			return err
		}
	}
	_, err := d.write(ctx, func(c *change) error {
		for _, s := range scans {
			if _, err := c.checkin(ctx, s); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}
