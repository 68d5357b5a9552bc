package attendance_test

import (
	"slices"
	"strings"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// The check-in answers as the field's rules have them, written down slowly and without a look at the engine: what
// stands against a scan is gathered in full, and the first of it is the answer.

type verdict struct {
	status seminar.Outcome
	reason seminar.Reason
	forced bool
	repeat seminar.ID // the row that the nonce was answered with
	first  seminar.ID // the first entry that counts
}

// rule is a rule of a test, from which both the engine's table and the reference's answer are made.
type rule struct {
	All       []rule `json:"all,omitempty"`
	Any       []rule `json:"any,omitempty"`
	Var       string `json:"var,omitempty"`
	Op        string `json:"op,omitempty"`
	Value     any    `json:"value,omitempty"`
	Tolerance int    `json:"tolerance,omitempty"`
}

func reference(scan attendance.Scan, who attendance.Subject, r *rule) verdict {
	for _, row := range who.History {
		if who.Registration != nil && scan.Nonce != "" && row.Successful && row.Nonce == scan.Nonce && row.Type == scan.Type &&
			row.ListID == scan.List.ID && row.AttendeeID == who.Attendee.ID {
			return verdict{status: seminar.OK, repeat: row.ID, forced: row.Forced, first: row.ID}
		}
	}
	if len(who.Candidates) > 1 {
		return verdict{status: seminar.Refused, reason: seminar.ReasonAmbiguous}
	}
	if who.Registration == nil {
		if who.Elsewhere == "" && who.Code == seminar.CodeGenuine {
			return verdict{status: seminar.OK}
		}
		return verdict{status: seminar.Refused, reason: seminar.ReasonInvalid}
	}
	zone := scan.Seminar.Location()
	today := scan.At.In(zone).Format(time.DateOnly)
	var every, rows []seminar.Checkin // accepted rows of every day; those that "yet", "all" and "the last" mean
	for _, row := range who.History {
		if row.Successful && !row.Undone && row.ListID == scan.List.ID && !row.Datetime.After(scan.At) {
			every = append(every, row)
		}
	}
	for i := range every { // first and last go by datetime, ties by hlc, desk, id
		for j := range every[:i] {
			if before(every[i], every[j]) {
				every[i], every[j] = every[j], every[i]
			}
		}
	}
	for _, row := range every {
		if scan.List.Frequency != seminar.Daily || row.Datetime.In(zone).Format(time.DateOnly) == today {
			rows = append(rows, row)
		}
	}
	v := verdict{status: seminar.OK}
	for _, row := range slices.Backward(rows) {
		if row.Type == seminar.Entry {
			v.first = row.ID
		}
	}

	enters := scan.Type == seminar.Entry
	reg := who.Registration
	var against []seminar.Reason
	object := func(stands bool, reason seminar.Reason) {
		if stands {
			against = append(against, reason)
		}
	}
	object(who.Revoked, seminar.ReasonRevoked)
	object(reg.Status == seminar.Cancelled, seminar.ReasonCancelled)
	object(reg.Blocked, seminar.ReasonBlocked)
	object(reg.Status == seminar.Waitlisted || reg.Status == seminar.Pending && !scan.List.TakesPending, seminar.ReasonUnapproved)
	object(enters && !within(scan, zone), seminar.ReasonInvalidTime)
	object(who.OtherSeminar || !admits(scan.List.Categories, reg.CategoryID) ||
		scan.List.SessionID != "" && !admits(who.Category.Sessions, scan.List.SessionID), seminar.ReasonCategory)
	object(enters && r != nil && !obeys(*r, scan, who, every, zone), seminar.ReasonRules)
	asked := false
	for _, q := range who.Questions {
		asked = asked || q.AtDesk && q.Required && reg.Answers[q.ID] == "" && scan.Answers[q.ID] == ""
	}
	object(enters && asked, "questions")
	exits := 0
	for _, row := range rows {
		if row.Type == seminar.Exit {
			exits++
		}
	}
	admitted := !enters || scan.List.Frequency == seminar.Multiple || len(rows) == 0 || exits == len(rows) ||
		scan.List.ReEntry && rows[len(rows)-1].Type == seminar.Exit
	object(!admitted, seminar.ReasonAlreadyRedeemed)
	comes := len(rows) == 0 || rows[len(rows)-1].Type == seminar.Exit // whoever is inside already takes no further place
	object(enters && comes && scan.List.Capacity > 0 && who.Inside >= scan.List.Capacity, seminar.ReasonRules)

	switch {
	case len(against) == 0:
	case scan.Force:
		v.forced = true
	case against[0] == "questions":
		return verdict{status: seminar.Incomplete}
	default:
		v.status, v.reason = seminar.Refused, against[0]
		if against[0] != seminar.ReasonAlreadyRedeemed {
			v.first = ""
		}
	}
	return v
}

func before(a, b seminar.Checkin) bool {
	switch {
	case !a.Datetime.Equal(b.Datetime):
		return a.Datetime.Before(b.Datetime)
	case a.HLC != b.HLC:
		return a.HLC < b.HLC
	case a.Desk != b.Desk:
		return a.Desk < b.Desk
	}
	return a.ID < b.ID
}

func admits(set []seminar.ID, id seminar.ID) bool { return len(set) == 0 || slices.Contains(set, id) }

// moment is the instant of a bound on one local day; HH:MM is of every day, the others of their own.
func moment(text string, day time.Time, zone *time.Location) (at time.Time, daily bool) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, false
	}
	if t, err := time.ParseInLocation("2006-01-02T15:04", text, zone); err == nil {
		return t, false
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", day.In(zone).Format(time.DateOnly)+" "+text, zone)
	if err != nil {
		panic(err)
	}
	return t, true
}

