package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// categoryFlags are the particulars of a category as flags.
type categoryFlags struct {
	name, colour, template string
	quota                  int
	approval               bool
}

func (f *categoryFlags) declare(c *cobra.Command) {
	c.Flags().StringVar(&f.name, "name", "", "the category's name")
	c.Flags().StringVar(&f.colour, "colour", "", "#rrggbb (default: grey)")
	c.Flags().StringVar(&f.template, "template", "", "of its badges: an id or a name, or none for no badge (default: the seminar's)")
	c.Flags().IntVar(&f.quota, "quota", 0, "places; 0 is no limit")
	c.Flags().BoolVar(&f.approval, "approval", false, "who registers in it is pending until somebody approves them")
}

// layCategory puts the flags that said says were given over a category.
func (p *program) layCategory(ctx context.Context, f categoryFlags, said func(flag string) bool, over *seminar.Category) error {
	if said("name") {
		over.Name = f.name
	}
	if said("colour") {
		if _, err := page.ParseColour(f.colour); err != nil && f.colour != "" {
			return usage(fmt.Errorf("--colour is written as #0f766e, not %q", f.colour))
		}
		over.Colour = f.colour
	}
	if said("quota") {
		if f.quota < 0 {
			return usage(fmt.Errorf("--quota is a number of people, or 0 for no limit"))
		}
		over.Quota = f.quota
	}
	if said("approval") {
		over.Approval = f.approval
	}
	if !said("template") {
		return nil
	}
	over.Template = f.template
	if f.template == "" || f.template == seminar.NoBadge {
		return nil
	}
	t, err := p.layout(ctx, seminar.Seminar{ID: over.SeminarID}, template.Badge, f.template)
	if err == nil {
		over.Template = t.ID
	}
	return err
}

func (p *program) categoriesCommand() *cobra.Command {
	c := listing(p, "categories", "List the categories", shapeCategory,
		func(ctx context.Context, of seminar.ID) ([]seminar.Category, error) {
			return p.desk.Categories(ctx, of)
		},
		plainCategory)
	var f categoryFlags
	add := adding(p, "Add a category", `categories add --name Delegate --colour "#0f766e"`, shapeCategory, plainCategory,
		func(ctx context.Context, s seminar.Seminar) (seminar.Category, error) {
			present, err := p.desk.Categories(ctx, s.ID)
			if err != nil {
				return seminar.Category{}, err
			}
			now := seminar.Category{SeminarID: s.ID, Position: desk.Behind(present, func(v seminar.Category) int { return v.Position })}
			if err := p.layCategory(ctx, f, func(string) bool { return true }, &now); err != nil {
				return now, err
			}
			done, _, err := p.desk.SaveCategory(ctx, now)
			return done, err
		})
	f.declare(add)
	c.AddCommand(add, p.editCategoryCommand())
	return c
}

func (p *program) editCategoryCommand() *cobra.Command {
	var f categoryFlags
	var c *cobra.Command
	c = command("edit CATEGORY", "Change a category (id or name): only what is said", "categories edit Staff --template none", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			now, err := p.desk.FindCategory(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			if err := p.layCategory(ctx, f, c.Flags().Changed, &now); err != nil {
				return err
			}
			done, _, err := p.desk.SaveCategory(ctx, now)
			if err != nil {
				return err
			}
			done = shapeCategory(done, s)
			return p.print(done, func(w io.Writer) { plainCategory(w, done) })
		})
	f.declare(c)
	return c
}
