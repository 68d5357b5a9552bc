package desk_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// congress is a seminar of three days, on the second of which the clocks go back.
type congress struct {
	*hall
	random      *rand.Rand
	zone        *time.Location
	lists       []seminar.List
	categories  []seminar.Category
	delegations []seminar.Delegation
	people      []seminar.ID
	done        []string // operations that can be undone
}

func convene(t *testing.T, seed uint64) *congress {
	t.Helper()
	h := open(t)
	c := &congress{hall: h, random: rand.New(rand.NewPCG(seed, 8))}
	s, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Congress"}, Start: "2025-10-25", End: "2025-10-27", Zone: "Europe/Berlin"})
	must(t, err)
	h.of, c.zone = s.ID, s.Location()
	h.now = time.Date(2025, 10, 25, 7, 0, 0, 0, c.zone)
	panel, _, err := h.SaveSession(ctx, seminar.Session{SeminarID: h.of, Title: "Panel", Kind: seminar.KindPanel, Room: "Hall B", Capacity: 7,
		Start: time.Date(2025, 10, 26, 10, 0, 0, 0, c.zone), End: time.Date(2025, 10, 26, 12, 0, 0, 0, c.zone)})
	must(t, err)
	for _, name := range []string{"Delegate", "Speaker", "Press"} {
		v, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: name})
		must(t, err)
		c.categories = append(c.categories, v)
	}
	for _, country := range []string{"AZ", "KZ"} {
		v, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Delegation of " + country, Country: country})
		must(t, err)
		c.delegations = append(c.delegations, v)
	}
	for _, l := range []seminar.List{
		{Name: "Panel", SessionID: panel.ID, Position: 1, ReEntry: true},
		{Name: "Cloakroom", Position: 2, Frequency: seminar.Multiple, Categories: []seminar.ID{c.categories[0].ID, c.categories[1].ID}, TakesPending: true}} {
		l.SeminarID = h.of
		_, _, err := h.SaveList(ctx, l)
		must(t, err)
	}
	c.lists, err = h.Lists(ctx, h.of)
	must(t, err)
	for range 12 {
		c.enrol()
	}
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func (c *congress) enrol() {
	f := desk.Form{Attendee: seminar.Attendee{GivenName: "Person", FamilyName: fmt.Sprint(len(c.people)), Country: pick(c.random, []string{"AZ", "KZ", "UZ", ""})},
		Registration: seminar.Registration{SeminarID: c.of, CategoryID: pick(c.random, c.categories).ID, Status: pick(c.random, seminar.Statuses())}}
	if c.random.IntN(2) == 0 {
		f.Registration.DelegationID = pick(c.random, c.delegations).ID
	}
	r, err := c.Register(ctx, f)
	must(c.t, err)
	c.people = append(c.people, r.Row.AttendeeID)
	c.done = append(c.done, string(r.Action))
}

// happen does something that can happen at a desk.
func (c *congress) happen() {
	c.t.Helper()
	if c.random.IntN(3) > 0 { // else in the same second
		c.now = c.now.Add(time.Duration(c.random.IntN(1500)) * time.Second)
	}
	switch n := c.random.IntN(20); {
	case n == 0:
		c.enrol()
	case n == 1:
		f, err := c.Person(ctx, c.of, pick(c.random, c.people))
		if err != nil {
			return // whose registration was undone
		}
		f.Registration.Status, f.Attendee.Country = pick(c.random, seminar.Statuses()), pick(c.random, []string{"AZ", "TJ"})
		f.Registration.CategoryID = pick(c.random, c.categories).ID
		edited, err := c.Edit(ctx, f)
		must(c.t, err)
		if edited.Action != "" {
			c.done = append(c.done, string(edited.Action))
		}
	case n < 5:
		if undone, err := c.Undo(ctx, pick(c.random, c.done), ""); err == nil && c.random.IntN(3) == 0 {
			c.done = append(c.done, undone.ID)
		}
	case n == 5:
		l := pick(c.random, c.lists)
		l.Capacity = c.random.IntN(9)
		_, _, err := c.SaveList(ctx, l)
		must(c.t, err)
	case n == 6 && c.random.IntN(3) == 0:
		event, err := c.Seminar(ctx, c.of)
		must(c.t, err)
		event.Zone = pick(c.random, []string{"Europe/Berlin", "Asia/Baku"})
		_, err = c.SaveSeminar(ctx, event)
		must(c.t, err)
		c.zone = event.Location()
	default:
		s := desk.Scan{SeminarID: c.of, ListID: pick(c.random, c.lists).ID, AttendeeID: pick(c.random, c.people), Type: pick(c.random, []seminar.CheckinType{"entry", "entry", "exit"}),
			Force: c.random.IntN(3) == 0, ForceWhy: "a test", At: c.now.Add(-time.Duration(max(0, c.random.IntN(5)-2)) * time.Hour)}
		if c.random.IntN(8) == 0 {
			s.AttendeeID, s.Code = "", fmt.Sprint("nobody ", c.random.IntN(1000))
		}
		a, err := c.Checkin(ctx, s)
		if err == nil && a.Operation != "" {
			c.done = append(c.done, a.Operation)
		}
		if err == nil && c.random.IntN(5) == 0 { // and back in the same second
			s.Type = map[seminar.CheckinType]seminar.CheckinType{seminar.Entry: seminar.Exit, seminar.Exit: seminar.Entry}[s.Type]
			_, err := c.Checkin(ctx, s)
			must(c.t, err)
		}
	}
}

