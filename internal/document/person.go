package document

import "lanyard/internal/seminar"

// attendee is the person of a line as far as names go.
func (p PersonLine) attendee() seminar.Attendee {
	return seminar.Attendee{ID: p.Row.AttendeeID, GivenName: p.Row.GivenName, FamilyName: p.Row.FamilyName,
		NativeName: p.Row.NativeName, BadgeName: p.Row.BadgeName}
}

// name is the name as every list on paper has it, with the honorific.
func (p PersonLine) name() string {
	a := p.attendee()
	a.Honorific = p.Honorific
	return a.Formal()
}

// expected says whether somebody belongs on a sheet to be signed: not who cancelled, unless the person came after all.
func (p PersonLine) expected() bool {
	return p.Row.Status != seminar.Cancelled || !p.Arrived.IsZero()
}

// status is where a person stands, in words: arrived or not, or why not expected.
func (k kit) status(p PersonLine) string {
	if k.Has("common.attendance." + p.Status) {
		return k.T("common.attendance." + p.Status)
	}
	switch {
	case !p.Arrived.IsZero():
		return k.T("document.status.arrived")
	case p.Row.Status != "" && p.Row.Status != seminar.Confirmed:
		return k.word("common.status.", string(p.Row.Status))
	}
	return k.T("document.status.not_arrived")
}

// party is a delegation with its members.
type party struct {
	group   Group
	members []PersonLine
}

// parties are the people by delegation, in the order of the summary; those of none come last, in a group without a name.
func (s Summary) parties(keep func(PersonLine) bool) []party {
	var all []party
	index := map[seminar.ID]int{}
	for i, g := range s.ByDelegation {
		index[g.ID] = i
		all = append(all, party{group: g})
	}
	var rest party
	for _, p := range s.People {
		if !keep(p) {
			continue
		}
		if i, ok := index[p.Row.DelegationID]; ok {
			all[i].members = append(all[i].members, p)
			continue
		}
		rest.add(p)
	}
	if len(rest.members) > 0 {
		all = append(all, rest)
	}
	return all
}

// add adds a member and counts it: the summary has no figures of those who belong to none.
func (v *party) add(p PersonLine) {
	v.members = append(v.members, p)
	if p.Row.Status == seminar.Confirmed {
		v.group.Expected++
	}
	if !p.Arrived.IsZero() {
		v.group.Arrived++
	}
	v.group.Minutes += p.Minutes
}
