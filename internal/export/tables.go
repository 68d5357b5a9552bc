package export

import (
	"context"
	"io"
	"strings"
	"time"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

func (x *Export) programme(ctx context.Context, s *transfer.Sheet) error {
	sessions, err := x.Desk.Sessions(ctx, x.Seminar.ID)
	s.Columns = x.columns("title", "kind", "room", "start@", "end@", "capacity#", "counts", "speakers")
	for _, v := range sessions {
		var capacity any
		if v.Capacity > 0 {
			capacity = v.Capacity
		}
		s.Rows = append(s.Rows, []any{v.Title, x.Lang.T("common.kind." + string(v.Kind)), v.Room, x.local(v.Start), x.local(v.End), capacity,
			x.yes(v.Counts), strings.Join(v.Speakers, ", ")})
	}
	return err
}

func (x *Export) calendar(ctx context.Context, w io.Writer) (int, error) {
	sessions, err := x.Desk.Sessions(ctx, x.Seminar.ID)
	if err != nil {
		return 0, err
	}
	kind := func(k seminar.SessionKind) string { return x.Lang.T("common.kind." + string(k)) }
	return len(sessions), transfer.WriteCalendar(w, x.Seminar, x.Lang.Tag(), sessions, kind, time.Now())
}

func (x *Export) delegations(ctx context.Context, s *transfer.Sheet) error {
	delegations, err := x.Desk.Delegations(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	lists, err := x.Desk.Lists(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	door := seminar.List{SeminarID: x.Seminar.ID}
	if len(lists) > 0 {
		door = lists[0]
		door.Frequency = seminar.Multiple // who came on any day, not on the latest alone
	}
	sizes, err := x.Desk.DelegationSizes(ctx, door)
	if err != nil {
		return err
	}
	heads, err := x.Desk.Heads(ctx, x.Seminar.ID, delegations)
	s.Columns = x.columns("delegation", "country", "quota#", "head", "registered#", "arrived#")
	for _, d := range delegations {
		var quota any
		if d.Quota > 0 {
			quota = d.Quota
		}
		n := sizes[d.ID]
		s.Rows = append(s.Rows, []any{d.Name, d.Country, quota, heads[d.HeadID].Name(), n.Registered, n.Arrived})
	}
	return err
}

func (x *Export) initiatives(ctx context.Context, s *transfer.Sheet) error {
	book, err := x.Desk.InitiativeBook(ctx, x.Seminar.ID)
	s.Columns = x.columns("title", "theme", "by", "delegation", "session", "status", "language", "text")
	for _, v := range book.Lines {
		s.Rows = append(s.Rows, []any{v.Title, v.Theme, v.Who, v.Delegation, v.Session, x.Lang.T("common.initiative." + string(v.Status)), v.Language, v.Text})
	}
	return err
}

func (x *Export) checkins(ctx context.Context, s *transfer.Sheet) error {
	rows, err := x.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: x.Seminar.ID})
	if err != nil {
		return err
	}
	people := make(map[seminar.ID]int, len(rows))
	for i, r := range rows {
		people[r.AttendeeID] = i
	}
	lists, err := x.Desk.Lists(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	names := map[seminar.ID]string{}
	for _, l := range lists {
		names[l.ID] = l.Name
	}
	s.Columns = x.columns("time@", "badge_number", "name", "list", "type", "outcome", "reason", "explanation", "forced", "undone", "desk", "operator")
	return x.Desk.EachCheckin(ctx, x.Seminar.ID, func(c seminar.Checkin) error {
		outcome, reason := x.Lang.T("common.outcome.ok"), ""
		if !c.Successful {
			outcome, reason = x.Lang.T("common.outcome.error"), x.Lang.T("common.reason."+string(c.Reason))
		}
		name, number := "", "" // of a code that is nobody's
		if i, here := people[c.AttendeeID]; here {
			name, number = rows[i].Name(), rows[i].BadgeNumber
		}
		s.Rows = append(s.Rows, []any{x.local(c.Datetime), number, name, names[c.ListID], x.Lang.T("common.type." + string(c.Type)), outcome, reason,
			x.said(c), x.yes(c.Forced), x.yes(c.Undone), c.Desk, c.Operator})
		return ctx.Err()
	})
}

// said is the explanation of a refusal in the language of the export.
func (x *Export) said(c seminar.Checkin) string {
	if e := c.Explained(); e != nil {
		return x.Lang.Err(e)
	}
	return ""
}