// TestLiveCountsWhatHappened compares the figures with a slow count of everything, after random histories: those that a
// follower kept up to date, and those that are read anew.
func TestLiveCountsWhatHappened(t *testing.T) {
	for seed := range uint64(2) {
		c := convene(t, seed)
		f := c.Follow(c.of)
		for i := range 240 {
			c.happen()
			if c.random.IntN(6) > 0 && i < 239 {
				continue
			}
			_, err := f.Update(ctx)
			must(t, err)
			v := desk.LiveView{Day: pick(c.random, []string{"", "2025-10-25", "2025-10-26", "2025-10-27", "2025-10-28"})}
			if c.random.IntN(3) > 0 {
				v.List = pick(c.random, c.lists).ID
			}
			got, err := f.Live(v)
			must(t, err)
			anew, err := c.Live(ctx, c.of, v)
			must(t, err)
			same(t, fmt.Sprintf("seed %d, step %d, %+v: followed and read anew", seed, i, v), got, anew)
			same(t, fmt.Sprintf("seed %d, step %d, %+v: counted and counted slowly", seed, i, v), told(got), c.slow(got.Day, v.List))
			if t.Failed() {
				return
			}
		}
	}
}

// same compares two structs field by field.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	a, b := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range a.NumField() {
		if x, y := a.Field(i).Interface(), b.Field(i).Interface(); !reflect.DeepEqual(x, y) {
			t.Errorf("%s: %s\n%+v\n%+v", what, a.Type().Field(i).Name, x, y)
		}
	}
}

// figures are those of a Live, in the form in which they are counted slowly.
type figures struct {
	Expected, Arrived, Inside, LastMinute, Scans, Refused int
	Arrivals                                              map[string]int
	Groups                                                map[string][2]int
	Rooms                                                 map[string][3]int
	Reasons                                               map[string]int
	Average, Median                                       time.Duration
	Busiest, Slowest                                      int
	PerMinute                                             float64
}

func told(l desk.Live) figures {
	f := figures{Expected: l.Expected, Arrived: l.Arrived, Inside: l.Inside, LastMinute: l.LastMinute, Scans: l.Pace.Scans, Refused: l.Pace.Refused,
		Arrivals: map[string]int{}, Groups: map[string][2]int{}, Rooms: map[string][3]int{}, Reasons: map[string]int{},
		Average: l.Pace.Average, Median: l.Pace.Median, Busiest: l.Pace.Busiest.Count, Slowest: l.Pace.Slowest.Count, PerMinute: l.Pace.PerMinute}
	for _, a := range l.Arrivals {
		if a.Count > 0 {
			f.Arrivals[a.From.Format(time.RFC3339)] += a.Count
		}
	}
	for kind, groups := range map[string][]document.Group{"category": l.ByCategory, "country": l.ByCountry, "delegation": l.ByDelegation} {
		for _, g := range groups {
			f.Groups[kind+" "+g.Key] = [2]int{g.Expected, g.Arrived}
		}
	}
	for _, r := range l.Rooms {
		f.Rooms[r.List.Name+" "+r.Room] = [3]int{r.Inside, r.Arrived, r.Capacity}
	}
	for _, r := range l.Pace.RefusedBy {
		f.Reasons[r.Key] = r.Count
	}
	return f
}

