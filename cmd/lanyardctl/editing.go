package main

import (
	"context"
	"fmt"
	"maps"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func (p *program) editCommand() *cobra.Command {
	var sets, answers []string
	c := command("edit ID --set FIELD=VALUE", "Change a person or a registration",
		`attendees edit A-012 --set organisation="ADA Universiteti" --set status=confirmed`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			if len(sets)+len(answers) == 0 {
				return usage(fmt.Errorf("say what to change, with --set or --answer"))
			}
			s, who, err := p.whose(ctx, args[0])
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
			said, err := p.answersOf(ctx, s.ID, answers)
			if err != nil {
				return err
			}
			if len(said) > 0 {
				kept := map[seminar.ID]string{}
				maps.Copy(kept, form.Registration.Answers)
				maps.Copy(kept, said)
				form.Registration.Answers = kept
			}
			done, err := p.desk.Edit(ctx, form)
			if err != nil {
				return err
			}
			return p.show(ctx, s, done.Row, done.Notices)
		})
	c.Flags().StringArrayVar(&sets, "set", nil, "FIELD=VALUE (may be repeated)")
	c.Flags().StringArrayVar(&answers, "answer", nil, "ID=VALUE: the answer to one of the seminar's own questions, empty for none (may be repeated)")
	return c
}

// setField changes one field of a form, as a command line names it.
func (p *program) setField(ctx context.Context, s seminar.Seminar, f *desk.Form, set string) error {
	name, value, ok := strings.Cut(set, "=")
	a, r := &f.Attendee, &f.Registration
	texts := map[string]*string{"given_name": &a.GivenName, "family_name": &a.FamilyName, "native_name": &a.NativeName,
		"badge_name": &a.BadgeName, "honorific": &a.Honorific, "position": &a.Position, "organisation": &a.Organisation,
		"country": &a.Country, "email": &a.Email, "phone": &a.Phone, "language": &a.Language, "birth_date": &a.BirthDate,
		"access": &a.Access, "dietary": &a.Dietary, "desk_note": &a.DeskNote, "foreign_code": &r.ForeignCode}
	switch {
	case !ok:
		return usage(fmt.Errorf("--set takes FIELD=VALUE, not %q", set))
	case texts[name] != nil:
		*texts[name] = value
	case name == "status":
		r.Status = seminar.Status(value)
	case name == "consent":
		a.Consent = seminar.AgreedBy(value)
	case name == "attention":
		a.Attention = value == "true" || value == "1" || value == "yes"
	case name == "excused":
		r.Excused = value == "true" || value == "1" || value == "yes"
	case name == "category":
		return p.group(ctx, s, r, value, "")
	case name == "delegation":
		return p.group(ctx, s, r, "", value)
	default:
		known := []string{"status", "consent", "attention", "excused", "category", "delegation"}
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
		s, who, err := p.whose(ctx, args[0])
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
