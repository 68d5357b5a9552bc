package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"lanyard/internal/filing"
)

// print answers: as one JSON document, or as a person reads it.
func (p *program) print(answer any, plain func(w io.Writer)) error {
	if p.json {
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(answer)
	}
	t := tabwriter.NewWriter(p.out, 0, 4, 2, ' ', 0)
	plain(t)
	return t.Flush()
}

// list answers with a list, which is never null.
func list[T any](p *program, things []T, plain func(w io.Writer, t T)) error {
	if things == nil {
		things = []T{}
	}
	return p.print(things, func(w io.Writer) {
		for _, t := range things {
			plain(w, t)
		}
	})
}

// writeFile writes a file whole or not at all. "-" is standard output.
func (p *program) writeFile(path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(p.out)
	}
	return filing.Write(path, write)
}

// progress shows how far long work is, on standard error when that is a terminal.
func (p *program) progress(what string) func(done, total int) {
	f, ok := p.err.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(f, "\r%s: %d of %d ", what, done, total)
		if done >= total {
			fmt.Fprint(f, "\r\033[K")
		}
	}
}
