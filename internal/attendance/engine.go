package attendance

import (
	"maps"
	"time"

	"lanyard/internal/seminar"
)

// Scan is what happened at the desk.
type Scan struct {
	List     seminar.List
	Seminar  seminar.Seminar
	Type     seminar.CheckinType
	At       time.Time
	Force    bool // by somebody who may
	Nonce    string
	Answers  map[seminar.ID]string
	Operator string
}

// Subject is whom the code means, with what is known of them.
type Subject struct {
	Registration *seminar.Registration // nil for an unknown code
	Attendee     seminar.Attendee
	Category     seminar.Category
	Candidates   []seminar.Attendee // more than one: the code is ambiguous
	Revoked      bool               // the code is of a badge that was replaced
	OtherSeminar bool               // the registration is for another date of the series
	Elsewhere    string             // the title of a seminar, out of the series, whose badge it is
	Code         seminar.CodeCheck  // of an unknown code
	History      []seminar.Checkin  // of this person on this list, refused and undone rows too
	Questions    []seminar.Question // all of the seminar
	Inside       int                // people inside by this list
}

// Answer is what the desk is told.
type Answer struct {
	Status      seminar.Outcome
	Reason      seminar.Reason
	Explanation string         // in English; Message translates it
	Message     *seminar.Error // nil when there is nothing to say
	Attention   bool           // admitted, but look
	First       *seminar.Checkin
	Repeat      *seminar.Checkin // the row that this nonce was answered with before
	Forced      bool
	Questions   []seminar.Question // still to be answered
}

// Evaluate answers a scan. What stands against it is looked for in a fixed order, and the first reason found is the
// answer: a nonce answered before; an unknown, ambiguous or revoked code; cancelled; blocked; unapproved; time;
// category or another date; rules; questions; already redeemed. An exit skips time, rules, questions and redeemed.
// Force passes everything but an unknown or ambiguous code.
func Evaluate(scan Scan, who Subject) Answer {
	if row := answered(scan, who); row != nil {
		return Answer{Status: seminar.OK, Repeat: row, First: row, Forced: row.Forced}
	}
	if refusal := identity(who); refusal != nil {
		return *refusal
	}
	if who.Registration == nil { // a genuine badge of a desk that we have not heard from: admit, and log
		m := say("unknown_genuine")
		return Answer{Status: seminar.OK, Attention: true, Message: m, Explanation: m.Message}
	}
	checks := []func(Scan, Subject) *Answer{revoked, cancelled, blocked, unapproved, inTime, admitted, obeysRules, answeredQuestions, redeemed}
	a := Answer{Status: seminar.OK, Attention: who.Attendee.Attention}
	for _, check := range checks {
		refusal := check(scan, who)
		if refusal == nil {
			continue
		}
		if !scan.Force {
			return *refusal
		}
		a.Forced = true
	}
	if row := firstEntry(scan, who.History); row != nil {
		a.First = row
	}
	if who.Attendee.DeskNote != "" {
		a.Message = say("desk_note", "note", who.Attendee.DeskNote)
		a.Explanation = a.Message.Message
	}
	return a
}

// answered finds the accepted row that a nonce was answered with, undone or not: a repeat is harmless.
func answered(scan Scan, who Subject) *seminar.Checkin {
	if scan.Nonce == "" || who.Registration == nil {
		return nil
	}
	for i, c := range who.History {
		if c.Nonce == scan.Nonce && c.ListID == scan.List.ID && c.Type == scan.Type && c.Successful && c.AttendeeID == who.Attendee.ID {
			return &who.History[i]
		}
	}
	return nil
}

func refuse(r seminar.Reason, message *seminar.Error) *Answer {
	return &Answer{Status: seminar.Refused, Reason: r, Message: message, Explanation: message.Message}
}

// identity refuses a code that does not mean exactly one person of this seminar or its series.
func identity(who Subject) *Answer {
	switch {
	case len(who.Candidates) > 1:
		return refuse(seminar.ReasonAmbiguous, say("ambiguous"))
	case who.Registration != nil:
		return nil
	case who.Elsewhere != "":
		return refuse(seminar.ReasonInvalid, say("other_seminar", "seminar", who.Elsewhere))
	case who.Code == seminar.CodeForged:
		return refuse(seminar.ReasonInvalid, say("forged"))
	case who.Code == seminar.CodeMalformed:
		return refuse(seminar.ReasonInvalid, say("unknown"))
	}
	return nil
}

func revoked(_ Scan, who Subject) *Answer {
	if !who.Revoked {
		return nil
	}
	return refuse(seminar.ReasonRevoked, say("revoked"))
}

func cancelled(_ Scan, who Subject) *Answer {
	if who.Registration.Status != seminar.Cancelled {
		return nil
	}
	return refuse(seminar.ReasonCancelled, say("cancelled"))
}

func blocked(_ Scan, who Subject) *Answer {
	if !who.Registration.Blocked {
		return nil
	}
	if why := who.Registration.BlockedWhy; why != "" {
		return refuse(seminar.ReasonBlocked, say("blocked_why", "why", why))
	}
	return refuse(seminar.ReasonBlocked, say("blocked"))
}

func unapproved(scan Scan, who Subject) *Answer {
	switch who.Registration.Status {
	case seminar.Waitlisted:
		return refuse(seminar.ReasonUnapproved, say("waitlisted"))
	case seminar.Pending:
		if !scan.List.TakesPending {
			return refuse(seminar.ReasonUnapproved, say("pending"))
		}
	}
	return nil
}

// inTime holds the list's window against the moment of the scan.
func inTime(scan Scan, _ Subject) *Answer {
	if scan.Type == seminar.Exit {
		return nil
	}
	if m := outside(scan.List, scan.Seminar, scan.At); m != nil {
		return refuse(seminar.ReasonInvalidTime, m)
	}
	return nil
}

func admitted(scan Scan, who Subject) *Answer {
	if who.OtherSeminar {
		return refuse(seminar.ReasonCategory, say("other_date"))
	}
	if !allows(scan.List.Categories, who.Registration.CategoryID) {
		return refuse(seminar.ReasonCategory, say("category", "category", who.Category.Name))
	}
	if scan.List.SessionID != "" && !allows(who.Category.Sessions, scan.List.SessionID) {
		return refuse(seminar.ReasonCategory, say("category_session", "category", who.Category.Name))
	}
	return nil
}

// allows says whether a set holds an id; an empty set holds all.
func allows(set []seminar.ID, id seminar.ID) bool {
	for _, s := range set {
		if s == id {
			return true
		}
	}
	return len(set) == 0
}

// answeredQuestions asks what must be known before somebody goes in.
func answeredQuestions(scan Scan, who Subject) *Answer {
	if scan.Type == seminar.Exit {
		return nil
	}
	answers := maps.Clone(scan.Answers)
	if answers == nil {
		answers = map[seminar.ID]string{}
	}
	for id, text := range who.Registration.Answers {
		if answers[id] == "" {
			answers[id] = text
		}
	}
	var open []seminar.Question
	for _, q := range seminar.Asked(who.Questions, who.Registration.CategoryID, answers) {
		if q.AtDesk && q.Required && !q.Answered(answers[q.ID]) {
			open = append(open, q)
		}
	}
	if len(open) == 0 {
		return nil
	}
	m := say("questions")
	return &Answer{Status: seminar.Incomplete, Questions: open, Message: m, Explanation: m.Message}
}
