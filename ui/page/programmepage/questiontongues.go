package programmepage

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// tongues are the fields of a question in another language, one language at a time.
type tongues struct {
	sheet               *questionSheet
	tags                []string
	at                  int // which of them is shown, -1 none
	texts, helps        map[string]string
	options             map[string][]string // by language, in the order of the question's own
	choice              *widgets.Select
	text, help, opts    *widgets.Entry
	helpField, optField *widgets.FormField
	fields              *fyne.Container
	content             *fyne.Container
	filling             bool
}

func newTongues(s *questionSheet) *tongues {
	l := s.page.env.Lang
	t := &tongues{sheet: s, at: -1, tags: slices.Clone(wording.Tags()), texts: map[string]string{}, helps: map[string]string{}, options: map[string][]string{}}
	maps.Copy(t.texts, s.base.Texts)
	maps.Copy(t.helps, s.base.Helps)
	for _, tag := range slices.Sorted(maps.Keys(s.base.Texts)) {
		if !slices.Contains(t.tags, tag) {
			t.tags = append(t.tags, tag)
		}
	}
	for _, tag := range t.tags {
		for _, o := range s.base.Options {
			t.options[tag] = append(t.options[tag], s.base.OptionTexts[o][tag])
		}
	}
	t.choice = widgets.NewSelect(t.names(), nil)
	t.text = s.steer(widgets.NewEntry("", false))
	t.help, t.opts = widgets.NewEntry("", true), widgets.NewEntry("", true)
	for _, e := range []*widgets.Entry{t.text, t.help, t.opts} {
		e.OnEscape, e.OnChanged = s.leave, func(string) { t.typed() }
	}
	t.help.SetMinRowsVisible(2)
	t.opts.SetMinRowsVisible(4)
	rtl := l.RTL()
	t.helpField = widgets.NewFormField("", t.help)
	t.optField = widgets.NewFormField(l.T("programme.question.options"), t.opts)
	t.optField.Hint = l.T("programme.question.tongue.options")
	t.helpField.RTL, t.optField.RTL = rtl, rtl
	text := widgets.NewFormField(l.T("programme.question"), t.text)
	text.RTL = rtl
	t.fields = widgets.Column(theme.Space3, text, t.helpField, t.optField)
	t.fields.Hide()
	t.choice.SetSelectedIndex(0)
	t.choice.OnChanged = func(string) { t.turn(t.choice.SelectedIndex() - 1) }
	choice := s.field("tongue", l.T("programme.question.tongue"), t.choice)
	t.content = widgets.Column(theme.Space3, choice, t.fields)
	return t
}

// names are the languages by their own names, those that the question has with a tick.
func (t *tongues) names() []string {
	names := []string{"–"}
	for _, tag := range t.tags {
		name := display.Self.Name(language.Make(tag))
		if t.texts[tag] != "" || t.helps[tag] != "" {
			name += " ✓"
		}
		names = append(names, name)
	}
	return names
}

// turn shows another language.
func (t *tongues) turn(to int) {
	t.filling = true
	t.at = to
	t.fields.Hidden = to < 0
	if to >= 0 {
		tag := t.tags[to]
		t.text.SetText(t.texts[tag])
		t.help.SetText(t.helps[tag])
		t.opts.SetText(strings.Join(t.options[tag], "\n"))
	}
	t.filling = false
	t.sheet.touched()
}

func (t *tongues) typed() {
	if t.filling || t.at < 0 {
		return
	}
	tag := t.tags[t.at]
	t.texts[tag], t.helps[tag] = strings.TrimSpace(t.text.Text), strings.TrimSpace(t.help.Text)
	t.options[tag] = strings.Split(t.opts.Text, "\n")
	at := t.choice.SelectedIndex()
	t.choice.Options = t.names()
	t.choice.Selected = t.choice.Options[at]
	t.choice.Refresh()
	t.sheet.touched()
}

// follow shows what belongs to the type of the question.
func (t *tongues) follow(now seminar.Question) {
	t.optField.Hidden = !now.Offers()
	t.helpField.Label = t.sheet.fields["help"].Label
	t.helpField.Refresh()
	t.fields.Refresh()
	t.content.Refresh()
}

// put writes the languages into a question whose options are known.
func (t *tongues) put(q *seminar.Question) {
	q.Texts, q.Helps, q.OptionTexts = filledTexts(t.texts), filledTexts(t.helps), nil
	for _, tag := range t.tags {
		for i, o := range q.Options {
			if i >= len(t.options[tag]) || strings.TrimSpace(t.options[tag][i]) == "" {
				continue
			}
			if q.OptionTexts == nil {
				q.OptionTexts = map[string]map[string]string{}
			}
			if q.OptionTexts[o] == nil {
				q.OptionTexts[o] = map[string]string{}
			}
			q.OptionTexts[o][tag] = strings.TrimSpace(t.options[tag][i])
		}
	}
}

// filledTexts are the texts that are not empty, nil for none.
func filledTexts(texts map[string]string) map[string]string {
	var all map[string]string
	for tag, text := range texts {
		if text != "" {
			if all == nil {
				all = map[string]string{}
			}
			all[tag] = text
		}
	}
	return all
}
