package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestWhatACertificateAsksFor(t *testing.T) {
	const never = -1
	for name, c := range map[string]struct {
		percent int
		counts  bool
		stayed  int // minutes of 120
		why     string
		asks    []string
	}{
		"three quarters":                {75, true, 90, "", []string{"certificate_asks_checkin", "certificate_asks_hours"}},
		"a minute less":                 {75, true, 89, "certificate_hours", []string{"certificate_asks_checkin", "certificate_asks_hours"}},
		"through the door and out":      {75, true, 0, "certificate_hours", []string{"certificate_asks_checkin", "certificate_asks_hours"}},
		"never came":                    {75, true, never, "certificate_absent", []string{"certificate_asks_checkin", "certificate_asks_hours"}},
		"no session counts":             {75, false, 0, "", []string{"certificate_asks_checkin", "certificate_asks_nothing_counts"}},
		"no session counts, absent":     {75, false, never, "certificate_absent", []string{"certificate_asks_checkin", "certificate_asks_nothing_counts"}},
		"nothing is asked, absent":      {0, true, never, "certificate_absent", []string{"certificate_asks_checkin"}},
		"nothing is asked, at the door": {0, true, 0, "", []string{"certificate_asks_checkin"}},
	} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			s, err := h.Seminar(ctx, h.of)
			if err != nil {
				t.Fatal(err)
			}
			s.Percent = c.percent
			if _, err := h.SaveSeminar(ctx, s); err != nil {
				t.Fatal(err)
			}
			h.session.Counts = c.counts
			if h.session, _, err = h.SaveSession(ctx, h.session); err != nil {
				t.Fatal(err)
			}
			who := h.register("Anar").Row
			if c.stayed != never {
				for i, way := range []seminar.CheckinType{seminar.Entry, seminar.Exit} {
					_, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: who.Code, Type: way, At: h.session.Start.Add(time.Duration(i*c.stayed) * time.Minute)})
					if err != nil {
						t.Fatal(err)
					}
				}
			}
			h.now = h.session.End
			people, err := h.Eligibility(ctx, h.of)
			if err != nil || len(people) != 1 {
				t.Fatalf("%+v, %v", people, err)
			}
			why := ""
			if people[0].Why != nil {
				why = people[0].Why.Code
			}
			if why != c.why {
				t.Errorf("why not: %q, want %q", why, c.why)
			}
			asks, err := h.Conditions(ctx, h.of)
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, a := range asks {
				codes = append(codes, a.Code)
				if strings.ContainsAny(a.Message, "{}") {
					t.Errorf("not filled in: %q", a.Message)
				}
			}
			if !slices.Equal(codes, c.asks) {
				t.Errorf("asked for: %v, want %v", codes, c.asks)
			}
		})
	}
}

func TestWhoWasNotedAsPresentByHandEarnsACertificateWithoutAScan(t *testing.T) {
	for status, why := range map[string]string{"present": "", "late": "", "excused": "certificate_absent", "absent": "certificate_absent"} {
		t.Run(status, func(t *testing.T) {
			h := open(t)
			who := h.register("Anar").Row
			v := seminar.Correction{SeminarID: h.of, AttendeeID: who.AttendeeID, SessionID: h.session.ID, Status: status, Why: "the badge lay at the hotel"}
			if why == "" {
				v.Minutes = 120
			}
			if _, err := h.Correct(ctx, v); err != nil {
				t.Fatal(err)
			}
			h.now = h.session.End
			done, err := h.IssueCertificates(ctx, h.of, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := len(done.Certificates) == 1; got != (why == "") || !got && done.NotEligible[0].Why.Code != why {
				t.Errorf("%+v", done)
			}
		})
	}
}

func TestAShareOfAttendanceIsAPercentage(t *testing.T) {
	for percent, want := range map[int]string{-1: "certificate_percent", 0: "", 75: "", 100: "", 101: "certificate_percent"} {
		p := desk.ValidateSeminar(seminar.Seminar{Titles: map[string]string{"en": "A"}, Start: "2025-07-18", End: "2025-07-18", Zone: "UTC", Percent: percent})
		if got := seminar.CodeOf(p.OrNil()); got != want || want != "" && p.For("percent") == nil {
			t.Errorf("%d: %v", percent, p)
		}
	}
}
