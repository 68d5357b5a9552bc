package paper

import (
	"context"

	"lanyard/internal/document"
	"lanyard/internal/printing/plain"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
)

// PrintUnasked prints the badges of people who have just been checked in, of each unless it was printed before or may have
// been, or the category gets none. It says whether it tries to; then is told once they were taken, or an error, also when a letter is in no font: the
// badges of the others are printed all the same.
func (p *Press) PrintUnasked(of seminar.ID, rows []seminar.RosterRow, then func(error)) bool {
	if !p.Prints() || len(rows) == 0 || len(rows) == 1 && rows[0].Prints > 0 {
		return false
	}
	d, o := p.env.Desk(), p.Options()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (Made, error) {
		m := Made{Of: of, options: o}
		now, err := anew(ctx, d, seminar.RosterFilter{SeminarID: of, Badged: true}, rows)
		if err != nil {
			return m, err
		}
		for _, r := range now {
			maybe, err := mayBeOut(ctx, d, r)
			if err != nil {
				return m, err
			}
			if r.Prints == 0 && !maybe {
				m.Rows = append(m.Rows, r)
			}
		}
		if len(m.Rows) == 0 {
			return m, nil
		}
		badges, err := d.BadgesFor(ctx, of, m.Rows)
		if err != nil {
			return m, err
		}
		m.doc, m.warnings = document.Badges(badges, o)
		if len(m.warnings) > 0 { // those without a warning come out
			lacks := map[seminar.ID]bool{}
			for _, w := range m.warnings {
				lacks[w.AttendeeID] = true
			}
			var rows []seminar.RosterRow
			var fine []document.Badge
			for i, r := range m.Rows {
				if !lacks[r.AttendeeID] {
					rows, fine = append(rows, r), append(fine, badges[i])
				}
			}
			m.lacking, m.Rows = m.Rows, rows
			m.doc, _ = document.Badges(fine, o)
		}
		return m, nil
	}, func(m Made, err error) {
		if err != nil {
			p.env.Fail(plain.Error(p.env.Lang, err))
			then(err)
			return
		}
		for _, r := range m.lacking {
			if !holds(m.Rows, r) {
				err = seminar.Errorf("printer_letters", "The badge of {name} was not printed: no font has some of its letters. Print it by hand.").WithArg("name", r.Name())
				p.env.Fail(err)
			}
		}
		switch {
		case len(m.Rows) > 0:
			p.PrintBadges(m, then)
		case err != nil:
			then(err)
		}
	})
	return true
}

func holds(rows []seminar.RosterRow, one seminar.RosterRow) bool {
	for _, r := range rows {
		if r.AttendeeID == one.AttendeeID {
			return true
		}
	}
	return false
}
