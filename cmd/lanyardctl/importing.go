package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

func (p *program) importCommand() *cobra.Command {
	var columns []string
	var o desk.ImportOptions
	var read transfer.Options
	c := command("import FILE", "Register the people of a CSV, TSV or XLSX file",
		"import registrations.xlsx --dry-run --json", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			read.Map = map[string]string{}
			for _, m := range columns {
				header, field, ok := strings.Cut(m, "=")
				if !ok {
					return usage(fmt.Errorf("--map takes HEADER=FIELD, not %q", m))
				}
				read.Map[header] = field
			}
			data, err := p.readFile(args[0])
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			o.File, o.SHA256, o.Progress = filepath.Base(args[0]), hex.EncodeToString(sum[:]), p.progress("people")
			read.Context = ctx
			file, err := people(data, o.File, read)
			if err != nil {
				return err
			}
			report, err := p.desk.Import(ctx, s.ID, file, o)
			if err != nil {
				return err
			}
			if report.Skipped == nil {
				report.Skipped = []transfer.Skip{}
			}
			if report.Errors == nil {
				report.Errors = []transfer.Problem{}
			}
			return p.print(report, func(w io.Writer) { plainImport(w, report) })
		})
	f := c.Flags()
	f.StringArrayVar(&columns, "map", nil, "HEADER=FIELD for a column that is not recognised (may be repeated)")
	f.BoolVar(&o.DryRun, "dry-run", false, "say what would happen, and change nothing")
	f.BoolVar(&o.Update, "update", false, "change people who are here already")
	f.StringVar(&read.Encoding, "encoding", "", "utf-8, utf-16le, windows-1251… (default: found out)")
	f.StringVar(&read.Sheet, "sheet", "", "a workbook's sheet (default: the first that holds anything)")
	c.AddCommand(p.importUndoCommand())
	return c
}

// people reads a file whole before anything is changed.
func people(data []byte, name string, o transfer.Options) (transfer.Result, error) {
	table, err := transfer.Read(bytes.NewReader(data), name, o)
	if err != nil {
		return transfer.Result{}, err
	}
	mapping, err := transfer.Recognise(table)
	if err != nil {
		return transfer.Result{}, err
	}
	return transfer.People(table, mapping), nil
}

// readFile reads a file, or standard input for "-".
func (p *program) readFile(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(p.in)
	}
	return os.ReadFile(path)
}

func plainImport(w io.Writer, r desk.ImportReport) {
	fmt.Fprintf(w, "%d rows: %d created, %d updated, %d unchanged, %d skipped, %d problems\n", r.Rows, r.Created, r.Updated,
		r.Unchanged, len(r.Skipped), len(r.Errors))
	for _, s := range r.Skipped {
		fmt.Fprintf(w, "row %d skipped: %s\n", s.Row, s.Reason)
	}
	for _, e := range r.Errors {
		fmt.Fprintf(w, "row %d, %s “%s”: %s\n", e.Row, e.Column, e.Value, e.Message)
	}
	if r.Import != "" {
		fmt.Fprintln(w, "import", r.Import)
	}
}

func (p *program) importUndoCommand() *cobra.Command {
	return command("undo ID", "Take one import back", "import undo 0198-…", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			done, err := p.desk.UndoImport(ctx, seminar.ID(args[0]))
			if err != nil {
				return err
			}
			return p.print(done, func(w io.Writer) {
				fmt.Fprintf(w, "%d removed, %d kept\n", done.Removed, len(done.Kept))
				for _, k := range done.Kept {
					fmt.Fprintln(w, "kept:", k.AttendeeID, k.Name())
				}
			})
		})
}
