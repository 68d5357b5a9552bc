package desk

import (
	"cmp"
	"context"
	"slices"

	"lanyard/internal/seminar"
)

// crowd is everybody of a seminar with their scans, packed so that half a million of them are counted in a moment.
type crowd struct {
	settings
	places, categories, delegations, countries, reasons index // places are lists, removed ones too
	people                                              []member
	at                                                  map[seminar.ID]int32
	nobody                                              map[seminar.ID]packed // refused scans of codes that are nobody's
	days                                                map[int64]int         // scans, by the first second of their day
	accepted                                            map[int64]int         // those of them that were, and that somebody made
	calendar                                            calendar
	count                                               *count // of the view that was asked for last
}

// settings are what hardly changes during a seminar.
type settings struct {
	seminar  seminar.Seminar
	lists    []seminar.List
	sessions map[seminar.ID]seminar.Session
	category map[seminar.ID]seminar.Category
	group    map[seminar.ID]seminar.Delegation
}

// member is one person.
type member struct {
	here                          bool // registered
	status                        seminar.Status
	category, delegation, country uint32
	scans                         []packed // of each list in their order
}

// packed is a check-in of sixteen bytes.
type packed struct {
	at      int64 // Unix
	place   uint32
	reason  uint8
	ok, out bool
	assumed bool // supplied by a rule: nobody scanned
}

// index numbers texts in the order in which they come.
type index struct {
	texts []string
	at    map[string]uint32
}

func (x *index) of(text string) uint32 {
	n, known := x.at[text]
	if !known {
		if x.at == nil {
			x.at = map[string]uint32{}
		}
		n = uint32(len(x.texts))
		x.texts, x.at[text] = append(x.texts, text), n
	}
	return n
}

