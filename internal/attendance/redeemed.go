package attendance

import (
	"slices"
	"strconv"
	"time"

	"lanyard/internal/seminar"
)

// redeemed holds the admission formula against an entry: on a list that admits once, somebody may enter who has no
// accepted row yet, or only exits; or whose last row is an exit, where the list allows re-entry. On a list that admits
// daily the same is asked of the local calendar day.
func redeemed(scan Scan, who Subject) *Answer {
	if scan.Type == seminar.Exit {
		return nil
	}
	rows := standing(scan, who.History)
	if !free(scan.List, rows) {
		a := refuse(seminar.ReasonAlreadyRedeemed, already(scan, rows))
		a.First = firstEntry(scan, who.History)
		return a
	}
	if full := scan.List.Capacity; full > 0 && who.Inside >= full && !inside(scan, rows) {
		return refuse(seminar.ReasonRules, say("full", "count", strconv.Itoa(who.Inside)))
	}
	return nil
}

func free(list seminar.List, rows []seminar.Checkin) bool {
	if list.Frequency == seminar.Multiple || len(rows) == 0 {
		return true
	}
	onlyExits := !slices.ContainsFunc(rows, func(c seminar.Checkin) bool { return c.Type == seminar.Entry })
	return onlyExits || list.ReEntry && rows[len(rows)-1].Type == seminar.Exit
}

// inside says whether the last of the rows is an entry, and one after which the list's hour made nobody leave.
func inside(scan Scan, rows []seminar.Checkin) bool {
	if len(rows) == 0 || rows[len(rows)-1].Type != seminar.Entry {
		return false
	}
	return !rows[len(rows)-1].Datetime.Before(Emptied(scan.List, scan.Seminar, scan.At))
}

// standing gives the rows that count for a scan, in their order: accepted, not undone, not later than the scan, and on
// a daily list of the scan's own local day.
func standing(scan Scan, history []seminar.Checkin) []seminar.Checkin {
	if scan.List.Frequency != seminar.Daily {
		return accepted(scan, history)
	}
	zone := scan.Seminar.Location()
	year, month, today := scan.At.In(zone).Date()
	var rows []seminar.Checkin // of a day: the days before are not copied
	for _, c := range history {
		if y, m, d := c.Datetime.In(zone).Date(); d == today && m == month && y == year && counts(scan, c) {
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, seminar.Checkin.Compare)
	return rows
}

// accepted gives the rows of every day that count for a scan, in their order.
func accepted(scan Scan, history []seminar.Checkin) []seminar.Checkin {
	rows := make([]seminar.Checkin, 0, len(history))
	for _, c := range history {
		if counts(scan, c) {
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, seminar.Checkin.Compare)
	return rows
}

func counts(scan Scan, c seminar.Checkin) bool {
	return c.Successful && !c.Undone && c.ListID == scan.List.ID && !c.Datetime.After(scan.At)
}

func firstEntry(scan Scan, history []seminar.Checkin) *seminar.Checkin {
	for _, c := range standing(scan, history) {
		if c.Type == seminar.Entry {
			return &c
		}
	}
	return nil
}

// already says when and where the person came in.
func already(scan Scan, rows []seminar.Checkin) *seminar.Error {
	i := slices.IndexFunc(rows, func(c seminar.Checkin) bool { return c.Type == seminar.Entry })
	first := rows[i]
	code := "already_redeemed"
	switch {
	case scan.List.Frequency == seminar.Daily:
		code = "already_day"
	case day(first.Datetime, scan.Seminar) != day(scan.At, scan.Seminar):
		code = "already_date"
	}
	at := first.Datetime.In(scan.Seminar.Location())
	return say(code, "date", at.Format(time.DateOnly), "time", at.Format("15:04"), "desk", first.Desk)
}

// day is the seminar's local calendar day of a moment.
func day(t time.Time, s seminar.Seminar) string { return t.In(s.Location()).Format(time.DateOnly) }
