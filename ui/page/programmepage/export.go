package programmepage

import (
	"context"
	"io"

	"lanyard/internal/desk"
	"lanyard/internal/export"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// export saves what the page shows as a file, whose ending says what it is: of a programme a calendar at first.
func (p *Page) export() {
	what, ending := export.Programme, "ics"
	switch p.part().name {
	case partDelegations:
		what, ending = export.Delegations, "xlsx"
	case partInitiatives:
		what, ending = export.Initiatives, "xlsx"
	}
	l, of := p.env.Lang, p.env.Seminar()
	page.With(p.env, seminar.RightExport, func(d *desk.Desk) {
		p.env.SaveFile(filing.Name(ending, l.T("export.what."+string(what)), of.Start), func(ctx context.Context, path string, progress task.Progress) error {
			x := export.Export{Desk: d, Lang: l, Seminar: of, Progress: func(done, total int) { progress(float64(done)/float64(max(1, total)), "") }}
			return filing.Write(path, func(w io.Writer) error {
				_, err := x.Write(ctx, w, what, path)
				return err
			})
		})
	})
}
