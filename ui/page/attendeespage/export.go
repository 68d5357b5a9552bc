package attendeespage

import (
	"context"
	"io"

	"lanyard/internal/desk"
	"lanyard/internal/export"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// export writes the people that the table shows, in its order, or those of them that are selected; as a workbook, CSV, JSON
// or address cards, by the ending of the file's name. It says how many they were.
func (p *Page) export(ids []string) {
	if p.env.Seminar().ID == "" {
		return
	}
	uipage.With(p.env, seminar.RightExport, func(d *desk.Desk) { p.exportBy(d, ids) })
}

func (p *Page) exportBy(d *desk.Desk, ids []string) {
	q, l, of := p.question(), p.env.Lang, p.env.Seminar()
	p.env.SaveFile(filing.Name("xlsx", l.T("export.what."+string(export.People)), of.Start), func(ctx context.Context, path string, progress task.Progress) error {
		some, err := rows(ctx, d, q, ids)
		if err != nil {
			return err
		}
		x := export.Export{Desk: d, Lang: l, Seminar: of, Rows: some, Progress: func(done, total int) { progress(float64(done)/float64(max(1, total)), "") }}
		err = filing.Write(path, func(w io.Writer) error {
			_, err := x.Write(ctx, w, export.People, path)
			return err
		})
		if err != nil {
			return err
		}
		said := l.N("attendees.exported", len(some))
		if len(q.filter.AgreedTo) > 0 && len(ids) == 0 {
			whole := q.filter
			whole.AgreedTo = nil
			n, err := d.Count(ctx, whole)
			if err != nil {
				return err
			}
			said = widgets.Joined(" ", said, l.N("attendees.left_out", n-len(some)))
		}
		p.env.Run.UI(func() { p.env.Done(said, "") })
		return nil
	})
}
