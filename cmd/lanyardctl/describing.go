package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// attendeeJSON is a registration as scripts read it.
type attendeeJSON struct {
	ID           seminar.ID     `json:"id"`
	Code         string         `json:"code"`
	BadgeNumber  string         `json:"badge_number"`
	GivenName    string         `json:"given_name"`
	FamilyName   string         `json:"family_name"`
	NativeName   string         `json:"native_name"`
	Honorific    string         `json:"honorific"`
	Organisation string         `json:"organisation"`
	Country      string         `json:"country"`
	Email        string         `json:"email"`
	Category     string         `json:"category"`
	Delegation   string         `json:"delegation"`
	Status       seminar.Status `json:"status"`
	Blocked      bool           `json:"blocked"`
	CheckedIn    bool           `json:"checked_in"`
	FirstEntry   string         `json:"first_entry,omitempty"`
	Match        string         `json:"match"`
	Also         []string       `json:"also,omitempty"` // how a merged person is written elsewhere
	Notices      []string       `json:"notices,omitempty"`
	Warnings     []warningJSON  `json:"warnings,omitempty"`
}

// warningJSON is something odd about a text of a person, who was registered all the same.
type warningJSON struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Value   string `json:"value"` // the word, or what was taken out
	Message string `json:"message"`
}

// describer turns rows into what scripts read, with the names of categories and delegations.
type describer struct {
	seminar     seminar.Seminar
	categories  map[seminar.ID]string
	delegations map[seminar.ID]string
}

func (p *program) describer(ctx context.Context, s seminar.Seminar) (describer, error) {
	d := describer{s, map[seminar.ID]string{}, map[seminar.ID]string{}}
	categories, err := p.desk.Categories(ctx, s.ID)
	if err != nil {
		return d, err
	}
	for _, c := range categories {
		d.categories[c.ID] = c.Name
	}
	delegations, err := p.desk.Delegations(ctx, s.ID)
	for _, v := range delegations {
		d.delegations[v.ID] = v.Name
	}
	return d, err
}

func (d describer) of(r seminar.RosterRow) attendeeJSON {
	a := attendeeJSON{ID: r.AttendeeID, Code: r.Code, BadgeNumber: r.BadgeNumber, GivenName: r.GivenName,
		FamilyName: r.FamilyName, NativeName: r.NativeName, Honorific: r.Honorific, Organisation: r.Organisation, Country: r.Country,
		Email: r.Email, Category: d.categories[r.CategoryID], Delegation: d.delegations[r.DelegationID],
		Status: r.Status, Blocked: r.Blocked, CheckedIn: r.Presence.Arrived, Match: r.Match}
	if r.Also != "" {
		a.Also = strings.Split(r.Also, "\n")
	}
	if !r.Presence.First.IsZero() {
		a.FirstEntry = r.Presence.First.In(d.seminar.Location()).Format(time.RFC3339)
	}
	return a
}

// show prints one attendee of a seminar.
func (p *program) show(ctx context.Context, s seminar.Seminar, r seminar.RosterRow, notices []desk.Notice) error {
	d, err := p.describer(ctx, s)
	if err != nil {
		return err
	}
	a := d.of(r)
	for _, n := range notices {
		one := warningJSON{Field: n.Field, Code: n.Code, Value: n.Detail, Message: p.warning(n)}
		a.Warnings = append(a.Warnings, one)
		if n.Code != names.NoticeMixed {
			a.Notices = append(a.Notices, n.String())
		}
		if !p.json {
			fmt.Fprintf(p.err, "lanyardctl: %s: %s\n", one.Field, one.Message)
		}
	}
	return p.print(a, func(w io.Writer) { plainAttendee(w, a) })
}

func plainAttendee(w io.Writer, a attendeeJSON) {
	arrived := ""
	if a.CheckedIn {
		arrived = "✓"
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", a.ID, a.BadgeNumber,
		strings.TrimSpace(a.GivenName+" "+a.FamilyName), a.Organisation, a.Country, a.Category, a.Status, arrived)
}

// warning says what is odd about a text, in the language of this run.
func (p *program) warning(n desk.Notice) string {
	return p.lang.T("form.notice."+n.Code, n.Args(p.lang.Script)...)
}
