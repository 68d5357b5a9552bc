package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
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
		FamilyName: r.FamilyName, NativeName: r.NativeName, Organisation: r.Organisation, Country: r.Country,
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
func (p *program) show(ctx context.Context, s seminar.Seminar, r seminar.RosterRow, notices []string) error {
	d, err := p.describer(ctx, s)
	if err != nil {
		return err
	}
	a := d.of(r)
	a.Notices = notices
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

func (p *program) attendeesCommand() *cobra.Command {
	var search, status, country, category, listName string
	var limit int
	c := command("attendees", "List and search attendees", `attendees --search aliyev --json`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			f := seminar.RosterFilter{SeminarID: s.ID, Search: search, Limit: limit, Order: seminar.ByFamilyName}
			if status != "" {
				if !slices.Contains(seminar.Statuses(), seminar.Status(status)) {
					return usage(fmt.Errorf("--status is confirmed, pending, waitlisted or cancelled, not %q", status))
				}
				f.Status = []seminar.Status{seminar.Status(status)}
			}
			if country != "" {
				if !countryCode(country) {
					return usage(fmt.Errorf("--country is two letters, as KZ, not %q", country))
				}
				f.Country = []string{strings.ToUpper(country)}
			}
			if limit < 0 {
				return usage(fmt.Errorf("--limit is a number of rows, or 0 for all of them"))
			}
			if category != "" {
				found, err := p.desk.FindCategory(ctx, s.ID, category)
				if err != nil {
					return err
				}
				f.CategoryID = []seminar.ID{found.ID}
			}
			if f.ListID, err = p.listOrNone(ctx, s, listName); err != nil {
				return err
			}
			rows, err := p.desk.Roster(ctx, f)
			if err != nil {
				return err
			}
			d, err := p.describer(ctx, s)
			if err != nil {
				return err
			}
			people := make([]attendeeJSON, len(rows))
			for i, r := range rows {
				people[i] = d.of(r)
			}
			return list(p, people, plainAttendee)
		})
	f := c.Flags()
	f.StringVar(&search, "search", "", "a name in any script, an organisation, e-mail address or badge number")
	f.StringVar(&status, "status", "", "confirmed, pending, waitlisted or cancelled")
	f.StringVar(&country, "country", "", "ISO 3166-1 alpha-2")
	f.StringVar(&category, "category", "", "id or name")
	f.StringVar(&listName, "list", "", "whose check-ins are shown (id or name; default: the first)")
	f.IntVar(&limit, "limit", 50, "rows; 0 is all of them")
	c.AddCommand(p.editCommand(), p.cancelCommand(), p.blockCommand(), p.unblockCommand(), p.duplicatesCommand(),
		p.mergeCommand(), p.apartCommand())
	return c
}

// countryCode says whether a text is written as ISO 3166-1 writes a country: two letters.
func countryCode(text string) bool {
	letter := func(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
	return len(text) == 2 && letter(text[0]) && letter(text[1])
}

// listOrNone finds a check-in list; none for a seminar that has no lists.
func (p *program) listOrNone(ctx context.Context, s seminar.Seminar, name string) (seminar.ID, error) {
	if name == "" {
		lists, err := p.desk.Lists(ctx, s.ID)
		if err != nil || len(lists) == 0 {
			return "", err
		}
		return lists[0].ID, nil
	}
	l, err := p.desk.FindList(ctx, s.ID, name)
	return l.ID, err
}

func (p *program) registerCommand() *cobra.Command {
	var a seminar.Attendee
	var status, category, delegation string
	c := command("register", "Register one person",
		`register --given Leyla --family "Qafar-zadə" --country AZ --category Delegate`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			form := desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: s.ID,
				Status: seminar.Status(status), Source: desk.SourceWalkIn}}
			if err := p.group(ctx, s, &form.Registration, category, delegation); err != nil {
				return err
			}
			done, err := p.desk.Register(ctx, form)
			if err != nil {
				return err
			}
			return p.show(ctx, s, done.Row, noticed(done))
		})
	f := c.Flags()
	f.StringVar(&a.GivenName, "given", "", "given name")
	f.StringVar(&a.FamilyName, "family", "", "family name")
	f.StringVar(&a.NativeName, "native", "", "the whole name in the person's own script")
	f.StringVar(&a.BadgeName, "badge-name", "", "the name on the badge, if another")
	f.StringVar(&a.Honorific, "honorific", "", "Dr, Prof…")
	f.StringVar(&a.Position, "position", "", "position")
	f.StringVar(&a.Organisation, "organisation", "", "organisation")
	f.StringVar(&a.Country, "country", "", "ISO 3166-1 alpha-2")
	f.StringVar(&a.Email, "email", "", "e-mail address")
	f.StringVar(&a.Phone, "phone", "", "phone, as +994 50 555 01 01")
	f.StringVar(&a.DeskNote, "note", "", "a note for the desk")
	f.BoolVar(&a.Attention, "attention", false, "ask the desk to look")
	f.StringVar(&status, "status", "", "confirmed (default), pending, waitlisted or cancelled")
	f.StringVar(&category, "category", "", "id or name")
	f.StringVar(&delegation, "delegation", "", "id, name or country")
	return c
}

