package programmepage

import (
	"strconv"
	"strings"

	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// taken says how many places of a category's or a delegation's quota are taken, and a warning where they are too many.
func (p *Page) taken(id seminar.ID) (end, warning string) {
	q, limited := p.now.quotas[id]
	if !limited {
		return "", ""
	}
	l := p.env.Lang
	end = l.T("programme.quota.taken", "taken", l.Number(q.Taken), "places", l.Number(q.Places))
	if q.Waiting > 0 {
		end = widgets.Joined(" · ", end, l.N("programme.quota.waiting", q.Waiting))
	}
	if q.Over() > 0 {
		warning = l.N("programme.quota.over", q.Over())
	}
	return end, warning
}

// quotaHint says what a quota does.
func (p *Page) quotaHint() string {
	if p.env.Seminar().WaitingList {
		return p.env.Lang.T("programme.quota.hint")
	}
	return p.env.Lang.T("programme.quota.hint.watched")
}

// makePlaces asks for the places of the seminar, what becomes of whoever finds none, and its series.
func (s *seminarSheet) makePlaces() {
	t := s.page.env.Lang.T
	s.capacity = s.entry("capacity", t("programme.seminar.capacity"), numberOrNone(s.base.Capacity))
	s.fields["capacity"].Hint = t("programme.seminar.capacity.hint")
	s.waiting, s.approval = widgets.NewCheck(t("programme.waiting_list"), nil), widgets.NewCheck(t("programme.approval"), nil)
	s.waiting.Checked, s.approval.Checked = s.base.WaitingList, s.base.Approval
	s.column.Add(s.waiting)
	s.column.Add(s.approval)
	s.series = widgets.NewSuggest("")
	s.steer(s.series.Entry)
	for _, v := range s.page.now.series {
		if v.ID == s.base.SeriesID {
			s.series.SetText(v.Title)
		}
	}
	s.series.OnEnter = func() { s.save() }
	s.series.Resized = s.column.Refresh
	s.series.Find = func(text string, offer func([]string)) {
		want := strings.ToLower(strings.TrimSpace(text))
		var found []string
		for _, v := range s.page.now.series {
			if strings.Contains(strings.ToLower(v.Title), want) && v.Title != text {
				found = append(found, v.Title)
			}
		}
		offer(found)
	}
	s.add("series", t("programme.series"), s.series.Content()).Hint = t("programme.series.hint")
}

// places is what makePlaces asked, as it is filled in.
func (s *seminarSheet) places() string {
	return strings.Join([]string{s.capacity.Text, strconv.FormatBool(s.waiting.Checked), strconv.FormatBool(s.approval.Checked), s.series.Entry.Text}, "\n")
}

// readPlaces puts what makePlaces asked into the seminar, but for the series, which may have to be added.
func (s *seminarSheet) readPlaces(now *seminar.Seminar, bad *seminar.Problems) {
	now.Capacity = s.number("capacity", s.capacity.Text, bad)
	now.WaitingList, now.Approval = s.waiting.Checked, s.approval.Checked
}