func readCrowd(ctx context.Context, r Reader, of seminar.ID) (*crowd, error) {
	c := &crowd{at: map[seminar.ID]int32{}, nobody: map[seminar.ID]packed{}, days: map[int64]int{}, accepted: map[int64]int{}}
	for _, x := range []*index{&c.categories, &c.delegations, &c.countries} {
		x.of("") // number 0 is that of whoever is in none
	}
	if err := c.settle(ctx, r, of); err != nil {
		return nil, err
	}
	err := r.EachPlace(ctx, of, func(p Place) error {
		c.put(c.member(p.AttendeeID), p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = r.EachScan(ctx, of, func(row seminar.Checkin) error {
		s := c.pack(row)
		if row.AttendeeID == "" {
			c.nobody[row.ID] = s
		} else {
			m := c.member(row.AttendeeID)
			m.scans = append(m.scans, s)
		}
		c.dated(s, 1)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return c, c.order(ctx, r, of)
}

// order sorts everybody's scans of each place. Those of one moment have an order too, which the packed ones do not tell:
// whoever has such is read again, with all of it.
func (c *crowd) order(ctx context.Context, r Reader, of seminar.ID) error {
	for id, n := range c.at {
		scans := slices.Clip(c.people[n].scans)
		slices.SortFunc(scans, func(a, b packed) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.at, b.at)) })
		c.people[n].scans = scans
		for i := range scans {
			if i == 0 || scans[i].at != scans[i-1].at || scans[i].place != scans[i-1].place {
				continue
			}
			if err := c.reread(ctx, r, of, id); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// settle reads what hardly changes; whoever counted by it counts anew.
func (c *crowd) settle(ctx context.Context, r Reader, of seminar.ID) error {
	s := settings{sessions: map[seminar.ID]seminar.Session{}, category: map[seminar.ID]seminar.Category{}, group: map[seminar.ID]seminar.Delegation{}}
	var err error
	if s.seminar, err = get[seminar.Seminar](ctx, r, seminar.EntitySeminar, of); err != nil {
		return err
	}
	if s.lists, err = all[seminar.List](ctx, r, seminar.EntityList, of); err != nil {
		return err
	}
	categories, err := all[seminar.Category](ctx, r, seminar.EntityCategory, of)
	if err != nil {
		return err
	}
	for _, v := range categories {
		s.category[v.ID] = v
	}
	delegations, err := all[seminar.Delegation](ctx, r, seminar.EntityDelegation, of)
	if err != nil {
		return err
	}
	for _, v := range delegations {
		s.group[v.ID] = v
	}
	sessions, err := all[seminar.Session](ctx, r, seminar.EntitySession, of)
	if err != nil {
		return err
	}
	for _, v := range sessions {
		s.sessions[v.ID] = v
	}
	moved := c.calendar.zone == nil || c.seminar.Zone != s.seminar.Zone
	c.settings, c.count = s, nil
	if !moved {
		return nil
	}
	c.calendar = calendar{zone: s.seminar.Location()}
	clear(c.days)
	clear(c.accepted)
	for _, m := range c.people {
		for _, one := range m.scans {
			c.dated(one, 1)
		}
	}
	for _, one := range c.nobody {
		c.dated(one, 1)
	}
	return nil
}

// member gives the place of somebody, a new one if it must.
func (c *crowd) member(id seminar.ID) *member {
	n, known := c.at[id]
	if !known {
		n = int32(len(c.people))
		c.at[id], c.people = n, append(c.people, member{})
	}
	return &c.people[n]
}

func (c *crowd) put(m *member, p Place) {
	m.here, m.status = true, p.Status
	m.category, m.delegation, m.country = c.categories.of(string(p.CategoryID)), c.delegations.of(string(p.DelegationID)), c.countries.of(p.Country)
}

func (c *crowd) pack(row seminar.Checkin) packed {
	return packed{at: row.Datetime.Unix(), place: c.places.of(string(row.ListID)), reason: uint8(c.reasons.of(string(row.Reason))),
		ok: row.Successful, out: row.Type == seminar.Exit, assumed: row.Assumed}
}

// dated adds a scan to its day, or takes it away.
func (c *crowd) dated(s packed, by int) {
	day := c.calendar.day(s.at)
	if c.days[day] += by; c.days[day] == 0 {
		delete(c.days, day)
	}
	if !s.ok || s.assumed {
		return
	}
	if c.accepted[day] += by; c.accepted[day] == 0 {
		delete(c.accepted, day)
	}
}

// follow brings the crowd up to what operations touched, and says whether that can have changed a figure.
func (c *crowd) follow(ctx context.Context, r Reader, of seminar.ID, t touched) (bool, error) {
	if t.settled {
		if err := c.settle(ctx, r, of); err != nil {
			return true, err
		}
	}
	for id := range t.people {
		if err := c.reread(ctx, r, of, id); err != nil {
			return true, err
		}
	}
	for id := range t.nobody {
		if err := c.rereadNobody(ctx, r, of, id); err != nil {
			return true, err
		}
	}
	return t.settled || len(t.people) > 0 || len(t.nobody) > 0, nil
}

// reread exchanges one person for how they stand now.
func (c *crowd) reread(ctx context.Context, r Reader, of, id seminar.ID) error {
	rows, err := r.Roster(ctx, seminar.RosterFilter{SeminarID: of, Only: []seminar.ID{id}})
	if err != nil {
		return err
	}
	var now member
	if len(rows) > 0 {
		row := rows[0]
		id = row.AttendeeID
		c.put(&now, Place{AttendeeID: id, Status: row.Status, CategoryID: row.CategoryID, DelegationID: row.DelegationID, Country: row.Country})
	}
	checkins, err := r.Checkins(ctx, "", id)
	if err != nil {
		return err
	}
	for _, row := range checkins {
		if row.SeminarID == of && !row.Undone {
			now.scans = append(now.scans, c.pack(row))
		}
	}
	if _, known := c.at[id]; !known && !now.here && len(now.scans) == 0 {
		return nil // of another seminar
	}
	m := c.member(id)
	if c.count != nil {
		c.count.person(c, *m, -1)
		c.count.person(c, now, 1)
	}
	for _, s := range m.scans {
		c.dated(s, -1)
	}
	for _, s := range now.scans {
		c.dated(s, 1)
	}
	now.scans = slices.Clip(now.scans)
	*m = now
	return nil
}

// rereadNobody exchanges a scan whose code was nobody's.
func (c *crowd) rereadNobody(ctx context.Context, r Reader, of, id seminar.ID) error {
	var row seminar.Checkin
	here, err := r.Get(ctx, seminar.EntityCheckin, id, &row)
	if err != nil {
		return err
	}
	exchange := func(s packed, by int) {
		if c.count != nil {
			c.count.scan(s, by)
		}
		c.dated(s, by)
	}
	if was, known := c.nobody[id]; known {
		exchange(was, -1)
		delete(c.nobody, id)
	}
	if here && row.SeminarID == of {
		c.nobody[id] = c.pack(row)
		exchange(c.nobody[id], 1)
	}
	return nil
}
