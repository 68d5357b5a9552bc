package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/seminar"
)

func (p *program) attendeesCommand() *cobra.Command {
	var search, status, country, category, delegation, listName string
	var agreed []string
	var limit int
	var sorted sorting
	c := command("attendees", "List and search attendees", `attendees --search aliyev --json`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			order, err := sorted.order()
			if err != nil {
				return err
			}
			f := seminar.RosterFilter{SeminarID: s.ID, Search: search, Limit: limit, Order: order}
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
			if f.CategoryID, err = narrowed(p.categoryID(ctx, s.ID, category)); err != nil {
				return err
			}
			if f.DelegationID, err = narrowed(p.delegationID(ctx, s.ID, delegation)); err != nil {
				return err
			}
			if f.ListID, err = p.listOrNone(ctx, s, listName); err != nil {
				return err
			}
			if f.AgreedTo, err = p.agreedTo(ctx, s.ID, agreed); err != nil {
				return err
			}
			rows, err := p.roster(ctx, f, sorted)
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
	f.StringVar(&delegation, "delegation", "", "id, name or country")
	agreedFlag(f, &agreed)
	f.StringVar(&listName, "list", "", "whose check-ins are shown (id or name; default: the first)")
	sorted.flag(f)
	sorted.languageFlag(f)
	f.IntVar(&limit, "limit", 50, "rows; 0 is all of them")
	c.AddCommand(p.editCommand(), p.cancelCommand(), p.blockCommand(), p.unblockCommand(), p.duplicatesCommand(),
		p.mergeCommand(), p.apartCommand(), p.dossierCommand(), p.anonymiseCommand(), p.consentCommand())
	c.AddCommand(p.placeCommands()...)
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
