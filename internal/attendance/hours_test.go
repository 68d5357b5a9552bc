package attendance_test

import (
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// local is a moment by the clock of a place, such as "2025-10-26 09:30".
func local(zone *time.Location, clock string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", clock, zone)
	if err != nil {
		panic(err)
	}
	return t
}

func passed(kind seminar.CheckinType, t time.Time) seminar.Checkin {
	return seminar.Checkin{ID: seminar.ID(t.String() + string(kind)), ListID: "l", AttendeeID: "a", Type: kind, Datetime: t, Successful: true}
}

func TestHoursByTheClock(t *testing.T) {
	none, twenty := 0, 20
	cases := map[string]struct {
		zone     string
		late     *int
		missing  seminar.MissingExit
		exitAll  string
		sessions [][2]string
		rows     []string // "+" in, "-" out
		minutes  []int
		status   []attendance.Status
		assumed  []bool
	}{
		"a night on which clocks go back": {zone: "Europe/Berlin", sessions: [][2]string{{"2025-10-26 01:00", "2025-10-26 04:00"}},
			rows: []string{"+2025-10-26 01:00", "-2025-10-26 04:00"}, minutes: []int{240}, status: []attendance.Status{"present"}, assumed: []bool{false}},
		"a night on which clocks go forward": {zone: "Europe/Berlin", sessions: [][2]string{{"2025-03-30 01:00", "2025-03-30 04:00"}},
			rows: []string{"+2025-03-30 01:00", "-2025-03-30 04:00"}, minutes: []int{120}, status: []attendance.Status{"present"}, assumed: []bool{false}},
		"a session across midnight": {zone: "Asia/Baku", sessions: [][2]string{{"2025-07-18 22:00", "2025-07-19 02:00"}},
			rows: []string{"+2025-07-18 21:50", "-2025-07-19 01:00"}, minutes: []int{180}, status: []attendance.Status{"present"}, assumed: []bool{false}},
		"in after midnight, and nobody saw the exit": {zone: "Asia/Baku",
			sessions: [][2]string{{"2025-07-18 22:00", "2025-07-19 02:00"}, {"2025-07-19 09:00", "2025-07-19 10:00"}},
			rows:     []string{"+2025-07-19 00:30"}, minutes: []int{90, 0}, status: []attendance.Status{"late", "absent"}, assumed: []bool{true, false}},
		"the day closes what nobody closed": {zone: "Asia/Baku",
			sessions: [][2]string{{"2025-07-18 09:00", "2025-07-18 10:00"}, {"2025-07-18 11:00", "2025-07-18 12:00"}},
			rows:     []string{"+2025-07-18 08:50"}, minutes: []int{60, 60}, status: []attendance.Status{"present", "present"}, assumed: []bool{true, true}},
		"the session closes what nobody closed": {zone: "Asia/Baku", missing: seminar.ExitWithSession,
			sessions: [][2]string{{"2025-07-18 09:00", "2025-07-18 10:00"}, {"2025-07-18 11:00", "2025-07-18 12:00"}},
			rows:     []string{"+2025-07-18 08:50"}, minutes: []int{60, 0}, status: []attendance.Status{"present", "absent"}, assumed: []bool{true, false}},
		"an hour for all to leave": {zone: "Asia/Baku", exitAll: "11:30",
			sessions: [][2]string{{"2025-07-18 11:00", "2025-07-18 12:00"}},
			rows:     []string{"+2025-07-18 10:50"}, minutes: []int{30}, status: []attendance.Status{"present"}, assumed: []bool{true}},
		"an hour for all to leave after midnight": {zone: "Asia/Baku", exitAll: "01:00",
			sessions: [][2]string{{"2025-07-18 22:00", "2025-07-19 02:00"}},
			rows:     []string{"+2025-07-18 22:00"}, minutes: []int{180}, status: []attendance.Status{"present"}, assumed: []bool{true}},
		"a quarter of an hour is in time": {zone: "Asia/Baku", sessions: [][2]string{{"2025-07-18 09:00", "2025-07-18 10:00"}},
			rows: []string{"+2025-07-18 09:15", "-2025-07-18 10:00"}, minutes: []int{45}, status: []attendance.Status{"present"}, assumed: []bool{false}},
		"no tolerance": {zone: "Asia/Baku", late: &none, sessions: [][2]string{{"2025-07-18 09:00", "2025-07-18 10:00"}},
			rows: []string{"+2025-07-18 09:01", "-2025-07-18 10:00"}, minutes: []int{59}, status: []attendance.Status{"late"}, assumed: []bool{false}},
		"more tolerance": {zone: "Asia/Baku", late: &twenty, sessions: [][2]string{{"2025-07-18 09:00", "2025-07-18 10:00"}},
			rows: []string{"+2025-07-18 09:20", "-2025-07-18 10:00"}, minutes: []int{40}, status: []attendance.Status{"present"}, assumed: []bool{false}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			event := seminar.Seminar{ID: "s", Zone: c.zone, LateAfter: c.late, MissingExit: c.missing}
			var sessions []seminar.Session
			for _, s := range c.sessions {
				sessions = append(sessions, seminar.Session{ID: seminar.ID(s[0]), Start: local(event.Location(), s[0]), End: local(event.Location(), s[1]), Counts: true})
			}
			var rows []seminar.Checkin
			for _, r := range c.rows {
				kind := map[byte]seminar.CheckinType{'+': seminar.Entry, '-': seminar.Exit}[r[0]]
				rows = append(rows, passed(kind, local(event.Location(), r[1:])))
			}
			counter := attendance.NewCounter(event, sessions, []seminar.List{{ID: "l", ExitAllAt: c.exitAll}}, local(event.Location(), "2026-01-01 00:00"))
			for i, got := range counter.Of(attendance.Record{Checkins: rows}) {
				if got.Minutes != c.minutes[i] || got.Status != c.status[i] || got.Assumed != c.assumed[i] {
					t.Errorf("session %d: %d minutes, %s, assumed %v; want %d, %s, %v", i, got.Minutes, got.Status, got.Assumed, c.minutes[i], c.status[i], c.assumed[i])
				}
			}
		})
	}
}

