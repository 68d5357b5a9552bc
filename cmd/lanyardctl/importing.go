package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/export"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// heapWanted is what an import should need of memory beside what the workspace's file takes, in bytes: beyond it more is cleared
// away, which takes time.
const heapWanted = 190 << 20

func (p *program) importCommand() *cobra.Command {
	var columns []string
	var o desk.ImportOptions
	var read transfer.Options
	var delimiter, names, problems string
	c := command("import FILE", "Register the people of a CSV, TSV, XLSX or ODS file, or of standard input (-)",
		"import registrations.xlsx --dry-run --json", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			var headers []string
			if read.Map, headers, err = mapOf(columns); err != nil {
				return err
			}
			if read.Delimiter, err = delimiterOf(delimiter); err != nil {
				return err
			}
			if read.Names = transfer.NameOrder(names); !slices.Contains(transfer.NameOrders(), read.Names) {
				return usage(fmt.Errorf("--names %s: write given_first or family_first", names))
			}
			if formats := export.ProblemFormats(); problems != "" && !slices.Contains(formats, strings.ToLower(filepath.Ext(problems))) {
				return usage(fmt.Errorf("--problems can be a %s file, not %q", strings.Join(formats, ", "), problems))
			}
			debug.SetMemoryLimit(heapWanted)
			data, err := p.plainly(args[0], transfer.MaxSize)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			o.File, o.SHA256, o.Progress = strings.TrimSuffix(filepath.Base(args[0]), filing.Sealed), hex.EncodeToString(sum[:]), p.progress("people")
			list := desk.ImportList{Name: o.File, Data: data, Options: read}
			file, err := p.readList(ctx, s.ID, &list, headers)
			if err != nil {
				return err
			}
			if problems == "" {
				list.Data = nil // it is not read again
			}
			if !o.DryRun {
				if _, err := p.store.Snapshot(ctx, "before import"); err != nil {
					return err
				}
			}
			report, err := p.desk.Import(ctx, s.ID, file, o)
			if o.Progress != nil {
				o.Progress(file.Len(), file.Len())
			}
			if err == nil && !o.DryRun {
				err = p.desk.KeepList(ctx, list)
			}
			if err != nil {
				return err
			}
			if problems != "" {
				if err := p.writeFile(ctx, problems, func(w io.Writer) error {
					_, err := export.Problems{Lang: p.lang, List: list, Report: report}.Write(ctx, w, problems)
					return err
				}); err != nil {
					return err
				}
			}
			for i := range report.Warnings {
				report.Warnings[i].Message = p.warning(report.Warnings[i].Notice)
			}
			report.Skipped, report.Errors = full(report.Skipped), full(report.Errors)
			return p.print(report, func(w io.Writer) { p.plainImport(w, report) })
		})
	f := c.Flags()
	f.StringArrayVar(&columns, "map", nil, `for columns that are not recognised: a JSON file {"HEADER":"FIELD",…}, or HEADER=FIELD (may be repeated); FIELD may be “question:” and one of the seminar's own`)
	f.BoolVar(&o.DryRun, "dry-run", false, "say what would happen, and change nothing")
	f.BoolVar(&o.Update, "update", false, "change people who are here already")
	f.StringVar(&delimiter, "delimiter", "", "between the cells of a text: comma, semicolon, tab, | (default: found out)")
	f.BoolVar(&read.Headerless, "no-header", false, "the first row is a person; the columns are called “column 1”, “column 2”…")
	f.StringVar(&names, "names", "", "how whole names are divided: given_first, family_first (default: by each name and its country)")
	f.StringVar(&read.Encoding, "encoding", "", "utf-8, utf-16le, windows-1251… (default: found out)")
	f.StringVar(&read.Sheet, "sheet", "", "a workbook's sheet (default: the first that is a list of people)")
	f.StringVar(&problems, "problems", "", "write the rows with problems into a file (.xlsx, .csv) to correct and import again")
	c.AddCommand(p.importUndoCommand())
	return c
}

