package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document/stock"
	"lanyard/internal/seminar"
)

// sheetsCommand lists the paper that badges can be printed on. It needs no workspace: without one there are no sheets of one's own.
func (p *program) sheetsCommand() *cobra.Command {
	c := command("sheets", "List the sheets, labels and rolls that badges can be printed on, those of your own first", "sheets --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			all := stock.All()
			err := p.open(ctx)
			if err == nil {
				all, err = p.desk.Stocks(ctx)
			}
			if err != nil && (seminar.CodeOf(err) != seminar.CodeNotFound || p.workspace != "") {
				return err
			}
			return p.print(all, func(w io.Writer) {
				for _, s := range all {
					plainSheet(w, s)
				}
			})
		})
	c.AddCommand(p.addSheetCommand(), p.removeSheetCommand())
	return c
}

func plainSheet(w io.Writer, s stock.Stock) {
	fmt.Fprintf(w, "%-18s %-7s %2d × %-17s on %s\n", cmp.Or(s.Title, s.Name), s.Kind, s.Cells(), stock.Measures(s.Cell), stock.Measures(s.Size))
}

func (p *program) addSheetCommand() *cobra.Command {
	var s seminar.Sheet
	m := &s.Measures
	c := command("add", "Add a sheet of your own, measured with a ruler, in millimetres", `sheets add --name "Our holders" --columns 2 --rows 4 --label-width 86 --label-height 55 --left 19 --top 38.5`,
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			done, action, err := p.desk.AddSheet(ctx, s)
			if err != nil {
				return err
			}
			answer := struct {
				stock.Stock
				Operation desk.Action `json:"operation"`
			}{stock.Of(done), action}
			return p.print(answer, func(w io.Writer) { plainSheet(w, answer.Stock) })
		})
	f := c.Flags()
	f.StringVar(&s.Name, "name", "", "what --sheet calls it")
	f.Float64Var(&m.Width, "width", 210, "of the paper")
	f.Float64Var(&m.Height, "height", 297, "of the paper")
	f.IntVar(&m.Columns, "columns", 1, "labels across")
	f.IntVar(&m.Rows, "rows", 1, "labels down")
	f.Float64Var(&m.Left, "left", 0, "from the left edge of the paper to the first label")
	f.Float64Var(&m.Top, "top", 0, "from the upper edge of the paper to the first label")
	f.Float64Var(&m.LabelWidth, "label-width", 0, "of a label")
	f.Float64Var(&m.LabelHeight, "label-height", 0, "of a label")
	f.Float64Var(&m.GapAcross, "gap-across", 0, "between a label and the one beside it")
	f.Float64Var(&m.GapDown, "gap-down", 0, "between a label and the one below it")
	f.Float64Var(&m.Corner, "corner", 0, "the radius of a label's corners")
	for _, name := range []string{"name", "label-width", "label-height"} {
		c.MarkFlagRequired(name)
	}
	return c
}

func (p *program) removeSheetCommand() *cobra.Command {
	return command("remove SHEET", "Take a sheet of your own (id or name) away; undo brings it back", `sheets remove "Our holders"`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			own, err := p.desk.Sheets(ctx)
			if err != nil {
				return err
			}
			all := make([]stock.Stock, len(own))
			for i, s := range own {
				all[i] = stock.Of(s)
			}
			one, known := stock.Find(all, args[0])
			if !known {
				return seminar.NotFound("sheet", args[0])
			}
			action, err := p.desk.RemoveSheet(ctx, seminar.ID(one.Name))
			if err != nil {
				return err
			}
			return p.print(map[string]any{"name": one.Name, "operation": action}, func(w io.Writer) { fmt.Fprintf(w, "%s\tundo with: lanyardctl undo %s\n", one.Title, action) })
		})
}
