package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

func (p *program) orderDelegationsCommand() *cobra.Command {
	var by string
	c := command("order [DELEGATION…]", "Put delegations into the order of protocol: those named first, as they are named, or all in a language's alphabet",
		"delegations order --by en", cobra.ArbitraryArgs, func(ctx context.Context, args []string) error {
			if (by == "") == (len(args) == 0) {
				return usage(fmt.Errorf("name the delegations that come first, or say --by LANGUAGE"))
			}
			if by != "" && !speaks(by) {
				return usage(fmt.Errorf("--by is one of %s, not %q", strings.Join(spoken(), ", "), by))
			}
			tongue := i18n.OpenDocument(by)
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			all, err := p.desk.Delegations(ctx, s.ID)
			if err != nil {
				return err
			}
			var ids []seminar.ID
			for _, name := range args {
				v, err := p.desk.FindDelegation(ctx, s.ID, name)
				if err != nil {
					return err
				}
				ids = append(ids, v.ID)
			}
			if by != "" {
				ids = desk.Alphabetical(all, by, func(v seminar.Delegation) string { return cmp.Or(tongue.Country(v.Country), v.Name) })
			}
			for _, v := range all {
				if !slices.Contains(ids, v.ID) {
					ids = append(ids, v.ID)
				}
			}
			if _, err := p.desk.Reorder(ctx, seminar.EntityDelegation, ids); err != nil {
				return err
			}
			return p.listDelegations(ctx, s, "")
		})
	c.Flags().StringVar(&by, "by", "", "a language: alphabetical by what it calls their countries")
	return c
}

func (p *program) removeDelegationCommand() *cobra.Command {
	return command("remove DELEGATION", "Take a delegation away (id, name or country): its people are in none, until undo brings it back", "delegations remove KZ", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			id, err := p.delegationID(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			return p.remove(ctx, seminar.EntityDelegation, id)
		})
}

func (p *program) moveMembersCommand() *cobra.Command {
	return command("move DELEGATION ID…", "Put attendees into a delegation (none for none)", "delegations move KZ A-012 A-013", cobra.MinimumNArgs(2),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			var to seminar.ID
			if args[0] != "none" {
				v, err := p.desk.FindDelegation(ctx, s.ID, args[0])
				if err != nil {
					return err
				}
				to = v.ID
			}
			var people []seminar.ID
			for _, code := range args[1:] {
				who, err := p.desk.Owner(ctx, s.ID, code)
				if err != nil {
					return err
				}
				people = append(people, who.AttendeeID)
			}
			action, err := p.desk.MoveTo(ctx, s.ID, people, to)
			if err != nil {
				return err
			}
			answer := struct {
				Moved     int    `json:"moved"`
				Operation string `json:"operation"` // undoes all of it; "" if they were there already
			}{len(people), string(action)}
			return p.print(answer, func(w io.Writer) { fmt.Fprintln(w, answer.Moved) })
		})
}
