package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// initiativeJSON is an initiative as scripts read it, with the names of what it refers to.
type initiativeJSON struct {
	seminar.Initiative
	Who            string `json:"who"` // as they are called now
	SessionTitle   string `json:"session_title"`
	DelegationName string `json:"delegation_name"`
}

func initiativeOf(l desk.InitiativeLine) initiativeJSON {
	return initiativeJSON{l.Initiative, l.Who, l.Session, l.Delegation}
}

func plainInitiative(w io.Writer, v initiativeJSON) {
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", v.ID, v.Status, v.Title, v.Who, v.DelegationName, v.Theme, v.SessionTitle)
}

func (p *program) initiativesCommand() *cobra.Command {
	var search, session, delegation, theme, status string
	c := command("initiatives", "List and search what was put forward", "initiatives --search manuscripts --status adopted --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			f := desk.InitiativeFilter{Search: search}
			if f.Session, err = narrowed(p.sessionID(ctx, s.ID, session)); err != nil {
				return err
			}
			if f.Delegation, err = narrowed(p.delegationID(ctx, s.ID, delegation)); err != nil {
				return err
			}
			if status != "" {
				f.Status = []seminar.InitiativeStatus{seminar.InitiativeStatus(status)}
				if err := desk.ValidateInitiative(seminar.Initiative{Title: "-", Status: f.Status[0]}).OrNil(); err != nil {
					return err
				}
			}
			book, err := p.desk.InitiativeBook(ctx, s.ID)
			if err != nil {
				return err
			}
			if theme != "" {
				f.Theme = []string{theme}
				for _, used := range book.Themes() {
					if strings.EqualFold(used, theme) {
						f.Theme = append(f.Theme, used)
					}
				}
			}
			var lines []initiativeJSON
			for _, l := range book.Find(f) {
				lines = append(lines, initiativeOf(l))
			}
			return list(p, lines, plainInitiative)
		})
	f := c.Flags()
	f.StringVar(&search, "search", "", "title, theme, text, who or delegation, in any script, by the beginnings of words")
	f.StringVar(&session, "session", "", "id or title")
	f.StringVar(&delegation, "delegation", "", "id, name or country")
	f.StringVar(&theme, "theme", "", "as it is written, whatever the case")
	f.StringVar(&status, "status", "", "proposed, supported, adopted or referred")
	c.AddCommand(p.addInitiativeCommand(), p.editInitiativeCommand(), p.removeInitiativeCommand())
	return c
}

// initiativeFlags are the particulars of an initiative as flags.
type initiativeFlags struct{ title, attendee, by, delegation, session, theme, text, language, status string }

func (f *initiativeFlags) declare(c *cobra.Command) {
	for _, one := range []struct {
		to          *string
		name, usage string
	}{{&f.title, "title", "its title"}, {&f.attendee, "attendee", "who put it forward: an id, code or badge number"},
		{&f.by, "by", "who put it forward, of somebody who is not registered"}, {&f.delegation, "delegation", "on whose behalf (id, name or country; with add the attendee's, unless it is said)"},
		{&f.session, "session", "in which it was put forward (id or title; with add the one that goes on, unless it is said)"}, {&f.theme, "theme", "its theme"},
		{&f.text, "text", "its text, in any language"}, {&f.language, "text-language", "of title and text, as ar or ru"}, {&f.status, "status", "proposed, supported, adopted or referred"}} {
		c.Flags().StringVar(one.to, one.name, "", one.usage)
	}
}

// layInitiative puts the flags that said says were given over an initiative.
func (p *program) layInitiative(ctx context.Context, f initiativeFlags, said func(flag string) bool, over *seminar.Initiative) error {
	for _, one := range []struct {
		flag, text string
		to         *string
	}{{"title", f.title, &over.Title}, {"theme", f.theme, &over.Theme}, {"text", f.text, &over.Text}, {"text-language", f.language, &over.Language}} {
		if said(one.flag) {
			*one.to = one.text
		}
	}
	if _, err := language.Parse(over.Language); err != nil && over.Language != "" {
		return usage(fmt.Errorf("--text-language is a language's tag, as ar, not %q", over.Language))
	}
	if said("status") {
		over.Status = seminar.InitiativeStatus(f.status)
	}
	if said("by") {
		over.AttendeeID, over.By = "", f.by
	}
	for _, one := range []struct {
		flag, name string
		find       func(context.Context, seminar.ID, string) (seminar.ID, error)
		to         *seminar.ID
	}{{"attendee", f.attendee, p.attendeeID, &over.AttendeeID}, {"delegation", f.delegation, p.delegationID, &over.DelegationID},
		{"session", f.session, p.sessionID, &over.SessionID}} {
		if !said(one.flag) {
			continue
		}
		id, err := one.find(ctx, over.SeminarID, one.name)
		if err != nil {
			return err
		}
		*one.to = id
	}
	return nil
}

func (p *program) addInitiativeCommand() *cobra.Command {
	var f initiativeFlags
	var c *cobra.Command
	c = command("add --title T", "Write down what was put forward", `initiatives add --title "A shared catalogue" --attendee A-012 --theme Heritage`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v := seminar.Initiative{SeminarID: s.ID}
			sessions, err := p.desk.Sessions(ctx, s.ID)
			if err != nil {
				return err
			}
			if now, ok := desk.Running(sessions, s, p.desk.Now()); ok {
				v.SessionID = now.ID
			}
			return p.saveInitiative(ctx, f, c.Flags().Changed, v)
		})
	f.declare(c)
	c.MarkFlagRequired("title")
	return c
}

func (p *program) editInitiativeCommand() *cobra.Command {
	var f initiativeFlags
	var c *cobra.Command
	c = command("edit INITIATIVE", "Change an initiative (id or title): only what is said", `initiatives edit "A shared catalogue" --status adopted`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v, err := p.desk.FindInitiative(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			return p.saveInitiative(ctx, f, c.Flags().Changed, v)
		})
	f.declare(c)
	return c
}

// saveInitiative saves an initiative with what flags say of it, and prints it.
func (p *program) saveInitiative(ctx context.Context, f initiativeFlags, said func(string) bool, v seminar.Initiative) error {
	if f.attendee != "" && f.by != "" {
		return usage(fmt.Errorf("say --attendee of somebody who is registered, or --by of somebody who is not"))
	}
	if err := p.layInitiative(ctx, f, said, &v); err != nil {
		return err
	}
	done, _, err := p.desk.SaveInitiative(ctx, v)
	if err != nil {
		return err
	}
	book, err := p.desk.InitiativeBook(ctx, v.SeminarID)
	if err != nil {
		return err
	}
	for _, l := range book.Lines {
		if l.ID == done.ID {
			answer := initiativeOf(l)
			return p.print(answer, func(w io.Writer) { plainInitiative(w, answer) })
		}
	}
	return seminar.NotFound("initiative", string(done.ID))
}

func (p *program) removeInitiativeCommand() *cobra.Command {
	return command("remove INITIATIVE", "Take an initiative away (id or title); undo brings it back", `initiatives remove "A shared catalogue"`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v, err := p.desk.FindInitiative(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			return p.remove(ctx, seminar.EntityInitiative, v.ID)
		})
}

// remove takes a thing of a seminar away and prints the operation that undo brings it back by.
func (p *program) remove(ctx context.Context, e seminar.Entity, id seminar.ID) error {
	action, err := p.desk.Remove(ctx, e, id)
	if err != nil {
		return err
	}
	answer := struct {
		ID        seminar.ID `json:"id"`
		Operation string     `json:"operation"`
	}{id, string(action)}
	return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%s\t%s\n", id, action) })
}
