package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// likely are the people who are probably the one being written, under the field in which they were noticed. They are
// told, and never in the way: the form can be sent all the same.
type likely struct {
	ask   func(desk.Form, func([]desk.Duplicate))
	open  func(seminar.ID)
	found []desk.Duplicate
	under *field
	box   *fyne.Container
}

// telling are the fields by which people are told apart.
var telling = []string{"given_name", "family_name", "native_name", "organisation", "email", "phone"}

// askLikely asks who is probably being written, after a change in a field; nil after Set. Somebody who is registered is
// not asked about.
func (f *Form) askLikely(one *field) {
	l := &f.likely
	if l.ask == nil || f.setting || f.base.Attendee.ID != "" || one != nil && !slices.Contains(telling, one.name) {
		return
	}
	l.ask(f.Value(), func(found []desk.Duplicate) { f.showLikely(found, one) })
}

func (f *Form) showLikely(found []desk.Duplicate, one *field) {
	l := &f.likely
	if slices.EqualFunc(found, l.found, func(a, b desk.Duplicate) bool {
		return a.A.AttendeeID == b.A.AttendeeID && slices.Equal(a.Reasons, b.Reasons)
	}) {
		return
	}
	if len(l.found) == 0 || l.under == nil { // it stays where it appeared
		l.under = one
	}
	l.found = found
	l.box.RemoveAll()
	for i, v := range found {
		text := Why(f.lang, v.Reasons)
		if i == 0 && len(found) == 1 {
			text += " " + f.lang.T("form.likely.key")
		} else if i == 0 {
			text += " " + f.lang.T("form.likely.keys")
		}
		l.box.Add(newTwin(f.lang, Who(f.lang, v.A.Name(), v.A.Organisation), text, func() { l.open(v.A.AttendeeID) }))
	}
	f.arrange()
	for _, shown := range f.visible() {
		if c := widgets.CanvasOf(f.body); c != nil && shown.target == c.Focused() {
			f.reveal(shown)
		}
	}
}

// openLikely opens the likeliest.
func (f *Form) openLikely() {
	if l := f.likely; len(l.found) > 0 && l.open != nil {
		l.open(l.found[0].A.AttendeeID)
	}
}

// Who is a person in a sentence: the name, and the organisation if there is one.
func Who(l *i18n.Lang, name, organisation string) string {
	if organisation == "" {
		return name
	}
	return l.T("form.likely.who", "name", name, "organisation", organisation)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Why says why two people are taken for one, as a sentence.
func Why(l *i18n.Lang, reasons []names.Reason) string { return capital(Reasons(l, reasons)) }

// Reasons says why two people are taken for one, with a stop at the end.
func Reasons(l *i18n.Lang, reasons []names.Reason) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = l.T("common.likeness." + string(r))
	}
	return strings.Join(words, ", ") + "."
}

// newTwin is one of them as a notice that can be tapped.
func newTwin(l *i18n.Lang, who, text string, open func()) *tappedNotice {
	t := newTappedNotice(l, open)
	t.Title, t.Text = l.T("form.likely.one", "who", who), text
	return t
}

// tappedNotice is a notice that can be tapped.
type tappedNotice struct {
	widgets.Notice
	do func()
}

func newTappedNotice(l *i18n.Lang, do func()) *tappedNotice {
	t := &tappedNotice{do: do}
	t.Kind, t.RTL = widgets.KindAttention, l.RTL()
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *tappedNotice) Tapped(*fyne.PointEvent) { t.do() }

// Cursor implements desktop.Cursorable.
func (t *tappedNotice) Cursor() desktop.Cursor { return desktop.PointerCursor }

func newLikely(o Options) likely {
	return likely{ask: o.Likely, open: o.OnOpen, box: widgets.TextColumn(theme.Space1, widgets.PanelWidth-2*theme.Space4)}
}
