package programmepage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// questionItems are the seminar's own questions.
func (p *Page) questionItems() []item {
	l := p.env.Lang
	all := make([]item, len(p.now.questions))
	for i, v := range p.now.questions {
		required, atDesk := "", ""
		if v.Required {
			required = l.T("programme.question.required.short")
		}
		if v.AtDesk {
			atDesk = l.T("programme.question.at_desk.short")
		}
		all[i] = item{id: v.ID, title: v.Said(l.Tag()), icon: theme.IconHelp, end: l.T("programme.question.type." + v.Type),
			meta: widgets.Joined(" · ", required, atDesk, p.whenInWords(v.When), strings.Join(v.Options, ", "))}
	}
	return all
}

func (p *Page) addQuestion() {
	p.editQuestion(seminar.Question{SeminarID: p.env.Seminar().ID, Type: seminar.TypeText, Position: p.behindQuestions()})
}

func (p *Page) behindQuestions() int {
	return desk.Behind(p.now.questions, func(v seminar.Question) int { return v.Position })
}

// copyQuestion adds the question under the cursor once more, at the end.
func (p *Page) copyQuestion() {
	if i := p.shelf.at; p.part().name == partQuestions && i >= 0 && i < len(p.now.questions) && p.env.Leaving() {
		v := p.now.questions[i]
		v.ID, v.Position = "", p.behindQuestions()
		v.Text = p.env.Lang.T("programme.question.copy", "text", v.Said(""))
		v.Texts = nil
		p.actOr(p.env.Lang.T("programme.saved", "title", v.Text), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			done, action, err := d.SaveQuestion(ctx, v)
			p.fresh = done.ID
			return action, err
		}, nil, func(error) bool { return false })
	}
}

// questionSheet is the form of one question.
type questionSheet struct {
	*sheet
	base           seminar.Question
	text           *widgets.Entry
	help           *widgets.Entry
	kind           *widgets.Select
	options        *widgets.Entry
	min, max, unit *widgets.Entry
	bounds         *fyne.Container
	required       *widgets.Check
	places         *picks
	when           *whenTable
	others         *tongues
	answered       map[string]int // by answer; nil until they are counted
	ready          bool           // all controls are there
}

// editQuestion opens a question in the panel; one without an id is new.
func (p *Page) editQuestion(v seminar.Question) {
	t := p.env.Lang.T
	s := &questionSheet{sheet: p.newSheet(), base: v}
	s.text = s.entry("text", t("programme.question"), v.Text)
	s.makeKind()
	s.help = widgets.NewEntry("", true)
	s.help.SetMinRowsVisible(2)
	s.help.Text, s.help.OnEscape = v.Help, s.leave
	s.add("help", t("programme.question.help"), s.help)
	s.makeOptions()
	s.makeNumber()
	s.required = widgets.NewCheck(t("programme.question.required"), func(bool) { s.touched() })
	s.required.Checked = v.Required
	s.column.Add(s.required)
	s.makePlaces()
	s.when = newWhenTable(s)
	s.add("when", t("programme.question.when"), s.when.content)
	s.others = newTongues(s)
	s.column.Add(s.others.content)
	for _, e := range []*widgets.Entry{s.text, s.help, s.options, s.min, s.max, s.unit} {
		e.OnChanged = func(string) { s.touched() }
	}
	s.save = s.submit
	s.filled = func() any { v, _ := s.value(); return [2]any{v, s.min.Text + " " + s.max.Text} }
	s.ready = true
	p.asking = s
	s.openPart(t("programme.question"), seminar.EntityQuestion, v.ID, v.Said(p.env.Lang.Tag()))
	s.touched()
	s.count()
}

func (s *questionSheet) makeKind() {
	t := s.page.env.Lang.T
	var names []string
	for _, k := range seminar.QuestionTypes() {
		names = append(names, t("programme.question.type."+k))
	}
	s.kind = widgets.NewSelect(names, nil)
	s.kind.SetSelectedIndex(max(0, slices.Index(seminar.QuestionTypes(), s.base.Type)))
	s.kind.OnChanged = func(string) { s.touched() }
	s.add("type", t("programme.question.type"), s.kind)
}

