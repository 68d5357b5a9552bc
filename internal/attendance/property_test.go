package attendance_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

func oneOf[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// seldom is true once in n.
func seldom(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }

var bounds = []string{"09:00", "00:10", "12:00", "18:00", "23:50", "2025-07-18T09:00", "2025-07-19T18:00", "2025-07-18T12:00:00+02:00", "2025-03-30T03:30"}

// near is a moment close to where something changes: bounds, midnights, nights on which clocks are set.
func near(r *rand.Rand, zone *time.Location) time.Time {
	day := oneOf(r, time.Date(2025, 7, 17+r.IntN(4), 0, 0, 0, 0, zone), time.Date(2025, 3, 29+r.IntN(3), 0, 0, 0, 0, zone))
	clock := oneOf(r, 0, 9*60, 10, 12*60, 18*60, 23*60+50, r.IntN(24*60)) + oneOf(r, 0, 0, -1, 1, 30, -30, -31, 31)
	return day.Add(time.Duration(clock)*time.Minute + time.Duration(oneOf(r, 0, 0, 1, -1, 59))*time.Second)
}

func randomRule(r *rand.Rand, depth int) rule {
	if depth > 0 && seldom(r, 3) {
		var parts []rule
		for range 1 + r.IntN(3) {
			parts = append(parts, randomRule(r, depth-1))
		}
		if seldom(r, 2) {
			return rule{All: parts}
		}
		return rule{Any: parts}
	}
	switch r.IntN(4) {
	case 0:
		return rule{Var: "now", Op: oneOf(r, "<", "<=", ">", ">="), Value: oneOf(r, bounds...), Tolerance: oneOf(r, 0, 30)}
	case 1:
		if seldom(r, 2) {
			return rule{Var: "category", Op: oneOf(r, "in", "not_in"), Value: []string{"delegate", "Press"}}
		}
		return rule{Var: "category", Op: oneOf(r, "==", "!="), Value: oneOf(r, "DELEGATE", "guest")}
	case 2:
		return rule{Var: "entry_status", Op: oneOf(r, "==", "!="), Value: oneOf(r, "inside", "outside")}
	}
	return rule{Var: oneOf(r, "weekday", "entries_so_far", "entries_today", "days_entered", "minutes_since_first_entry", "minutes_since_last_entry"),
		Op: oneOf(r, "<", "<=", "==", "!=", ">=", ">"), Value: oneOf(r, 1, 2, 3, 5, 30, 60, -1)}
}

// randomScene is a scan in which most things are in order, so that what is looked at last is reached too.
func randomScene(r *rand.Rand) (attendance.Scan, attendance.Subject, *rule) {
	event := seminar.Seminar{ID: "s", Zone: oneOf(r, "Asia/Baku", "Europe/Berlin", "UTC"), Start: "2025-07-17", End: "2025-07-20"}
	zone := event.Location()
	list := seminar.List{ID: "l", SeminarID: "s", Frequency: oneOf(r, seminar.Once, seminar.Daily, seminar.Multiple), ReEntry: seldom(r, 2),
		TakesPending: seldom(r, 2), Tolerance: oneOf(r, 0, 0, 30), Capacity: oneOf(r, 0, 0, 0, 3)}
	if seldom(r, 3) {
		list.From = oneOf(r, bounds...)
	}
	if seldom(r, 3) {
		list.To = oneOf(r, bounds...)
	}
	if seldom(r, 6) {
		list.Categories = oneOf(r, []seminar.ID{"delegate"}, []seminar.ID{"press", "guest"})
	}
	if seldom(r, 4) {
		list.SessionID = "panel"
	}
	var obey *rule
	if seldom(r, 4) {
		one := randomRule(r, 2)
		obey = &one
		list.Rule, _ = json.Marshal(one)
	}
	scan := attendance.Scan{List: list, Seminar: event, Type: oneOf(r, seminar.Entry, seminar.Entry, seminar.Entry, seminar.Exit),
		At: near(r, zone), Force: seldom(r, 5), Nonce: oneOf(r, "", "n0", "n1", "n2", "n9")}
	who := attendance.Subject{Attendee: seminar.Attendee{ID: "a"}, Category: seminar.Category{ID: "delegate", Name: "Delegate"},
		Revoked: seldom(r, 12), OtherSeminar: seldom(r, 12), Inside: r.IntN(6),
		Registration: &seminar.Registration{ID: "r", AttendeeID: "a", CategoryID: "delegate", Blocked: seldom(r, 12),
			Status: oneOf(r, seminar.Confirmed, seminar.Confirmed, seminar.Confirmed, seminar.Confirmed, seminar.Pending, seminar.Waitlisted, seminar.Cancelled)}}
	if seldom(r, 6) {
		who.Category.Sessions = oneOf(r, []seminar.ID{"panel"}, []seminar.ID{"workshop"})
	}
	if seldom(r, 5) {
		who.Questions = []seminar.Question{{ID: "q", Required: seldom(r, 2), AtDesk: seldom(r, 2)}, {ID: "p", Required: true, AtDesk: true}}
		scan.Answers = oneOf(r, nil, map[seminar.ID]string{"p": "yes"}, map[seminar.ID]string{"p": "yes", "q": "no"})
		who.Registration.Answers = oneOf(r, nil, map[seminar.ID]string{"p": "yes"}, map[seminar.ID]string{"q": ""})
	}
	nonces := map[string]bool{} // a list, attendee, type and nonce is one row
	for i := range r.IntN(7) {
		row := seminar.Checkin{ID: seminar.ID(fmt.Sprint("c", i)), ListID: oneOf[seminar.ID](r, "l", "l", "l", "other"), AttendeeID: "a",
			Type: oneOf(r, seminar.Entry, seminar.Entry, seminar.Exit), Successful: !seldom(r, 5), Undone: seldom(r, 5), Forced: seldom(r, 5),
			Datetime: oneOf(r, near(r, zone), scan.At, scan.At.Add(-time.Second), scan.At.Add(time.Second), scan.At.Add(-24*time.Hour)),
			HLC:      int64(r.IntN(3)), Desk: oneOf(r, "A", "B"), Nonce: oneOf(r, "", "n0", "n1", "n2")}
		key := fmt.Sprint(row.ListID, row.Type, row.Nonce)
		if row.Nonce != "" && row.Successful && nonces[key] {
			continue
		}
		nonces[key] = nonces[key] || row.Successful
		who.History = append(who.History, row)
	}
	switch r.IntN(20) {
	case 0:
		who.Registration, who.Code = nil, oneOf(r, seminar.CodeMalformed, seminar.CodeForged, seminar.CodeGenuine)
		who.Elsewhere = oneOf(r, "", "", "another seminar")
	case 1:
		who.Registration, who.Candidates = nil, make([]seminar.Attendee, 2)
	}
	return scan, who, obey
}

func idOf(row *seminar.Checkin) seminar.ID {
	if row == nil {
		return ""
	}
	return row.ID
}

func TestTheEngineAnswersAsTheReference(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(200_000) {
		r := rand.New(rand.NewPCG(seed, 7))
		scan, who, obey := randomScene(r)
		a := attendance.Evaluate(scan, who)
		got := verdict{a.Status, a.Reason, a.Forced, idOf(a.Repeat), idOf(a.First)}
		want := reference(scan, who, obey)
		if got != want {
			text, _ := json.MarshalIndent([]any{scan, who, obey}, "", " ")
			t.Fatalf("seed %d: the engine says %+v (%s), the reference %+v\n%s", seed, got, a.Explanation, want, text)
		}
		if a.Status != seminar.OK && a.Message == nil {
			t.Fatalf("seed %d: %s %s without a sentence", seed, a.Status, a.Reason)
		}
		if a.Message != nil {
			seen[a.Message.Code]++
		}
		seen[fmt.Sprint(a.Status, " ", a.Reason, " ", scan.Type, " forced ", a.Forced, " repeat ", a.Repeat != nil)]++
	}
	for _, must := range []string{"ok  entry forced false repeat false", "ok  exit forced false repeat false", "ok  entry forced true repeat false",
		"ok  entry forced false repeat true", "ok  exit forced true repeat false", "incomplete  entry forced false repeat false",
		"error invalid entry forced false repeat false", "error ambiguous exit forced false repeat false", "error revoked entry forced false repeat false",
		"error canceled exit forced false repeat false", "error blocked exit forced false repeat false", "error unapproved entry forced false repeat false",
		"error invalid_time entry forced false repeat false", "error category exit forced false repeat false", "error rules entry forced false repeat false",
		"error already_redeemed entry forced false repeat false", "checkin_full", "checkin_other_seminar", "checkin_unknown_genuine"} {
		if seen[must] < 50 {
			t.Errorf("only %d scenes came to %q: the test looks at too little", seen[must], must)
		}
	}
}