// group puts a registration into a category and a delegation by name; "" leaves them.
func (p *program) group(ctx context.Context, s seminar.Seminar, r *seminar.Registration, category, delegation string) error {
	if category != "" {
		c, err := p.desk.FindCategory(ctx, s.ID, category)
		if err != nil {
			return err
		}
		r.CategoryID = c.ID
	}
	if delegation != "" {
		v, err := p.desk.FindDelegation(ctx, s.ID, delegation)
		if err != nil {
			return err
		}
		r.DelegationID = v.ID
	}
	return nil
}

func noticed(r desk.Registered) []string {
	var all []string
	for _, n := range r.Notices {
		all = append(all, fmt.Sprint(n))
	}
	return all
}

func (p *program) editCommand() *cobra.Command {
	var sets []string
	c := command("edit ID --set FIELD=VALUE", "Change a person or a registration",
		`attendees edit A-012 --set organisation="ADA Universiteti" --set status=confirmed`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			who, err := p.desk.Owner(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			form, err := p.desk.Person(ctx, s.ID, who.AttendeeID)
			if err != nil {
				return err
			}
			for _, set := range sets {
				if err := p.setField(ctx, s, &form, set); err != nil {
					return err
				}
			}
			done, err := p.desk.Edit(ctx, form)
			if err != nil {
				return err
			}
			return p.show(ctx, s, done.Row, noticed(done))
		})
	c.Flags().StringArrayVar(&sets, "set", nil, "FIELD=VALUE (may be repeated)")
	c.MarkFlagRequired("set")
	return c
}

// setField changes one field of a form, as a command line names it.
func (p *program) setField(ctx context.Context, s seminar.Seminar, f *desk.Form, set string) error {
	name, value, ok := strings.Cut(set, "=")
	a, r := &f.Attendee, &f.Registration
	texts := map[string]*string{"given_name": &a.GivenName, "family_name": &a.FamilyName, "native_name": &a.NativeName,
		"badge_name": &a.BadgeName, "honorific": &a.Honorific, "position": &a.Position, "organisation": &a.Organisation,
		"country": &a.Country, "email": &a.Email, "phone": &a.Phone, "language": &a.Language, "birth_date": &a.BirthDate,
		"access": &a.Access, "dietary": &a.Dietary, "desk_note": &a.DeskNote, "consent": &a.Consent, "foreign_code": &r.ForeignCode}
	switch {
	case !ok:
		return usage(fmt.Errorf("--set takes FIELD=VALUE, not %q", set))
	case texts[name] != nil:
		*texts[name] = value
	case name == "status":
		r.Status = seminar.Status(value)
	case name == "attention":
		a.Attention = value == "true" || value == "1" || value == "yes"
	case name == "excused":
		r.Excused = value == "true" || value == "1" || value == "yes"
	case name == "category":
		return p.group(ctx, s, r, value, "")
	case name == "delegation":
		return p.group(ctx, s, r, "", value)
	default:
		known := []string{"status", "attention", "excused", "category", "delegation"}
		for k := range texts {
			known = append(known, k)
		}
		sort.Strings(known)
		return usage(fmt.Errorf("there is no field %q; the fields are %s", name, strings.Join(known, ", ")))
	}
	return nil
}

// onAttendee is a command that does one thing to one attendee and prints the result.
func (p *program) onAttendee(use, short, example string, do func(context.Context, seminar.ID, seminar.ID) (desk.Action, error)) *cobra.Command {
	return command(use, short, example, cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		who, err := p.desk.Owner(ctx, s.ID, args[0])
		if err != nil {
			return err
		}
		if _, err := do(ctx, s.ID, who.AttendeeID); err != nil {
			return err
		}
		now, err := p.desk.Owner(ctx, s.ID, string(who.AttendeeID))
		if err != nil {
			return err
		}
		return p.show(ctx, s, now, nil)
	})
}

func (p *program) cancelCommand() *cobra.Command {
	return p.onAttendee("cancel ID", "Cancel a registration", "attendees cancel A-012",
		func(ctx context.Context, of, id seminar.ID) (desk.Action, error) { return p.desk.Cancel(ctx, of, id) })
}

func (p *program) blockCommand() *cobra.Command {
	var why string
	c := p.onAttendee("block ID --why T", "Keep somebody out", `attendees block A-012 --why "Ask the supervisor"`,
		func(ctx context.Context, of, id seminar.ID) (desk.Action, error) {
			return p.desk.Block(ctx, of, id, why)
		})
	c.Flags().StringVar(&why, "why", "", "the reason that the desk will read")
	c.MarkFlagRequired("why")
	return c
}

func (p *program) unblockCommand() *cobra.Command {
	return p.onAttendee("unblock ID", "Let somebody in again", "attendees unblock A-012",
		func(ctx context.Context, of, id seminar.ID) (desk.Action, error) { return p.desk.Unblock(ctx, of, id) })
}
