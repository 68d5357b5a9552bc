package desk

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// Wanted says which report. Session, Day and List narrow a signature sheet; at most one of them is set.
type Wanted struct {
	Seminar  seminar.ID
	Kind     string              // of package document
	Order    seminar.RosterOrder // "" is that of protocol for delegations, by family name for the others
	Session  seminar.ID
	Day      string // 2006-01-02
	List     seminar.ID
	Ticked   bool         // the signature sheet says who came
	AgreedTo []seminar.ID // of a kind of AgreedKinds: only who agreed to all of these, as in seminar.RosterFilter
	Compare  seminar.ID   // the seminar to compare with; "" is the one before in the series, or before at all
}

// Codes of reports.
const (
	CodeReportDay = "report_day" // what was given is no day
)

// ReportOf reads what a kind of report shows. The lines of the audit trail are not among it: who shows them puts them into words.
// Errors: CodeNotFound; CodeReportDay.
func (d *Desk) ReportOf(ctx context.Context, w Wanted) (document.Summary, error) {
	switch w.Kind {
	case document.KindEmergency:
		return d.Emergency(ctx, w.Seminar)
	case document.KindLog:
		return d.titled(ctx, w.Seminar)
	}
	switch {
	case w.Kind == document.KindProtocol, w.Kind == document.KindDelegations && w.Order == "":
		w.Order = seminar.ByProtocol
	case w.Order == "":
		w.Order = seminar.ByFamilyName
	}
	h, err := hoursOf(ctx, d, w.Seminar, d.now(), w.Order)
	if err != nil {
		return document.Summary{}, err
	}
	s, err := d.summed(ctx, w.Seminar, h, w.Order)
	if err != nil {
		return s, err
	}
	if s.Logo, err = d.logo(ctx, w.Seminar); err != nil {
		return s, err
	}
	if len(w.AgreedTo) > 0 {
		if err := d.agreed(ctx, w, &s); err != nil {
			return s, err
		}
	}
	switch w.Kind {
	case document.KindSignIn:
		err = d.narrow(ctx, w, h, &s)
	case document.KindCheckins:
		err = d.scanned(ctx, h, &s)
	case document.KindComparison:
		err = d.compare(ctx, w, &s)
	}
	return s, err
}

// titled is what stands above a report that counts nobody.
func (d *Desk) titled(ctx context.Context, of seminar.ID) (document.Summary, error) {
	event, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return document.Summary{}, err
	}
	s, err := d.begun(ctx, event)
	if err != nil {
		return s, err
	}
	s.Logo, err = d.logo(ctx, of)
	return s, err
}

// begun is a summary without figures: of which seminar, when and by which desk it is made.
func (d *Desk) begun(ctx context.Context, event seminar.Seminar) (document.Summary, error) {
	s := document.Summary{Seminar: event, Made: d.now().In(event.Location())}
	who, err := d.Identity(ctx)
	if err != nil {
		return s, err
	}
	s.Desk = who.Desk
	var series seminar.Series
	_, err = d.Get(ctx, seminar.EntitySeries, event.SeriesID, &series)
	s.Series = series.Title
	return s, err
}

// logo is the organiser's, nil where there is none or where it is still on its way: a report need not wait for it.
func (d *Desk) logo(ctx context.Context, of seminar.ID) ([]byte, error) {
	pictures, err := d.SeminarPictures(ctx, of)
	if seminar.CodeOf(err) == CodePictureWaiting {
		return nil, nil
	}
	return pictures[template.Logo], err
}

