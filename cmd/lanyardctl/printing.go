package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/printing"
	"lanyard/internal/printing/plain"
	"lanyard/internal/seminar"
)

// printedJSON is a document that a printer has taken.
type printedJSON struct {
	Job   int               `json:"job"`
	State printing.JobState `json:"state"`
}

func (p *program) printCommand() *cobra.Command {
	var uri string
	var o printing.Options
	c := command("print FILE --printer URI", "Print a PDF", "print badges.pdf --printer ipp://192.168.1.20/ipp/print", cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			if o.Copies < 1 {
				return usage(fmt.Errorf("--copies is at least 1, not %d", o.Copies))
			}
			document, err := p.read(args[0])
			if err != nil {
				return err
			}
			o.Name, o.User = filepath.Base(args[0]), p.operator
			job, err := printing.New(os.Getenv("CUPS_SERVER")).Print(ctx, uri, printing.Document{PDF: document}, o)
			if err != nil {
				return err
			}
			answer := printedJSON{job.ID, job.State}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "job %d is %s\n", answer.Job, answer.State) })
		})
	c.Flags().StringVar(&uri, "printer", "", "the printer's address, as \"lanyardctl printers\" shows it or as the printer has it in the network")
	c.Flags().IntVar(&o.Copies, "copies", 1, "how many")
	c.Flags().StringVar(&o.Tray, "tray", "", "where the paper comes from, as \"lanyardctl printers\" shows the trays; a printer without it chooses")
	c.Flags().BoolVar(&o.TwoSided, "two-sided", false, "on both sides of a sheet, turned over along the long edge, if the printer can")
	c.MarkFlagRequired("printer")
	return c
}

// read reads a file whole; "-" is standard input.
func (p *program) read(path string) ([]byte, error) {
	if path == standard {
		return io.ReadAll(p.in)
	}
	document, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, seminar.NotFound("file", path)
	}
	return document, err
}

func (p *program) printersCommand() *cobra.Command {
	return command("printers", "List the printers of this computer", "printers", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		all, err := printing.New(os.Getenv("CUPS_SERVER")).Printers(ctx)
		if err != nil {
			return err
		}
		return list(p, all, func(w io.Writer, one printing.Printer) {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", one.URI, one.Info, one.State, strings.Join(plain.Reasons(p.lang, one.Reasons), ", "),
				strings.Join(one.Paper, ", "), strings.Join(one.Trays, ", "))
		})
	})
}
