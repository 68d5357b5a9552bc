package paper

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/printing"
	"lanyard/internal/printing/plain"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// Prints says whether this desk has a printer.
func (p *Press) Prints() bool { return p.env.Setting(page.SettingPrinter) != "" }

// printJob is something that is printed, and how it is made once more: as things stand then, so that a badge that was
// replaced meanwhile does not come out with the code of the lost one.
type printJob struct {
	name       string
	title      string // that a printer and its history are told, which names nobody
	begun, out string // said when the printer has it, and when it came out
	of         seminar.ID
	layout     string // the id of the template chosen for all of them
	marks      bool   // those whose badges these are get them marked printed
	twoSided   bool
	usual      bool // on usual paper: the copies and the tray that were chosen are those of badges
	make       func(context.Context, *desk.Desk) (docpage.Document, []seminar.RosterRow, error)
	again      *printJob // how it is made once more; nil is the same way
}

// badges is how badges are printed: the first time those that are made already.
func (p *Press) badges(m Made) *printJob {
	l, name := p.env.Lang, ""
	if len(m.Rows) > 0 {
		name = m.Rows[0].Name()
	}
	one := printJob{name: l.N("paper.print.badges", len(m.Rows), "name", name), title: l.N("paper.print.title", len(m.Rows)), of: m.Of, layout: m.options.TemplateID(), marks: m.options.Side != document.Back, twoSided: m.options.Side == document.Both,
		begun: l.N("paper.printing", len(m.Rows), "name", name), out: l.N("paper.printed", len(m.Rows), "name", name)}
	again := one
	again.make = func(ctx context.Context, d *desk.Desk) (docpage.Document, []seminar.RosterRow, error) {
		rows, err := anew(ctx, d, seminar.RosterFilter{SeminarID: m.Of}, m.Rows)
		if err != nil {
			return docpage.Document{}, nil, err
		}
		badges, err := d.BadgesFor(ctx, m.Of, rows)
		doc, _ := document.Badges(badges, m.options)
		return doc, rows, err
	}
	one.make = func(context.Context, *desk.Desk) (docpage.Document, []seminar.RosterRow, error) {
		return m.doc, m.Rows, nil
	}
	one.again = &again
	return &one
}

// anew reads rows as they stand now, in their order. Who is gone gets no badge.
func anew(ctx context.Context, d *desk.Desk, f seminar.RosterFilter, rows []seminar.RosterRow) ([]seminar.RosterRow, error) {
	at := map[seminar.ID]int{}
	for i, r := range rows {
		at[r.AttendeeID] = i
		f.Only = append(f.Only, r.AttendeeID)
	}
	now, err := d.Roster(ctx, f)
	slices.SortFunc(now, func(a, b seminar.RosterRow) int { return at[a.AttendeeID] - at[b.AttendeeID] })
	return now, err
}

// PrintBadges prints badges, marks them printed once the printer has taken them, and follows them to their end. then
// (which may be nil) is told on the UI thread whether it has.
func (p *Press) PrintBadges(m Made, then func(error)) { p.print(p.badges(m), then) }

// taken is what a printer has taken.
type taken struct {
	is     bool
	action desk.Action
}

func (p *Press) print(w *printJob, then func(error)) {
	env, d, uri, o := p.env, p.env.Desk(), p.env.Setting(page.SettingPrinter), p.settings(w)
	again := w
	if w.again != nil {
		again = w.again
	}
	id := env.Prints.Add(w.name, uri, again, d.Now())
	right, down := millimetres(env.Setting(page.SettingPrintRight)), millimetres(env.Setting(page.SettingPrintDown))
	o.User = d.Operator()
	task.Run(env.Context, env.Run, func(ctx context.Context) (taken, error) {
		var t taken
		var rows []seminar.RosterRow
		var failed error
		_, err := env.Prints.Send(ctx, env.Printing, id, o, func(ctx context.Context) (printing.Document, error) {
			var doc docpage.Document
			var err error
			if doc, rows, err = w.make(ctx, d); err != nil {
				return printing.Document{}, err
			}
			if err := depart(ctx, d, w, rows); err != nil {
				return printing.Document{}, err
			}
			return p.document(doc.Moved(right, down))
		}, func(_ printing.Job, err error) {
			ctx := context.WithoutCancel(ctx) // the paper is on its way
			if t.is = err == nil; t.is && w.marks {
				t.action, failed = d.MarkPrinted(ctx, w.of, rows, w.layout)
			}
			if seminar.CodeOf(err) == printing.CodeUnknown {
				failed = stranded(ctx, d)
			} else if failed == nil {
				failed = arrive(ctx, d)
			}
		})
		if err == nil {
			err = failed
		}
		return t, err
	}, func(t taken, err error) {
		if err != nil {
			env.Fail(plain.Error(env.Lang, err))
		}
		if then != nil {
			if t.is {
				err = nil
			}
			then(err)
		}
		if t.is {
			env.Done(w.begun, t.action)
			p.follow(id, w.out)
		}
	})
}

// settings are how this desk prints.
func (p *Press) settings(w *printJob) printing.Options {
	if w.usual {
		return printing.Options{Name: cmp.Or(w.title, w.name)}
	}
	copies, _ := strconv.Atoi(p.env.Setting(page.SettingPrintCopies)) // none is one
	return printing.Options{Name: cmp.Or(w.title, w.name), Copies: copies, Tray: p.env.Setting(page.SettingPrintTray),
		TwoSided: w.twoSided && p.env.Setting(page.SettingPrintSheets) != "two"}
}

// document is a document in the forms that printers take, with the size of its paper.
func (p *Press) document(doc docpage.Document) (printing.Document, error) {
	var b bytes.Buffer
	err := pdf.Write(&b, p.setter, &doc)
	made := printing.Document{PDF: b.Bytes(), Pages: len(doc.Pages),
		Paint: func(i int, dpi float64) (image.Image, error) { return raster.Render(p.setter, doc.Pages[i], dpi) }}
	if len(doc.Pages) > 0 {
		made.Media = printing.Media(doc.Pages[0].W, doc.Pages[0].H)
	}
	return made, err
}

// millimetres reads a setting; what is none is 0.
func millimetres(text string) float64 {
	n, _ := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return n
}

// follow says what became of something in the end.
func (p *Press) follow(id int, out string) {
	env := p.env
	task.Run(env.Context, env.Run, func(ctx context.Context) (bool, error) {
		err := env.Prints.Follow(ctx, env.Printing, id, func(trouble error) {
			env.Run.UI(func() { env.Fail(plain.Error(env.Lang, trouble)) })
		})
		return true, err
	}, func(_ bool, err error) {
		stage := printing.StageDone
		for _, e := range env.Prints.Entries() {
			if e.ID == id {
				stage = e.Stage
			}
		}
		switch {
		case err != nil:
			env.Fail(plain.Error(env.Lang, err))
		case stage == printing.StageUnknown:
			env.Done(env.Lang.T("paper.handed"), "")
		default:
			env.Done(out, "")
		}
	})
}
