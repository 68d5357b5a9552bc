package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// arrivalSpan is the width of a column in the chart of arrivals.
const arrivalSpan = 5 * time.Minute

// Summary gathers the figures of a seminar's report as they stand now, with its people by family name.
func (d *Desk) Summary(ctx context.Context, of seminar.ID) (document.Summary, error) {
	return d.SummaryBy(ctx, of, seminar.ByFamilyName)
}

// SummaryBy is Summary with the people in another order. In the order of protocol the delegations have theirs too, rather
// than the largest first.
func (d *Desk) SummaryBy(ctx context.Context, of seminar.ID, order seminar.RosterOrder) (document.Summary, error) {
	h, err := hoursOf(ctx, d, of, d.now(), order)
	if err != nil {
		return document.Summary{}, err
	}
	return d.summed(ctx, of, h, order)
}

// summed are the figures of what everybody attended.
func (d *Desk) summed(ctx context.Context, of seminar.ID, h seminarHours, order seminar.RosterOrder) (document.Summary, error) {
	g, err := d.groups(ctx, of)
	if err != nil {
		return document.Summary{}, err
	}
	s, err := d.begun(ctx, h.seminar)
	if err != nil {
		return s, err
	}
	s.Scans = h.scans
	for _, session := range h.sessions {
		s.Sessions = append(s.Sessions, document.SessionLine{Session: session})
	}
	countries, categories, delegations, organisations, genders := groupMap{}, groupMap{}, groupMap{}, groupMap{}, groupMap{}
	heads := map[seminar.ID]seminar.ID{} // delegations by their heads
	for _, v := range g.delegations {
		group := delegations.at(string(v.ID))
		group.ID, group.Key, group.Quota, group.Country = v.ID, v.Name, v.Quota, v.Country
		if v.HeadID != "" {
			heads[v.HeadID] = v.ID
		}
	}
	var firsts []time.Time
	for _, p := range h.people {
		line, err := d.line(ctx, h, g, p)
		if err != nil {
			return s, err
		}
		if of, leads := heads[p.row.AttendeeID]; leads {
			line.Head = of == p.row.DelegationID
			group := delegations.at(string(of))
			group.Head, group.HeadOut = p.row.Formal(), p.row.Status == seminar.Cancelled
		}
		s.People = append(s.People, line)
		countPerson(&s, p)
		if !p.first.IsZero() {
			firsts = append(firsts, p.first)
		}
		if p.row.Status == seminar.Cancelled && p.first.IsZero() {
			continue
		}
		for i, c := range p.sessions {
			countSession(&s.Sessions[i], c)
		}
		countries.add(p.row.Country, p)
		organisations.add(p.row.Organisation, p)
		genders.add(string(line.Gender), p)
		categories.add(line.Category.Name, p).Colour = line.Category.Colour
		if line.Delegation != "" {
			delegations.add(string(p.row.DelegationID), p)
		}
	}
	s.ByCountry, s.ByCategory, s.ByDelegation = countries.sorted(), categories.sorted(), delegations.sorted()
	if strings.TrimPrefix(string(order), "-") == string(seminar.ByProtocol) {
		s.ByDelegation = delegations.asListed(s.People)
	}
	s.ByOrganisation, s.ByDay = organisations.sorted(), byDay(h)
	if genders[""] == nil || len(genders) > 1 { // somebody was asked
		s.ByGender = genders.sorted()
	}
	s.Arrivals = arrivals(firsts, h.seminar.Location())
	for reason, n := range h.refused {
		s.Refused += n
		s.RefusedReason = append(s.RefusedReason, document.Count{Key: string(reason), Count: n})
	}
	slices.SortFunc(s.RefusedReason, func(a, b document.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key))
	})
	return s, d.addRest(ctx, of, &s)
}

// addRest adds what is not counted from people: walk-ins, certificates, initiatives.
func (d *Desk) addRest(ctx context.Context, of seminar.ID, s *document.Summary) error {
	registrations, err := all[seminar.Registration](ctx, d, seminar.EntityRegistration, of)
	if err != nil {
		return err
	}
	as, err := aliased(ctx, d, of)
	if err != nil {
		return err
	}
	for _, r := range registrations {
		if r.Source == SourceWalkIn && as[r.ID] == "" {
			s.WalkIns++
		}
	}
	certificates, err := all[seminar.Certificate](ctx, d, seminar.EntityCertificate, of)
	if err != nil {
		return err
	}
	for _, c := range certificates {
		if !c.Revoked {
			s.Certificates++
		}
	}
	initiatives, err := d.Initiatives(ctx, of)
	if err != nil {
		return err
	}
	delegations, err := all[seminar.Delegation](ctx, d, seminar.EntityDelegation, of)
	if err != nil {
		return err
	}
	names := map[seminar.ID]string{}
	for _, v := range delegations {
		names[v.ID] = v.Name
	}
	titles := map[seminar.ID]string{}
	for _, line := range s.Sessions {
		titles[line.Session.ID] = line.Session.Title
	}
	for _, i := range initiatives {
		s.Initiatives = append(s.Initiatives, document.InitiativeLine{Initiative: i, Session: titles[i.SessionID], Delegation: names[i.DelegationID]})
	}
	return nil
}

func (d *Desk) line(ctx context.Context, h seminarHours, g groups, p personHours) (document.PersonLine, error) {
	a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, p.row.AttendeeID)
	line := document.PersonLine{Row: p.row, Honorific: a.Honorific, Position: a.Position, Gender: a.Gender,
		Category: g.categories[p.row.CategoryID], Delegation: g.delegations[p.row.DelegationID].Name, Minutes: p.minutes,
		Percent: percent(p.minutes, h.of), Status: string(p.row.Status)}
	zone := h.seminar.Location()
	if !p.first.IsZero() {
		line.Arrived = p.first.In(zone)
	}
	if !p.left.IsZero() {
		line.Left = p.left.In(zone)
	}
	for _, s := range p.sessions {
		line.Sessions = append(line.Sessions, document.Cell{Minutes: s.Minutes, Status: string(s.Status), Assumed: s.Assumed, Corrected: s.Corrected})
	}
	return line, err
}