// within tries the window of the day before, of the day itself and of the day after, each widened by the tolerance. A
// window that ends earlier by the clock than it begins ends on the next day.
func within(scan attendance.Scan, zone *time.Location) bool {
	at := scan.At.Truncate(time.Second)
	slack := time.Duration(scan.List.Tolerance) * time.Minute
	for days := -1; days <= 1; days++ {
		y, m, d := at.In(zone).Date()
		day := time.Date(y, m, d+days, 12, 0, 0, 0, zone)
		from, to := time.Time{}, time.Date(9999, 1, 1, 0, 0, 0, 0, zone)
		fromDaily, toDaily := false, false
		if scan.List.From != "" {
			from, fromDaily = moment(scan.List.From, day, zone)
		}
		if scan.List.To != "" {
			to, toDaily = moment(scan.List.To, day, zone)
		}
		switch {
		case fromDaily && toDaily && to.Before(from):
			to, _ = moment(scan.List.To, day.AddDate(0, 0, 1), zone)
		case fromDaily != toDaily && days != 0: // half of a day's window: it is that of the day itself
			continue
		}
		if !at.Before(from.Add(-slack)) && !at.After(to.Add(slack)) {
			return true
		}
	}
	return false
}

func obeys(r rule, scan attendance.Scan, who attendance.Subject, rows []seminar.Checkin, zone *time.Location) bool {
	for _, part := range r.All {
		if !obeys(part, scan, who, rows, zone) {
			return false
		}
	}
	if r.All != nil {
		return true
	}
	for _, part := range r.Any {
		if obeys(part, scan, who, rows, zone) {
			return true
		}
	}
	if r.Any != nil {
		return false
	}
	var entries []seminar.Checkin
	days, today := map[string]bool{}, 0
	for _, row := range rows {
		if row.Type == seminar.Entry {
			entries = append(entries, row)
			day := row.Datetime.In(zone).Format(time.DateOnly)
			days[day] = true
			if day == scan.At.In(zone).Format(time.DateOnly) {
				today++
			}
		}
	}
	since := func(i int) int {
		if len(entries) == 0 {
			return -1
		}
		return int(scan.At.Sub(entries[i].Datetime) / time.Minute)
	}
	var number int
	switch r.Var {
	case "now":
		bound, _ := moment(r.Value.(string), scan.At, zone)
		slack := time.Duration(r.Tolerance) * time.Minute
		at := scan.At.Truncate(time.Second)
		switch r.Op {
		case "<":
			return at.Before(bound.Add(slack))
		case "<=":
			return !at.After(bound.Add(slack))
		case ">":
			return at.After(bound.Add(-slack))
		}
		return !at.Before(bound.Add(-slack))
	case "category":
		return is(r, who.Category.Name) || r.Op != "!=" && r.Op != "not_in" && is(r, string(who.Category.ID))
	case "entry_status":
		status := "outside"
		if len(rows) > 0 && rows[len(rows)-1].Type == seminar.Entry {
			status = "inside"
		}
		return is(r, status)
	case "weekday":
		number = (int(scan.At.In(zone).Weekday())+6)%7 + 1
	case "entries_so_far":
		number = len(entries)
	case "entries_today":
		number = today
	case "days_entered":
		number = len(days)
	case "minutes_since_first_entry":
		number = since(0)
	case "minutes_since_last_entry":
		number = since(len(entries) - 1)
	}
	value := r.Value.(int)
	switch r.Op {
	case "<":
		return number < value
	case "<=":
		return number <= value
	case ">":
		return number > value
	case ">=":
		return number >= value
	case "==":
		return number == value
	}
	return number != value
}

// is compares a text without looking at its case.
func is(r rule, text string) bool {
	switch v := r.Value.(type) {
	case string:
		return strings.EqualFold(v, text) == (r.Op == "==")
	case []string:
		return slices.ContainsFunc(v, func(s string) bool { return strings.EqualFold(s, text) }) == (r.Op == "in")
	}
	panic(r.Value)
}
