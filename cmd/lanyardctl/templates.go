package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// templateJSON is a layout as scripts read it.
type templateJSON struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Kind    template.Kind `json:"kind"`
	Shipped bool          `json:"shipped"`
	Seminar seminar.ID    `json:"seminar,omitempty"` // that it is for alone
}

// checkedJSON is what is wrong with a template's file.
type checkedJSON struct {
	File     string           `json:"file"`
	Valid    bool             `json:"valid"`
	Problems seminar.Problems `json:"problems"`
	// Warnings are of what this computer lacks for it.
	Warnings []document.Warning `json:"warnings"`
}

func (p *program) templatesCommand() *cobra.Command {
	c := command("templates", "List the layouts of badges and certificates, those that come with Lanyard first", "templates --json",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			of, err := p.maybeSeminar(ctx)
			if err != nil {
				return err
			}
			all, err := p.desk.Layouts(ctx, of, "")
			if err != nil {
				return err
			}
			shown := make([]templateJSON, len(all))
			for i, l := range all {
				shown[i] = templateJSON{l.ID, l.Name(p.lang.Tag()), l.Kind, l.Shipped, l.SeminarID}
			}
			return list(p, shown, plainTemplate)
		})
	c.AddCommand(p.exportTemplateCommand(), p.importTemplateCommand(), p.checkTemplateCommand(), p.deleteTemplateCommand())
	return c
}

func plainTemplate(w io.Writer, t templateJSON) {
	from := "own"
	if t.Shipped {
		from = "shipped"
	}
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", t.ID, t.Kind, from, t.Name)
}

func (p *program) exportTemplateCommand() *cobra.Command {
	var out string
	c := command("export TEMPLATE", "Write a template (id or name) into a file, with its pictures", "templates export a6-portrait --out badge.lanyard-template",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			t, err := p.template(ctx, args[0])
			if err != nil {
				return err
			}
			data, err := t.JSON()
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
				return err
			}
			return p.print(map[string]any{"file": out, "id": t.ID}, func(w io.Writer) { fmt.Fprintln(w, out) })
		})
	c.Flags().StringVar(&out, "out", "", "the file (- is standard output)")
	c.MarkFlagRequired("out")
	return c
}

func (p *program) importTemplateCommand() *cobra.Command {
	return command("import FILE", "Take a template's file in, for every seminar; with --seminar for that one alone", "templates import badge.lanyard-template",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			data, err := p.readFile(args[0], template.MaxFile)
			if err != nil {
				return err
			}
			of, err := p.maybeSeminar(ctx)
			if err != nil {
				return err
			}
			done, err := p.desk.ImportTemplate(ctx, of, data)
			if err != nil {
				return err
			}
			type answer struct {
				templateJSON
				Replaced  bool               `json:"replaced"`
				Here      bool               `json:"already_here"` // nothing was done
				Renamed   bool               `json:"renamed"`      // another has its name
				Operation desk.Action        `json:"operation,omitempty"`
				Warnings  []document.Warning `json:"warnings"`
			}
			l := done.Layout
			t, err := p.desk.Layout(ctx, of, l.Kind, l.ID)
			if err != nil {
				return err
			}
			shown := answer{templateJSON{l.ID, l.Name(p.lang.Tag()), l.Kind, l.Shipped, l.SeminarID}, done.Replaced, done.Here, done.Renamed, done.Action, p.lacking(t)}
			return p.print(shown, func(w io.Writer) {
				plainTemplate(w, shown.templateJSON)
				if shown.Here {
					fmt.Fprintln(w, "already here; nothing was done")
				}
				plainWarnings(w, shown.Warnings)
			})
		})
}

func (p *program) checkTemplateCommand() *cobra.Command {
	return command("check FILE", "Say what is wrong with a template's file, and where; exit status 1 if anything is", "templates check badge.lanyard-template",
		cobra.ExactArgs(1), func(_ context.Context, args []string) error {
			data, err := p.readFile(args[0], template.MaxFile)
			if err != nil {
				return err
			}
			t, err := template.Parse(data)
			shown := checkedJSON{File: args[0], Valid: err == nil, Problems: full(problemsOf(err)), Warnings: []document.Warning{}}
			if shown.Valid {
				shown.Warnings = p.lacking(t)
			}
			if err != nil && len(shown.Problems) == 0 {
				return err
			}
			if err := p.print(shown, func(w io.Writer) {
				if shown.Valid {
					fmt.Fprintf(w, "%s\tok\n", args[0])
					plainWarnings(w, shown.Warnings)
					return
				}
				fmt.Fprintln(w, p.sentence(shown.Problems))
			}); err != nil {
				return err
			}
			if !shown.Valid {
				return failed
			}
			return nil
		})
}

func (p *program) deleteTemplateCommand() *cobra.Command {
	return command("delete TEMPLATE", "Take an own template (id or name) away; undo brings it back", "templates delete 0198b0a2-…",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			t, err := p.template(ctx, args[0])
			if err != nil {
				return err
			}
			action, err := p.desk.DeleteTemplate(ctx, seminar.ID(t.ID))
			if err != nil {
				return err
			}
			return p.print(map[string]any{"id": t.ID, "operation": action}, func(w io.Writer) { fmt.Fprintf(w, "%s\tundo with: lanyardctl undo %s\n", t.ID, action) })
		})
}

// lacking says what a template needs that is not on this computer.
func (p *program) lacking(t *template.Template) []document.Warning {
	return append([]document.Warning{}, document.LayoutWarnings(t, document.Options{Lang: p.lang, Setter: p.setter()})...)
}

// template opens the workspace and gives a template of either kind by its id or name.
func (p *program) template(ctx context.Context, name string) (*template.Template, error) {
	of, err := p.maybeSeminar(ctx)
	if err != nil {
		return nil, err
	}
	return p.desk.Layout(ctx, of, "", name)
}

// maybeSeminar opens the workspace and gives the seminar that was said, "" if none was: a template may be for every one.
func (p *program) maybeSeminar(ctx context.Context) (seminar.ID, error) {
	if err := p.open(ctx); err != nil || p.seminarID == "" {
		return "", err
	}
	s, err := p.desk.FindSeminar(ctx, p.seminarID)
	return s.ID, err
}

// standardLayout is what the first layout of each kind is called too.
const standardLayout = "standard"

// layoutNow is layout for who prints now: see desk.LayoutNow.
func (p *program) layoutNow(ctx context.Context, s seminar.Seminar, kind template.Kind, name string) (t *template.Template, waits bool, err error) {
	t, err = p.layout(ctx, s, kind, name)
	if seminar.CodeOf(err) == desk.CodeTemplateWaiting {
		return document.Standard(kind), true, nil
	}
	return t, false, err
}

// layout is the template that --template names, nil for none.
func (p *program) layout(ctx context.Context, s seminar.Seminar, kind template.Kind, name string) (*template.Template, error) {
	switch name {
	case "":
		return nil, nil
	case standardLayout:
		return document.Standard(kind), nil
	}
	t, err := p.desk.Layout(ctx, s.ID, kind, name)
	if seminar.CodeOf(err) == seminar.CodeNotFound {
		return nil, usage(fmt.Errorf("there is no template %q of a %s; \"lanyardctl templates\" lists them", name, kind))
	}
	return t, err
}
