package bench_test

import (
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// BenchmarkEngine is the check-in engine alone, on somebody who came in and went out six times on each of five days, at a
// list with a time window, a tolerance and categories. Aim: 20 µs.
func BenchmarkEngine(b *testing.B) {
	monday := time.Date(2025, 7, 21, 4, 0, 0, 0, time.UTC)
	scan := attendance.Scan{
		List: seminar.List{ID: "l", SeminarID: "s", From: "08:00", To: "18:00", Tolerance: 15, Categories: []seminar.ID{"c", "d"},
			Frequency: "daily", ReEntry: true},
		Seminar: seminar.Seminar{ID: "s", Zone: "Asia/Baku", Start: "2025-07-21", End: "2025-07-25"},
		Type:    seminar.Entry, At: monday.Add(4*24*time.Hour + 7*time.Hour)}
	who := attendance.Subject{
		Registration: &seminar.Registration{ID: "r", SeminarID: "s", AttendeeID: "a", Status: seminar.Confirmed, CategoryID: "c"},
		Attendee:     seminar.Attendee{ID: "a", GivenName: "Leyla"}, Category: seminar.Category{ID: "c", Name: "Delegate"}}
	for i := range 5 * 12 {
		who.History = append(who.History, seminar.Checkin{ID: seminar.ID(rune('A' + i)), ListID: "l", AttendeeID: "a", Successful: true, Desk: "B",
			Type: []seminar.CheckinType{seminar.Entry, seminar.Exit}[i%2], Datetime: monday.Add(time.Duration(i/12*24)*time.Hour + time.Duration(i%12)*30*time.Minute)})
	}
	const group = 100 // a clock is read in tenths of a microsecond
	var each []time.Duration
	for b.Loop() {
		for range 200 {
			start := time.Now()
			for range group {
				if v := attendance.Evaluate(scan, who); v.Status != seminar.OK {
					b.Fatal(v)
				}
			}
			each = append(each, time.Since(start)/group)
		}
	}
	b.ReportMetric(1000*ms(median(each)), "µs/answer")
	b.ReportMetric(1000*ms(quantile(each, 0.99)), "µs-p99")
}