func (s *questionSheet) makeOptions() {
	t := s.page.env.Lang.T
	s.options = widgets.NewEntry("", true)
	s.options.SetMinRowsVisible(4)
	s.options.Text, s.options.OnEscape = strings.Join(s.base.Options, "\n"), s.leave
	s.add("options", t("programme.question.options"), s.options).Hint = t("programme.question.options.hint")
}

func (s *questionSheet) makeNumber() {
	t := s.page.env.Lang.T
	bound := func(name string, n *float64) *widgets.Entry {
		e := s.steer(widgets.NewEntry("", false))
		e.Text = desk.WriteNumber(n)
		s.field(name, t("programme.question."+name), e)
		return e
	}
	s.min, s.max = bound("min", s.base.Min), bound("max", s.base.Max)
	s.bounds = widgets.Side(s.page.env.Lang.RTL(), theme.Space3, 120, s.fields["min"], s.fields["max"])
	s.column.Add(s.bounds)
	s.unit = s.entry("unit", t("programme.question.unit"), s.base.Unit)
}

// makePlaces are the places where the question is asked, each to be turned on.
func (s *questionSheet) makePlaces() {
	t := s.page.env.Lang.T
	var offered []pick
	var chosen []string
	for _, p := range []seminar.Place{seminar.InForm, seminar.AtDesk, seminar.AtSelf, seminar.OnPaper} {
		offered = append(offered, pick{string(p), t("programme.question.place." + string(p))})
		if s.base.Shown(p) || p == seminar.AtSelf && !s.base.AtDesk && !slices.Contains(s.base.Hidden, p) {
			chosen = append(chosen, string(p))
		}
	}
	s.places = newPicks(s.page.env.Lang.RTL(), offered, chosen)
	s.places.changed = s.touched
	s.add("places", t("programme.question.places"), s.places.content).Hint = t("programme.question.places.hint")
}

// value is the question as it is filled in, and what of it could not be read.
func (s *questionSheet) value() (seminar.Question, seminar.Problems) {
	var bad seminar.Problems
	now := s.base
	now.Text, now.Help = strings.TrimSpace(s.text.Text), strings.TrimSpace(s.help.Text)
	now.Type = seminar.QuestionTypes()[max(0, s.kind.SelectedIndex())]
	now.Required, now.Options, now.Min, now.Max, now.Unit = s.required.Checked, nil, nil, nil, ""
	if now.Offers() {
		now.Options = optionLines(s.options.Text)
	}
	if now.Type == seminar.TypeNumber {
		now.Min, now.Max, now.Unit = s.decimal("min", s.min.Text, &bad), s.decimal("max", s.max.Text, &bad), strings.TrimSpace(s.unit.Text)
	}
	chosen := s.places.chosen()
	now.AtDesk, now.Hidden = slices.Contains(chosen, string(seminar.AtDesk)), nil
	for _, p := range []seminar.Place{seminar.InForm, seminar.AtSelf, seminar.OnPaper} {
		if !slices.Contains(chosen, string(p)) {
			now.Hidden = append(now.Hidden, p)
		}
	}
	now.When = s.when.value()
	s.others.put(&now)
	return now, bad
}

// optionLines are the options of a text, one on each line or between semicolons.
func optionLines(text string) []string {
	var all []string
	for _, o := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' }) {
		if o = strings.TrimSpace(o); o != "" && !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

func (s *questionSheet) decimal(field, text string, bad *seminar.Problems) *float64 {
	n, err := desk.ParseNumber(text)
	if err != nil {
		*bad = append(*bad, s.problem(field, "programme.number.unread", "value", text))
	}
	return n
}

func (s *questionSheet) submit() {
	now, bad := s.value()
	if s.problems(bad.OrNil()) {
		return
	}
	s.keepPart(now.Said(""), func(ctx context.Context, d *desk.Desk) (seminar.ID, desk.Action, error) {
		done, action, err := d.SaveQuestion(ctx, now)
		return done.ID, action, err
	})
}
