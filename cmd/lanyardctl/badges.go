package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/document"
	"lanyard/internal/document/stock"
	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// badgeOptions are how badges are made, as a command line says it.
type badgeOptions struct {
	template, sheet, side string
	startCell             int
	offsetX, offsetY      float64
	sorted                sorting
}

// furthest is how far a printer's offset may be, in millimetres: more is a slip of the hand.
const furthest = 20

// badgesJSON is what became of a print of badges.
type badgesJSON struct {
	Badges   int                `json:"badges"`
	LeftOut  int                `json:"left_out"` // people whose category gets no badge
	Pages    int                `json:"pages"`
	Warnings []document.Warning `json:"warnings"`
}

func (p *program) badgesCommand() *cobra.Command {
	var o badgeOptions
	var out, only, delegation string
	var replace bool
	c := command("badges --out F.pdf", "Make badges, and mark them printed", "badges --out badges.pdf --only unprinted --sheet a4 --side both",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			options, err := o.read()
			if err != nil {
				return err
			}
			if replace && (only == "" || only == "all" || only == "unprinted") {
				return usage(fmt.Errorf("--replace takes the people whose badges were lost: --only ID,…"))
			}
			order, err := o.sorted.order()
			if err != nil {
				return err
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			if options.Sheet, err = p.paper(ctx, o); err != nil {
				return err
			}
			if options.Template, options.TemplateWaits, err = p.layoutNow(ctx, s, template.Badge, o.template); err != nil {
				return err
			}
			make := p.writeBadges
			if replace {
				make = func(ctx context.Context, s seminar.Seminar, rows []seminar.RosterRow, out string, o document.Options) (badgesJSON, error) {
					return p.replaceBadges(ctx, s, rows, out, o, order)
				}
			}
			of, err := narrowed(p.delegationID(ctx, s.ID, delegation))
			if err != nil {
				return err
			}
			rows, leftOut, err := p.badged(ctx, s, only, of, order, o.template != "")
			if err != nil {
				return err
			}
			answer, err := make(ctx, s, rows, out, options)
			if err != nil {
				return err
			}
			answer.LeftOut = leftOut
			return p.print(answer, func(w io.Writer) {
				fmt.Fprintf(w, "%d badges on %d pages in %s\n", answer.Badges, answer.Pages, out)
				if leftOut > 0 {
					fmt.Fprintf(w, "%d left out: their category gets no badge\n", leftOut)
				}
				plainWarnings(w, answer.Warnings)
			})
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file (- is standard output)")
	f.StringVar(&only, "only", "unprinted", "unprinted, all, or ids, codes or badge numbers with commas between")
	f.StringVar(&delegation, "delegation", "", "of this delegation alone (id, name or country)")
	f.BoolVar(&replace, "replace", false, "give new codes and revoke the old ones")
	f.StringVar(&o.template, "template", "", "the layout of all badges, by id or name, as \"lanyardctl templates\" lists them (default: that of each one's category)")
	f.StringVar(&o.sheet, "sheet", "", "what they are printed on: the name of a sheet of labels, inserts or cards, or its maker's number, as a4, avery-l4785 or L4785, or a sheet of your own (\"sheets\" lists them); none is a page each (the default is what the template says)")
	f.IntVar(&o.startCell, "start-cell", 1, "the first free cell of the first sheet, counted row by row from 1")
	f.Float64Var(&o.offsetX, "offset-x", 0, "millimetres to move everything to the right, against a printer that is off; negative is to the left")
	f.Float64Var(&o.offsetY, "offset-y", 0, "millimetres to move everything down; negative is up")
	f.StringVar(&o.side, "side", string(document.Front), strings.Join(sideNames(), ", ")+"; the back has the programme, and turns over along the long edge")
	o.sorted.flag(f)
	c.MarkFlagRequired("out")
	return c
}

func sideNames() []string {
	var names []string
	for _, s := range document.Sides() {
		names = append(names, string(s))
	}
	return names
}

// read turns what was said into a document's options, but for the sheet, and refuses what is not known.
func (o badgeOptions) read() (document.Options, error) {
	made := document.Options{Side: document.Side(o.side), StartCell: o.startCell, Right: o.offsetX, Down: o.offsetY}
	switch {
	case o.side != "" && !slices.Contains(document.Sides(), made.Side):
		return made, usage(fmt.Errorf("--side is one of %s, not %q", strings.Join(sideNames(), ", "), o.side))
	case !(max(math.Abs(o.offsetX), math.Abs(o.offsetY)) <= furthest):
		return made, usage(fmt.Errorf("--offset-x and --offset-y are at most %d mm either way", furthest))
	case o.sheet == "" && o.startCell > 1:
		return made, usage(fmt.Errorf("--start-cell goes with --sheet"))
	}
	return made, nil
}

// paper is the sheet that was said, of the workspace's own or a maker's; the zero sheet for none.
func (p *program) paper(ctx context.Context, o badgeOptions) (document.Sheet, error) {
	switch {
	case o.sheet == "":
		return document.Sheet{}, nil
	case strings.EqualFold(o.sheet, document.NoSheet().Name):
		return document.NoSheet(), nil
	}
	all, err := p.desk.Stocks(ctx)
	if err != nil {
		return document.Sheet{}, err
	}
	found, known := stock.Find(all, o.sheet)
	if !known {
		return document.Sheet{}, usage(fmt.Errorf("there is no sheet %q; \"lanyardctl sheets\" lists them", o.sheet))
	}
	if n := found.Cells(); o.startCell < 1 || o.startCell > n {
		return document.Sheet{}, usage(fmt.Errorf("--start-cell is 1 to %d on a sheet %s, not %d", n, o.sheet, o.startCell))
	}
	return document.SheetOf(found), nil
}

// badged are the registrations that --only means and that get a badge, and how many do not because of their category. Who is
// named together with a template gets one all the same.
func (p *program) badged(ctx context.Context, s seminar.Seminar, only string, of []seminar.ID, order seminar.RosterOrder, layout bool) ([]seminar.RosterRow, int, error) {
	f, named, err := p.meant(ctx, s, only, order)
	if err != nil {
		return nil, 0, err
	}
	f.DelegationID = of
	all, err := p.desk.Count(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	f.Badged = !named || !layout
	rows, err := p.desk.Roster(ctx, f)
	if err == nil && len(rows) == 0 && all > 0 {
		err = seminar.Errorf(codeNoBadge, "The category of everybody chosen gets no badge. To print one all the same, name the person and a template.")
	}
	return rows, all - len(rows), err
}

// codeNoBadge says that nobody of those chosen gets a badge.
const codeNoBadge = "badge_none"

// chosen are the registrations that --only means.
func (p *program) chosen(ctx context.Context, s seminar.Seminar, only string, order seminar.RosterOrder) ([]seminar.RosterRow, error) {
	f, _, err := p.meant(ctx, s, only, order)
	if err != nil {
		return nil, err
	}
	return p.desk.Roster(ctx, f)
}

// meant chooses the registrations that --only means, and says whether it names them; cancelled ones get no paper unless they
// are named.
func (p *program) meant(ctx context.Context, s seminar.Seminar, only string, order seminar.RosterOrder) (f seminar.RosterFilter, named bool, err error) {
	f = seminar.RosterFilter{SeminarID: s.ID, Order: order,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}}
	switch only {
	case "all":
	case "", "unprinted":
		f.Unprinted = true
	default:
		f.Status, named = nil, true
		for _, name := range strings.Split(only, ",") {
			row, err := p.desk.Owner(ctx, s.ID, strings.TrimSpace(name))
			if err != nil {
				return f, named, err
			}
			f.Only = append(f.Only, row.AttendeeID)
		}
	}
	return f, named, nil
}

// writeBadges makes badges and marks them printed.
func (p *program) writeBadges(ctx context.Context, s seminar.Seminar, rows []seminar.RosterRow, out string, o document.Options) (badgesJSON, error) {
	answer, err := p.drawBadges(ctx, s, rows, out, o)
	if err != nil || o.Side == document.Back { // a back alone lets nobody in
		return answer, err
	}
	_, err = p.desk.MarkPrinted(ctx, s.ID, rows, o.TemplateID())
	return answer, err
}

func (p *program) drawBadges(ctx context.Context, s seminar.Seminar, rows []seminar.RosterRow, out string, o document.Options) (badgesJSON, error) {
	answer := badgesJSON{Badges: len(rows), Warnings: []document.Warning{}}
	if len(rows) == 0 {
		return answer, seminar.Errorf(seminar.CodeNotFound, "There is nobody to make a badge for.")
	}
	badges, err := p.desk.BadgesFor(ctx, s.ID, rows)
	if err != nil {
		return answer, err
	}
	o.Lang, o.Setter, o.Progress = p.lang, p.setter(), p.progress("badges")
	doc, warnings := document.Badges(badges, o)
	answer.Pages, answer.Warnings = len(doc.Pages), append(answer.Warnings, warnings...)
	return answer, p.writePDF(ctx, out, o.Setter, &doc)
}

// replaceBadges gives new codes and makes badges of them. If there is no file in the end, the old codes stay in force.
func (p *program) replaceBadges(ctx context.Context, s seminar.Seminar, rows []seminar.RosterRow, out string, o document.Options, order seminar.RosterOrder) (badgesJSON, error) {
	ids := make([]seminar.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.AttendeeID
	}
	action, err := p.desk.Replace(ctx, s.ID, ids)
	if err != nil {
		return badgesJSON{}, err
	}
	rows, err = p.desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.ID, Order: order, Only: ids})
	if err != nil {
		return badgesJSON{}, err
	}
	answer, err := p.writeBadges(ctx, s, rows, out, o)
	if err != nil {
		if _, e := p.desk.Undo(context.WithoutCancel(ctx), string(action), "the badges could not be written"); e != nil {
			return answer, e
		}
	}
	return answer, err
}

func (p *program) writePDF(ctx context.Context, out string, setter *typeset.Setter, doc *page.Document) error {
	return p.writeFile(ctx, out, func(w io.Writer) error { return pdf.Spend(w, setter, doc) })
}
