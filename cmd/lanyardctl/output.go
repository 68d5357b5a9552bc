package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

// standard is the name of standard input and output among files.
const standard = "-"

// print answers: as one JSON document, or as a person reads it. Where standard output is the file that was asked for,
// the answer goes to standard error.
func (p *program) print(answer any, plain func(w io.Writer)) error {
	out := p.out
	if p.piped {
		out = p.err
	}
	if p.json {
		return writeJSON(out, answer)
	}
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	plain(t)
	return t.Flush()
}

func writeJSON(w io.Writer, answer any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(answer)
}

// list answers with a list, which is never null.
func list[T any](p *program, things []T, plain func(w io.Writer, t T)) error {
	return p.print(full(things), func(w io.Writer) {
		for _, t := range things {
			plain(w, t)
		}
	})
}

// full is a list as scripts read it: an empty one is no null.
func full[T any](things []T) []T {
	if things == nil {
		return []T{}
	}
	return things
}

// writeFile writes a file whole or not at all, and not if it was interrupted. "-" is standard output.
func (p *program) writeFile(ctx context.Context, path string, write func(io.Writer) error) error {
	whole := func(w io.Writer) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := write(w); err != nil {
			return err
		}
		return ctx.Err()
	}
	whole = p.sealWith(whole)
	var err error
	if path == standard {
		err = filing.Through(p.out, whole)
	} else {
		err = filing.Write(path, whole)
	}
	if err != nil && seminar.CodeOf(err) == seminar.CodeInternal && ctx.Err() == nil {
		return seminar.Errorf("file_write", "{path} cannot be written ({why}). What stood there is as it was.").
			WithArg("path", path).WithArg("why", err.Error()).Because(err)
	}
	return err
}

// progress shows how far long work is, on standard error when that is a terminal; nil otherwise.
func (p *program) progress(what string) func(done, total int) {
	f, ok := p.err.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(done, total int) {
		if total == 0 { // nobody knows yet how much there is
			fmt.Fprintf(f, "\r%s: %d ", what, done)
			return
		}
		fmt.Fprintf(f, "\r%s: %d of %d ", what, done, total)
		if done >= total {
			fmt.Fprint(f, "\r\033[K")
		}
	}
}
