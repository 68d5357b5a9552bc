package paper

import (
	"bytes"
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// unknownOf is the setting that says that a badge may have come out, and nobody knows: it is not printed again unasked.
func unknownOf(r seminar.RosterRow) string { return "printer.unknown." + string(r.RegistrationID) }

// Prints says whether this desk has a printer.
func (p *Press) Prints() bool { return p.env.Setting(page.SettingPrinter) != "" }

// sent is a document that the printer has taken.
type sent struct {
	job    printing.Job
	action desk.Action
	taken  bool
}

// PrintBadges prints badges, marks them printed once the printer has taken them, and follows them to their end. then
// (which may be nil) is told on the UI thread whether it has.
func (p *Press) PrintBadges(m Made, then func(error)) {
	l, env, d, uri := p.env.Lang, p.env, p.env.Desk(), p.env.Setting(page.SettingPrinter)
	name := ""
	if len(m.Rows) > 0 {
		name = m.Rows[0].Name()
	}
	task.Run(env.Context, env.Run, func(ctx context.Context) (sent, error) {
		s := sent{}
		var err error
		if s.job, err = p.send(ctx, uri, d, l.T("paper.print.job", "name", name), m.doc); err != nil {
			return s, err
		}
		s.taken = true
		s.action, err = d.MarkPrinted(ctx, m.Of, m.Rows, "")
		return s, err
	}, func(s sent, err error) {
		if seminar.CodeOf(err) == printing.CodeUnknown {
			for _, r := range m.Rows {
				env.SetSetting(unknownOf(r), "1")
			}
		}
		if err != nil {
			env.Fail(err)
		}
		if then != nil {
			if s.taken {
				err = nil
			}
			then(err)
		}
		if s.taken {
			env.Done(l.N("paper.printing", len(m.Rows), "name", name), s.action)
			p.follow(uri, s.job, l.N("paper.printed", len(m.Rows), "name", name))
		}
	})
}

// PrintUnasked prints the badge of somebody who has just been checked in, unless it was printed before or may have been.
// It says whether it tries to; then is told the end, an error also when a letter is in no font.
func (p *Press) PrintUnasked(of seminar.ID, r seminar.RosterRow, then func(error)) bool {
	if !p.Prints() || r.Prints > 0 || p.env.Setting(unknownOf(r)) != "" {
		return false
	}
	d, o := p.env.Desk(), p.Options()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (Made, error) {
		m := Made{Of: of}
		var err error
		if m.Rows, err = d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Only: []seminar.ID{r.AttendeeID}}); err != nil {
			return m, err
		}
		if len(m.Rows) == 0 || m.Rows[0].Prints > 0 { // meanwhile
			m.Rows = nil
			return m, nil
		}
		badges, err := d.BadgesFor(ctx, of, m.Rows)
		if err == nil {
			m.doc, m.warnings = document.Badges(badges, o)
		}
		return m, err
	}, func(m Made, err error) {
		if err == nil && len(m.warnings) > 0 {
			err = seminar.Errorf("printer_letters", "The badge of {name} was not printed: no font has some of its letters. Print it by hand.").WithArg("name", r.Name())
		}
		switch {
		case err != nil:
			p.env.Fail(err)
			then(err)
		case len(m.Rows) == 0:
			then(nil)
		default:
			p.PrintBadges(m, then)
		}
	})
	return true
}

// PrintTest prints a page that says that the printer works.
func (p *Press) PrintTest() {
	l, env, d, uri := p.env.Lang, p.env, p.env.Desk(), p.env.Setting(page.SettingPrinter)
	var doc docpage.Document
	doc.Add(docpage.New(docpage.A6).Frame(7, 7, 91, 134, 0.3, docpage.Grey(0)).
		Write(14, 50, 77, 40, docpage.Style{Size: 16}, l.T("paper.print.test")))
	task.Run(env.Context, env.Run, func(ctx context.Context) (printing.Job, error) {
		return p.send(ctx, uri, d, l.T("paper.print.test"), doc)
	}, func(job printing.Job, err error) {
		if err != nil {
			env.Fail(err)
			return
		}
		env.Done(l.T("paper.testing"), "")
		p.follow(uri, job, l.T("paper.tested"))
	})
}

func (p *Press) send(ctx context.Context, uri string, d *desk.Desk, name string, doc docpage.Document) (printing.Job, error) {
	var b bytes.Buffer
	if err := pdf.Write(&b, p.setter, &doc); err != nil {
		return printing.Job{}, err
	}
	o := printing.Options{Name: name, User: d.Operator()}
	if len(doc.Pages) > 0 {
		o.Media = printing.Media(doc.Pages[0].W, doc.Pages[0].H)
	}
	return p.env.Printing.Print(ctx, uri, b.Bytes(), o)
}

// follow says what became of a job in the end.
func (p *Press) follow(uri string, job printing.Job, out string) {
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (printing.Job, error) { return p.env.Printing.Follow(ctx, uri, job) },
		func(_ printing.Job, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(out, "")
		})
}