// slow counts a day from every row of the workspace, in the words of the definitions and with no regard for time.
func (c *congress) slow(day time.Time, of seminar.ID) figures {
	c.t.Helper()
	f := figures{Arrivals: map[string]int{}, Groups: map[string][2]int{}, Rooms: map[string][3]int{}, Reasons: map[string]int{}}
	lists, err := c.Lists(ctx, c.of)
	must(c.t, err)
	watched, main := seminar.List{}, lists[0]
	for _, l := range lists {
		if l.ID == of {
			watched, main = l, l
		}
	}
	date := func(t time.Time) string { return t.In(c.zone).Format(time.DateOnly) }
	today := date(day)
	var rows []seminar.Checkin // of the watched list and the day
	of_ := map[seminar.ID][]seminar.Checkin{}
	must(c.t, c.EachCheckin(ctx, c.of, func(r seminar.Checkin) error {
		if r.Undone {
			return nil
		}
		of_[r.AttendeeID] = append(of_[r.AttendeeID], r)
		if date(r.Datetime) == today && (of == "" || r.ListID == of) && !r.Assumed {
			rows = append(rows, r)
		}
		return nil
	}))
	hours := map[string]int{}
	var gaps []time.Duration
	slices.SortFunc(rows, seminar.Checkin.Compare)
	for i, r := range rows {
		f.Scans++
		hours[r.Datetime.In(c.zone).Format("15 -07")]++
		if i > 0 {
			gaps = append(gaps, r.Datetime.Sub(rows[i-1].Datetime))
			f.Average += gaps[i-1]
		}
		if !r.Successful {
			f.Refused++
			f.Reasons[string(r.Reason)]++
		}
		if ago := c.now.Sub(r.Datetime); date(c.now) == today && ago >= 0 && ago < 10*time.Minute {
			f.PerMinute += 0.1
		}
	}
	f.PerMinute = float64(int(f.PerMinute*10+0.5)) / 10
	if slices.Sort(gaps); len(gaps) > 0 {
		f.Average /= time.Duration(len(gaps))
		f.Median = (gaps[(len(gaps)-1)/2] + gaps[len(gaps)/2]) / 2
	}
	if running := c.now.In(c.zone).Format("15 -07"); date(c.now) == today && len(hours) > 1 {
		delete(hours, running)
	}
	for _, n := range hours {
		if f.Busiest = max(f.Busiest, n); f.Slowest == 0 || n < f.Slowest {
			f.Slowest = n
		}
	}
	// Who came first when, and who is where.
	first := map[seminar.ID]time.Time{}
	inside := map[seminar.ID]int{}
	came := map[seminar.ID]map[seminar.ID]bool{}
	for who, all := range of_ {
		last := map[seminar.ID]seminar.Checkin{}
		for _, r := range all {
			if !r.Successful || date(r.Datetime) > today {
				continue
			}
			i := slices.IndexFunc(lists, func(l seminar.List) bool { return l.ID == r.ListID })
			if lists[i].Frequency != seminar.Daily || date(r.Datetime) == today {
				last[r.ListID] = r
			}
			if r.Type != seminar.Entry || date(r.Datetime) != today {
				continue
			}
			if came[r.ListID] == nil {
				came[r.ListID] = map[seminar.ID]bool{}
			}
			came[r.ListID][who] = true
			if at, known := first[who]; of == "" || of == r.ListID {
				if !known || r.Datetime.Before(at) {
					first[who] = r.Datetime
				}
			}
		}
		for list, r := range last {
			if r.Type == seminar.Entry {
				inside[list]++
			}
		}
	}
	f.Inside = inside[main.ID]
	for _, at := range first {
		f.Arrived++
		f.Arrivals[at.In(c.zone).Truncate(5*time.Minute).Format(time.RFC3339)]++
		if ago := c.now.Sub(at); date(c.now) == today && ago >= 0 && ago < time.Minute {
			f.LastMinute++
		}
	}
	c.slowGroups(&f, watched, first)
	for _, l := range lists {
		capacity, room := l.Capacity, ""
		if l.SessionID != "" {
			if room = "Hall B"; capacity == 0 {
				capacity = 7
			}
			if today != "2025-10-26" && len(came[l.ID]) == 0 {
				continue
			}
		}
		f.Rooms[l.Name+" "+room] = [3]int{inside[l.ID], len(came[l.ID]), capacity}
	}
	return f
}

func (c *congress) slowGroups(f *figures, l seminar.List, first map[seminar.ID]time.Time) {
	c.t.Helper()
	rows, err := c.Roster(ctx, seminar.RosterFilter{SeminarID: c.of})
	must(c.t, err)
	here := map[seminar.ID]seminar.RosterRow{}
	for _, r := range rows {
		here[r.AttendeeID] = r
	}
	add := func(kind, key string, expected, arrived int) {
		if kind == "delegation" && key == "" || expected+arrived == 0 {
			return
		}
		g := f.Groups[kind+" "+key]
		f.Groups[kind+" "+key] = [2]int{g[0] + expected, g[1] + arrived}
	}
	for _, id := range c.people {
		r := here[id]
		expected, arrived := 0, 0
		if r.Status == seminar.Confirmed || r.Status == seminar.Pending && l.TakesPending {
			if len(l.Categories) == 0 || slices.Contains(l.Categories, r.CategoryID) {
				expected = 1
			}
		}
		if _, came := first[id]; came {
			arrived = 1
		}
		f.Expected += expected
		var category, delegation string
		for _, v := range c.categories {
			if v.ID == r.CategoryID {
				category = v.Name
			}
		}
		for _, v := range c.delegations {
			if v.ID == r.DelegationID {
				delegation = v.Name
			}
		}
		add("category", category, expected, arrived)
		add("country", r.Country, expected, arrived)
		add("delegation", delegation, expected, arrived)
	}
}
