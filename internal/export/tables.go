package export

import (
	"context"
	"io"
	"strings"
	"time"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// know reads the names that the lines of an export refer to.
func (x *Export) know(ctx context.Context, what What) error {
	x.groups, x.sessions, x.people = map[seminar.ID]string{}, map[seminar.ID]string{}, map[seminar.ID]transferee{}
	categories, err := x.Desk.Categories(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	for _, c := range categories {
		x.groups[c.ID] = c.Name
	}
	delegations, err := x.Desk.Delegations(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	for _, d := range delegations {
		x.groups[d.ID] = d.Name
	}
	sessions, err := x.Desk.Sessions(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		x.sessions[s.ID] = s.Title
	}
	if what == People || what == Programme {
		return nil
	}
	rows, err := x.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: x.Seminar.ID})
	if err != nil {
		return err
	}
	for _, r := range rows {
		x.people[r.AttendeeID] = transferee{r.Name(), r.BadgeNumber}
	}
	return nil
}

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
	summary, err := x.Desk.Summary(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	delegations, err := x.Desk.Delegations(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	counted := map[string][2]int{}
	for _, g := range summary.ByDelegation {
		counted[g.Key] = [2]int{g.Expected, g.Arrived}
	}
	s.Columns = x.columns("delegation", "country", "quota#", "head", "registered#", "arrived#")
	for _, d := range delegations {
		var quota any
		if d.Quota > 0 {
			quota = d.Quota
		}
		n := counted[d.Name]
		s.Rows = append(s.Rows, []any{d.Name, d.Country, quota, x.people[d.HeadID].name, n[0], n[1]})
	}
	return nil
}

func (x *Export) initiatives(ctx context.Context, s *transfer.Sheet) error {
	all, err := x.Desk.Initiatives(ctx, x.Seminar.ID)
	s.Columns = x.columns("title", "theme", "by", "delegation", "session", "status", "language", "text")
	for _, v := range all {
		by := v.By
		if p, here := x.people[v.AttendeeID]; here {
			by = p.name
		}
		s.Rows = append(s.Rows, []any{v.Title, v.Theme, by, x.groups[v.DelegationID], x.sessions[v.SessionID],
			x.Lang.T("common.initiative." + string(v.Status)), v.Language, v.Text})
	}
	return err
}

func (x *Export) checkins(ctx context.Context, s *transfer.Sheet) error {
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
		who := x.people[c.AttendeeID]
		s.Rows = append(s.Rows, []any{x.local(c.Datetime), who.number, who.name, names[c.ListID], x.Lang.T("common.type." + string(c.Type)), outcome, reason,
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