// delimiterOf reads a delimiter by its name or as it is; 0 for none.
func delimiterOf(text string) (rune, error) {
	switch strings.ToLower(text) {
	case "", "auto":
		return 0, nil
	case "tab", `\t`:
		return '\t', nil
	case "comma":
		return ',', nil
	case "semicolon":
		return ';', nil
	case "pipe":
		return '|', nil
	}
	letters := []rune(text)
	if len(letters) != 1 {
		return 0, usage(fmt.Errorf("--delimiter %s: write comma, semicolon, tab, pipe or one character", text))
	}
	return letters[0], nil
}

// mapOf reads what --map says: files of JSON objects, and single columns as HEADER=FIELD, whose headers it gives too. The later
// one counts.
func mapOf(columns []string) (all map[string]string, headers []string, err error) {
	all = map[string]string{}
	for _, c := range columns {
		data, err := os.ReadFile(c)
		if header, field, ok := strings.Cut(c, "="); err != nil && ok {
			all[header], headers = field, append(headers, header)
			continue
		}
		if errors.Is(err, os.ErrNotExist) {
			return nil, nil, seminar.NotFound("file", c)
		}
		if err != nil {
			return nil, nil, err
		}
		if err := json.Unmarshal(data, &all); err != nil {
			return nil, nil, usage(fmt.Errorf("%s is not a JSON object of headers and fields: %w", c, err))
		}
	}
	return all, headers, nil
}

// readList reads a list, which must have the headers that were typed for it. Those of a JSON file may be of several lists.
func (p *program) readList(ctx context.Context, of seminar.ID, list *desk.ImportList, headers []string) (transfer.Result, error) {
	var wrong error
	file, err := p.desk.ReadList(ctx, of, list, func(t transfer.Table, m transfer.Mapping) transfer.Result {
		for _, header := range headers {
			if !t.Has(header) {
				wrong = usage(fmt.Errorf("--map: the list has no column %q; it has: %s", header, strings.Join(t.Keys(), ", ")))
				return transfer.Result{}
			}
		}
		return transfer.Sparing(t, m)
	})
	if err == nil {
		err = wrong
	}
	return file, err
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
		fmt.Fprintf(w, "row %d, %s “%s”: %s\n", e.Row, e.Column, e.Value, export.Problem(p.lang, e))
	}
	for _, v := range r.Changes {
		fmt.Fprintf(w, "row %d, %s: “%s” → “%s”\n", v.Row, v.Field, v.Old, v.New)
	}
	for _, v := range r.Missing {
		fmt.Fprintf(w, "missing from the file: %s %s\n", v.Attendee, v.Name)
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
			kept, err := p.kept(ctx, done.Kept)
			if err != nil {
				return err
			}
			return p.print(map[string]any{"removed": done.Removed, "kept": kept}, func(w io.Writer) {
				fmt.Fprintf(w, "%d removed, %d kept\n", done.Removed, len(kept))
				plainKept(w, kept)
			})
		})
}

// keptJSON is somebody whom the undo of an import left, and what has happened with them since.
type keptJSON struct {
	attendeeJSON
	Why []seminar.Entity `json:"why"`
}

func (p *program) kept(ctx context.Context, all []desk.Kept) ([]keptJSON, error) {
	kept := []keptJSON{}
	if len(all) == 0 {
		return kept, nil
	}
	s, err := p.desk.Seminar(ctx, all[0].SeminarID)
	if err != nil {
		return nil, err
	}
	d, err := p.describer(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, k := range all {
		kept = append(kept, keptJSON{d.of(k.RosterRow), k.Why})
	}
	return kept, nil
}

func plainKept(w io.Writer, kept []keptJSON) {
	for _, k := range kept {
		plainAttendee(w, k.attendeeJSON)
	}
}
