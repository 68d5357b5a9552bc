package programmepage

import (
	"testing"
	"time"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
)

func TestDaysAreReadAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "18 July 2025", "2025-07-18"}, {"en", "18 jul 2025", "2025-07-18"}, {"en", "18.07.2025", "2025-07-18"},
		{"en", "18/7/25", "2025-07-18"}, {"en", "2025-07-18", "2025-07-18"}, {"az", "18 iyul 2025", "2025-07-18"},
		{"az", "1 fevral 2026", "2026-02-01"}, {"az", "18 July 2025", "2025-07-18"}, {"en", "31.02.2025", ""}, {"en", "18 ju 2025", ""},
		{"en", "tomorrow", ""}, {"en", "", ""}, {"en", "18.13.2025", ""},
	} {
		got := ""
		if d, ok := readDay(i18n.Open(c.language), c.text); ok {
			got = d.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s: %q is read as %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

func TestTimesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{"9": "09:00", "9:30": "09:30", "09.30": "09:30", "0930": "09:30", "930": "09:30", "18-05": "18:05",
		"24:00": "", "9:75": "", "noon": "", "": "", "1:2:3": ""} {
		got := ""
		if h, m, ok := readClock(text); ok {
			got = time.Date(2000, 1, 1, h, m, 0, 0, time.UTC).Format("15:04")
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestExchangedSessionsKeepTheirLengths(t *testing.T) {
	at := func(day, h, m int) time.Time { return time.Date(2025, 7, day, h, m, 0, 0, time.UTC) }
	session := func(id string, from, to time.Time) seminar.Session {
		return seminar.Session{ID: seminar.ID(id), Start: from, End: to, Position: 3}
	}
	for name, c := range map[string]struct{ a, b, wantA, wantB seminar.Session }{
		"one after the other": {session("a", at(18, 9, 0), at(18, 10, 0)), session("b", at(18, 10, 15), at(18, 10, 45)),
			session("a", at(18, 9, 45), at(18, 10, 45)), session("b", at(18, 9, 0), at(18, 9, 30))},
		"on two days": {session("a", at(18, 16, 0), at(18, 17, 0)), session("b", at(19, 9, 0), at(19, 9, 30)),
			session("a", at(19, 9, 0), at(19, 10, 0)), session("b", at(18, 16, 0), at(18, 16, 30))},
		"overlapping": {session("a", at(18, 9, 0), at(18, 10, 0)), session("b", at(18, 9, 30), at(18, 11, 0)),
			session("a", at(18, 9, 30), at(18, 10, 30)), session("b", at(18, 9, 0), at(18, 10, 30))},
	} {
		got := exchanged(c.a, c.b)
		for i, want := range []seminar.Session{c.wantA, c.wantB} {
			if !got[i].Start.Equal(want.Start) || !got[i].End.Equal(want.End) {
				t.Errorf("%s: %s is from %s to %s", name, got[i].ID, got[i].Start, got[i].End)
			}
		}
	}
	same := exchanged(session("a", at(18, 9, 0), at(18, 10, 0)), session("b", at(18, 9, 0), at(18, 11, 0)))
	if !same[0].Start.Equal(same[1].Start) || same[0].Position <= same[1].Position {
		t.Errorf("at one time the places are %d and %d", same[0].Position, same[1].Position)
	}
}

func TestTheEndsOfAWindowAreReadAndWritten(t *testing.T) {
	baku, err := time.LoadLocation("Asia/Baku")
	if err != nil {
		t.Fatal(err)
	}
	l := i18n.Open("en")
	for text, want := range map[string]string{"": "", "9": "09:00", " 0930 ": "09:30", "18 July 2025 09:00": "2025-07-18T09:00",
		"18.07.2025 9:30": "2025-07-18T09:30", "2025-07-18T09:00": "2025-07-18T09:00", "noon": "!", "18 July 2025": "!", "18 July 25:00": "!"} {
		got, ok := readBound(l, text)
		if !ok {
			got = "!"
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
	for bound, want := range map[string]string{"09:00": "09:00", "": "", "2025-07-18T09:00": "18 July 2025 09:00",
		"2025-07-18T05:00:00Z": "18 July 2025 09:00", "when it rains": "when it rains"} {
		if got := writtenBound(l, bound, baku); got != want {
			t.Errorf("%q is written as %q, want %q", bound, got, want)
		}
	}
}

func TestTheColoursOfCategoriesAreSeenInBothThemes(t *testing.T) {
	for _, hex := range palette() {
		c := paint(hex)
		for name, surface := range map[string]theme.Palette{"light": theme.Light(), "dark": theme.Dark()} {
			if r := theme.Contrast(c, surface.Surface); r < 3 {
				t.Errorf("%s on the %s surface has a contrast of %.2f", hex, name, r)
			}
		}
		if r := theme.Contrast(c, theme.TextOn(c)); r < 4.5 {
			t.Errorf("a name on %s has a contrast of %.2f", hex, r)
		}
	}
}
