package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/sqlite"
	"lanyard/internal/workspace"
)

func (p *program) backupCommand() *cobra.Command {
	var out string
	c := command("backup --out F", "Write a verified copy of the workspace", "backup --out monday.lanyard", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			var err error
			if out, err = p.sealed(out); err != nil {
				return err
			}
			if err := p.open(ctx); err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { return p.store.Backup(ctx, w) }); err != nil {
				return err
			}
			return p.print(map[string]string{"file": out}, func(w io.Writer) { fmt.Fprintln(w, out) })
		})
	c.Flags().StringVar(&out, "out", "", "the file (- is standard output)")
	p.sealFlag(c.Flags())
	c.MarkFlagRequired("out")
	return c
}

func (p *program) restoreCommand() *cobra.Command {
	return command("restore F", "Put a copy in the place of the workspace, which is set aside", "restore monday.lanyard",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			path, err := p.path()
			if err != nil {
				return err
			}
			from, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			from, forget, err := p.opened(from, filepath.Dir(path))
			if err != nil {
				return err
			}
			defer forget()
			claim, err := workspace.Take(path, nil)
			if err == workspace.ErrRaised {
				err = inUseError()
			}
			if err != nil {
				return err
			}
			defer claim.Release()
			aside, err := sqlite.Restore(ctx, from, path, time.Now())
			if err != nil {
				return err
			}
			return p.print(map[string]string{"workspace": path, "aside": aside}, func(w io.Writer) {
				fmt.Fprintln(w, path)
				if aside != "" {
					fmt.Fprintln(w, "set aside:", aside)
				}
			})
		})
}

func (p *program) snapshotsCommand() *cobra.Command {
	return command("snapshots", "List the snapshots, newest first", "snapshots --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			path, err := p.path()
			if err != nil {
				return err
			}
			// They are there for the day on which the workspace cannot be opened.
			all, err := sqlite.SnapshotsOf(path)
			if err == nil && len(all) == 0 {
				err = p.open(ctx)
			}
			if err != nil {
				return err
			}
			return list(p, all, func(w io.Writer, s desk.Snapshot) {
				fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", s.Taken, s.Why, s.Size, s.Path)
			})
		})
}

func (p *program) doctorCommand() *cobra.Command {
	return command("doctor", "Check file, chain, and tables against the journal", "doctor --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			findings, err := p.store.Doctor(ctx)
			if err != nil {
				return err
			}
			err = list(p, findings, func(w io.Writer, f desk.Finding) {
				mark := "ok"
				if !f.OK {
					mark = "WRONG"
				}
				fmt.Fprintf(w, "%s\t%s\t%s\n", mark, f.Check, f.Message)
			})
			for _, f := range findings {
				if !f.OK && err == nil {
					err = damaged
				}
			}
			return err
		})
}
