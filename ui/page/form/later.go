package form

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// later registers somebody without the answers that must be given: a queue stands behind them.
type later struct {
	follow  bool
	missing []*field // that were missing when the form was to be saved
	notice  *tappedNotice
	box     *fyne.Container
}

func newLater(f *Form) later {
	l := later{notice: newTappedNotice(f.lang, f.sendLater)}
	l.box = widgets.TextColumn(0, widgets.PanelWidth-2*theme.Space4, l.notice)
	return l
}

// Missing is how many answers that must be given the form of somebody new is without.
func (f *Form) Missing() int { return len(f.unanswered(f.answers.problems(desk.Owed))) }

// unanswered are the fields of the answers that are missing.
func (f *Form) unanswered(problems seminar.Problems) []*field {
	var missing []*field
	for _, one := range f.answers.shown {
		if p := problems.For(one.name); p != nil && (p.Code == desk.CodeAnswerRequired || p.Code == desk.CodeAnswerConsent) {
			missing = append(missing, one)
		}
	}
	return missing
}

// offerLater says, above the first answer that is missing, how somebody new is registered without them.
func (f *Form) offerLater(registered bool, problems seminar.Problems) {
	f.later.missing = nil
	if !registered {
		f.later.missing = f.unanswered(problems)
	}
	if n := len(f.later.missing); n > 0 {
		f.later.notice.Title, f.later.notice.Text = f.lang.N("form.later", n), f.lang.T("form.later.key")
		f.later.notice.Refresh()
	}
	f.arrange()
}

// sendLater sends the form without the answers that are missing.
func (f *Form) sendLater() {
	if len(f.later.missing) > 0 {
		f.later.follow = true
		call(f.o.OnSubmit)
	}
}
