package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/names"
	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// spelling are the three names that a proposal is about.
type spelling struct{ given, family, native string }

// proposal is how the passports of the country spell a name that was written in another script. It stands under the field
// that it comes from, and never takes that field's place by itself.
type proposal struct {
	to    spelling // the fields as they would be; zero while there is nothing to propose
	from  spelling // the fields before it was taken over
	taken bool     // the fields are as it has them; the same key takes it back
	under *field
	line  *proposalLine
	box   *fyne.Container
}

// propose looks what there is to propose after a change in a field.
func (f *Form) propose() {
	p := &f.proposal
	if p.line == nil || f.setting {
		return
	}
	now, under := f.spelling(), p.under
	if p.taken && now == p.to {
		return
	}
	p.taken = false
	p.to, p.under = proposed(now, f.country.chosen), f.native
	if now.native == "" {
		if p.under = f.given; now.family != "" {
			p.under = f.family
		}
	}
	f.sayProposal()
	if p.under != under || p.box.Hidden != (p.to == spelling{}) {
		p.box.Hidden = p.to == spelling{}
		f.arrange()
	}
}

// proposed is what the three names would be. A name in its own script is divided and spelt where nobody wrote another one;
// given and family names in another script are spelt, and kept as the name in that script.
func proposed(now spelling, country string) spelling {
	var to spelling
	switch {
	case now.given == "" && now.family == "":
		to.native = now.native
	case now.native == "" && (now.given == "" || !names.InLatin(now.given)) && (now.family == "" || !names.InLatin(now.family)):
		to.native = widgets.Joined(" ", now.given, now.family)
	default:
		return spelling{}
	}
	to.given, to.family = now.given, now.family
	if now.given == "" || now.family == "" {
		to.given, to.family = transfer.Divide(to.native, country)
	}
	to.given, to.family = names.Passport(to.given, country), names.Passport(to.family, country)
	if to.given+to.family == "" {
		return spelling{}
	}
	return to
}

// sayProposal writes the line.
func (f *Form) sayProposal() {
	p, key := &f.proposal, "form.proposal"
	if p.taken {
		key = "form.proposal.taken"
	}
	p.line.SetText(f.lang.T(key, "name", widgets.Joined(" ", p.to.given, p.to.family)))
}

// takeProposal takes the proposal over, or back.
func (f *Form) takeProposal() {
	p := &f.proposal
	switch {
	case p.to == spelling{}:
		return
	case p.taken:
		p.taken = false
		f.spell(p.from)
	default:
		p.from, p.taken = f.spelling(), true
		f.spell(p.to)
	}
	f.sayProposal()
}

// undoProposal takes a proposal back that was just taken over, and says whether there was one.
func (f *Form) undoProposal() bool {
	if !f.proposal.taken {
		return false
	}
	f.takeProposal()
	return true
}

func (f *Form) spelling() spelling {
	text := func(one *field) string { return strings.TrimSpace(one.target.(*entry).Text) }
	return spelling{text(f.given), text(f.family), text(f.native)}
}

// spell writes the three names.
func (f *Form) spell(s spelling) {
	f.setting = true
	for one, text := range map[*field]string{f.given: s.given, f.family: s.family, f.native: s.native} {
		e := one.target.(*entry)
		if e.Text != text {
			e.SetText(text)
			e.CursorColumn = len([]rune(text))
			e.Refresh()
		}
	}
	f.setting = false
	f.propose()
	f.askLikely(f.given)
}

// proposalLine is the proposal as a quiet line that can be tapped.
type proposalLine struct {
	widgets.Text
	take func()
}

func newProposal(f *Form) proposal {
	l := &proposalLine{take: func() { f.takeProposal(); f.proposal.under.focus() }}
	l.TextSize, l.Colour, l.RTL, l.Lines, l.MinWidth = theme.CaptionSize, theme.QuietText, f.lang.RTL(), 2, -1
	l.ExtendBaseWidget(l)
	p := proposal{line: l, box: widgets.TextColumn(0, widgets.PanelWidth-2*theme.Space4, l)}
	p.box.Hide()
	return p
}

// Tapped implements fyne.Tappable.
func (l *proposalLine) Tapped(*fyne.PointEvent) { l.take() }

// Cursor implements desktop.Cursorable.
func (l *proposalLine) Cursor() desktop.Cursor { return desktop.PointerCursor }
