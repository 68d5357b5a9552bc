package transfer

import (
	"bytes"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"lanyard/internal/seminar"
)

// WriteCalendar writes the programme of a seminar as a calendar (iCalendar, RFC 5545), one event a session, so that a phone
// shows it. Times are in UTC; the zone is said beside them. An event keeps its UID, so that a calendar taken in again is
// brought up to date. kind says what a kind of session is called.
func WriteCalendar(w io.Writer, s seminar.Seminar, tag string, sessions []seminar.Session, kind func(seminar.SessionKind) string, made time.Time) error {
	c := ics.NewCalendar()
	c.SetProductId("-//Lanyard//Programme//EN")
	c.SetMethod(ics.MethodPublish)
	c.SetName(oneLine(s.Title(tag)))
	c.SetXWRCalName(oneLine(s.Title(tag)))
	c.SetXWRTimezone(s.Zone)
	for _, v := range sessions {
		e := c.AddEvent(string(v.ID) + "@lanyard")
		e.SetDtStampTime(made)
		e.SetStartAt(v.Start)
		e.SetEndAt(v.End)
		e.SetSummary(printable(v.Title))
		if place := joined(", ", v.Room, s.Venue); place != "" {
			e.SetLocation(place)
		}
		if said := joined("\n", kind(v.Kind), strings.Join(v.Speakers, ", ")); said != "" {
			e.SetDescription(said)
		}
		if v.Kind == seminar.KindBreak {
			e.SetTimeTransparency(ics.TransparencyTransparent)
		}
	}
	var b bytes.Buffer
	if err := c.SerializeTo(&b, ics.WithNewLineWindows); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// printable leaves out the control characters that RFC 5545 forbids in a text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

func joined(by string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p = printable(p); strings.TrimSpace(p) != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, by)
}
