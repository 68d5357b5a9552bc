package attendeespage

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
)

// exported are the columns of an export, by their names among the texts: what a file needs to be taken in again.
func exported() []string {
	return []string{"badge_number", "given_name", "family_name", "native_name", "badge_name", "honorific", "position", "organisation",
		"country", "email", "phone", "category", "delegation", "status", "access", "dietary", "desk_note", "arrived"}
}

// export writes the people that the table shows, in its order, or those of them that are selected; as a workbook or CSV,
// by the ending of the file's name. It says how many they were.
func (p *Page) export(ids []string) {
	if p.env.Seminar().ID == "" {
		return
	}
	uipage.With(p.env, seminar.RightExport, func(d *desk.Desk) { p.exportBy(d, ids) })
}

func (p *Page) exportBy(d *desk.Desk, ids []string) {
	q, l := p.question(), p.env.Lang
	p.env.SaveFile("attendees.xlsx", func(ctx context.Context, path string, progress task.Progress) error {
		some, err := rows(ctx, d, q, ids)
		if err != nil {
			return err
		}
		sheet := transfer.Sheet{Name: l.T("attendees.title")}
		for _, c := range exported() {
			column := transfer.Column{Title: l.T("column." + c)}
			if c == "arrived" {
				column.Kind = transfer.Time
			}
			sheet.Columns = append(sheet.Columns, column)
		}
		for i, r := range some {
			if i%200 == 0 {
				progress(float64(i)/float64(len(some)+1), "")
			}
			var a seminar.Attendee
			if _, err := d.Get(ctx, seminar.EntityAttendee, r.AttendeeID, &a); err != nil {
				return err
			}
			sheet.Rows = append(sheet.Rows, q.line(l, r, a))
		}
		err = filing.Write(path, func(w io.Writer) error {
			if strings.EqualFold(filepath.Ext(path), ".csv") {
				return transfer.WriteCSVContext(ctx, w, sheet, nil)
			}
			return transfer.WriteXLSXContext(ctx, w, []transfer.Sheet{sheet}, nil)
		})
		if err == nil {
			p.env.Run.UI(func() { p.env.Done(l.N("attendees.exported", len(some)), "") })
		}
		return err
	})
}

// line is one person in an export.
func (q *question) line(l *i18n.Lang, r seminar.RosterRow, a seminar.Attendee) []any {
	var arrived any
	if r.Presence.Arrived {
		arrived = r.Presence.First.In(q.zone).Truncate(time.Second)
	}
	return []any{r.BadgeNumber, a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Honorific, a.Position, a.Organisation,
		a.Country, a.Email, a.Phone, q.known.category(r.CategoryID).Text, q.known.delegation(r.DelegationID),
		l.T("common.status." + string(r.Status)), a.Access, a.Dietary, a.DeskNote, arrived}
}
