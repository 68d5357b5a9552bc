package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
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
			if read.Map, err = mapOf(columns); err != nil {
				return err
			}
			data, err := p.plainly(args[0], transfer.MaxSize)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			o.File, o.SHA256, o.Progress = strings.TrimSuffix(filepath.Base(args[0]), filing.Sealed), hex.EncodeToString(sum[:]), p.progress("people")
			read.Context = ctx
			file, err := people(data, o.File, read)
			if err != nil {
				return err
			}
			if !o.DryRun {
				if _, err := p.store.Snapshot(ctx, "before import"); err != nil {
					return err
				}
			}
			report, err := p.desk.Import(ctx, s.ID, file, o)
			if o.Progress != nil {
				o.Progress(len(file.People), len(file.People))
			}
			if err != nil {
				return err
			}
			for i := range report.Warnings {
				report.Warnings[i].Message = p.warning(report.Warnings[i].Notice)
			}
			report.Skipped, report.Errors = full(report.Skipped), full(report.Errors)
			return p.print(report, func(w io.Writer) { p.plainImport(w, report) })
		})
	f := c.Flags()
	f.StringArrayVar(&columns, "map", nil, `for columns that are not recognised: a JSON file {"HEADER":"FIELD",…}, or HEADER=FIELD (may be repeated)`)
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

// mapOf reads what --map says: files of JSON objects, and single columns as HEADER=FIELD. The later one counts.
func mapOf(columns []string) (map[string]string, error) {
	all := map[string]string{}
	for _, c := range columns {
		data, err := os.ReadFile(c)
		if header, field, ok := strings.Cut(c, "="); err != nil && ok {
			all[header] = field
			continue
		}
		if errors.Is(err, os.ErrNotExist) {
			return nil, seminar.NotFound("file", c)
		}
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &all); err != nil {
			return nil, usage(fmt.Errorf("%s is not a JSON object of headers and fields: %w", c, err))
		}
	}
	return all, nil
}

// readFile reads a file, or standard input for "-", to a byte beyond what it may have at most.
func (p *program) readFile(path string, most int64) ([]byte, error) {
	in := p.in
	if path != standard {
		f, err := openFile(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, seminar.Errorf("file_folder", "{path} is a folder. Say which file in it is meant.").WithArg("path", path)
		}
		in = f
	}
	return io.ReadAll(io.LimitReader(in, most+1))
}

func (p *program) plainImport(w io.Writer, r desk.ImportReport) {
	fmt.Fprintf(w, "%d rows: %d created, %d updated, %d unchanged, %d skipped, %d problems\n", r.Rows, r.Created, r.Updated,
		r.Unchanged, len(r.Skipped), len(r.Errors))
	for _, s := range r.Skipped {
		fmt.Fprintf(w, "row %d skipped: %s\n", s.Row, s.Reason)
	}
	for _, e := range r.Errors {
		fmt.Fprintf(w, "row %d, %s “%s”: %s\n", e.Row, e.Column, e.Value, e.Message)
	}
	for _, v := range r.Warnings {
		fmt.Fprintf(w, "row %d, %s “%s”: %s\n", v.Row, v.Column, v.Value, v.Message)
	}
	for _, v := range r.Twins {
		p.plainTwin(w, v)
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
			kept := []attendeeJSON{}
			for _, k := range done.Kept {
				s, err := p.desk.Seminar(ctx, k.SeminarID)
				if err != nil {
					return err
				}
				d, err := p.describer(ctx, s)
				if err != nil {
					return err
				}
				kept = append(kept, d.of(k))
			}
			return p.print(map[string]any{"removed": done.Removed, "kept": kept}, func(w io.Writer) {
				fmt.Fprintf(w, "%d removed, %d kept\n", done.Removed, len(kept))
				for _, k := range kept {
					plainAttendee(w, k)
				}
			})
		})
}
