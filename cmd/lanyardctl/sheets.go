package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/document/stock"
)

// sheetsCommand lists the paper that badges can be printed on. It needs no workspace.
func (p *program) sheetsCommand() *cobra.Command {
	return command("sheets", "List the sheets, labels and rolls that badges can be printed on", "sheets --json", cobra.NoArgs,
		func(context.Context, []string) error {
			all := stock.All()
			return p.print(all, func(w io.Writer) {
				for _, s := range all {
					fmt.Fprintf(w, "%-18s %-7s %2d × %-17s on %s\n", s.Name, s.Kind, s.Cells(), stock.Measures(s.Cell), stock.Measures(s.Size))
				}
			})
		})
}
