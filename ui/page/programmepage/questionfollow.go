package programmepage

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// touched follows a change: what belongs to the type is shown, and the form as it will be.
func (s *questionSheet) touched() {
	if !s.ready {
		return
	}
	l := s.page.env.Lang
	now, _ := s.value()
	s.fields["options"].Hidden = !now.Offers()
	s.bounds.Hidden = now.Type != seminar.TypeNumber
	s.fields["unit"].Hidden = s.bounds.Hidden
	help := "programme.question.help"
	if now.Type == seminar.TypeConsent {
		help = "programme.question.wording"
	}
	s.fields["help"].Label = l.T(help)
	s.others.follow(now)
	s.warn(now)
	for _, f := range s.fields {
		f.Error = ""
		f.Refresh()
	}
	s.column.Refresh()
	if s.panel != nil {
		s.panel.Refresh()
	}
	s.page.preview.follow()
}

// warn tells what a change means for those who answered already.
func (s *questionSheet) warn(now seminar.Question) {
	l := s.page.env.Lang
	people, gone := 0, []string{}
	for answer, n := range s.answered {
		people += n
		for _, o := range now.Chosen(answer) {
			if now.Offers() && now.Type == s.base.Type && !slices.Contains(now.Options, o) && !slices.Contains(gone, o) {
				gone = append(gone, o)
			}
		}
	}
	kind, options := "", ""
	if people > 0 && now.Type != s.base.Type {
		kind = l.N("programme.question.retyped", people)
	}
	if slices.Sort(gone); len(gone) > 0 {
		options = l.T("programme.question.gone", "options", strings.Join(gone, ", "))
	}
	s.fields["type"].SetWarning(kind)
	s.fields["options"].SetWarning(options)
}

// count finds out what was answered so far.
func (s *questionSheet) count() {
	if s.base.ID == "" {
		return
	}
	of, id := s.base.SeminarID, s.base.ID
	page.Do(s.page.env, func(ctx context.Context, d *desk.Desk) (map[string]int, error) { return d.Answered(ctx, of, id) },
		func(answered map[string]int, err error) {
			if err != nil {
				s.page.env.Log.Warn("answers", "error", err) // the form works without
				return
			}
			s.answered = answered
			s.touched()
		})
}
