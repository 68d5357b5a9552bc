package programmepage

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// questionItems are the seminar's own questions.
func (p *Page) questionItems() []item {
	t := p.env.Lang.T
	all := make([]item, len(p.now.questions))
	for i, v := range p.now.questions {
		required, atDesk := "", ""
		if v.Required {
			required = t("programme.question.required.short")
		}
		if v.AtDesk {
			atDesk = t("programme.question.at_desk.short")
		}
		all[i] = item{id: v.ID, title: v.Text, icon: theme.IconHelp, end: t("programme.question.type." + v.Type),
			meta: widgets.Joined(" · ", required, atDesk, strings.Join(v.Options, ", "))}
	}
	return all
}

func (p *Page) addQuestion() {
	p.editQuestion(seminar.Question{SeminarID: p.env.Seminar().ID, Type: "text", Position: behind(p.now.questions, func(v seminar.Question) int { return v.Position })})
}

// questionSheet is the form of one question.
type questionSheet struct {
	*sheet
	base             seminar.Question
	text, options    *widgets.Entry
	kind             *widgets.Select
	required, atDesk *widgets.Check
}

// editQuestion opens a question in the panel; one without an id is new.
func (p *Page) editQuestion(v seminar.Question) {
	t := p.env.Lang.T
	s := &questionSheet{sheet: p.newSheet(), base: v}
	s.text = s.entry("text", t("programme.question"), v.Text)
	var names []string
	for _, k := range seminar.QuestionTypes() {
		names = append(names, t("programme.question.type."+k))
	}
	s.kind = widgets.NewSelect(names, nil)
	s.kind.SetSelectedIndex(max(0, slices.Index(seminar.QuestionTypes(), v.Type)))
	s.add("type", t("programme.question.type"), s.kind)
	s.options = s.entry("options", t("programme.question.options"), strings.Join(v.Options, "; "))
	options := s.fields["options"]
	options.Hint = t("programme.question.options.hint")
	show := func() {
		options.Hidden = s.value().Type != "choice"
		s.column.Refresh()
	}
	s.kind.OnChanged = func(string) { show() }
	s.required, s.atDesk = widgets.NewCheck(t("programme.question.required"), nil), widgets.NewCheck(t("programme.question.at_desk"), nil)
	s.required.Checked, s.atDesk.Checked = v.Required, v.AtDesk
	s.column.Add(s.required)
	s.column.Add(s.atDesk)
	show()
	s.save = s.submit
	s.filled = func() any { return s.value() }
	s.openPart(t("programme.question"), seminar.EntityQuestion, v.ID, v.Text)
}

func (s *questionSheet) value() seminar.Question {
	now := s.base
	now.Text, now.Type = strings.TrimSpace(s.text.Text), seminar.QuestionTypes()[max(0, s.kind.SelectedIndex())]
	now.Required, now.AtDesk, now.Options = s.required.Checked, s.atDesk.Checked, nil
	if now.Type != "choice" {
		return now
	}
	for _, o := range strings.Split(s.options.Text, ";") {
		if o = strings.TrimSpace(o); o != "" && !slices.Contains(now.Options, o) {
			now.Options = append(now.Options, o)
		}
	}
	return now
}

func (s *questionSheet) submit() {
	now := s.value()
	s.keepPart(now.Text, func(ctx context.Context, d *desk.Desk) (seminar.ID, desk.Action, error) {
		done, action, err := d.SaveQuestion(ctx, now)
		return done.ID, action, err
	})
}
