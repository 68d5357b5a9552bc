package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/seminar"
)

// operatorJSON is somebody who works at the desks, as scripts read them. A PIN is never shown.
type operatorJSON struct {
	ID   seminar.ID   `json:"id"`
	Name string       `json:"name"`
	Role seminar.Role `json:"role"`
}

func plainOperator(w io.Writer, o operatorJSON) { fmt.Fprintf(w, "%s\t%s\t%s\n", o.ID, o.Role, o.Name) }

func (p *program) operatorsCommand() *cobra.Command {
	c := command("operators", "List who works at the desks", "operators --json", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		if err := p.open(ctx); err != nil {
			return err
		}
		found, err := p.desk.Operators(ctx)
		all := make([]operatorJSON, len(found))
		for i, o := range found {
			all[i] = operatorJSON{o.ID, o.Name, o.Role}
		}
		if err != nil {
			return err
		}
		return list(p, all, plainOperator)
	})
	c.AddCommand(p.addOperatorCommand(), command("remove NAME", "Take an operator away", "operators remove Leyla", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			o, err := p.operatorNamed(ctx, args[0])
			if err != nil {
				return err
			}
			if _, err := p.desk.RemoveOperator(ctx, o.ID); err != nil {
				return err
			}
			gone := operatorJSON{o.ID, o.Name, o.Role}
			return p.print(gone, func(w io.Writer) { plainOperator(w, gone) })
		}))
	return c
}

func (p *program) addOperatorCommand() *cobra.Command {
	var name, role string
	c := command("add", "Add an operator, or give one another role or PIN; the PIN is read from standard input",
		"operators add --name Leyla --role supervisor", cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			o, err := p.operatorNamed(ctx, name)
			if err != nil && seminar.CodeOf(err) != seminar.CodeNotFound {
				return err
			}
			o.Name = name
			if role != "" {
				o.Role = seminar.Role(role)
			}
			line := bufio.NewScanner(p.in)
			line.Scan()
			if err := line.Err(); err != nil {
				return err
			}
			done, _, err := p.desk.SaveOperator(ctx, o, strings.TrimSpace(line.Text()))
			if err != nil {
				return err
			}
			shown := operatorJSON{done.ID, done.Name, done.Role}
			return p.print(shown, func(w io.Writer) { plainOperator(w, shown) })
		})
	c.Flags().StringVar(&name, "name", "", "the operator's name")
	c.Flags().StringVar(&role, "role", "", "steward, supervisor or administrator")
	c.MarkFlagRequired("name")
	return c
}

// operatorNamed finds an operator by name or id.
func (p *program) operatorNamed(ctx context.Context, name string) (seminar.Operator, error) {
	found, err := p.desk.Operators(ctx)
	for _, o := range found {
		if strings.EqualFold(o.Name, name) || string(o.ID) == name {
			return o, nil
		}
	}
	if err == nil {
		err = seminar.NotFound("operator", name)
	}
	return seminar.Operator{}, err
}
