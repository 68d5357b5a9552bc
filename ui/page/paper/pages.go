package paper

import (
	"context"

	"lanyard/internal/desk"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Pages is something on usual paper, such as certificates or a report: one copy of it, from whichever tray has the paper.
type Pages struct {
	Name       string // in the list of what is printed
	Begun, Out string // said when the printer has it, and when it came out
	Doc        docpage.Document
	// Again makes it once more, as things stand when it is printed again from that list; nil prints the same.
	Again func(context.Context, *desk.Desk) (docpage.Document, error)
}

// PrintPages prints it and follows it to its end. Nobody is marked printed.
func (p *Press) PrintPages(w Pages) {
	one := printJob{name: w.Name, begun: w.Begun, out: w.Out, usual: true,
		make: func(context.Context, *desk.Desk) (docpage.Document, []seminar.RosterRow, error) {
			return w.Doc, nil, nil
		}}
	if w.Again != nil {
		again := one
		again.make = func(ctx context.Context, d *desk.Desk) (docpage.Document, []seminar.RosterRow, error) {
			doc, err := w.Again(ctx, d)
			return doc, nil, err
		}
		one.again = &again
	}
	p.print(&one, nil)
}