// narrow leaves on a signature sheet those who belong to a session, a day or a list, with when they came to it.
func (d *Desk) narrow(ctx context.Context, w Wanted, h seminarHours, s *document.Summary) error {
	s.Only.Ticked = w.Ticked
	lists, err := all[seminar.List](ctx, d, seminar.EntityList, w.Seminar)
	if err != nil {
		return err
	}
	byID := map[seminar.ID]seminar.List{}
	for _, l := range lists {
		byID[l.ID] = l
	}
	zone := h.seminar.Location()
	var belongs func(document.PersonLine) bool
	var counts func(personHours, seminar.Checkin) bool
	switch {
	case w.Session != "":
		i := slices.IndexFunc(h.sessions, func(v seminar.Session) bool { return v.ID == w.Session })
		if i < 0 {
			return seminar.NotFound("session", string(w.Session))
		}
		session := h.sessions[i]
		s.Only.Session = &session
		belongs = func(p document.PersonLine) bool {
			return len(p.Category.Sessions) == 0 || slices.Contains(p.Category.Sessions, session.ID)
		}
		counts = func(p personHours, c seminar.Checkin) bool {
			there := p.sessions[i].Status == attendance.Present || p.sessions[i].Status == attendance.Late
			of := byID[c.ListID].SessionID
			return there && (of == session.ID || of == "" && c.Datetime.Before(session.End) && sameDay(c.Datetime, session.Start, zone))
		}
	case w.Day != "":
		day, err := time.ParseInLocation(time.DateOnly, w.Day, zone)
		if err != nil {
			return seminar.Errorf(CodeReportDay, "“{value}” is not a day: write it as 2025-07-18.").WithArg("value", w.Day).WithField("day")
		}
		s.Only.Day = day
		counts = func(_ personHours, c seminar.Checkin) bool { return sameDay(c.Datetime, day, zone) }
	case w.List != "":
		list, ok := byID[w.List]
		if !ok {
			return seminar.NotFound("list", string(w.List))
		}
		s.Only.List = list.Name
		belongs = func(p document.PersonLine) bool {
			return len(list.Categories) == 0 || slices.Contains(list.Categories, p.Row.CategoryID)
		}
		counts = func(_ personHours, c seminar.Checkin) bool { return c.ListID == list.ID }
	default:
		return nil
	}
	kept := s.People[:0]
	for i, p := range s.People {
		for _, c := range h.people[i].checkins {
			if c.Successful && !c.Undone && c.Type == seminar.Entry && counts(h.people[i], c) && (p.Came.IsZero() || c.Datetime.Before(p.Came)) {
				p.Came = c.Datetime.In(zone)
			}
		}
		if belongs == nil || belongs(p) || !p.Came.IsZero() {
			kept = append(kept, p)
		}
	}
	s.People = kept
	return nil
}

func sameDay(a, b time.Time, zone *time.Location) bool {
	return a.In(zone).Format(time.DateOnly) == b.In(zone).Format(time.DateOnly)
}

// scanned adds every scan of a seminar, in their order.
func (d *Desk) scanned(ctx context.Context, h seminarHours, s *document.Summary) error {
	lists, err := all[seminar.List](ctx, d, seminar.EntityList, h.seminar.ID)
	if err != nil {
		return err
	}
	names := map[seminar.ID]string{}
	for _, l := range lists {
		names[l.ID] = l.Name
	}
	people := map[seminar.ID]seminar.RosterRow{}
	for _, p := range h.people {
		people[p.row.AttendeeID] = p.row
	}
	zone := h.seminar.Location()
	return d.EachCheckin(ctx, h.seminar.ID, func(c seminar.Checkin) error {
		who := people[c.AttendeeID]
		why := string(c.Reason)
		if c.Successful {
			why = c.ForcedWhy
			if c.ForcedCode != "" {
				why = string(c.ForcedCode)
			}
		}
		s.Checkins = append(s.Checkins, document.CheckinLine{When: c.Datetime.In(zone), List: names[c.ListID], Type: c.Type, Name: who.Formal(), Number: who.BadgeNumber,
			Accepted: c.Successful, Reason: why, Forced: c.Forced, Undone: c.Undone, Assumed: c.Assumed, Desk: c.Desk, Operator: c.Operator})
		return nil
	})
}
