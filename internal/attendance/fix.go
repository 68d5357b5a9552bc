package attendance

import (
	"math"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// fix is what would make a rule hold: how long to wait for it, and the sentence that says so.
type fix struct {
	wait time.Duration
	say  *seminar.Error
}

// What waiting alone never brings: another category, fewer entries. Checking out first is a matter of a minute.
const (
	never    = time.Duration(math.MaxInt64)
	checkout = time.Minute
)

// fix gives what is nearest to making a rule hold that does not. Of several that must hold it is the one that takes
// longest, of several of which one suffices the one that is there first.
func (r *Rule) fix(f facts) fix {
	if r.Var != "" {
		return r.fixOne(f)
	}
	nearest := fix{wait: never, say: say("rule")}
	for i := range r.Any {
		if one := r.Any[i].fix(f); one.wait < nearest.wait || i == 0 {
			nearest = one
		}
	}
	if r.Any != nil {
		return nearest
	}
	farthest := fix{wait: -1, say: say("rule")}
	for i := range r.All {
		if r.All[i].holds(f) {
			continue
		}
		if one := r.All[i].fix(f); one.wait > farthest.wait {
			farthest = one
		}
	}
	return farthest
}

func (r *Rule) fixOne(f facts) fix {
	switch r.Var {
	case "now":
		b, _, _ := parseBound(r.bound, f.seminar)
		return r.until(f, b.on(f.at, f.seminar), b.daily)
	case "weekday":
		return r.fixDay(f)
	case "category":
		if r.Op == "==" || r.Op == "in" {
			return fix{never, say("rule_category", "categories", strings.Join(r.texts, ", "))}
		}
		return fix{never, say("category", "category", f.category)}
	case "entry_status":
		outside := *r
		if outside.compare(facts{texts: map[string][]string{r.Var: {"outside"}}}) {
			return fix{checkout, say("rule_outside")}
		}
		return fix{never, say("rule_inside")}
	case "minutes_since_first_entry":
		return r.sinceEntry(f, f.first)
	case "minutes_since_last_entry":
		return r.sinceEntry(f, f.last)
	}
	return r.fixCount(f)
}

// until is for a condition on the clock: what asks for later is waited for, what asks for earlier comes again tomorrow
// if it is of every day.
func (r *Rule) until(f facts, at time.Time, daily bool) fix {
	slack := time.Duration(r.Tolerance) * time.Minute
	if r.Op[0] == '>' {
		return fix{at.Add(-slack).Sub(f.at), say("too_early", "time", clock(at, f.at, f.seminar))}
	}
	wait := never
	if daily {
		wait = at.AddDate(0, 0, 1).Sub(f.at)
	}
	return fix{wait, say("too_late", "time", clock(at, f.at, f.seminar))}
}

// fixDay names the next day on which a condition on the weekday holds.
func (r *Rule) fixDay(f facts) fix {
	local := f.at.In(f.seminar.Location())
	y, m, d := local.Date()
	for ahead := 1; ahead <= 7; ahead++ {
		next := time.Date(y, m, d+ahead, 0, 0, 0, 0, f.seminar.Location())
		if ordered(r.Op, float64((int(next.Weekday())+6)%7+1), r.number) {
			return fix{next.Sub(f.at), say("rule_date", "date", next.Format(time.DateOnly))}
		}
	}
	return fix{never, say("rule")}
}

// sinceEntry is for the minutes since an entry: they grow by themselves, once there is one.
func (r *Rule) sinceEntry(f facts, entry time.Time) fix {
	if entry.IsZero() {
		return fix{never, say("rule_before")}
	}
	at := entry.Add(time.Duration(r.number) * time.Minute)
	if r.Op == ">" {
		at = at.Add(time.Minute) // whole minutes are counted
	}
	switch {
	case r.Op[0] == '>' || r.Op == "==" && at.After(f.at):
		return fix{at.Sub(f.at), say("too_early", "time", clock(at, f.at, f.seminar))}
	case r.Op == "!=":
		return fix{time.Minute, say("too_early", "time", clock(f.at.Add(time.Minute), f.at, f.seminar))}
	}
	return fix{never, say("too_late", "time", clock(at, f.at, f.seminar))}
}

// fixCount is for how often or on how many days somebody was in.
func (r *Rule) fixCount(f facts) fix {
	have, want := f.numbers[r.Var], r.number
	count := strconv.Itoa(int(have))
	more := r.Op[0] == '>' || r.Op == "==" && have < want
	switch {
	case more && have == 0:
		return fix{never, say("rule_before")}
	case more:
		return fix{never, say("rule_more", "count", count)}
	case r.Var == "entries_today":
		y, m, d := f.at.In(f.seminar.Location()).Date()
		tomorrow := time.Date(y, m, d+1, 0, 0, 0, 0, f.seminar.Location())
		return fix{tomorrow.Sub(f.at), say("rule_entries_today", "count", count)}
	case r.Var == "days_entered":
		return fix{never, say("rule_days", "count", count)}
	}
	return fix{never, say("rule_entries", "count", count)}
}