func TestWhatWasWrittenByHandHolds(t *testing.T) {
	zone := time.UTC
	event := seminar.Seminar{ID: "s", Zone: "UTC"}
	sessions := []seminar.Session{
		{ID: "seen", Start: local(zone, "2025-07-18 09:00"), End: local(zone, "2025-07-18 10:00"), Counts: true},
		{ID: "unseen", Start: local(zone, "2025-07-18 11:00"), End: local(zone, "2025-07-18 12:00"), Counts: true},
		{ID: "wrong", Start: local(zone, "2025-07-18 13:00"), End: local(zone, "2025-07-18 14:00"), Counts: true}}
	counter := attendance.NewCounter(event, sessions, []seminar.List{{ID: "l"}}, local(zone, "2025-07-19 00:00"))
	got := counter.Of(attendance.Record{Excused: true,
		Checkins:    []seminar.Checkin{passed(seminar.Entry, local(zone, "2025-07-18 09:00")), passed(seminar.Exit, local(zone, "2025-07-18 10:00"))},
		Corrections: map[seminar.ID]seminar.Correction{"wrong": {Status: "late", Minutes: 20}}})
	if got[0].Status != attendance.Present || got[0].Corrected || got[0].Minutes != 60 {
		t.Errorf("who was seen: %+v", got[0])
	}
	if got[1].Status != attendance.Excused {
		t.Errorf("who was not seen is excused: %+v", got[1])
	}
	if got[2].Status != attendance.Late || got[2].Minutes != 20 || !got[2].Corrected {
		t.Errorf("what was written: %+v", got[2])
	}
}
