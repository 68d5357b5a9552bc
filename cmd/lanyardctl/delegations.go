package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// delegationJSON is a delegation as scripts read it, with how many people of it stand where on a list.
type delegationJSON struct {
	seminar.Delegation
	HeadName   string `json:"head_name"`
	HeadStatus string `json:"head_status"` // of their registration, as cancelled; "" without a head
	Registered int    `json:"registered"`
	Expected   int    `json:"expected"`
	Arrived    int    `json:"arrived"`
	Inside     int    `json:"inside"`
	Over       int    `json:"over_quota"` // how many more are registered than the quota
}

func plainDelegationSize(w io.Writer, v delegationJSON) {
	fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%d\t%d\t%d\t%d\t%s\n", v.ID, v.Country, v.Quota, v.Name, v.Registered, v.Expected, v.Arrived, v.Inside, v.HeadName)
}

func (p *program) delegationsCommand() *cobra.Command {
	var listName string
	c := command("delegations", "List the delegations in the order of protocol, with their figures", "delegations --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			return p.listDelegations(ctx, s, listName)
		})
	c.Flags().StringVar(&listName, "list", "", "on which check-in list arrivals are counted (id or name; default: the first)")
	c.AddCommand(p.addDelegationCommand(), p.editDelegationCommand(), p.orderDelegationsCommand(), p.moveMembersCommand(), p.removeDelegationCommand())
	return c
}

func (p *program) listDelegations(ctx context.Context, s seminar.Seminar, listName string) error {
	all, err := p.desk.Delegations(ctx, s.ID)
	if err != nil {
		return err
	}
	door := seminar.List{SeminarID: s.ID}
	if lists, err := p.desk.Lists(ctx, s.ID); err != nil {
		return err
	} else if len(lists) > 0 || listName != "" {
		if door, err = p.desk.FindList(ctx, s.ID, listName); err != nil {
			return err
		}
	}
	sizes, err := p.desk.DelegationSizes(ctx, door)
	if err != nil {
		return err
	}
	heads, err := p.desk.Heads(ctx, s.ID, all)
	if err != nil {
		return err
	}
	lines := make([]delegationJSON, len(all))
	for i, v := range all {
		n := sizes[v.ID]
		lines[i] = delegationJSON{Delegation: v, HeadName: heads[v.HeadID].Formal(), HeadStatus: string(heads[v.HeadID].Status), Registered: n.Registered, Expected: n.Expected,
			Arrived: n.Arrived, Inside: n.Inside, Over: n.Over(v)}
	}
	return list(p, lines, plainDelegationSize)
}

// delegationFlags are the particulars of a delegation as flags.
type delegationFlags struct {
	country, name, head string
	quota               int
}

func (f *delegationFlags) declare(c *cobra.Command) {
	c.Flags().StringVar(&f.country, "country", "", "ISO 3166-1 alpha-2, as KZ")
	c.Flags().StringVar(&f.name, "name", "", "the delegation's name (default: the country's)")
	c.Flags().IntVar(&f.quota, "quota", 0, "people; 0 is no limit")
}

// lay puts the flags that said says were given over a delegation.
func (p *program) layDelegation(ctx context.Context, f delegationFlags, said func(flag string) bool, over *seminar.Delegation) error {
	if said("country") {
		if !countryCode(f.country) && f.country != "" {
			return usage(fmt.Errorf("--country is two letters, as KZ, not %q", f.country))
		}
		over.Country = strings.ToUpper(f.country)
	}
	if said("name") {
		over.Name = f.name
	}
	if said("quota") {
		if f.quota < 0 {
			return usage(fmt.Errorf("--quota is a number of people, or 0 for no limit"))
		}
		over.Quota = f.quota
	}
	if said("head") {
		head, err := p.attendeeID(ctx, over.SeminarID, f.head)
		if err != nil {
			return err
		}
		over.HeadID = head
	}
	if over.Name == "" && over.Country != "" {
		over.Name = p.lang.Country(over.Country)
	}
	return nil
}

func (p *program) addDelegationCommand() *cobra.Command {
	var f delegationFlags
	var c *cobra.Command
	c = adding(p, "Add a delegation", `delegations add --country KZ --quota 12`, shapeDelegation, plainDelegation,
		func(ctx context.Context, s seminar.Seminar) (seminar.Delegation, error) {
			v := seminar.Delegation{SeminarID: s.ID}
			if f.name == "" && !countryCode(f.country) {
				return v, usage(fmt.Errorf("--country is two letters, as KZ, not %q", f.country))
			}
			present, err := p.desk.Delegations(ctx, s.ID)
			if err != nil {
				return v, err
			}
			v.Position = desk.Behind(present, func(v seminar.Delegation) int { return v.Position })
			if err := p.layDelegation(ctx, f, c.Flags().Changed, &v); err != nil {
				return v, err
			}
			done, _, err := p.desk.SaveDelegation(ctx, v)
			return done, err
		})
	f.declare(c)
	return c
}

func (p *program) editDelegationCommand() *cobra.Command {
	var f delegationFlags
	var c *cobra.Command
	c = command("edit DELEGATION", "Change a delegation (id, name or country): only what is said", "delegations edit KZ --quota 14 --head A-012", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v, err := p.desk.FindDelegation(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			if err := p.layDelegation(ctx, f, c.Flags().Changed, &v); err != nil {
				return err
			}
			done, _, err := p.desk.SaveDelegation(ctx, v)
			if err != nil {
				return err
			}
			return p.print(done, func(w io.Writer) { plainDelegation(w, done) })
		})
	f.declare(c)
	c.Flags().StringVar(&f.head, "head", "", "an attendee's id, code or badge number; empty for none")
	return c
}
